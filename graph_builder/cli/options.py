"""The options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from graph_builder.settings import graph_folder

if TYPE_CHECKING:
    from graph_builder.graph.fetch import Elsewhere
    from graph_builder.graph.folder import GraphFolder

__all__ = ["Endpoint", "Graph", "Output", "coloured", "elsewhere", "folder_at", "opened", "wide"]

Graph = Annotated[
    Path | None,
    typer.Option("--graph", "-g", metavar="DIR", help="The graph folder.  Default: ONRECORD_GRAPH, else output."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.  Default: the standard output.")
]
Endpoint = Annotated[
    str | None, typer.Option(metavar="URL", help="Ask the graph in another store, at its SPARQL endpoint.")
]


def folder_at(graph: Path | None) -> GraphFolder:
    """The graph folder that an option, or the environment, names."""
    from graph_builder.graph.folder import GraphFolder

    return GraphFolder(graph_folder(graph))


@contextmanager
def elsewhere(url: str) -> Iterator[Elsewhere]:
    """The graph in another store: of several there, the one whose base the settings name."""
    from graph_builder.graph.endpoint import PATIENCE, Endpoint
    from graph_builder.graph.fetch import Elsewhere
    from graph_builder.graph.remote import Remote
    from graph_builder.settings import load_settings

    with Remote(url, PATIENCE) as remote:
        yield Elsewhere(Endpoint(remote), load_settings().base)


@contextmanager
def opened(output: Path | None) -> Iterator[BinaryIO]:
    """The file, or the standard output, to write bytes to; a file appears only when all of it is written."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    unfinished = output.with_name(f".{output.name}.part")
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


def wide() -> int | None:
    """How wide a table may be: as the terminal, or as COLUMNS says; in a pipe each row stays on one line."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return typer.get_terminal_size().columns
    return None


def coloured() -> bool:
    """Whether someone looks, and has not asked for plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
