"""Parts of a graph in another store, brought here: then all that is asked of the store here can be asked of them.

Everything is asked by the name of its graph, so it does not matter what the other store takes for its default graph.
What was brought is counted against what the other store says it has: some stores cut long answers off and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from graph_builder.errors import ServerError
from graph_builder.graph.describe import SECTIONS
from graph_builder.graph.endpoint import Endpoint
from graph_builder.graph.namespaces import STANDARD

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder
    from graph_builder.model import Document

__all__ = ["Elsewhere", "documents_of", "labels_at"]

AT_ONCE = 100  # names in one question
SPACE = "void:uriSpace"
NAMING = ("rdfs:label", "skos:altLabel", "onr:names", "onr:form", "dcterms:isReplacedBy", SPACE)
CLASSED = ("org:classification", "sem:eventType")
KINDS = ("foaf:Person", "org:Organization", "onr:Event", "onr:Topic", "onr:Post", "onr:Mention")
LABELS = ("rdfs:label", "skos:prefLabel", "dcterms:title")
POINTING = tuple(dict.fromkeys(link for _, link, _ in SECTIONS))


class Elsewhere:
    """A graph of ours in another store."""

    def __init__(self, endpoint: Endpoint, wanted: str | None = None) -> None:
        """The graph whose names begin with `wanted`, or the only one that is there.

        Raises ServerError where none is there, or none of several is wanted.
        """
        self._endpoint = endpoint
        self.base = self._base(wanted)
        self._ours = f'FILTER(STRSTARTS(STR(?g), "{self.base}graph/") && ?g != <{self.base}graph/pushed>)'

    def whole(self) -> Store:
        """All of the graph, graph by graph, in memory."""
        sparql = f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} {self._ours} }} GROUP BY ?g"
        counts = {row[0]: int(row[1].value) for row in self._rows(sparql)}
        every = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} {self._ours} }}"
        self._same(sum(counts.values()), sum(int(row[0].value) for row in self._rows(every)))
        store = Store()
        for graph, count in counts.items():
            found = self._triples(f"GRAPH {graph} {{ ?s ?p ?o }}", count)
            store.bulk_extend(Quad(t.subject, t.predicate, t.object, graph) for t in found)
        return store

    def names(self) -> Store:
        """What everyone and everything goes by, and of which kind it is: enough to find who is meant by a name."""
        said = self._triples(self._with("p", map(_term, (*NAMING, *CLASSED))))
        kinds = self._triples(f"{_values('p', [_term('rdf:type')])} {self._with('o', map(_term, KINDS))}")
        classed = {_term(name) for name in CLASSED}
        held = {t.object for t in said if str(t.predicate) in classed and isinstance(t.object, NamedNode)}
        return _stored([*said, *kinds, *self._said_of(held)])

    def around(self, iri: str) -> Store:
        """What is needed to describe one thing: itself, the facts that point at it, and what these are told with."""
        node = NamedNode(iri)
        about = self._pointing({node}, ["foaf:focus"])
        facts = self._pointing({node, *about}, POINTING)
        told = self._said_of({node, *about, *facts})
        with_what = self._said_of(_objects(told) - {node, *about, *facts})
        places = self._said_of({t.object for t in with_what if str(t.predicate) == _term("oa:hasSelector")})
        space = Triple(NamedNode(self.base), NamedNode(STANDARD["void"] + "uriSpace"), Literal(self.base))
        return _stored([*told, *with_what, *places, space])

    def _base(self, wanted: str | None) -> str:
        rows = self._rows(f"SELECT DISTINCT ?base {{ GRAPH ?g {{ ?data {_term(SPACE)} ?base }} }}")
        found = sorted(row[0].value for row in rows if isinstance(row[0], Literal))
        at = self._endpoint.url
        if not found:
            raise ServerError(f"{at} has no graph of OnRecord's in named graphs: send it there with onrecord push")
        if wanted in found:
            found = [wanted]
        if len(found) > 1:
            raise ServerError(f"{at} has several graphs: put the base of one in your settings: {', '.join(found)}")
        return found[0]

    def _pointing(self, nodes: set[NamedNode], links: Iterable[str]) -> set[NamedNode]:
        """What has one of the nodes as the value of one of the links."""
        by = _values("p", map(_term, links))
        found = (t for some in _some(nodes) for t in self._triples(f"{by} {self._with('o', some)}"))
        return {t.subject for t in found if isinstance(t.subject, NamedNode)}

    def _said_of(self, nodes: Iterable[Any]) -> list[Triple]:
        return [t for some in _some(nodes) for t in self._triples(self._with("s", some))]

    def _with(self, name: str, terms: Iterable[str]) -> str:
        """Triples of our graphs of which one part is one of these."""
        return f"{_values(name, terms)} GRAPH ?g {{ ?s ?p ?o }} {self._ours}"

    def _triples(self, pattern: str, count: int | None = None) -> set[Triple]:
        """All that fit a pattern; page by page where the other store does not give them at once."""
        count = self._count(pattern) if count is None else count
        found = self._page(pattern) if count else set()
        step = len(found) * 4 // 5
        for start in range(0, count, step) if step and len(found) < count else ():
            found |= self._page(pattern, f" LIMIT {step} OFFSET {start}")
        self._same(len(found), count)
        return found

    def _page(self, pattern: str, part: str = "") -> set[Triple]:
        answer: Any = self._endpoint.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}{part}")
        return set(answer)

    def _count(self, pattern: str) -> int:
        each = f"SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}"
        return sum(int(row[0].value) for row in self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ {each} }} }}"))

    def _rows(self, sparql: str) -> Iterator[Any]:
        answer: Any = self._endpoint.ask(sparql)
        return iter(answer)

    def _same(self, came: int, there: int) -> None:
        if came != there:
            raise ServerError(
                f"{self._endpoint.url} gave {came:,} of {there:,} triples: it is being changed, or it cuts answers off;"
                " try again, or raise its limit"
            )


def labels_at(endpoint: Endpoint, nodes: Iterable[NamedNode]) -> Store:
    """What things are called in another store, of whatever kind it is."""
    by = _values("p", map(_term, LABELS))
    store = Store()
    for some in _some(nodes):
        which = f'{by} {_values("s", some)} ?s ?p ?o FILTER(LANG(?o) IN ("", "en"))'
        answer: Any = endpoint.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {which} }}")
        store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in answer)
    return store


def documents_of(folder: GraphFolder, store: Store) -> list[Document]:
    """The documents in a graph folder here that a graph from elsewhere was made of, to the byte."""
    digests = store.quads_for_pattern(None, NamedNode(STANDARD["onr"] + "digest"), None, None)
    known = {q.object.value for q in digests if isinstance(q.object, Literal)}
    return [document for document in folder.documents() if document.digest in known]


def _term(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{STANDARD[prefix]}{local}>"


def _values(name: str, terms: Iterable[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(terms)} }}"


def _some(nodes: Iterable[Any]) -> Iterator[list[str]]:
    """The names of the nodes, as many at once as fit in one question."""
    terms = sorted({str(node) for node in nodes if isinstance(node, NamedNode)})
    return (terms[at : at + AT_ONCE] for at in range(0, len(terms), AT_ONCE))


def _objects(triples: Iterable[Triple]) -> set[Any]:
    return {t.object for t in triples if isinstance(t.object, NamedNode)}


def _stored(triples: Iterable[Triple]) -> Store:
    store = Store()
    store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    return store
