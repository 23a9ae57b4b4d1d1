"""Names read off the encoder's answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph_builder.extract.tagging.tags import KINDS, NAMES
from graph_builder.extract.tagging.words import Run, Words, runs
from graph_builder.model import Span

__all__ = ["Name", "names"]

_LABELS = ("", *(tag[2:] for tag in NAMES[1::2]))
_ORGANISATION = _LABELS.index("ORG")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: PER, ORG, LOC, EVENT, WORK or MISC, and the likeliest kind of an organisation."""

    span: Span
    label: str
    probability: float
    kind: str | None = None
    kind_probability: float = 0.0


def names(text: str, words: Words) -> Iterator[Name]:
    """The names in order; a name has a capital or a digit, stays in its paragraph and begins and ends with a word."""
    for run in runs(words.names, words.name_begins):
        for part in _within_paragraphs(words, run):
            trimmed = _trimmed(text, words, part)
            if trimmed is not None:
                yield _name(words, trimmed)


def _within_paragraphs(words: Words, run: Run) -> Iterator[Run]:
    start = run.first
    for at in range(run.first + 1, run.last + 1):
        if at == run.last or words.paragraphs[at] != words.paragraphs[start]:
            yield Run(run.type, start, at)
            start = at


def _trimmed(text: str, words: Words, run: Run) -> Run | None:
    first, last = run.first, run.last
    while first < last and not (
        text[words.starts[first]].isalnum() and text[words.starts[first] : words.ends[first]] != "the"
    ):
        first += 1
    while last > first and not (text[words.ends[last - 1] - 1].isalnum() or text[words.ends[last - 1] - 1] in ".)"):
        last -= 1
    whole = text[words.starts[first] : words.ends[last - 1]] if last > first else ""
    return Run(run.type, first, last) if any(c.isupper() or c.isdigit() for c in whole) else None


def _name(words: Words, run: Run) -> Name:
    span = Span(words.starts[run.first], words.ends[run.last - 1])
    probability = float(words.names[run.first : run.last, run.type].mean())
    if run.type != _ORGANISATION:
        return Name(span, _LABELS[run.type], round(probability, 4))
    kinds = words.kinds[run.first : run.last].mean(axis=0)
    best = int(np.argmax(kinds))
    return Name(span, "ORG", round(probability, 4), KINDS[best], round(float(kinds[best]), 4))
