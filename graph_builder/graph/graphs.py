"""The named graphs of a store, each read whole, and what a SPARQL service tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Store, Triple

from graph_builder.graph.namespaces import STANDARD

__all__ = ["FORMATS", "SERVICE", "graph_sizes", "graph_triples", "has_graph", "service_triples"]

SERVICE = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)


def has_graph(store: Store, iri: str) -> bool:
    """Whether the store has a graph of this name; what is no IRI at all names none."""
    try:
        return store.contains_named_graph(NamedNode(iri))
    except ValueError:
        return False


def graph_triples(store: Store, iri: str = "") -> Iterator[Triple]:
    """What a graph says; without a name, what all of them together do: every triple is in exactly one."""
    graph = NamedNode(iri) if iri else None
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))


def graph_sizes(store: Store) -> dict[str, int]:
    """How many triples each named graph has."""
    graphs = sorted(g.value for g in store.named_graphs() if isinstance(g, NamedNode))
    return {iri: sum(1 for _ in graph_triples(store, iri)) for iri in graphs}


def service_triples(sizes: Mapping[str, int], endpoint: str) -> list[Triple]:
    """What the SPARQL 1.1 Service Description says of an endpoint over graphs of these names and sizes."""
    service, dataset, default = (NamedNode(f"{endpoint}#{name}") for name in ("service", "dataset", "default-graph"))
    triples = [
        Triple(service, _rdf("type"), _sd("Service")),
        Triple(service, _sd("endpoint"), NamedNode(endpoint)),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(service, _sd("availableGraphs"), dataset),
        *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in RESULTS),
        Triple(dataset, _rdf("type"), _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), default),
        Triple(default, _rdf("type"), _sd("Graph")),
        Triple(default, _void("triples"), _number(sum(sizes.values()))),
    ]
    for number, (iri, size) in enumerate(sizes.items()):
        node, content = (NamedNode(f"{endpoint}#{kind}-{number}") for kind in ("named-graph", "graph"))
        triples += [
            Triple(dataset, _sd("namedGraph"), node),
            Triple(node, _rdf("type"), _sd("NamedGraph")),
            Triple(node, _sd("name"), NamedNode(iri)),
            Triple(node, _sd("graph"), content),
            Triple(content, _rdf("type"), _sd("Graph")),
            Triple(content, _void("triples"), _number(size)),
        ]
    return triples


def _sd(name: str) -> NamedNode:
    return NamedNode(SERVICE + name)


def _rdf(name: str) -> NamedNode:
    return NamedNode(STANDARD["rdf"] + name)


def _void(name: str) -> NamedNode:
    return NamedNode(STANDARD["void"] + name)


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(STANDARD["xsd"] + "integer"))
