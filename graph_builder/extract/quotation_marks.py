"""The quotation marks of one paragraph, paired: curly or straight, double or single, in any state of repair.

Only the outermost pairs are told; what is quoted inside them belongs to the same words. Double marks are
paired first, for they are never anything else; single ones only where they cannot be apostrophes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Pair", "pairs"]

DOUBLE = re.compile(r"[“”„‟«»\"]|``|''|‘‘|’’")
SINGLE = re.compile(r"[‘’']")
OPENING = {"“", "„", "‟", "«", "``", "‘‘"}
CLOSING = {"”", "»", "''", "’’"}
BEFORE_OPENING = " \t\n\r\xa0([{—–-/>:*_"
AFTER_CLOSING = " \t\n\r\xa0.,;:?!)]}—–-/*_"
# Words that have lost their beginning: the mark before them is an apostrophe.
CLIPPED = re.compile(r"(?:\d0s?|tis|twas|em|n|til|till|cause|cos|bout|round)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks and what lies between; `closed` is false where the second is missing and `end` only supposed."""

    start: int  # of the first mark
    inside: int  # of the first word
    outside: int  # after the last word
    end: int  # after the second mark
    closed: bool = True
    single: bool = False

    def sign(self, words: str) -> str:
        """The first mark."""
        return words[self.start : self.inside]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark and how it may be read."""

    start: int
    end: int
    opens: bool
    closes: bool
    sure: bool = True  # a closing single mark that is no plural's apostrophe


def pairs(words: str) -> list[Pair]:
    """The outermost pairs of a paragraph, in order."""
    doubles = list(double_pairs(words))
    singles = list(single_pairs(words, doubles))
    inner = {double for single in singles for double in doubles if single.start < double.start < single.end}
    return sorted({*singles, *doubles} - inner, key=lambda pair: pair.start)


def double_pairs(words: str) -> Iterator[Pair]:
    """The outermost pairs of double marks."""
    marks = [double_mark(words, m) for m in DOUBLE.finditer(words)]
    surplus = surplus_of_closing(marks)
    opened: Mark | None = None
    depth = 0
    for i, mark in enumerate(marks):
        if mark.opens and (opened is None or not mark.closes):
            if opened is not None and surplus[i] > 0:
                depth += 1
                continue
            if opened is not None:
                yield cut_short(words, opened, mark.start)
            opened = mark
        elif opened is not None and depth:
            depth -= 1
        elif opened is not None:
            yield Pair(opened.start, opened.end, mark.start, mark.end)
            opened = None
    if opened is not None:
        yield cut_short(words, opened, len(words))


def cut_short(words: str, opened: Mark, limit: int) -> Pair:
    """A pair whose second mark is missing, up to `limit`."""
    end = opened.end + len(words[opened.end : limit].rstrip())
    return Pair(opened.start, opened.end, end, end, closed=False)


def surplus_of_closing(marks: Sequence[Mark]) -> list[int]:
    """For each mark, how many more marks close than open from there on, itself included."""
    counts, surplus = [], 0
    for mark in reversed(marks):
        surplus += (not mark.opens) - (not mark.closes)
        counts.append(surplus)
    return counts[::-1]


def double_mark(words: str, found: re.Match[str]) -> Mark:
    """Which way a double mark points: by its shape, or where that is straight or mistaken, by its neighbours."""
    sign, (start, end) = found.group(), found.span()
    before, after = words[:start][-1:] or " ", words[end : end + 1] or " "
    looks_open = before in BEFORE_OPENING and not after.isspace() and after not in ",.;:?!)"
    looks_closed = not before.isspace() and after in AFTER_CLOSING
    if sign in OPENING:
        return Mark(start, end, opens=not (looks_closed and before.isalnum()), closes=looks_closed and before.isalnum())
    if sign in CLOSING:
        return Mark(start, end, opens=looks_open and not looks_closed, closes=not looks_open or looks_closed)
    if looks_open == looks_closed:
        return Mark(start, end, opens=not before.isdigit(), closes=True)
    return Mark(start, end, opens=looks_open, closes=looks_closed)


def single_pairs(words: str, doubles: Sequence[Pair]) -> Iterator[Pair]:
    """The outermost pairs of single marks that lie in no double pair; they may hold double pairs themselves."""
    marks = [mark for m in SINGLE.finditer(words) if (mark := single_mark(words, m)) and not within(mark, doubles)]
    surplus = surplus_of_closing([mark for mark in marks if mark.sure])
    opened: Mark | None = None
    depth = passed = 0
    for mark in marks:
        passed += mark.sure
        ahead = surplus[passed] if passed < len(surplus) else 0
        if mark.opens and (opened is None or ahead < 2):
            opened, depth = mark, 0
        elif mark.opens:
            depth += 1
        elif opened is not None and (mark.sure or ahead <= depth):
            if depth == 0:
                yield Pair(opened.start, opened.end, mark.start, mark.end, single=True)
                opened = None
            depth = max(depth - 1, 0)
    if opened is not None and not words[: opened.start].strip(" >*_"):
        end = len(words.rstrip())
        yield Pair(opened.start, opened.end, end, end, closed=False, single=True)


def single_mark(words: str, found: re.Match[str]) -> Mark | None:
    """Which way a single mark points; None for an apostrophe."""
    sign, (start, end) = found.group(), found.span()
    before, after = words[start - 1 : start] or " ", words[end : end + 1] or " "
    if sign != "’" and (before in BEFORE_OPENING or before in '“"') and (after.isalnum() or after in '“"£$€(['):
        return None if CLIPPED.match(words, end) else Mark(start, end, opens=True, closes=False)
    if sign == "‘" or before.isspace() or after.isalnum():
        return None
    return Mark(start, end, opens=False, closes=True, sure=before not in "sSzx" or after not in " \xa0")


def within(mark: Mark, spans: Sequence[Pair]) -> bool:
    """Whether a mark lies inside one of the pairs, which are in order."""
    at = bisect_right(spans, mark.start, key=lambda pair: pair.start) - 1
    return at >= 0 and mark.start < spans[at].end
