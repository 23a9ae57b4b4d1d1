"""Linked data: every IRI under the base answers by its path, with a page or with RDF, whichever the client likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph_builder.graph.describe import describe
from graph_builder.graph.find import THINGS
from graph_builder.graph.formats import write_triples
from graph_builder.graph.graphs import graph_triples, has_graph
from graph_builder.graph.linked import known, named_in, properties, successor, triples_of
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.says import FACTS
from graph_builder.serve.accept import GRAPHS, PAGE
from graph_builder.serve.answers import suited
from graph_builder.serve.refusals import Refused
from graph_builder.serve.rendering import field, page, place

if TYPE_CHECKING:
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["iri"]

SHOWN = 60  # facts of a section, before a reader asks for all of them


def iri(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """What is known of the thing of this name; a name that it had before leads to the present one.

    Raises Refused (404) where the graph says nothing of it.
    """
    short = asked["name"]
    form = field(asked, "format")
    if now := successor(desk.look, short):
        out.begin(301, "text/plain; charset=utf-8", location=place(now) + (f"?format={form}" if form.isalpha() else ""))
        out.write(f"{desk.base}{short} is now called {desk.base}{now}\n".encode())
        return
    is_graph = has_graph(desk.store, desk.base + short)
    if not known(desk.look, short) and not is_graph:
        raise Refused(404, f"the graph says nothing of {desk.base}{short}")
    media, content_type = suited({"accept": asked["accept"], "format": form}, (PAGE, *GRAPHS))
    if media is not PAGE:
        triples = graph_triples(desk.store, desk.base + short) if is_graph else triples_of(desk.look, short)
        out.begin(
            200,
            content_type,
            vary="Accept",
            link=f'<{desk.base}{short}>; rel="describes"'.encode("ascii", "ignore").decode(),
        )
        write_triples(triples, out, media.name, prefixes(desk.base))
    else:
        _page(desk, asked, out)


def _page(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    kind = asked["name"].partition("/")[0]
    if kind in THINGS:
        _thing(desk, asked, out)
    elif kind == "document":
        from graph_builder.serve.documents import document

        document(desk, asked, out)
    elif kind in FACTS:
        from graph_builder.serve.documents import fact

        fact(desk, asked, out)
    else:
        short = asked["name"]
        page(out, "node.html", short=short, iri=desk.base + short, properties=properties(desk.look, short))


def _thing(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    short = asked["name"]
    about = describe(desk.store, desk.base + short)
    whole = field(asked, "section")
    sections = []
    for section in about.sections:
        items = section.items if section.title == whole else section.items[:SHOWN]
        facts = [(item, named_in(desk.look, item.fact)) for item in items]
        sections.append((section.title, len(section.items), facts))
    page(out, "thing.html", short=short, about=about, sections=sections, iri=about.iri)
