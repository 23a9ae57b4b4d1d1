"""Whether a graph is well made: by the ontology's shapes, and by what no shape can say; each fault is a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import NamedNode, Store

from graph_builder import resources
from graph_builder.graph.formats import write_ntriples
from graph_builder.graph.look import Look
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.safety import safe
from graph_builder.graph.says import FACTS, says
from graph_builder.graph.store import base_of, open_store
from graph_builder.graph.terms import text

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions
    from rdflib import Graph

    from graph_builder.graph.folder import GraphFolder

__all__ = ["check", "faults"]

STANDING = ("graph/ontology", "graph/register")
IRI = re.compile(r"<?((?:https?|urn):[^\s<>\"]+[^\s<>\".,;:)])>?")
DOUBLED = "SELECT ?s (COUNT(?g) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?s ?p ?o HAVING (COUNT(?g) > 1)"
QUOTES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX onr: <https://w3id.org/onrecord/ontology#>
SELECT ?source ?start ?end ?exact {
  ?proof a onr:Evidence ; oa:hasSource/onr:fileName ?source ; oa:hasSelector ?place , ?quote .
  ?place oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact .
}"""


def check(folder: GraphFolder) -> list[str]:
    """What is wrong with the graph in a folder, sorted; nothing where it conforms."""
    store = open_store(folder)
    texts = {document.source: document.text for document in folder.documents()}
    return faults(store, texts, all_here=True)


def faults(store: Store, texts: Mapping[str, str], *, all_here: bool) -> list[str]:
    """The same of any store and the texts of its documents, by their files' names.

    Where these are not all here, the quotations from the others stay unchecked.
    """
    look = Look(store, base_of(store))
    return sorted({*_against_shapes(look), *_doubled(look), *_misquoted(store, texts, all_here=all_here)})


def _against_shapes(look: Look) -> Iterator[str]:
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SH

    shapes = Graph().parse(resources.folder("ontology") / "shapes.ttl")
    _, report, _ = validate(_as_rdflib(look), shacl_graph=shapes, inference="none", advanced=True)
    for result in report.objects(predicate=SH.result):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        message = _plain(look, str(report.value(result, SH.resultMessage)))
        told = f" It has: {_plain(look, str(value))}." if value is not None and value != focus else ""
        yield f"{_about(look, str(focus))}: {message}{told}"


def _as_rdflib(look: Look) -> Graph:
    """What the documents say and who is who; the ontology and the register are not ours to check here."""
    from rdflib import Graph

    ours = (g for g in look.store.named_graphs() if isinstance(g, NamedNode) and look.short(g) not in STANDING)
    lines = BytesIO()
    write_ntriples(((q.triple for q in look.store.quads_for_pattern(None, None, None, g)) for g in ours), lines, {})
    return Graph().parse(data=lines.getvalue(), format="nt")


def _doubled(look: Look) -> Iterator[str]:
    """Oxigraph would count what two graphs hold twice."""
    for row in _rows(look.store, DOUBLED):
        yield f"{_about(look, row['s'].value)}: what is said of it stands in {row['n'].value} graphs, and must in one."


def _misquoted(store: Store, texts: Mapping[str, str], *, all_here: bool) -> Iterator[str]:
    """A quotation must be what the kept text has at its offsets."""
    kept = {source: text(words).value for source, words in texts.items()}
    for row in _rows(store, QUOTES):
        source, exact = row["source"].value, row["exact"].value
        start, end = int(row["start"].value), int(row["end"].value)
        if (all_here or source in kept) and kept.get(source, "")[start:end] != exact:
            yield f"{safe(source)}: characters {start} to {end} are not “{safe(exact)}”, which is quoted from there."


def _rows(store: Store, question: str) -> Iterator[Any]:
    return iter(cast("QuerySolutions", store.query(question, use_default_graph_as_union=True)))


def _about(look: Look, iri: str) -> str:
    """Who or what it is about, in words."""
    node = NamedNode(iri)
    if look.kind(node) in FACTS:
        return f"{says(look, node)} ({look.short(node)} in {look.source(node)})"
    return _plain(look, iri)


def _plain(look: Look, words: str) -> str:
    """Words with labels in the place of IRIs."""
    return IRI.sub(lambda m: _label(look, m[1]), safe(words))


def _label(look: Look, iri: str) -> str:
    node = NamedNode(iri)
    if look.exists(node):
        return look.label(node)
    known = next(((n, p) for p, n in prefixes(look.base).items() if iri.startswith(n)), None)
    return f"{known[1]}:{iri.removeprefix(known[0])}" if known else iri
