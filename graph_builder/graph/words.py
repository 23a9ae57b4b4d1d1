"""The words that a question may be made of: what the store's ontology declares, as prefixed names."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from graph_builder.graph.namespaces import STANDARD, prefixes

__all__ = ["words_of"]

DECLARED = (
    ("owl", "Class"),
    ("rdfs", "Class"),
    ("owl", "ObjectProperty"),
    ("owl", "DatatypeProperty"),
    ("rdf", "Property"),
    ("owl", "AnnotationProperty"),
    ("skos", "Concept"),
)


def words_of(store: Store, base: str) -> list[tuple[str, str]]:
    """Every class, property and code with a prefix, and its label or comment, in order."""
    short = {namespace: prefix for prefix, namespace in prefixes(base).items() if not namespace.startswith(base)}
    found: dict[str, str] = {}
    for prefix, name in DECLARED:
        for quad in store.quads_for_pattern(
            None, NamedNode(STANDARD["rdf"] + "type"), NamedNode(STANDARD[prefix] + name), None
        ):
            if isinstance(quad.subject, NamedNode) and (word := _short(quad.subject.value, short)):
                found.setdefault(word, _label(store, quad.subject))
    return sorted(found.items())


def _short(iri: str, short: dict[str, str]) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    return f"{short[iri[:cut]]}:{iri[cut:]}" if iri[:cut] in short and iri[cut:] else ""


def _label(store: Store, node: NamedNode) -> str:
    for prefix, name in (("rdfs", "label"), ("skos", "prefLabel")):
        for quad in store.quads_for_pattern(node, NamedNode(STANDARD[prefix] + name), None, None):
            if isinstance(quad.object, Literal):
                return quad.object.value
    return ""
