"""Where somebody takes a stand, read off the encoder's answers: sentences that show a stance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph_builder.extract.tagging.tags import STANCES
from graph_builder.extract.tagging.words import Words
from graph_builder.model import Span

__all__ = ["Standing", "standings"]

_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Rev|Revd|Cllr|No|Hon|Ltd|vs|e\.g|i\.e)$")
_LEAST = 0.2  # below this chance of any stance a sentence is not worth a word


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence that shows a stance, its code, and how sure the encoder is: of any stance, and of this one."""

    span: Span
    code: str
    taken: float
    probability: float


def standings(text: str, words: Words) -> Iterator[Standing]:
    """The sentences in the order of the text."""
    for first, last in _sentences(text, words):
        mean = words.stances[first:last].mean(axis=0)
        code, taken = int(np.argmax(mean[1:])) + 1, 1.0 - float(mean[0])
        if taken >= _LEAST:
            span = Span(words.starts[first], words.ends[last - 1])
            yield Standing(span, STANCES[code], round(taken, 4), round(float(mean[code]), 4))


def _sentences(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """The first word of each sentence and the one after its last."""
    start = 0
    for at in range(1, len(words.starts) + 1):
        if at == len(words.starts) or words.paragraphs[at] != words.paragraphs[start] or _ends(text, words, at):
            yield start, at
            start = at


def _ends(text: str, words: Words, at: int) -> bool:
    """Whether a sentence ends before a word: its mark may be some words back, behind it only closing marks."""
    if text[words.starts[at] - 1] not in " \t\n\r\xa0":
        return False
    before = max(0, words.starts[at] - 6)
    found = _END.search(text, before, words.starts[at] + 2)
    return (
        found is not None
        and found.end() == words.starts[at]
        and _ABBREVIATED.search(text, max(0, found.start() - 6), found.start()) is None
    )
