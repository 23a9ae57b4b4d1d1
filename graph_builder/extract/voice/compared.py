"""Which facts of a document rules and voice both have, and how far a voice is to be heeded.

How much the silence of a voice weighs is measured on the documents themselves. The rules' facts carry the share of them
that is right, so of those found in the answered documents so many are right as their confidences add up to; the share of
these that the voice says too is its standing, for each kind of fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph_builder.extract.voice.alike import Accounts, rivals, same
from graph_builder.extract.voice.taking import Taken
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

EXPECTED, WEIGHT = 0.8, 10.0  # what is thought of a voice before it was heard, and how many facts that is worth
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
    """One document as rules and voice have it, each fact of the voice beside the one of the rules that says the same."""

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
    """For each kind of fact how many the rules are right in, as they are trusted, and how many of these the voice says."""

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
    ours, theirs = both.accounts()
    rest = [f for f in found.facts if not isinstance(f, Event)]
    for fact in (f for f in both.taken.facts if not isinstance(f, Event)):
        match = next((o for o in rest if id(o) not in both.pairs and same(o, fact, ours, theirs)), None)
        if match is not None:
            both.pairs[id(match)] = fact
        elif not any(same(n, fact, theirs, theirs) for n in (*both.new, *both.pairs.values())):
            both.new.append(fact)
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


def _events_first(both: Both) -> None:
    """Events of the voice that the rules know become theirs, and so do their participants; told twice, they are one."""
    ours, theirs = both.accounts()
    called: dict[str, str] = {}
    kept: list[Event] = []
    for event in [f for f in both.taken.facts if isinstance(f, Event)]:
        twice = next((k for k in kept if same(k, event, theirs, theirs)), None)
        if twice is not None:
            called[event.event] = called.get(twice.event, twice.event)
            continue
        kept.append(event)
        match = next((o for o in both.found.events if id(o) not in both.pairs and same(o, event, ours, theirs)), None)
        if match is not None:
            both.pairs[id(match)] = event
            called[event.event] = match.event
        else:
            both.new.append(event)
    both.taken.facts = [
        replace(f, event=called.get(f.event, f.event)) if isinstance(f, Participation) else f
        for f in both.taken.facts
    ]
