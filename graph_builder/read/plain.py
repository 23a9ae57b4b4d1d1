"""Plain text: each line or hard-wrapped paragraph of the file is a block, and the text stays exactly as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph_builder.errors import ReadError
from graph_builder.model import Span
from graph_builder.read.encoding import decode
from graph_builder.read.layout import Block, Piece, Reading

__all__ = ["blocks_of", "read_plain"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\u0085\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[-*•–o]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\([ivx]+\))\s+\S")
_MOST_LINES = 400_000  # a line takes some microseconds, and blank lines count
_NARROWEST, _WIDEST = 45, 120  # nobody wraps by hand at more


def read_plain(data: bytes) -> Reading:
    """A `.txt` file."""
    text = decode(data)
    return Reading(text, tuple(blocks_of(text)), "text/plain")


def blocks_of(text: str, least: int = 3) -> Iterator[Block]:
    """The paragraphs of a plain text, in order.

    A line is a paragraph; lines that were broken by hand at a fixed width, `least` of them or more, are one together.
    Raises ReadError where there are too many lines for a document.
    """
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        raise ReadError("it has more lines than any document of a debate: split it")
    groups = list(_groups(text))
    width = _width(text, groups, least)
    for group in groups:
        start = 0
        for index in range(1, len(group) + 1):
            if index == len(group) or not (width and _continues(text, group[index - 1], group[index], width)):
                span = Span(group[start].start, group[index - 1].end)
                words = " ".join(s.of(text) for s in group[start:index])
                yield Block(span, words, Piece(words, "item" if _ITEM.match(words) else "paragraph"), apart=start == 0)
                start = index


def _groups(text: str) -> Iterator[list[Span]]:
    """The lines that have words, without the white space around them, in groups with blank lines between."""
    group: list[Span] = []
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            if group and _breaks(text[last_end:start]) > 1:
                yield group
                group = []
            last_end = start + len(stripped)
            group.append(Span(start, last_end))
    if group:
        yield group


def _breaks(between: str) -> int:
    return between.replace("\r\n", "\n").count("\n") or between.count("\r")


def _width(text: str, groups: list[list[Span]], least: int) -> int | None:
    """The width at which the text was wrapped by hand, or None where it was not."""
    lengths = sorted(line.end - line.start for group in groups for line in group)
    if not lengths or lengths[-1 - len(lengths) // 50] > _WIDEST:  # one long address in fifty lines is no matter
        return None
    width = max(length for length in lengths if length <= _WIDEST)
    if width < _NARROWEST:
        return None
    pairs = [pair for group in groups for pair in pairwise(group)]
    full = sum(1 for line, following in pairs if _is_full(text, line, following, width))
    return width if full >= least and full >= (0.6 if least > 1 else 0.1) * len(pairs) else None


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    word = following.of(text).split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width - 6


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    return _is_full(text, line, following, width) and not _ITEM.match(following.of(text))
