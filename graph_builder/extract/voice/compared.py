"""Which facts of a document rules and voice both have, and how far a voice is to be heeded.

How much the silence of a voice weighs is measured on the documents themselves. The rules' facts carry the share of them
that is right, so of those found in the answered documents so many are right as their confidences add up to; the
share of these that the voice says too is its standing, for each kind of fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph_builder.extract.voice.alike import Accounts, likeness, repeated, rivals
from graph_builder.extract.voice.held import Taken
from graph_builder.model import (
    EntityType,
    Event,
    Extraction,
    Fact,
    Participation,
    Role,
    Stance,
    Statement,
)

__all__ = ["KINDS", "NAMED", "Both", "Standing", "compared"]

EXPECTED, WEIGHT = 0.8, 5.0  # what is thought of a voice before it was heard, and how many facts that is worth
LEAST, MOST = 0.3, 0.98
NAMED = {EntityType.PERSON: 0.97, EntityType.ORGANISATION: 0.92}  # share of the rules' names that are right
KINDS: Mapping[type[Fact], str] = {
    Role: "posts",
    Event: "events",
    Participation: "participants",
    Statement: "statements",
    Stance: "positions",
}


@dataclass(slots=True)
class Both:
    """One document as rules and voice have it, each fact of the voice beside that of the rules that says the same."""

    found: Extraction
    taken: Taken
    pairs: dict[int, Fact] = field(default_factory=dict)  # id of a fact of the rules → the voice's
    new: list[Fact] = field(default_factory=list)  # what only the voice says
    against: dict[int, Fact] = field(default_factory=dict)  # id of a fact of the rules → what the voice says instead

    def accounts(self) -> tuple[Accounts, Accounts]:
        """What each side knows of events, in the order rules, voice."""
        ours = {r.id: r for r in self.found.referents}
        parts = [f for f in self.taken.facts if isinstance(f, Participation)]
        return Accounts(ours, self.found.participations), Accounts(self.taken.events, parts)


@dataclass(slots=True)
class Standing:
    """How many facts of each kind the rules are right in, as they are trusted, and how many of them the voice has."""

    right: dict[str, float] = field(default_factory=dict)
    confirmed: dict[str, float] = field(default_factory=dict)

    def count(self, kind: str, confidence: float, confirmed: bool) -> None:
        """Count one finding of the rules."""
        self.right[kind] = self.right.get(kind, 0.0) + confidence
        self.confirmed[kind] = self.confirmed.get(kind, 0.0) + confirmed

    def of(self, kind: str) -> float:
        """The share, drawn towards what is expected where little was heard yet."""
        share = (self.confirmed.get(kind, 0.0) + EXPECTED * WEIGHT) / (self.right.get(kind, 0.0) + WEIGHT)
        return round(min(MOST, max(LEAST, share)), 2)


def compared(found: Extraction, taken: Taken, standing: Standing) -> Both:
    """Which facts both have, counted into the standing of the voice."""
    both = Both(found, taken)
    _events_first(both)
    _pair(both, [f for f in found.facts if not isinstance(f, Event)], _once(taken, of_events=False))
    ours, theirs = both.accounts()
    for one in found.facts:
        if id(one) not in both.pairs:
            other = next((n for n in both.new if rivals(one, n, ours, theirs)), None)
            if other is not None:
                both.against[id(one)] = other
        standing.count(KINDS[type(one)], one.confidence, id(one) in both.pairs)
    for referent in found.referents:
        if referent.type in NAMED:
            standing.count(referent.type.value, NAMED[referent.type], referent.id in taken.circle.told)
    return both


def _once(taken: Taken, *, of_events: bool) -> list[Fact]:
    """The facts of the voice, each once."""
    kept: list[Fact] = []
    for fact in (f for f in taken.facts if isinstance(f, Event) == of_events):
        if not any(type(k) is type(fact) and repeated(k, fact, taken.events) for k in kept):
            kept.append(fact)
    return kept


def _pair(both: Both, rules: list[Fact], voice: list[Fact]) -> None:
    """Facts that say the same, the likest first, each with one other; what is left of the voice's is new."""
    ours, theirs = both.accounts()
    likely = [
        (score, -i, -j)
        for i, one in enumerate(rules)
        for j, other in enumerate(voice)
        if (score := likeness(one, other, ours, theirs)) > 0
    ]
    paired: set[int] = set()
    for _, i, j in sorted(likely, reverse=True):
        if id(rules[-i]) not in both.pairs and -j not in paired:
            both.pairs[id(rules[-i])] = voice[-j]
            paired.add(-j)
    both.new += [fact for j, fact in enumerate(voice) if j not in paired]


def _events_first(both: Both) -> None:
    """Events of the voice that the rules know become theirs, and so do their participants; told twice, they are one."""
    told = [f for f in both.taken.facts if isinstance(f, Event)]
    once = [f for f in _once(both.taken, of_events=True) if isinstance(f, Event)]
    called = {}
    for event in told:
        if not any(event is each for each in once):
            called[event.event] = next(k.event for k in once if repeated(k, event, both.taken.events))
    _pair(both, list(both.found.events), list(once))
    for one in both.found.events:
        other = both.pairs.get(id(one))
        if isinstance(other, Event):
            called[other.event] = one.event
    both.taken.facts = [
        replace(f, event=_end(called, f.event)) if isinstance(f, Participation) else f for f in both.taken.facts
    ]


def _end(called: Mapping[str, str], event: str) -> str:
    """What an event is called in the end."""
    while event in called:
        event = called[event]
    return event
