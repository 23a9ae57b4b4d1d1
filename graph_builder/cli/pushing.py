"""`onrecord push`: the graph sent to another store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.options import Graph, folder_at

if TYPE_CHECKING:
    from graph_builder.graph.push import Plan

__all__ = ["push"]

Url = Annotated[str, typer.Argument(metavar="URL", help="The other store's address for the Graph Store Protocol.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be sent.")]
All = Annotated[bool, typer.Option("--all", help="Send every graph, also those that are there already.")]
Loaded = Annotated[
    bool,
    typer.Option("--loaded", help="Send nothing: these graphs were loaded in bulk, and only later changes are sent."),
]
Timeout = Annotated[float, typer.Option(min=1.0, metavar="SECONDS", help="How long one answer may take.")]


def push(
    url: Url,
    graph: Graph = None,
    dry_run: DryRun = False,
    all: All = False,  # noqa: A002  (the option's own name)
    loaded: Loaded = False,
    timeout: Timeout = 300.0,
) -> None:
    """Another store then holds this graph, one named graph for each document.

    Only what changed since the last push is sent; what was taken out of the
    graph is removed. A push that broke off goes on where it was.

    \b
    Who you are is told by the environment, never here:
      ONRECORD_STORE_USER and ONRECORD_STORE_PASSWORD   Basic or Digest
      ONRECORD_STORE_TOKEN                              Bearer

    \b
    Examples:
      onrecord push http://localhost:3030/debate/data
      onrecord push http://localhost:8890/sparql-graph-crud-auth --dry-run
    """
    from graph_builder.cli.progress import bar
    from graph_builder.graph import push as pushes
    from graph_builder.graph.remote import Remote
    from graph_builder.graph.store import open_store

    if loaded and (dry_run or all):
        raise typer.BadParameter("sends nothing, so it goes with neither --dry-run nor --all", param_hint="--loaded")
    store = open_store(folder_at(graph))
    with Remote(url, timeout) as remote:
        if loaded:
            typer.echo(f"Graphs: {pushes.taken_as_there(store, remote)} taken as there")
            return
        if dry_run:
            _would(pushes.planned(store, remote, all))
            return
        with bar("Sending") as told:
            done = pushes.push(store, remote, told, all)
    sent = f"sent {done.sent} ({done.triples:,} triples)" if done.sent else "sent 0"
    typer.echo(f"Graphs: {sent}, unchanged {done.unchanged}, removed {done.removed}")


def _would(plan: Plan) -> None:
    for what, graphs in (("send", plan.send), ("remove", plan.remove)):
        for name in graphs:
            typer.echo(f"would {what} {name}")
    typer.echo(f"Graphs: to send {len(plan.send)}, unchanged {len(plan.unchanged)}, to remove {len(plan.remove)}")
