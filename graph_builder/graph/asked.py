"""A plain question becomes a question of the catalogue, by the phrasings in the files; or those near it are told."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from pyoxigraph import Store

from graph_builder.graph.catalogue import Question
from graph_builder.graph.meant import meanings, near
from graph_builder.graph.periods import Period, period_in
from graph_builder.graph.phrasings import Said, phrasings, readings, words_of

__all__ = ["Meaning", "Understood", "understood"]

NEAREST = 3
EMPTY = frozenset(
    "a about an and any are as at be by did do does has have in is it of on or that the their to was were who what"
    " when which".split()
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A question of the catalogue with the values of its parameters."""

    question: Question
    values: tuple[tuple[str, str], ...]  # a parameter may stand twice: either value will do

    @property
    def line(self) -> str:
        """The command that asks it."""
        told = (f"--param {name}={shlex.quote(value)}" for name, value in self.values)
        return " ".join(("onrecord query", self.question.name, *told))


@dataclass(frozen=True, slots=True)
class Understood:
    """What a plain question may mean, equally well; where nothing, why not, and which questions are near."""

    meanings: tuple[Meaning, ...]
    complaints: tuple[str, ...] = ()
    nearest: tuple[Question, ...] = ()


def understood(store: Store, catalogue: Mapping[str, Question], asked: str) -> Understood:
    """What is asked: of the phrasings that fit, those that know most of its words and whose names the graph has."""
    words, period = period_in(words_of(asked))
    found = [
        said
        for q in catalogue.values()
        for text, when in ((words, period),)
        for said in _dated(readings(q, text), when)
    ]
    complaints: dict[str, None] = {}
    for closeness in sorted({said.words for said in found}, reverse=True):
        several: dict[tuple[str, tuple[tuple[str, str], ...]], Meaning] = {}
        for said in (s for s in found if s.words == closeness):
            for meaning in _meanings(store, said, complaints):
                several.setdefault((said.question.name, meaning.values), meaning)
        if several:
            return Understood(tuple(several.values()))
    undated = [s.question for q in catalogue.values() for s in readings(q, words)] if period and not found else []
    for question in dict.fromkeys(undated):
        complaints[f"{question.name} cannot be asked of a time"] = None
    return Understood((), tuple(complaints), tuple(undated or _nearest(catalogue.values(), words)))


def _dated(said: Iterable[Said], period: Period | None) -> Iterable[Said]:
    """What was said with its period told to the question; a question without dates is not what was asked."""
    for one in said:
        if period is None:
            yield one
        elif {"since", "until"} <= {p.name for p in one.question.parameters}:
            ends = (("since", period.since), ("until", period.until))
            yield one._replace(values=one.values + tuple((name, day) for name, day in ends if day))


def _meanings(store: Store, said: Said, complaints: dict[str, None]) -> Iterable[Meaning]:
    kinds = {p.name: p.type for p in said.question.parameters}
    choices = []
    for name, words in said.values:
        may = meanings(store, kinds[name], words)
        if not may:
            alike = near(store, kinds[name], words)
            rest = f"; there is {', '.join(alike)}" if alike else ""
            complaints[f"no {_called(kinds[name])} of the graph goes by {words!r}{rest}"] = None
        choices.append([tuple((name, value) for value in values) for values in may])
    return [Meaning(said.question, tuple(v for part in each for v in part)) for each in product(*choices)]


def _called(kind: str) -> str:
    return "person or body" if kind == "name" else kind


def _nearest(questions: Iterable[Question], words: str) -> list[Question]:
    """The questions that share most words with what was asked."""
    asked = _telling(words)
    ranked = [(len(asked & _telling(" ".join((q.name, q.help, *phrasings(q))))), q) for q in questions]
    return [q for shared, q in sorted(ranked, key=lambda r: (-r[0], r[1].name)) if shared][:NEAREST]


def _telling(words: str) -> set[str]:
    return {re.sub(r"(?:ies|y|es|s|ed)$", "", w) for w in re.findall(r"[a-z]{3,}", words.casefold())} - EMPTY
