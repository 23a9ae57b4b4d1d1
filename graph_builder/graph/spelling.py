"""Names in a question that nothing in the graph bears, and what they may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Store

from graph_builder.graph.namespaces import STANDARD, prefixes
from graph_builder.graph.sparql import named

__all__ = ["strangers", "terms"]


def strangers(store: Store, sparql: str, base: str) -> Iterator[str]:
    """One line for each prefixed name of the question that is nowhere in the store, and so can fit nothing."""
    known = prefixes(base)
    seen: set[str] = set()
    for name, iri, line in named(sparql, known):
        if iri not in seen and not iri.startswith(STANDARD["xsd"]) and not _is_there(store, NamedNode(iri)):
            near = _near(name, known)
            hint = f"; did you mean {near}?" if near else ""
            yield f"line {line}: nothing in the graph is called {name}{hint}"
        seen.add(iri)


def terms(known: dict[str, str]) -> Iterator[str]:
    """The prefixed names of all that the ontology declares or uses, and of its codes."""
    from graph_builder import vocabulary

    codes = (concept.iri for scheme in vocabulary.schemes() for concept in vocabulary.concepts(scheme))
    for iri in (*vocabulary.terms(), *codes):
        for prefix, namespace in known.items():
            if iri.startswith(namespace) and len(iri) > len(namespace):
                yield f"{prefix}:{iri.removeprefix(namespace)}"


def _is_there(store: Store, node: NamedNode) -> bool:
    uses = (
        store.quads_for_pattern(node, None, None, None),
        store.quads_for_pattern(None, node, None, None),
        store.quads_for_pattern(None, None, node, None),
    )
    return any(next(quads, None) is not None for quads in uses)


def _near(name: str, known: dict[str, str]) -> str:
    """The term most like this one, of the same prefix if it can be."""
    from difflib import get_close_matches

    every = sorted(terms(known))
    prefix = name.partition(":")[0] + ":"
    return _first(get_close_matches(name, [t for t in every if t.startswith(prefix)], n=1)) or _first(
        get_close_matches(name, every, n=1, cutoff=0.8)
    )


def _first(found: Iterable[str]) -> str:
    return next(iter(found), "")
