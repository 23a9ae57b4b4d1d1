"""The triple patterns of a question, and how much of a store fits each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Store

from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.query import answer

__all__ = ["patterns"]


def patterns(store: Store, sparql: str, base: str) -> list[tuple[str, int]] | None:
    """Each pattern, as a question writes it, with the number of triples or paths that fit it; the rarest first.

    The question must be one that the store can answer. rdflib reads it, because the engine's own reading is not to be
    had: None for what goes beyond SPARQL 1.1, and is known to the engine alone.
    """
    from pyparsing import ParseException
    from rdflib.graph import Graph
    from rdflib.namespace import NamespaceManager
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    from graph_builder.graph.sparql import with_prefixes

    known = prefixes(base)
    answer(store, sparql, base)  # a mistake is told as always
    try:
        algebra = translateQuery(parseQuery(with_prefixes(sparql, known))).algebra
    except ParseException:
        return None
    short = NamespaceManager(Graph(bind_namespaces="none"))
    for prefix, namespace in known.items():
        short.bind(prefix, namespace)
    found = []
    for triple in dict.fromkeys(_triples(algebra)):
        asked = " ".join(_written(term) for term in triple)
        (row,) = answer(store, f"SELECT (COUNT(*) AS ?n) {{ {asked} }}", base).terms()
        found.append((" ".join(_written(term, short) for term in triple), int(row[0].value)))  # type: ignore[union-attr]
    return sorted(found, key=lambda pair: pair[1])


def _triples(node: Any) -> Iterator[tuple[Any, ...]]:
    """Every triple pattern somewhere in the algebra, but those of a CONSTRUCT's template."""
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        if node.name == "BGP":
            yield from (tuple(triple) for triple in node.triples)
        for key, part in node.items():
            if key not in ("triples", "template"):
                yield from _triples(part)
    elif isinstance(node, list | tuple | set):
        for part in node:
            yield from _triples(part)


def _written(term: Any, short: Any = None) -> str:
    """A term or path in SPARQL; a blank node is a variable that nobody names."""
    from rdflib.term import BNode

    if isinstance(term, BNode):
        return str(term.n3()) if short is None else "[]"
    return str(term.n3(short) if short is not None else term.n3())
