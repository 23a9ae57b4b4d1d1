"""What people decided of facts: those rejected go, those confirmed say so, and those added come with their proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graph_builder.corrections.added import with_added
from graph_builder.decisions import Correction, Decision
from graph_builder.model import Document, Extraction, Fact

__all__ = ["Decided"]

OneFact = TypeVar("OneFact", bound=Fact)
OF_FACTS = (Decision.REJECT, Decision.CONFIRM, Decision.ADD)


@dataclass(slots=True)
class Decided:
    """The corrections of facts, and which of them fitted a document so far."""

    corrections: tuple[Correction, ...]
    amiss: dict[Correction, str] = field(default_factory=dict)  # those that fit nothing yet, and why

    @classmethod
    def of(cls, corrections: Iterable[Correction]) -> Decided:
        """Of the corrections those that are about facts."""
        return cls(tuple(c for c in corrections if c.decision in OF_FACTS))

    def __post_init__(self) -> None:
        for each in self.corrections:
            named = f"no document is called {each.get('in')}" if each.decision is Decision.ADD else _gone(each)
            self.amiss[each] = named

    def put_to(self, found: Extraction, document: Document, name_of: Callable[[Fact], str]) -> Extraction:
        """One document's facts as people want them; `name_of` says what a fact is called: `role/0123…`."""
        rejected = self._named(Decision.REJECT)
        confirmed = self._named(Decision.CONFIRM)
        if rejected or confirmed:
            names = {id(fact): name_of(fact) for fact in found.facts}
            for correction in (d[name] for d in (rejected, confirmed) for name in names.values() if name in d):
                self.amiss.pop(correction, None)
            kept = found.only(lambda fact: names[id(fact)] not in rejected)
            found = _confirmed(kept, confirmed, name_of) if confirmed.keys() & set(names.values()) else kept
        for each in self.corrections:
            if each.decision is Decision.ADD and each.get("in") == document.source:
                found = self._added(found, document, each)
        return found

    def _added(self, found: Extraction, document: Document, each: Correction) -> Extraction:
        try:
            found = with_added(found, document, each)
        except ValueError as error:
            self.amiss[each] = str(error)
        else:
            self.amiss.pop(each, None)
        return found

    def _named(self, decision: Decision) -> dict[str, Correction]:
        return {fact_called(c.about[0]): c for c in self.corrections if c.decision is decision}

    @property
    def unfit(self) -> tuple[tuple[Correction, str], ...]:
        """The corrections that fitted no document, and why."""
        return tuple(self.amiss.items())


def fact_called(name: str) -> str:
    """A fact's name as the graph has it, of an IRI, `role/0123…` or `role:0123…`."""
    return "/".join(name.strip().strip("<>").replace(":", "/").split("/")[-2:])


def _gone(each: Correction) -> str:
    said = each.get("says")
    return "no fact is called so any more" + (f"; it said: {said}" if said else "")


def _confirmed(found: Extraction, confirmed: dict[str, Correction], name_of: Callable[[Fact], str]) -> Extraction:
    def sure(fact: OneFact) -> OneFact:
        correction = confirmed.get(name_of(fact))
        return replace(fact, decided=correction) if correction else fact

    return replace(
        found,
        roles=tuple(map(sure, found.roles)),
        events=tuple(map(sure, found.events)),
        participations=tuple(map(sure, found.participations)),
        statements=tuple(map(sure, found.statements)),
        stances=tuple(map(sure, found.stances)),
    )
