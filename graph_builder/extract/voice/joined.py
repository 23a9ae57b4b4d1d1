"""Rules and voice together: what both say is surer, and what only one says is as sure as the other's silence leaves it.

What the rules say and the voice does not is as sure as Bayes has it: the more of what is surely known a voice says, the
more its silence tells. What is then less sure than one in three is left out of the graph, and named in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph_builder.extract.voice.compared import KINDS, NAMED, Both, Standing
from graph_builder.extract.voice.worded import worded
from graph_builder.model import (
    Event,
    Extraction,
    Fact,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
)
from graph_builder.names import fold

__all__ = ["LeftOut", "join"]

EVEN = 0.5  # a name of which nothing is said, and that is less sure, goes
KEPT = 0.35  # the least that stays; measured on good, careless and poor voices (docs/quality.md)
MOST = 0.98

Found = TypeVar("Found", bound=Fact)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact of the rules that is not in the graph because the voice does not bear it out."""

    source: str
    kind: str
    says: str
    rule: str
    confidence: float  # what is left of it
    dissent: str
    fact: str = ""  # its name, where the rules found it


@dataclass(frozen=True, slots=True)
class _Joining:
    """One document on its way to one set of facts."""

    both: Both
    standing: Standing
    model: str

    def weight(self, fact: Fact) -> float:
        """How far the voice is to be heeded on facts of this kind."""
        return self.standing.of(KINDS[type(fact)])

    def says(self, fact: Fact) -> str:
        """A fact in a few words."""
        return worded(fact, self.both.taken.circle.referents | self.both.taken.events, self.both.taken.body.document)

    def left_out(self, fact: Fact, name: str) -> LeftOut:
        """A line for the report."""
        source = self.both.found.source
        said = (KINDS[type(fact)], self.says(fact), fact.rule, fact.confidence, fact.dissent or "")
        return LeftOut(source, *said, name)

    def judged(self, facts: Iterable[Found]) -> tuple[Found, ...]:
        """Facts of the rules, after the voice was heard."""
        return tuple(self._confirmed(f) if id(f) in self.both.pairs else self._doubted(f) for f in facts)

    def _confirmed(self, fact: Found) -> Found:
        other, weight = self.both.pairs[id(fact)], self.weight(fact)
        sure = round(min(MOST, 1 - (1 - fact.confidence) * (1 - weight)), 2)
        now = replace(fact, confidence=max(sure, fact.confidence), heard=self.model)
        return _fuller(now, other, voice_first=weight >= fact.confidence, model=self.model)

    def _doubted(self, fact: Found) -> Found:
        against = self.both.against.get(id(fact))
        said = f"{self.model} says instead: {self.says(against)}" if against else f"{self.model} does not say it"
        left = fact.confidence * (1 - self.weight(fact))
        return replace(fact, confidence=round(left / (left + 1 - fact.confidence), 2), dissent=said)

    def alone(self, fact: Found, judged: Sequence[Fact]) -> Found:
        """What only the voice says."""
        rivals = [(one, now) for one, now in zip(self.both.found.facts, judged, strict=True) if self._denies(one, fact)]
        told = "; ".join(f"the rules say instead: {self.says(o)} ({o.rule}, {o.confidence:.2f})" for o, _ in rivals)
        return replace(fact, confidence=self.weight(fact), heard=self.model, dissent=told or None)

    def _denies(self, one: Fact, fact: Fact) -> bool:
        return self.both.against.get(id(one)) is fact


def join(
    both: Both, standing: Standing, model: str, name_of: Callable[[Fact], str]
) -> tuple[Extraction, list[LeftOut]]:
    """One document's facts: those of both, those of the voice, and of the rules' own those that stay sure enough.

    `name_of` says what a fact of the rules is called, for whoever asks for one that was left out.
    """
    joining = _Joining(both, standing, model)
    found = both.found
    judged = replace(
        found,
        roles=joining.judged(found.roles),
        events=joining.judged(found.events),
        participations=joining.judged(found.participations),
        statements=joining.judged(found.statements),
        stances=joining.judged(found.stances),
    )
    new = [joining.alone(fact, judged.facts) for fact in both.new]
    beaten = _beaten(
        both, dict(zip(map(id, found.facts), judged.facts, strict=True)), dict(zip(map(id, both.new), new, strict=True))
    )
    out = [f for f in (*judged.facts, *new) if id(f) in beaten or (f.confidence < KEPT and not f.decided)]
    gone = {id(f) for f in out}
    kept = judged.only(lambda f: id(f) not in gone)
    names = {id(now): name_of(one) for one, now in zip(found.facts, judged.facts, strict=True) if id(now) in gone}
    left = [joining.left_out(f, names.get(id(f), "")) for f in out]
    return _peopled(_with(kept, [f for f in new if id(f) not in gone], both), joining), left


def _beaten(both: Both, judged: Mapping[int, Fact], new: Mapping[int, Fact]) -> set[int]:
    """Of statements and posts of which only one can be right, the less sure."""
    beaten = set()
    for old, other in both.against.items():
        if isinstance(other, Statement | Role):
            one, instead = judged[old], new[id(other)]
            beaten.add(id(instead) if one.confidence > instead.confidence or one.decided else id(one))
    return beaten


DETAILS: Mapping[type[Fact], tuple[str, ...]] = {
    Role: ("organisation", "area", "start", "end"),
    Event: ("start", "end", "place"),
    Participation: ("role",),
}


def _fuller(fact: Found, other: Fact, *, voice_first: bool, model: str) -> Found:
    """The rules' fact with what only the voice tells of it; where they differ the surer counts, and is gainsaid."""
    told = {}
    for name in DETAILS.get(type(fact), ()):
        own, theirs = getattr(fact, name), getattr(other, name)
        if theirs is None or own == theirs:
            continue
        if own is None:
            told[name] = theirs
        elif voice_first:
            told |= {name: theirs, "dissent": f"the rules say instead: {name} {own} ({fact.rule})"}
        else:
            told["dissent"] = f"{model} says instead: {name} {theirs}"
    return replace(fact, **told)


def _with(kept: Extraction, new: Sequence[Fact], both: Both) -> Extraction:
    """The kept facts and those of the voice, with the events that it tells of and whom it names."""
    told = {f.event: both.taken.events[f.event] for f in new if isinstance(f, Event)}
    events = {e.event for e in kept.events} | set(told)
    statements = (*kept.statements, *(f for f in new if isinstance(f, Statement)))
    words = [part for s in statements if s.heard for part in s.parts]
    return replace(
        kept,
        referents=(*kept.referents, *told.values()),
        roles=(*kept.roles, *(f for f in new if isinstance(f, Role))),
        events=(*kept.events, *(f for f in new if isinstance(f, Event))),
        participations=(
            *kept.participations,
            *(f for f in new if isinstance(f, Participation) and f.event in events),
        ),
        statements=statements,
        stances=(*kept.stances, *(_founded(f, statements) for f in new if isinstance(f, Stance))),
        unattributed=tuple(u for u in kept.unattributed if not any(u.span.meets(w) for w in words)),
    )


def _founded(stance: Stance, statements: Sequence[Statement]) -> Stance:
    """A position with the statement that shows it, where there is one."""
    own = (i for i, s in enumerate(statements) if s.speaker == stance.holder and _inside(stance.evidence, s))
    first = next(own, None)
    return stance if first is None else replace(stance, statement=first, basis="said")


def _inside(evidence: Span, statement: Statement) -> bool:
    return any(evidence.meets(part) for part in statement.parts)


def _peopled(found: Extraction, joining: _Joining) -> Extraction:
    """The facts with those whom rules and voice name; whom only the rules name, and nothing is said of, is doubted."""
    circle = joining.both.taken.circle
    used = {name for fact in found.facts for name in _agents(fact)}
    authors = {fold(name) for name in found_authors(joining)}

    def stays(one: Referent) -> bool:
        if one.type not in NAMED or one.id in circle.told or one.id in used:
            return True
        prior, weight = NAMED[one.type], joining.standing.of(one.type.value)
        left = prior * (1 - weight)
        return left / (left + 1 - prior) >= EVEN or bool(authors & {fold(f) for f in (one.name, *one.forms)})

    now = {r.id: circle.referents.get(r.id, r) for r in found.referents} | circle.told | _titled(joining)
    staying = {name: one for name, one in now.items() if stays(one)}
    referents = (
        one if one.part_of in staying or one.part_of is None else replace(one, part_of=None) for one in staying.values()
    )
    mentions = (*found.mentions, *circle.mentions(found.mentions))
    return replace(found, referents=tuple(referents), mentions=tuple(m for m in mentions if m.referent in staying))


def _titled(joining: _Joining) -> dict[str, Referent]:
    """Events of both, under the voice's title and kind where it is the surer."""
    both, referents = joining.both, {r.id: r for r in joining.both.found.referents}
    titled = {}
    for one in both.found.events:
        other = both.pairs.get(id(one))
        if isinstance(other, Event) and joining.weight(one) >= one.confidence:
            old, told = referents[one.event], both.taken.events[other.event]
            titled[one.event] = replace(old, name=told.name, kind=told.kind, forms=told.forms or old.forms)
    return titled


def found_authors(joining: _Joining) -> tuple[str, ...]:
    """Who wrote and who published the document, as its metadata say."""
    document = joining.both.taken.body.document
    return (*document.authors, *([document.publisher] if document.publisher else []))


def _agents(fact: Fact) -> Iterable[str]:
    """The people and bodies that a fact is about."""
    names = ("person", "organisation", "agent", "speaker", "addressee", "holder", "topic_referent", "on_behalf_of")
    return (name for part in names if (name := getattr(fact, part, None)) is not None)
