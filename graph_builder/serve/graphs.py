"""Whole graphs, as the Graph Store Protocol reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph_builder.graph.formats import write_triples
from graph_builder.graph.graphs import graph_triples, has_graph
from graph_builder.graph.namespaces import prefixes
from graph_builder.serve.accept import GRAPHS
from graph_builder.serve.answers import suited
from graph_builder.serve.refusals import Refused

if TYPE_CHECKING:
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["graph"]


def graph(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """A named graph, by its IRI or by its name under the base; or all of them together, which is the default graph.

    Raises Refused (404) where the store has no such graph.
    """
    iri = f"{desk.base}graph/{asked['name']}" if asked.get("name") else asked["graph"]
    if iri and not has_graph(desk.store, iri):
        raise Refused(404, f"there is no graph called {iri}; /sparql tells which there are")
    media, content_type = suited(asked, GRAPHS)
    out.begin(200, content_type, vary="Accept", etag=f'W/"{desk.edition}-{media.name}"')
    write_triples(graph_triples(desk.store, iri), out, media.name, prefixes(desk.base))
