"""What the endpoint can do, by the SPARQL 1.1 Service Description, and whether it is well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from graph_builder import __version__
from graph_builder.graph.formats import write_triples
from graph_builder.graph.graphs import FORMATS, SERVICE, graph_sizes, service_triples
from graph_builder.graph.namespaces import prefixes
from graph_builder.serve.accept import GRAPHS
from graph_builder.serve.answers import suited

if TYPE_CHECKING:
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["health", "service"]


def service(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """The description of the service, with its graphs and their sizes."""
    media, content_type = suited({"format": "", **asked}, GRAPHS)
    out.begin(200, content_type, vary="Accept")
    sizes = desk.keep("sizes", lambda: graph_sizes(desk.store))
    write_triples(
        service_triples(sizes, asked["endpoint"]),
        out,
        media.name,
        {"sd": SERVICE, "formats": FORMATS, **prefixes(desk.base)},
    )


def health(desk: Desk, _asked: dict[str, Any], out: Sheet) -> None:
    """That a process answers, from which state of the graph."""
    told = {"status": "ok", "version": __version__, "store": desk.edition, "triples": len(desk.store)}
    out.begin(200, "application/json", cache_control="no-store")
    out.write(json.dumps(told).encode() + b"\n")
