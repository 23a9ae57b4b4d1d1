"""A language model that is loaded once, and texts of our own read into facts."""

import re
from collections.abc import Callable

import pytest

from graph_builder.extract import extract_facts, load_language
from graph_builder.extract.casting import cast_of
from graph_builder.extract.language import parse
from graph_builder.extract.statements import statements
from graph_builder.model import Document, Extraction, Span, Statement, Unattributed


@pytest.fixture(scope="session")
def language():
    return load_language()


def document(text: str, **known: object) -> Document:
    """A document whose paragraphs are the blocks of a text, all of them body."""
    body, at = [], 0
    for block in text.split("\n\n"):
        if block.strip():
            body.append(Span(at, at + len(block)))
        at += len(block) + 2
    return Document(source="page.txt", digest="0" * 64, text=text, body=tuple(body), **known)


@pytest.fixture(scope="session")
def read(language) -> Callable[..., Extraction]:
    """Everything that is found in a text."""
    return lambda text, **known: extract_facts(document(text, **known), language)


LEAD = "Ms Nadia Orme, the chief executive of the Fordham Bridge Trust, met Mr Tom Vale MP at the bridge on Monday.\n"


@pytest.fixture(scope="session")
def heard(language) -> Callable[..., list[tuple[Statement | Unattributed, str | None]]]:
    """What is said in a text whose lines are its paragraphs, each with the speaker's name."""

    def listen(words, attributions=()):
        body = tuple(Span(*m.span()) for m in re.finditer(r"\S[^\n]*", words))
        text = parse(Document(source="a.txt", digest="", text=words, body=body), language)
        cast = cast_of(text)
        found = tuple(statements(text, cast, attributions))
        named = (s.speaker if isinstance(s, Statement) else None for s in found)
        return [(s, cast.referents[who].name if who else None) for s, who in zip(found, named, strict=True)]

    return listen


@pytest.fixture(scope="session")
def said(heard) -> Callable[..., list[tuple[str, str, str]]]:
    """(speaker, form, words) of every statement after the first paragraph, which names everybody."""

    def listen(words, lead=LEAD):
        whole = lead + words
        return [
            (name, found.form, " … ".join(part.of(whole) for part in found.parts))
            for found, name in heard(whole)
            if name is not None and found.parts[0].start >= len(lead)
        ]

    return listen
