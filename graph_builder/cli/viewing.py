"""`onrecord view`: the page, or a page of any part of the graph."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

import typer

from graph_builder.cli.looking import NAME_HELP, one
from graph_builder.cli.options import Endpoint, Graph, elsewhere, folder_at

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder
    from graph_builder.graph.store import Store
    from graph_builder.view.answered import Asked
    from graph_builder.view.model import PageData

__all__ = ["view"]

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
DATE_HELP = "A day, month or year: 2021-01-31, 2021-01 or 2021. What has no date stays."

Focus = Annotated[str | None, typer.Option(metavar="NAME", help=f"Begin with this one. {NAME_HELP}")]
Depth = Annotated[int | None, typer.Option(min=0, metavar="N", help="Only what is within N steps of the focus.")]
Kinds = Annotated[str | None, typer.Option(metavar="KIND,…", help="Only these kinds: people,parties,events …")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help=f"Only from then on. {DATE_HELP}")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only until then.")]
Topic = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Only what has these words in its topic, event or quotation.")
]
Query = Annotated[
    Path | None, typer.Option(metavar="FILE.rq", help="Only what this question's answer names, or its own graph.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write.  Default: graph.html of the graph folder, part.html for a part.",
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]


def view(
    graph: Graph = None,
    focus: Focus = None,
    depth: Depth = None,
    kinds: Kinds = None,
    since: Since = None,
    until: Until = None,
    topic: Topic = None,
    query: Query = None,
    output: Output = None,
    endpoint: Endpoint = None,
    open_page: Open = False,
) -> None:
    """Writes the page again, or a page of a part; says where it is, and opens it if asked.

    \b
    Examples:
      onrecord view --open
      onrecord view --focus "Imogen Charlton-Rae" --depth 2 --open
      onrecord view --kinds people,organisations --from 2021-01 --to 2022-06
      onrecord view --topic cash --output cash.html
      onrecord view --query question.rq --open
      onrecord view --endpoint http://localhost:8890/sparql --output elsewhere.html
    """
    from graph_builder.view.answered import drawn, named_in
    from graph_builder.view.page import write_page
    from graph_builder.view.part import Part, part_of

    folder = folder_at(graph)
    store, data = _elsewhere(endpoint, folder) if endpoint else _here(folder)
    key = "/".join(one(store, focus).iri.split("/")[-2:]) if focus else ""
    asked = _asked(store, query) if query else None
    named = named_in(data, asked) if asked else frozenset()
    around = frozenset({key}) if focus and depth is not None else named
    words = focus if focus and depth is not None else f"what {query.name} names" if query else ""
    steps = depth if depth is not None else 0
    wanted = Part(around, words or "", steps, _kinds(kinds), _date(since, "--from"), _date(until, "--to"), topic or "")
    if asked and (asked.columns == ("subject", "predicate", "object") or not named):
        data = drawn(data, asked)
    elif wanted != Part(depth=steps):
        data = part_of(data, wanted)
    where = Path() if endpoint else folder.path  # the folder's own page shows its own graph
    path = output or where / ("part.html" if data.part else folder.page.name)
    write_page(data, path)
    address = path.resolve().as_uri() + ("#" + urlencode({"at": key}) if key else "")
    typer.echo(address)
    if data.part:
        typer.echo(data.part, err=True)
    if open_page:
        typer.launch(address)


def _here(folder: GraphFolder) -> tuple[Store, PageData]:
    from graph_builder.graph.store import open_store
    from graph_builder.pipeline import page_of

    return open_store(folder), page_of(folder)


def _elsewhere(endpoint: str, folder: GraphFolder) -> tuple[Store, PageData]:
    """The graph in another store, brought here, with the texts that the graph folder here has of its documents."""
    from graph_builder.graph.fetch import documents_of
    from graph_builder.pipeline import page_from

    with elsewhere(endpoint) as there:
        store = there.whole()
    return store, page_from(store, documents_of(folder, store))


def _kinds(words: str | None) -> frozenset[str]:
    """The codes of kinds, however they are written."""
    from graph_builder.view.model import KINDS

    codes = {name: kind.code for kind in KINDS for name in (kind.code, kind.label.lower(), kind.plural.lower())}
    found = set()
    for word in filter(None, (part.strip().lower() for part in (words or "").split(","))):
        if word not in codes:
            known = ", ".join(kind.plural.lower() for kind in KINDS)
            raise typer.BadParameter(f"no kind is called {word!r}: there are {known}", param_hint="--kinds")
        found.add(codes[word])
    return frozenset(found)


def _date(words: str | None, option: str) -> str:
    if words and not _DATE.fullmatch(words):
        raise typer.BadParameter(f"write {words!r} as 2021-01-31, 2021-01 or 2021", param_hint=option)
    return words or ""


def _asked(store: Store, file: Path) -> Asked:
    """The answer to the question in a file; asked twice, for its IRIs and for what they are called."""
    from graph_builder.graph.catalogue import from_file
    from graph_builder.graph.query import answer
    from graph_builder.graph.store import base_of
    from graph_builder.view.answered import Asked

    sparql = from_file(file).bind({})
    base = base_of(store)
    found = answer(store, sparql, base)
    rows = list(found.rows(iris=True))
    called = answer(store, sparql, base).rows()
    labels = {
        iri: label for row, names in zip(rows, called, strict=True) for iri, label in zip(row, names, strict=True)
    }
    return Asked(file.stem, found.columns, rows, labels)
