"""Whether two voices say the same, or say different things of the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from graph_builder.extract.voice.body import WORD
from graph_builder.model import Event, Fact, Participation, Referent, Role, Span, Stance, Statement
from graph_builder.names import fold

__all__ = ["Accounts", "rivals", "same"]

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


def same(left: Fact, right: Fact, ours: Accounts, theirs: Accounts) -> bool:  # noqa: PLR0911 - one line for each kind
    """Whether two facts of one document say the same; what only one of them tells makes no difference."""
    match left, right:
        case Role(), Role():
            return (
                left.person == right.person
                and _posts(left, right)
                and _agree(left.organisation, right.organisation)
                and _agree(left.area and fold(left.area), right.area and fold(right.area))
                and left.status == right.status
            )
        case Event(), Event():
            return _one_event(left, right, ours, theirs)
        case Participation(), Participation():
            return left.event == right.event and left.agent == right.agent
        case Statement(), Statement():
            return left.speaker == right.speaker and shared(left.parts, right.parts) >= ALIKE
        case Stance(), Stance():
            return left.holder == right.holder and left.stance == right.stance and _one_matter(left, right)
    return False


def rivals(left: Fact, right: Fact, ours: Accounts, theirs: Accounts) -> bool:
    """Whether two facts that are not the same are told of the same words, so that only one can be right."""
    match left, right:
        case Role(), Role():
            return left.person == right.person and _posts(left, right) and left.evidence.meets(right.evidence)
        case Statement(), Statement():
            return shared(left.parts, right.parts) >= ALIKE
        case Stance(), Stance():
            return left.holder == right.holder and _one_matter(left, right)
        case Event(), Event():
            labels = (ours.referents[left.event].name, theirs.referents[right.event].name)
            return left.evidence.meets(right.evidence) and overlap(*labels) >= ALIKE
    return False


def _posts(left: Role, right: Role) -> bool:
    named = [{fold(left.post), fold(left.words)}, {fold(right.post), fold(right.words)}]
    return bool(named[0] & named[1]) or overlap(left.post, right.post) >= ALIKE


def _agree(left: str | None, right: str | None) -> bool:
    return not left or not right or left == right


def _one_event(left: Event, right: Event, ours: Accounts, theirs: Accounts) -> bool:
    one, other = ours.referents[left.event], theirs.referents[right.event]
    label = overlap(one.name, other.name)
    dated = bool(left.start and right.start and _dates(left.start, right.start))
    if left.start and right.start and not dated and label < SURELY:
        return False
    if one.kind != other.kind:
        return label >= SURELY or (dated and label >= ALIKE)
    together = ours.parts.get(left.event, set()) & theirs.parts.get(right.event, set())
    return label >= ALIKE or (bool(dated or together) and label >= ALIKE / 2)


def _dates(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)


def _one_matter(left: Stance, right: Stance) -> bool:
    if overlap(left.topic, right.topic) >= ALIKE:
        return True
    common = min(left.evidence.end, right.evidence.end) - max(left.evidence.start, right.evidence.start)
    shorter = min(s.end - s.start for s in (left.evidence, right.evidence))
    return common >= ALIKE * shorter and overlap(left.topic, right.topic) > 0


def shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """How much two runs of words have in common, from 0 to 1; 1 too where one holds nearly all of the other."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    lengths = [sum(s.end - s.start for s in spans) for spans in (left, right)]
    return 2 * common / sum(lengths) if common else 0.0


def overlap(left: str, right: str) -> float:
    """How many of their words two titles share, from 0 to 1."""
    one, other = ({w.casefold() for w in WORD.findall(each)} - SMALL for each in (left, right))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else float(left == right)
