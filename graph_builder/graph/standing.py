"""What stands before any document is read: the ontology and the register, as quads of their own graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Triple, parse

from graph_builder import resources
from graph_builder.graph.terms import Names

__all__ = ["standing_quads"]

REGISTERS = frozenset({"uk.ttl"})
RULES = frozenset({"shapes.ttl"})  # for checking a graph, and not part of one


def standing_quads(names: Names, known: Iterable[Triple] = ()) -> Iterator[Quad]:
    """The files of the folder `ontology`, each triple once, sorted; blank nodes get names that never change.

    The register's graph holds besides what other registers know of those who are mentioned.
    """
    files = [f for f in sorted(resources.folder("ontology").glob("*.ttl")) if f.name not in RULES]
    written: set[Triple] = set()
    for graph, registers in (("ontology", False), ("register", True)):
        quads = Dataset(q for f in files if (f.name in REGISTERS) is registers for q in _parsed(f))
        for triple in known if registers else ():
            quads.add(Quad(triple.subject, triple.predicate, triple.object))
        if any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object)):
            quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        for quad in sorted(quads, key=str):
            triple = Triple(*(_named(t, names, graph) for t in quad.triple))
            if triple not in written:
                written.add(triple)
                yield Quad(triple.subject, triple.predicate, triple.object, names.graph(graph))


def _parsed(file: Path) -> Iterator[Quad]:
    return iter(parse(path=file, format=RdfFormat.TURTLE))


def _named(node: Any, names: Names, graph: str) -> Any:
    return names.fact("graph", graph, node.value) if isinstance(node, BlankNode) else node
