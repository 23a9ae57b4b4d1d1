"""What facts are called: by what their document says, in its own names for things: no other document changes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_builder.graph.terms import hashed, readable
from graph_builder.model import Event, Extraction, Fact, Participation, Referent, Role, Span, Stance, Statement

__all__ = ["FactNames"]

Said = tuple[str, tuple[Span, ...]]  # form and parts of a statement


@dataclass(frozen=True, slots=True)
class FactNames:
    """The names of one document's facts, as `role/0123456789abcdef`: a hash of the document and of what it says."""

    source: str
    words: Mapping[str, str]  # referent id → what the document calls it, its id beside it where two are called so
    together: frozenset[Said]  # what several say with one voice

    @classmethod
    def of(cls, extraction: Extraction) -> FactNames:
        """The names of the facts of this extraction."""
        many = Counter((r.type, r.name) for r in extraction.referents)
        words = {r.id: _called(r, many[r.type, r.name]) for r in extraction.referents}
        said = Counter((s.form, s.parts) for s in extraction.statements)
        return cls(extraction.source, words, frozenset(each for each, times in said.items() if times > 1))

    def name(self, fact: Fact) -> str:
        """The name of a fact."""
        kind, *says = self._says(fact)
        return f"{kind}/{hashed(kind, self.source, *says)}"

    def mention(self, referent: str, form: str) -> str:
        """The name of one written form of one referent's name."""
        return f"mention/{hashed('mention', self.source, self.words[referent], form)}"

    def _says(self, fact: Fact) -> Iterator[object]:
        match fact:
            case Role():
                yield from ("role", self.words[fact.person], readable(fact.post), self._perhaps(fact.organisation))
                yield from (fact.area, fact.status, fact.start, fact.end)
            case Event():
                yield from ("account", self.words[fact.event], fact.start, fact.end)
                yield from (fact.place, fact.planned, fact.cancelled)
            case Participation():
                yield from ("participation", self.words[fact.event], self.words[fact.agent], fact.role)
            case Statement():
                yield from ("statement", fact.form)
                if (fact.form, fact.parts) in self.together:  # else the words alone, whoever they turn out to be by
                    yield self._perhaps(fact.speaker)
                yield from (offset for part in fact.parts for offset in (part.start, part.end))
            case Stance():
                yield from ("stance", self.words[fact.holder], fact.stance, fact.topic)
                yield from (fact.hedged, fact.negated, fact.basis, fact.said)

    def _perhaps(self, referent: str | None) -> str | None:
        return self.words[referent] if referent else None


def _called(referent: Referent, alike: int) -> str:
    own = f"{referent.type.value}/{referent.name}"
    return f"{own}#{referent.id}" if alike > 1 else own
