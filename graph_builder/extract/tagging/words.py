"""The encoder's answers gathered by word: what all pieces of one word say together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_builder.extract.tagging.pieces import Pieces

__all__ = ["Answers", "Run", "Words", "by_word", "runs"]

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Answers:
    """Probabilities for each piece: one row a piece, one column a tag of the head."""

    parts: Floats
    links: Floats
    names: Floats
    kinds: Floats
    stances: Floats


@dataclass(frozen=True, slots=True)
class Words:
    """The same for each word, with where it stands; `begins`: the chance that a span of its likeliest type begins."""

    starts: list[int]
    ends: list[int]
    paragraphs: list[int]
    parts: Floats  # outside, source, cue, content
    part_begins: Floats
    names: Floats  # outside, then one column a label
    name_begins: Floats
    links: Floats
    kinds: Floats
    stances: Floats  # none, then one column a code


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (that one not) are one span of type `type`."""

    type: int
    first: int
    last: int


def by_word(text: str, pieces: Pieces, answers: Answers) -> Words:
    """Pieces that touch and are letters or digits on both sides are one word."""
    heads = [
        i
        for i in range(len(pieces))
        if i == 0
        or pieces.starts[i] != pieces.ends[i - 1]
        or not (text[pieces.starts[i]].isalnum() and text[pieces.starts[i] - 1].isalnum())
    ]
    last = [*(h - 1 for h in heads[1:]), len(pieces) - 1]
    parts, part_begins = _by_type(answers.parts, heads)
    names, name_begins = _by_type(answers.names, heads)
    return Words(
        [pieces.starts[h] for h in heads],
        [pieces.ends[i] for i in last],
        [pieces.paragraphs[h] for h in heads],
        parts,
        part_begins,
        names,
        name_begins,
        _mean(answers.links, heads),
        _mean(answers.kinds, heads),
        _mean(answers.stances, heads),
    )


def _mean(rows: Floats, heads: list[int]) -> Floats:
    sizes = np.diff([*heads, len(rows)]).astype(np.float32)
    return np.asarray(np.add.reduceat(rows, heads, axis=0) / sizes[:, None], dtype=np.float32)


def _by_type(rows: Floats, heads: list[int]) -> tuple[Floats, Floats]:
    """B and I of a type taken together over the word; and the share of B in its first piece, by the likeliest type."""
    joined = np.concatenate([rows[:, :1], rows[:, 1::2] + rows[:, 2::2]], axis=1)
    types = _mean(joined, heads)
    first = rows[heads]
    begin, inside = first[:, 1::2], first[:, 2::2]
    share = begin / (begin + inside + 1e-9)
    likeliest = np.maximum(types.argmax(axis=1) - 1, 0)
    return types, np.asarray(share[np.arange(len(heads)), likeliest], dtype=np.float32)


def runs(types: Floats, begins: Floats) -> list[Run]:
    """The spans: neighbouring words of one type, cut where a new span of that type begins."""
    best = types.argmax(axis=1)
    found: list[Run] = []
    start = 0
    for at in range(1, len(best) + 1):
        if at < len(best) and best[at] == best[start] and (best[at] == 0 or begins[at] <= 0.5):
            continue
        if best[start]:
            found.append(Run(int(best[start]), start, at))
        start = at
    return found
