"""Words in quotation marks: where they begin and end, whatever marks a text uses.

A quotation is one stretch of somebody's words. It may run over several paragraphs, each of which opens the
marks again while only the last one closes them. Marks are paired paragraph by paragraph, so one that is
missing or astray spoils nothing elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.extract.language import Paragraph, Text, trimmed
from graph_builder.extract.quotation_marks import Pair, pairs
from graph_builder.model import Span

__all__ = ["Piece", "Quotation", "quotations"]

BLOCK_SIGN = re.compile(r"[\s>*_]*")
SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a quotation stands in one paragraph."""

    paragraph: int
    words: Span  # inside the marks
    whole: Span  # with the marks


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of somebody's words, piece by piece; nested quotations are part of it."""

    pieces: tuple[Piece, ...]
    paired: bool = True  # the closing mark is there
    single: bool = False

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.pieces[0].whole.start

    @property
    def end(self) -> int:
        """Where its last mark ends."""
        return self.pieces[-1].whole.end

    @property
    def words(self) -> tuple[Span, ...]:
        """The words themselves, a span for each paragraph."""
        return tuple(piece.words for piece in self.pieces)


def quotations(text: Text) -> tuple[Quotation, ...]:
    """The outermost quotations of a document, in order."""
    found = [pairs(paragraph.span.of(text.document.text)) for paragraph in text.paragraphs]
    done: list[Quotation] = []
    waiting: Quotation | None = None  # left open at the end of the paragraph before, and opened again in this one
    for i, (paragraph, here) in enumerate(zip(text.paragraphs, found, strict=True)):
        for pair in here:
            before = waiting.pieces if waiting is not None else ()
            quotation = Quotation((*before, piece_of(text, paragraph, pair)), pair.closed, pair.single)
            waiting = quotation if pair is here[-1] and goes_on(text, i, found) else None
            if waiting is None and (pair.closed or before or not pair.single):
                done.append(shortened(text, paragraph, quotation))
    return tuple(done)


def goes_on(text: Text, number: int, found: list[list[Pair]]) -> bool:
    """Whether a paragraph leaves its last pair open and the next one begins with the same marks."""
    pair, following = found[number][-1], leading(text, number + 1, found)
    if pair.closed or following is None:
        return False
    here, there = (text.paragraphs[i].span.of(text.document.text) for i in (number, number + 1))
    return pair.sign(here) == following.sign(there)


def leading(text: Text, number: int, found: list[list[Pair]]) -> Pair | None:
    """The pair that a paragraph begins with, if it begins with one."""
    if number >= len(found) or not found[number]:
        return None
    pair, words = found[number][0], text.paragraphs[number].span.of(text.document.text)
    lead = BLOCK_SIGN.match(words)
    return pair if lead is not None and lead.end() >= pair.start else None


def piece_of(text: Text, paragraph: Paragraph, pair: Pair) -> Piece:
    """The pair's place in the document."""
    base = paragraph.span.start
    words = trimmed(text.document.text, Span(base + pair.inside, base + pair.outside))
    return Piece(paragraph.number, words, Span(base + pair.start, base + pair.end))


def shortened(text: Text, paragraph: Paragraph, quotation: Quotation) -> Quotation:
    """The quotation, up to the end of its sentence if it starts inside one and its closing mark was forgotten."""
    piece = quotation.pieces[-1]
    if quotation.paired or len(quotation.pieces) > 1:
        return quotation
    lead = text.document.text[paragraph.span.start : piece.whole.start].rstrip(" >*_")
    stop = SENTENCE_END.search(text.document.text, piece.words.start, piece.words.end)
    if not lead or lead[-1] in ":,.?!—–" or stop is None:
        return quotation
    piece = Piece(piece.paragraph, Span(piece.words.start, stop.end()), Span(piece.whole.start, stop.end()))
    return Quotation((piece,), paired=False, single=quotation.single)
