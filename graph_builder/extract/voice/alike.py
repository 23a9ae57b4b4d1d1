"""Whether two voices say the same, or say different things of the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from graph_builder.extract.voice.body import WORD
from graph_builder.model import Event, Fact, Participation, Referent, Role, Span, Stance, Statement
from graph_builder.names import fold

__all__ = ["Accounts", "likeness", "repeated", "rivals"]

ALIKE = 0.5  # share of the words of two findings that makes them one
SURELY = 0.8  # of two titles whose kinds differ
SMALL = frozenset("a an the of to in on for and by at with from s".split())

Found = TypeVar("Found", bound=Fact)


class Accounts:
    """What one side knows of events: their referents, and who took part."""

    def __init__(self, referents: Mapping[str, Referent], parts: Sequence[Participation]) -> None:
        self.referents = referents
        self.parts: dict[str, set[str]] = {}
        for part in parts:
            self.parts.setdefault(part.event, set()).add(part.agent)


def likeness(left: Fact, right: Fact, ours: Accounts, theirs: Accounts) -> float:
    """How surely two facts of one document say the same, or 0 where they do not; what only one tells is no matter."""
    match left, right:
        case Role(), Role():
            return _posts(left, right) if left.person == right.person and _one_post(left, right) else 0.0
        case Event(), Event():
            return _one_event(left, right, ours, theirs)
        case Participation(), Participation():
            one = left.event == right.event and left.agent == right.agent
            return one * (1.0 + (left.role == right.role))
        case Statement(), Statement():
            words = shared(left.parts, right.parts)
            return words if left.speaker == right.speaker and words >= ALIKE else 0.0
        case Stance(), Stance():
            return _one_matter(left, right) if (left.holder, left.stance) == (right.holder, right.stance) else 0.0
    return 0.0


def _one_post(left: Role, right: Role) -> bool:
    seats = (left.area and fold(left.area), right.area and fold(right.area))
    return _agree(left.organisation, right.organisation) and _agree(*seats) and left.status == right.status


def repeated(left: Fact, right: Fact, names: Mapping[str, Referent]) -> bool:
    """Whether one voice says the same twice, as it does where two parts of a document overlap."""
    if isinstance(left, Event) and isinstance(right, Event):
        one, other = names[left.event], names[right.event]
        label = overlap(one.name, other.name)
        return (
            one.kind == other.kind
            and left.start == right.start
            and (label == 1 or (label >= SURELY and left.evidence.meets(right.evidence)))
        )
    if isinstance(left, Role) and isinstance(right, Role):
        return left.person == right.person and fold(left.post) == fold(right.post) and _one_post(left, right)
    if isinstance(left, Stance) and isinstance(right, Stance):
        who = (left.holder, left.stance) == (right.holder, right.stance)
        return who and (overlap(left.topic, right.topic) == 1 or (left.evidence == right.evidence))
    if isinstance(left, Statement) and isinstance(right, Statement):
        return left.speaker == right.speaker and shared(left.parts, right.parts) >= SURELY
    nobody = Accounts({}, ())
    return likeness(left, right, nobody, nobody) > 0


def rivals(left: Fact, right: Fact, ours: Accounts, theirs: Accounts) -> bool:
    """Whether two facts that are not the same are told of the same words, so that only one can be right."""
    match left, right:
        case Role(), Role():
            return left.person == right.person and _posts(left, right) > 0 and left.evidence.meets(right.evidence)
        case Statement(), Statement():
            return shared(left.parts, right.parts) >= ALIKE
        case Stance(), Stance():
            return left.holder == right.holder and _one_matter(left, right) > 0
        case Event(), Event():
            labels = (ours.referents[left.event].name, theirs.referents[right.event].name)
            return left.evidence.meets(right.evidence) and overlap(*labels) >= ALIKE
    return False


def _posts(left: Role, right: Role) -> float:
    named = [{fold(left.post), fold(left.words)}, {fold(right.post), fold(right.words)}]
    words = overlap(left.post, right.post)
    return 1.0 + words if named[0] & named[1] else words if words >= ALIKE else 0.0


def _agree(left: str | None, right: str | None) -> bool:
    return not left or not right or left == right


def _one_event(left: Event, right: Event, ours: Accounts, theirs: Accounts) -> float:
    one, other = ours.referents[left.event], theirs.referents[right.event]
    label = overlap(one.name, other.name)
    dated = bool(left.start and right.start and _dates(left.start, right.start))
    if left.start and right.start and not dated and label < SURELY:
        return 0.0
    together = len(ours.parts.get(left.event, set()) & theirs.parts.get(right.event, set()))
    near = left.evidence.meets(right.evidence)
    if one.kind != other.kind:
        alike = label >= SURELY or (dated and near and label >= ALIKE)
    else:
        alike = label >= SURELY or ((dated or together > 0 or near) and label >= ALIKE / 2)
    return (label + 0.5 * dated + 0.2 * together + 0.3 * near) * alike


def _dates(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)


def _one_matter(left: Stance, right: Stance) -> float:
    topic = overlap(left.topic, right.topic)
    common = min(left.evidence.end, right.evidence.end) - max(left.evidence.start, right.evidence.start)
    shorter = min(s.end - s.start for s in (left.evidence, right.evidence))
    words = max(0.0, common / shorter) if shorter else 0.0
    return topic + words if topic >= ALIKE or (words >= ALIKE and topic > 0) else 0.0


def shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """How much two runs of words have in common, from 0 to 1; 1 too where one holds nearly all of the other."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    lengths = [sum(s.end - s.start for s in spans) for spans in (left, right)]
    return 2 * common / sum(lengths) if common else 0.0


def overlap(left: str, right: str) -> float:
    """How many of their words two titles share, from 0 to 1."""
    one, other = ({w.casefold() for w in WORD.findall(each)} - SMALL for each in (left, right))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else float(left == right)
