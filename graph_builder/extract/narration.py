"""The narrator's sentences: quotations are units in them, however many sentences they hold themselves.

The language model cuts quotations into sentences and loses the speech tag that belongs to them. A frame is a
sentence as a reader sees it: `“We shall wait. We must,” she said.` is one, `“And then we act.”` after it another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.quotations import Quotation
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Frame", "Quoted", "frames"]

TERMINAL = frozenset(".!?…")
MARKS = "\"'“”‘’»«"


@dataclass(frozen=True, slots=True, eq=False)
class Quoted:
    """What of a quotation stands in one paragraph, as tokens; the marks are among them."""

    first: int
    end: int
    quotation: Quotation
    piece: int  # which of the quotation's pieces


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One sentence of the narrator, as a range of tokens of its paragraph."""

    text: Text
    paragraph: Paragraph
    first: int
    end: int
    quoted: tuple[Quoted, ...]

    @property
    def span(self) -> Span:
        """Its place in the document."""
        return self.place(self.first, self.end)

    def place(self, first: int, end: int) -> Span:
        """The place of a range of tokens in the document."""
        return self.paragraph.span_of(self.paragraph.doc[first:end])

    def within(self, i: int) -> Quoted | None:
        """The quotation that token `i` is part of, if any."""
        return next((q for q in self.quoted if q.first <= i < q.end), None)

    def own(self) -> Iterator[Token]:
        """The narrator's tokens: those outside quotation marks."""
        for i in range(self.first, self.end):
            if self.within(i) is None:
                yield self.paragraph.doc[i]

    @property
    def is_quotation(self) -> bool:
        """Whether the narrator adds no word of his own."""
        return bool(self.quoted) and not any(t.is_alpha or t.like_num for t in self.own())

    @property
    def leads_on(self) -> bool:
        """Whether it ends with a colon, so that what follows is what it announces."""
        return self.first < self.end and self.paragraph.doc[self.end - 1].text in (":", ":-", ":–", ":—")


def frames(text: Text, quotations: Sequence[Quotation], is_tag: Callable[[Sequence[Token]], bool]) -> Iterator[Frame]:
    """The narrator's sentences in order; `is_tag` says whether some tokens are a speech tag (`she asked`)."""
    pieces: dict[int, list[tuple[Quotation, int]]] = {}
    for quotation in quotations:
        for i, piece in enumerate(quotation.pieces):
            pieces.setdefault(piece.paragraph, []).append((quotation, i))
    for paragraph in text.paragraphs:
        quoted = [q for pair in pieces.get(paragraph.number, ()) if (q := located(paragraph, *pair))]
        starts = [0, *boundaries(paragraph, quoted, is_tag), len(paragraph.doc)]
        for start, stop in pairwise(starts):
            words = [i for i in range(start, stop) if not paragraph.doc[i].is_space]
            if words:
                inside = tuple(q for q in quoted if start <= q.first < stop)
                yield Frame(text, paragraph, words[0], words[-1] + 1, inside)


def located(paragraph: Paragraph, quotation: Quotation, piece: int) -> Quoted | None:
    """The tokens of one piece."""
    tokens = paragraph.tokens(quotation.pieces[piece].whole)
    return Quoted(tokens.start, tokens.end, quotation, piece) if tokens is not None and len(tokens) else None


def boundaries(
    paragraph: Paragraph, quoted: Sequence[Quoted], is_tag: Callable[[Sequence[Token]], bool]
) -> Iterator[int]:
    """The tokens at which a new sentence of the narrator begins."""
    doc, words = list(paragraph.doc), paragraph.doc.text
    starts, ends = {q.first for q in quoted}, {q.end for q in quoted}
    inside = {i for q in quoted for i in range(q.first + 1, q.end)}
    for i in range(1, len(doc)):
        if i in inside or not ended(doc, i) or not begins(doc[i], i in starts):
            continue
        if i in ends:
            asked = words[: doc[i].idx].rstrip().rstrip(MARKS)[-1:] in ("?", "!")
            if i in starts or not (asked and is_tag(stretch(doc, i, starts))):
                yield i
        elif i in starts or doc[i].is_sent_start:
            yield i


def ended(doc: Sequence[Token], i: int) -> bool:
    """Whether the token before `i` ends a sentence."""
    k = i - 1
    while k >= 0 and (doc[k].is_space or doc[k].text in MARKS or doc[k].text in (")", "]", "''")):
        k -= 1
    return k >= 0 and doc[k].text[-1] in TERMINAL


def begins(token: Token, opens: bool) -> bool:
    """Whether a sentence may begin with this token."""
    return opens or token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in "(£$€[•-–—*"


def stretch(doc: Sequence[Token], first: int, starts: set[int]) -> list[Token]:
    """The tokens from `first` to the end of its sentence or to the next quotation."""
    tokens: list[Token] = []
    for i in range(first, len(doc)):
        if i in starts or (tokens and ended(doc, i) and begins(doc[i], opens=False)):
            break
        tokens.append(doc[i])
    return tokens
