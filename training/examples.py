"""Annotated texts as the encoder's training rows: a class for every piece and head, or nothing said (-100)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from re import finditer
from typing import TYPE_CHECKING

from graph_builder.extract.tagging.pieces import Pieces, cut
from graph_builder.extract.tagging.tags import HEADS, KINDS, LINKS, NAMES, PARTS, STANCES, Attributed, Named
from graph_builder.model import Span
from training.invent.markup import Annotated

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["SILENT", "Example", "Row", "example", "paragraphs", "rows"]

Targets = tuple[list[int], ...]  # one list a head
SILENT = -100  # the loss leaves these out
_BEGIN_SOURCE, _BEGIN_CUE, _BEGIN_CONTENT = (PARTS.index(f"B-{p}") for p in ("source", "cue", "content"))
_SHARES = {True: LINKS.index("shares-left"), False: LINKS.index("shares-right")}


@dataclass(frozen=True, slots=True)
class Example:
    """One text: its pieces and what each head should say of them."""

    pieces: Pieces
    parts: list[int]
    links: list[int]
    names: list[int]
    kinds: list[int]
    stances: list[int]

    def targets(self, start: int, end: int) -> Targets:
        """What each head should say of some of its pieces, in the order of the heads."""
        return tuple(row[start:end] for row in (self.parts, self.links, self.names, self.kinds, self.stances))


@dataclass(frozen=True, slots=True)
class Row:
    """A window of an example, as the network is fed."""

    ids: list[int]
    shapes: list[int]
    targets: Targets


def paragraphs(text: str) -> list[Span]:
    """The lines that are not empty."""
    return [Span(m.start(), m.end()) for m in finditer(r"[^\n]*\S[^\n]*", text)]


def example(tokenizer: Tokenizer, annotated: Annotated) -> Example:
    """The text's pieces with their classes."""
    pieces = cut(tokenizer, annotated.text, paragraphs(annotated.text))
    silent = [SILENT] * len(pieces)
    parts, links = silent[:], silent[:]
    if annotated.attributions is not None:
        parts = [0] * len(pieces)
        _Attributing(pieces, parts, links).all(annotated.attributions)
    tags, kinds = silent[:], silent[:]
    if annotated.names is not None:
        tags = [0] * len(pieces)
        _name(pieces, annotated.names, tags, kinds)
    stances = silent[:]
    if annotated.stances is not None:
        stances = [0] * len(pieces)
        for stood in annotated.stances:
            for at in _covered(pieces, stood.span):
                stances[at] = STANCES.index(stood.code)
    return Example(pieces, parts, links, tags, kinds, stances)


def _covered(pieces: Pieces, span: Span) -> range:
    """The pieces that meet the span."""
    first = bisect_left(pieces.starts, span.start)
    if first > 0 and pieces.ends[first - 1] > span.start:
        first -= 1
    return range(first, bisect_left(pieces.starts, span.end))


def _name(pieces: Pieces, names: Sequence[Named], tags: list[int], kinds: list[int]) -> None:
    for name in names:
        for number, at in enumerate(_covered(pieces, name.span)):
            tags[at] = SILENT if name.label == "?" else NAMES.index(f"{'I' if number else 'B'}-{name.label}")
            if name.kind is not None:
                kinds[at] = KINDS.index(name.kind)


@dataclass(slots=True)
class _Attributing:
    """Tags and links of one text's attributions; where spans overlap, cues win, then sources, then contents."""

    pieces: Pieces
    parts: list[int]
    links: list[int]

    def all(self, attributions: Sequence[Attributed]) -> None:
        cues = sorted({a.cue[0] for a in attributions if a.cue})
        for a in attributions:
            self._put(a.content, _BEGIN_CONTENT, _towards(a, cues))
        for a in attributions:
            self._put(a.source, _BEGIN_SOURCE, _towards(a, cues))
        for a in attributions:
            self._put(a.cue[1:], _BEGIN_CUE, _towards(a, cues))
        for a in attributions:
            self._put(a.cue[:1], _BEGIN_CUE, _towards(Attributed((), (), ()), cues))
        self._shared(attributions)

    def _put(self, spans: Sequence[Span], begin: int, link: Callable[[int], int]) -> None:
        for span in spans:
            for number, at in enumerate(_covered(self.pieces, span)):
                self.parts[at] = begin + bool(number)
                self.links[at] = link(self.pieces.starts[at])

    def _shared(self, attributions: Sequence[Attributed]) -> None:
        """A cue whose sources all belong to another cue says on which side that one is."""
        owner = {source: a.cue[0] for a in attributions if a.cue for source in a.source}
        for a in attributions:
            if a.cue and a.source and all(owner.get(s) != a.cue[0] for s in a.source):
                side = _SHARES[owner[a.source[0]] < a.cue[0]]
                for at in _covered(self.pieces, a.cue[0]):
                    self.links[at] = side


def _towards(attribution: Attributed, cues: Sequence[Span]) -> Callable[[int], int]:
    """From an offset to the class of its link: how many cues away the attribution's own is, and on which side."""
    cue = attribution.cue[0] if attribution.cue else None

    def link(at: int) -> int:
        if cue is None:
            return 0
        if at < cue.start:
            steps = sum(at < c.start <= cue.start for c in cues)
            return {1: 3, 2: 4}.get(steps, 5)
        steps = sum(cue.start <= c.start <= at for c in cues)
        return {1: 1, 2: 2}.get(steps, 5)

    return link


def rows(examples: Sequence[Example], rng: Random, longest: int) -> Iterator[Row]:
    """Windows of whole paragraphs, cut anew each time; short texts are read a few at a time."""
    held: list[Example] = []
    room = longest
    for one in examples:
        if len(one.pieces) > longest // 2:
            yield from _windows(one, rng, longest)
            continue
        if len(one.pieces) > room or (held and rng.random() < 0.25):
            yield _together(held)
            held, room = [], longest
        held.append(one)
        room -= len(one.pieces)
    if held:
        yield _together(held)


def _together(held: Sequence[Example]) -> Row:
    targets = [one.targets(0, len(one.pieces)) for one in held]
    joined = tuple([x for t in targets for x in t[head]] for head in range(len(HEADS)))
    return Row([i for h in held for i in h.pieces.ids], [s for h in held for s in h.pieces.shapes], joined)


def _windows(one: Example, rng: Random, longest: int) -> Iterator[Row]:
    start, limit = 0, rng.randint(64, longest)
    marks = [i for i in range(1, len(one.pieces)) if one.pieces.paragraphs[i] != one.pieces.paragraphs[i - 1]] + [
        len(one.pieces)
    ]
    while start < len(one.pieces):
        fitting = [m for m in marks if start < m <= start + limit]
        end = fitting[-1] if fitting else min(start + longest, len(one.pieces))
        yield Row(one.pieces.ids[start:end], one.pieces.shapes[start:end], one.targets(start, end))
        start, limit = end, longest
