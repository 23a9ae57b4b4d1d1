"""A store of a million triples: the graph of the example documents many times over, each time about other people.

    python benchmarks/million.py EXAMPLE MILLION [TRIPLES]

EXAMPLE is the graph folder of `onrecord build tests/documents`; MILLION becomes a graph folder with a store alone,
which `onrecord query --graph MILLION` can ask. In the copy of number 7 every name of the data ends in `-7` and every
label in ` 7`, so that no two copies share a person, a topic or a document, and each triple is in exactly one graph.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.store import base_of, open_store, replace_store

TRIPLES = 1_000_000
NAMED_BY = frozenset(
    f"http://{name}"
    for name in (
        "www.w3.org/2000/01/rdf-schema#label",
        "xmlns.com/foaf/0.1/name",
        "www.w3.org/2004/02/skos/core#altLabel",
        "purl.org/dc/terms/title",
    )
) | {"https://w3id.org/onrecord/ontology#form", "https://w3id.org/onrecord/ontology#fileName"}


def copies(quads: list[Quad], base: str, triples: int) -> Iterator[Quad]:
    """The quads as they are, and then again with other names, until there are as many as that."""
    ours = [quad for quad in quads if not _shared(quad)]
    yield from quads
    left, number = triples - len(quads), 1
    while left > 0:
        yield from (_renamed(quad, base, number) for quad in ours[:left])
        left, number = left - len(ours), number + 1


def _shared(quad: Quad) -> bool:
    """Whether it belongs to the words of the graph, which every copy uses, or says where names begin."""
    graph = quad.graph_name
    return isinstance(graph, DefaultGraph) or str(graph.value).endswith(("graph/ontology", "graph/register"))


def _renamed(quad: Quad, base: str, number: int) -> Quad:
    said = quad.object
    if not isinstance(said, Literal):
        said = _other(said, base, number)
    elif quad.predicate.value in NAMED_BY:
        words = f"{said.value} {number}"
        said = Literal(words, language=said.language) if said.language else Literal(words)
    return Quad(_other(quad.subject, base, number), quad.predicate, said, _other(quad.graph_name, base, number))


def _other(term, base: str, number: int):  # noqa: ANN001, ANN202  (any term, and one of its kind)
    if isinstance(term, NamedNode) and term.value.startswith(base):
        return NamedNode(f"{term.value}-{number}")
    return term


def make(example: Path, place: Path, triples: int = TRIPLES) -> int:
    """Write the store into a folder, and say how many triples it holds."""
    store = open_store(GraphFolder(example))
    place.mkdir(parents=True, exist_ok=True)
    return replace_store(GraphFolder(place), copies(sorted(store, key=str), base_of(store), triples))


if __name__ == "__main__":
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else TRIPLES
    print(f"{make(Path(sys.argv[1]), Path(sys.argv[2]), wanted):,} triples in {sys.argv[2]}")
