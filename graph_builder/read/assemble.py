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
from graph_builder.read.imprint import committee_of, publisher_of
from graph_builder.read.judge import Line, Sort, look_over
from graph_builder.read.layout import Reading
from graph_builder.read.outside import rule_out

__all__ = ["assemble"]

_MOST_BLOCKS = 50_000
_BIO_WORDS = 120
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b")
_CREDIT = re.compile(r"\s*\(?\b(?:Pictures?|Photos?|Photographs?|Images?|Credit)(?: credit| by)?:.*$")


def assemble(source: str, data: bytes, reading: Reading) -> Document:
    """The document that a file's reading makes.

    Raises ReadError where the file has no words, or none that are an article.
    """
    if not reading.blocks:
        raise ReadError("it is empty: there are no words in it")
    if len(reading.blocks) > _MOST_BLOCKS:
        raise ReadError(f"it has more than {_MOST_BLOCKS} paragraphs, which no document of a debate has: split it")
    lines = look_over(reading.blocks)
    out = rule_out(lines)
    meta = reading.metadata
    head = find_head(lines, out, meta.title)
    body = tuple(_body(reading.text, lines, out, head) or _everything(lines, head))
    if not body:
        raise ReadError("no article was found in it: it holds only menus, notices or headings")
    authors = meta.authors or head.byline.authors or _bio_authors(lines, out)
    genre = genre_of(reading, lines, out, head, authors)
    if genre == "parliamentary-questions":
        authors = meta.authors  # the name above a question is who asks it
    if not authors and genre == "committee-report":
        authors = committee_of(lines, head)
    named = publisher_of(lines, out, head)
    publisher = meta.publisher or (named if named not in authors else None)  # a person's page has no publisher
    published = meta.published or head.published
    return Document(
        source=source,
        digest=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        body=body,
        media_type=reading.media_type,
        title=head.title,
        published=published,
        publisher=publisher,
        authors=authors,
        genre=genre,
        url=meta.url,
        language=meta.language or "en",
    )


def _body(text: str, lines: Sequence[Line], out: Sequence[bool], head: Head) -> list[Span]:
    """The spans of the article's own blocks, in order."""
    spans = []
    for index, line in enumerate(lines):
        # a running title comes back on the pages of a report
        kept = index >= head.start and not out[index] and index not in head.skip and line.text != head.title
        if kept or _names_the_member(line, index, head):
            spans.append(_byline_only(text, line, head) if index == head.byline.at else _without_credit(line))
    return [span for span in spans if span.end > span.start]


def _everything(lines: Sequence[Line], head: Head) -> list[Span]:
    """Every line that is no furniture: of a note without a paragraph, or a text in another language."""
    kept = [index for index, line in enumerate(lines) if not line.junk]
    below = [index for index in kept if index != head.title_at]
    return [lines[index].block.span for index in below or kept]


def _names_the_member(line: Line, index: int, head: Head) -> bool:
    """Whether a line of the masthead says who the page's own person is: "Member of Parliament for …"."""
    return (
        index < head.start
        and index < 4
        and bool(head.byline.authors)
        and line.sort is Sort.SHORT
        and bool(re.match(r"(?:Member of|MP for|MSP for|MS for|Councillor for)\b", line.text))
    )


def _byline_only(text: str, line: Line, head: Head) -> Span:
    """A byline without the date and buttons on its line, "By" kept: the office behind the name can then be read."""
    whole = line.block.span
    start = text.find(head.byline.words, whole.start, whole.end)
    if start < 0:
        return whole
    before = text[whole.start : start]
    by = re.search(r"\bby\s+$", before, re.IGNORECASE)
    return Span(start - len(by[0]) if by else start, start + len(head.byline.words))


def _without_credit(line: Line) -> Span:
    span, piece = line.block.span, line.block.piece
    if piece.kind != "caption":
        return span
    match = _CREDIT.search(line.text)
    return Span(span.start, span.start + match.start()) if match else span


def _bio_authors(lines: Sequence[Line], out: Sequence[bool]) -> tuple[str, ...]:
    """Those whom the last paragraph of an article in the first person introduces."""
    prose = [line for line, gone in zip(lines, out, strict=True) if line.solid and not gone]
    if len(prose) < 4 or prose[-1].words > _BIO_WORDS:
        return ()
    speaking = sum(1 for line in prose[:-1] if _FIRST_PERSON.search(_unquoted(line.text)))
    return bio_names(prose[-1].text) if speaking >= len(prose) / 3 and not _FIRST_PERSON.search(prose[-1].text) else ()


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]?", " ", text)
