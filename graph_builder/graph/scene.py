"""One document on its way into the graph: who its referents are, and what its spans are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.decisions import correction_node
from graph_builder.graph.fact_names import FactNames
from graph_builder.graph.terms import Names, decimal, readable, term, text
from graph_builder.model import (
    Document,
    Entity,
    Event,
    Extraction,
    Fact,
    Identities,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
)

__all__ = ["Scene", "voice_node"]


def voice_node(names: Names, model: str) -> NamedNode:
    """The voice that a language model is: `voice/qwen3-8b`."""
    return names.thing("voice", readable(model))


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with what was found in it, and who and what its referents and topics are."""

    document: Document
    extraction: Extraction
    names: Names
    identities: Identities
    referents: Mapping[str, Referent]
    fact_names: FactNames

    @classmethod
    def of(cls, document: Document, extraction: Extraction, names: Names, identities: Identities) -> Scene:
        """The scene of one document."""
        return cls(
            document, extraction, names, identities, {r.id: r for r in extraction.referents}, FactNames.of(extraction)
        )

    @property
    def iri(self) -> NamedNode:
        """The document's own name."""
        return self.names.document(self.document.source)

    def entity(self, referent: str) -> NamedNode:
        """Who or what a referent is."""
        return self._node(self.identities.entity_of[self.document.source, referent])

    def topic(self, stance: Stance) -> NamedNode:
        """What a stance is about, which is the same however it is worded."""
        return self._node(self.identities.topics[self.document.source, stance.topic])

    def _node(self, entity: Entity) -> NamedNode:
        return self.names.thing(entity.type.value, entity.slug)

    def words_of(self, span: Span) -> str:
        """The document's words at a span."""
        return span.of(self.document.text)

    def evidence(self, span: Span) -> NamedNode:
        """The node of the sentence or clause at a span, which every fact that it proves shares."""
        return self.of_document("evidence", span.start, span.end)

    def words(self, span: Span) -> NamedNode:
        """The node of the words said at a span."""
        return self.of_document("words", span.start, span.end)

    def fact(self, fact: Fact) -> NamedNode:
        """The node of a fact of this document."""
        return self.names.named(self.fact_names.name(fact))

    def meaning(self, fact: Fact) -> tuple[object, ...]:
        """What a fact says of whom: two facts of a document that mean the same are one."""
        match fact:
            case Role():
                body = fact.organisation and self.entity(fact.organisation)
                who = self.entity(fact.person), readable(fact.post), body
                return (*who, fact.area, fact.status, fact.start, fact.end)
            case Event():
                return self.entity(fact.event), fact.start, fact.end, fact.place, fact.planned, fact.cancelled
            case Participation():
                return self.entity(fact.event), self.entity(fact.agent), fact.role
            case Stance():
                where = self.entity(fact.holder), fact.stance, self.topic(fact)
                return (*where, fact.hedged, fact.negated, fact.basis, fact.said)
        return (self.fact(fact),)

    def of_document(self, kind: str, *says: object) -> NamedNode:
        """The name of a node of this document that is no fact: a hash of what it says."""
        return self.names.fact(kind, self.document.source, *says)

    def proof(self, node: NamedNode, fact: Fact) -> Iterator[Triple]:
        """What every fact has: its evidence, its document, the rule that found it, and how far to trust it."""
        yield Triple(node, term("onr:evidence"), self.evidence(fact.evidence))
        yield Triple(node, term("onr:inDocument"), self.iri)
        yield Triple(node, term("onr:rule"), text(fact.rule))
        yield Triple(node, term("onr:confidence"), decimal(fact.confidence))
        if fact.heard:
            yield Triple(node, term("onr:heardFrom"), voice_node(self.names, fact.heard))
        if fact.dissent:
            yield Triple(node, term("onr:dissent"), text(fact.dissent))
        if fact.decided:
            yield Triple(node, term("onr:decided"), correction_node(self.names, fact.decided))
