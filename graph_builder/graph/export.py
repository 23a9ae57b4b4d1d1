"""The graph taken away: as RDF in the usual formats, or as tables.

Turtle, N-Triples, JSON-LD and RDF/XML know no named graphs. They hold what the documents say, who is who, and of
the ontology and the register only the names of what is mentioned; TriG and N-Quads hold every graph of the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import NamedNode, Store, Triple

from graph_builder.errors import GraphError, UnknownName
from graph_builder.graph.catalogue import CORE, question
from graph_builder.graph.formats import write_jsonld, write_ntriples, write_rdfxml
from graph_builder.graph.namespaces import STANDARD, prefixes
from graph_builder.graph.query import answer
from graph_builder.graph.store import base_of, open_store
from graph_builder.graph.turtle import Shortener, header, turtle_blocks

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder

__all__ = ["FORMATS", "export", "export_tables", "turtle"]

FORMATS = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nquads": ".nq",
    "ntriples": ".nt",
    "jsonld": ".jsonld",
    "rdfxml": ".rdf",
    "csv": ".csv",
}
CONCEPT = NamedNode(STANDARD["skos"] + "Concept")
OF_A_NAME = {
    STANDARD[prefix] + name
    for prefix, name in (
        ("rdf", "type"),
        ("rdfs", "label"),
        ("skos", "inScheme"),
        ("skos", "notation"),
        ("skos", "prefLabel"),
    )
}


def export(folder: GraphFolder, format: str, out: IO[bytes]) -> None:  # noqa: A002  (the option it comes from)
    """Write the folder's graph in one of `FORMATS`, tables apart.

    Raises UnknownName for a format that is none of them.
    """
    if format in ("turtle", "trig"):
        out.writelines(turtle(folder) if format == "turtle" else trig(folder))
        return
    store = open_store(folder)
    if format == "nquads":
        for graph in _graphs(store):
            out.writelines(f"{t} {graph} .\n".encode() for t in sorted(map(str, _triples(store, graph))))
        return
    writers = {"ntriples": write_ntriples, "jsonld": write_jsonld, "rdfxml": write_rdfxml}
    if format not in writers:
        raise UnknownName(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    writers[format]((triples for _, triples in _parts(store)), out, prefixes(base_of(store)))


def turtle(folder: GraphFolder) -> Iterator[bytes]:
    """The graph as Turtle: who is who, then each document, then the names of what is mentioned from outside."""
    store = open_store(folder)
    known = prefixes(base_of(store))
    names = Shortener(known)
    yield from _encoded(header(known))
    for title, triples in _parts(store):
        yield f"# ── {title} ──\n\n".encode()
        yield from _encoded(turtle_blocks(triples, names))


def trig(folder: GraphFolder) -> Iterator[bytes]:
    """The whole store as TriG, one graph after the other."""
    store = open_store(folder)
    known = prefixes(base_of(store))
    names = Shortener(known)
    yield from _encoded(header(known))
    for graph in _graphs(store):
        yield f"{names.term(graph)} {{\n\n".encode()
        yield from _encoded(turtle_blocks(_triples(store, graph), names))
        yield b"}\n\n"


def export_tables(folder: GraphFolder, directory: Path) -> list[Path]:
    """One CSV file for each core question, named after it."""
    store = open_store(folder)
    files = [directory / f"{name}.csv" for name in CORE]
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for file in files:
            with file.open("wb") as out:
                answer(store, question(file.stem).bind({}), base_of(store)).write(out, "csv")
    except OSError as error:
        raise GraphError(f"{error.filename or directory} cannot be written: {error.strerror}") from error
    return files


def _parts(store: Store) -> Iterator[tuple[str, Iterable[Triple]]]:
    """What the documents bring, graph by graph, each under a title; last, what they mention from outside."""
    base = base_of(store)
    mentioned: set[NamedNode] = set()
    graphs = [NamedNode(f"{base}graph/identities"), *_graphs(store, f"{base}graph/document/")]
    for graph in graphs:
        triples = list(_triples(store, graph))
        mentioned.update(
            t.object for t in triples if isinstance(t.object, NamedNode) and _from_outside(t.object.value, base)
        )
        yield graph.value.removeprefix(f"{base}graph/"), triples
    yield "kinds and known bodies", [t for iri in sorted(mentioned, key=str) for t in _named(store, base, iri)]


def _from_outside(iri: str, base: str) -> bool:
    """Whether something is no data of the graph's own: a term, a concept, an entry of a register."""
    return not iri.startswith(base) or iri.startswith(f"{base}register/")


def _named(store: Store, base: str, iri: NamedNode) -> Iterator[Triple]:
    """What a concept of the ontology or an entry of the register is called; of other words there is no need to say."""
    graphs = [NamedNode(f"{base}graph/{name}") for name in ("ontology", "register")]
    found = [quad for graph in graphs for quad in store.quads_for_pattern(iri, None, None, graph)]
    if any(quad.graph_name == graphs[1] or quad.object == CONCEPT for quad in found):
        yield from (quad.triple for quad in found if quad.predicate.value in OF_A_NAME)


def _graphs(store: Store, start: str = "") -> list[NamedNode]:
    found = (g for g in store.named_graphs() if isinstance(g, NamedNode))
    return sorted((g for g in found if g.value.startswith(start)), key=str)


def _triples(store: Store, graph: NamedNode) -> Iterator[Triple]:
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    return (text.encode() for text in texts)
