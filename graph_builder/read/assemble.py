"""A reading becomes a document: which blocks are its body, and what it says of itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from graph_builder.errors import ReadError
from graph_builder.model import Document, Span
from graph_builder.read.byline import bio_names
from graph_builder.read.genre import genre_of
from graph_builder.read.head import Head, find_head
from graph_builder.read.imprint import publisher_of
from graph_builder.read.judge import Line, Sort, look_at, rule_out
from graph_builder.read.layout import Reading

__all__ = ["assemble"]

_BIO_WORDS = 120
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b")
_CREDIT = re.compile(r"\s*\(?\b(?:Pictures?|Photos?|Photographs?|Images?|Credit)(?: credit| by)?:.*$|\s*\(?(?:Photograph|Photo|Image|Picture):.*$")


def assemble(source: str, data: bytes, reading: Reading) -> Document:
    """The document that a file's reading makes.

    Raises ReadError where the file has no words, or none that are an article.
    """
    if not reading.blocks:
        raise ReadError("it is empty: there are no words in it")
    lines = [look_at(block) for block in reading.blocks]
    out = rule_out(lines)
    meta = reading.metadata
    head = find_head(lines, out, meta.title)
    body = tuple(_body(lines, out, head))
    if not body:
        raise ReadError("no article was found in it: it holds only menus, notices or headings")
    authors = meta.authors or head.authors or _bio_authors(lines, out)
    publisher = meta.publisher or publisher_of(lines, out, head)
    published = meta.published or head.published
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        body=body,
        media_type=reading.media_type,
        title=meta.title or head.title,
        published=published,
        publisher=publisher,
        authors=authors,
        genre=genre_of(reading, lines, out, head, authors),
        url=meta.url,
        language=meta.language or "en",
    )


def _body(lines: Sequence[Line], out: Sequence[bool], head: Head) -> list[Span]:
    """The spans of the article's own blocks, in order."""
    spans = []
    for index, line in enumerate(lines):
        kept = index >= head.start and not out[index] and index not in head.skip
        if kept or _names_the_member(line, index, head):
            spans.append(_without_credit(line))
    return [span for span in spans if span.end > span.start]


def _names_the_member(line: Line, index: int, head: Head) -> bool:
    """Whether a line of the masthead says who the page's own person is: "Member of Parliament for …"."""
    return index < head.start and index < 4 and bool(head.authors) and line.sort is Sort.SHORT and bool(re.match(r"(?:Member of|MP for|MSP for|MS for|Councillor for)\b", line.block.text))


def _without_credit(line: Line) -> Span:
    span, piece = line.block.span, line.block.piece
    if piece.kind != "caption":
        return span
    match = _CREDIT.search(line.block.text)
    return Span(span.start, span.start + match.start()) if match else span


def _bio_authors(lines: Sequence[Line], out: Sequence[bool]) -> tuple[str, ...]:
    """Those whom the last paragraph of an article in the first person introduces."""
    prose = [line for line, gone in zip(lines, out, strict=True) if line.solid and not gone]
    if len(prose) < 4 or prose[-1].words > _BIO_WORDS:
        return ()
    speaking = sum(1 for line in prose[:-1] if _FIRST_PERSON.search(_unquoted(line.block.text)))
    return bio_names(prose[-1].block.text) if speaking >= len(prose) / 3 and not _FIRST_PERSON.search(prose[-1].block.text) else ()


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]?", " ", text)
