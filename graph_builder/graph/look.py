"""Looking things up in a store one by one, by prefixed names."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Store

from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.safety import safe

__all__ = ["Look"]


class Look:
    """A store that answers simple questions about single things; answers are sorted, and missing ones are empty."""

    def __init__(self, store: Store, base: str) -> None:
        self.store = store
        self.base = base

    def things(self, subject: NamedNode, name: str) -> list[NamedNode]:
        """What the subject is linked to by a property."""
        quads = self.store.quads_for_pattern(subject, _named(name), None, None)
        return sorted((q.object for q in quads if isinstance(q.object, NamedNode)), key=str)

    def thing(self, subject: NamedNode, name: str) -> NamedNode | None:
        """The first of these."""
        return next(iter(self.things(subject, name)), None)

    def texts(self, subject: NamedNode, name: str) -> list[str]:
        """The literals that a property of the subject has."""
        quads = self.store.quads_for_pattern(subject, _named(name), None, None)
        return sorted(q.object.value for q in quads if isinstance(q.object, Literal))

    def text(self, subject: NamedNode | None, name: str) -> str:
        """The first of these, or nothing."""
        return next(iter(self.texts(subject, name)), "") if subject else ""

    def holders(self, name: str, value: NamedNode) -> list[NamedNode]:
        """What has this value of a property."""
        quads = self.store.quads_for_pattern(None, _named(name), value, None)
        return sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str)

    def instances(self, kind: str) -> list[NamedNode]:
        """Everything of a class."""
        return self.holders("rdf:type", _named(kind))

    def exists(self, node: NamedNode) -> bool:
        """Whether anything is said of it."""
        return next(iter(self.store.quads_for_pattern(node, None, None, None)), None) is not None

    def label(self, node: NamedNode | None) -> str:
        """What something is called; at worst the last part of its IRI."""
        if node is None:
            return ""
        found = self.text(node, "rdfs:label") or self.text(node, "skos:prefLabel") or self.text(node, "dcterms:title")
        return safe(found or node.value.rstrip("/").rpartition("/")[2].rpartition("#")[2])

    def code(self, subject: NamedNode, name: str) -> str:
        """The code of the concept that a property of the subject has."""
        concept = self.thing(subject, name)
        return concept.value.rpartition("#")[2] if concept else ""

    def is_true(self, subject: NamedNode, name: str) -> bool:
        """Whether the property is there and true."""
        return self.text(subject, name) == "true"

    def kind(self, node: NamedNode) -> str:
        """The part of a data name before the last: `person`, `role`; nothing for what is no data."""
        return node.value.removeprefix(self.base).partition("/")[0] if node.value.startswith(self.base) else ""

    def short(self, node: NamedNode) -> str:
        """`person/ada-nwosu`."""
        return node.value.removeprefix(self.base)

    def source(self, fact: NamedNode) -> str:
        """The file whose document says it."""
        return safe(self.text(self.thing(fact, "onr:inDocument"), "onr:fileName"))

    def quote(self, fact: NamedNode) -> str:
        """The sentence or clause that proves a fact."""
        return next((safe(q) for s in self.selectors(fact) if (q := self.text(s, "oa:exact"))), "")

    def selectors(self, fact: NamedNode) -> Iterator[NamedNode]:
        """Where the sentence is, and what it is; for words without a speaker, where the words are."""
        proofs = self.things(fact, "onr:evidence") or self.things(fact, "onr:words")
        return (s for proof in proofs[:1] for s in self.things(proof, "oa:hasSelector"))


def _named(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(STANDARD[prefix] + local)
