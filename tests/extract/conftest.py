"""A language model that is loaded once, and texts of our own read into facts."""

from collections.abc import Callable

import pytest

from graph_builder.extract import extract_facts, load_language
from graph_builder.model import Document, Extraction, Span


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
