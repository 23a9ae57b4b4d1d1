"""A document cut into the pieces that the encoder reads, each with its place, its shape and its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph_builder.extract.tagging.marks import quotations
from graph_builder.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["FIRST", "LAST", "LONGEST", "SHAPES", "Pieces", "Window", "cut", "windows"]

FIRST, LAST = 101, 102  # [CLS] and [SEP] of the vocabulary
LONGEST = 254  # pieces in one window, without these two
CONTEXT = 64  # pieces of the text before it that a window sees again
SHAPES = 20  # five shapes of a word, by whether it stands in quotation marks, by whether it opens a paragraph


@dataclass(slots=True)
class Pieces:
    """Parallel lists, one entry a piece; offsets are code points of the document."""

    ids: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `seen` to `end` are read together; only those from `start` are taken."""

    seen: int
    start: int
    end: int


def cut(tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span]) -> Pieces:
    """The pieces of the paragraphs, in order."""
    pieces = Pieces()
    for number, span in enumerate(paragraphs):
        paragraph = span.of(text)
        encoding = tokenizer.encode(paragraph, add_special_tokens=False)
        if not encoding.ids:
            continue
        pieces.ids += encoding.ids
        pieces.starts += [span.start + start for start, _ in encoding.offsets]
        pieces.ends += [span.start + end for _, end in encoding.offsets]
        pieces.paragraphs += [number] * len(encoding.ids)
        pieces.shapes += _shapes(paragraph, encoding.offsets)
    return pieces


def _shapes(paragraph: str, offsets: Sequence[tuple[int, int]]) -> Iterator[int]:
    """For each piece: the case of its whole word, 5 more in quotation marks, 10 more where a paragraph begins."""
    inside = bytearray(len(paragraph) + 1)
    for quotation in quotations(paragraph):
        inside[quotation.start : quotation.end] = b"\1" * (quotation.end - quotation.start)
    for number, (start, end) in enumerate(offsets):
        yield _case(_whole(paragraph, start, end)) + 5 * inside[start] + 10 * (number == 0)


def _whole(paragraph: str, start: int, end: int) -> str:
    """The letters and digits around a piece: its word."""
    while start > 0 and paragraph[start - 1].isalnum():
        start -= 1
    while end < len(paragraph) and paragraph[end].isalnum():
        end += 1
    return paragraph[start:end]


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    if word[:1].isupper():
        return 1
    return 3 if word[:1].isdigit() else 4


def windows(pieces: Pieces, longest: int = LONGEST, context: int = CONTEXT) -> Iterator[Window]:
    """Whole paragraphs together as far as they fit, each window with some of the text before it."""
    chunks = list(_chunks(pieces.paragraphs, longest - context))
    at = 0
    while at < len(chunks):
        start = chunks[at][0]
        seen, back = start, at - 1
        while back >= 0 and start - chunks[back][0] <= context:
            seen, back = chunks[back][0], back - 1
        if seen == start:
            seen = max(0, start - context)
        end = chunks[at][1]
        while at + 1 < len(chunks) and chunks[at + 1][1] - seen <= longest:
            at += 1
            end = chunks[at][1]
        yield Window(seen, start, end)
        at += 1


def _chunks(paragraphs: list[int], longest: int) -> Iterator[tuple[int, int]]:
    """Runs of pieces of one paragraph, none longer than a window has room for."""
    start = 0
    for at in range(1, len(paragraphs) + 1):
        if at == len(paragraphs) or paragraphs[at] != paragraphs[start] or at - start == longest:
            yield start, at
            start = at
