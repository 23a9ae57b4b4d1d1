"""`onrecord export` and `check`: the graph taken away, and whether it is well made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from graph_builder.cli.options import Endpoint, Graph, Output, elsewhere, folder_at, opened

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder

__all__ = ["check", "export"]

NETWORKS = ("graphml", "gexf")


def _formats(incomplete: str) -> list[str]:
    from graph_builder.graph.export import FORMATS

    return [name for name in (*FORMATS, *NETWORKS) if name.startswith(incomplete)]


def export(
    format: Annotated[  # noqa: A002  (the argument's own name)
        str,
        typer.Argument(
            metavar="[FORMAT]",
            autocompletion=_formats,
            help="turtle, trig, nquads, ntriples, jsonld, rdfxml, graphml, gexf, or csv: a folder of tables.",
        ),
    ] = "turtle",
    output: Output = None,
    graph: Graph = None,
) -> None:
    """The graph in a format that other programs read.

    \b
    Examples:
      onrecord export > debate.ttl
      onrecord export jsonld --output debate.jsonld
      onrecord export graphml --output debate.graphml     for Gephi, Cytoscape or yEd
      onrecord export csv --output tables                 one table for each core question
    """
    from graph_builder.errors import UnknownName
    from graph_builder.graph import export as exports

    folder = folder_at(graph)
    if format not in (known := (*exports.FORMATS, *NETWORKS)):
        raise UnknownName(f"there is no format {format!r}; there are {', '.join(known)}")
    if format == "csv":
        for table in exports.export_tables(folder, output or Path("tables")):
            typer.echo(table)
        return
    with opened(output) as out:
        if format in NETWORKS:
            _export_network(folder, format, out)
        else:
            exports.export(folder, format, out)


def _export_network(folder: GraphFolder, name: str, out: BinaryIO) -> None:
    """Everyone and everything as nodes, what is said of them as edges."""
    from graph_builder.pipeline import page_of
    from graph_builder.view.exchange import write_gexf, write_graphml

    write = write_gexf if name == "gexf" else write_graphml
    write(page_of(folder), out)


def check(graph: Graph = None, endpoint: Endpoint = None) -> None:
    """Whether the graph is as the ontology's shapes say.

    Each fault is one sentence, and the exit code is then 1. A graph in another
    store is brought here first, all of it; its quotations are compared with the
    texts of the documents that the graph folder here has.

    \b
    Examples:
      onrecord check --graph debate
      onrecord check --endpoint http://localhost:8890/sparql
    """
    from graph_builder.graph.check import check as check_graph

    found = _elsewhere(endpoint, folder_at(graph)) if endpoint else check_graph(folder_at(graph))
    for fault in found:
        typer.echo(fault)
    if found:
        raise typer.Exit(1)
    typer.echo("The graph conforms to its shapes.")


def _elsewhere(endpoint: str, folder: GraphFolder) -> list[str]:
    """What is wrong with the graph in another store; says how many documents' texts are not here to compare."""
    from graph_builder.graph.check import faults
    from graph_builder.graph.fetch import documents_of
    from graph_builder.graph.info import count_of

    with elsewhere(endpoint) as there:
        store = there.whole()
    texts = {document.source: document.text for document in documents_of(folder, store)}
    if missing := count_of(store, "documents") - len(texts):
        typer.echo(
            f"not compared with their texts, which are not here: the quotations of {missing} documents", err=True
        )
    return faults(store, texts, all_here=False)
