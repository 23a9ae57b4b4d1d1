"""Documents become a graph, in a Python program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import DEFAULT_BASE
from graph_builder.notebook.graph import Graph
from graph_builder.pipeline import Build
from graph_builder.pipeline import build as build_graph
from graph_builder.settings import graph_folder, load_settings
from graph_builder.workers import Crew

__all__ = ["build"]


def build(
    paths: str | Path | Iterable[str | Path],
    graph: str | Path | None = None,
    *,
    registers: Iterable[str | Path] = (),
    base: str | None = None,
    jobs: int = 1,
) -> Graph:
    """Files and folders of documents become a graph in a folder; only what is new or has changed is read again.

    graph = build("documents", "debate")

    `graph` is the folder (default: ONRECORD_GRAPH, else `output`), `registers` say what is known before reading, `base`
    is what the names in the graph begin with, `jobs` the number of workers. What could not be read is in
    `graph.report["skipped"]`. Raises NothingReadError where nothing could be read, and leaves the old graph.
    """
    settings = load_settings().with_options(base=base)
    folder = GraphFolder(graph_folder(Path(graph) if graph is not None else None))
    wanted = Build(
        paths=[str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)],
        folder=folder,
        base=settings.base or DEFAULT_BASE,
        model=settings.model,
        crew=Crew(jobs, None),
        registers=[str(register) for register in registers],
    )
    build_graph(wanted, lambda _line, _total: None)
    return Graph(folder.path)
