"""What people decided, who and why: corrections as triples, to which whatever they changed is linked."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.decisions import Correction, Decision
from graph_builder.graph.terms import Names, concept, term, text

__all__ = ["correction_node", "correction_triples"]


def correction_node(names: Names, correction: Correction) -> NamedNode:
    """Its name, which does not change with its place in the file."""
    told = (part for pair in correction.told for part in pair)
    return names.fact("correction", correction.decision.value, *correction.about, *told, correction.who, correction.why)


def correction_triples(names: Names, correction: Correction, unfit: str | None) -> Iterator[Triple]:
    """An entry of the file of corrections, whether or not it still fits anything."""
    node = correction_node(names, correction)
    yield Triple(node, term("rdf:type"), term("onr:Correction"))
    yield Triple(node, term("onr:decision"), concept("decision", correction.decision.value))
    yield from (Triple(node, term("onr:decidedOn"), text(name)) for name in correction.about)
    yield from (Triple(node, term("onr:detail"), text(f"{name}: {value}")) for name, value in correction.told)
    if correction.who:
        yield Triple(node, term("onr:by"), text(correction.who))
    if correction.why:
        yield Triple(node, term("onr:reason"), text(correction.why))
    if unfit:
        yield Triple(node, term("onr:unfit"), text(unfit))
    elif correction.decision is Decision.REJECT:
        rejected = "/".join(correction.about[0].strip("<>").replace(":", "/").split("/")[-2:])
        yield Triple(node, term("prov:invalidated"), names.named(rejected))
