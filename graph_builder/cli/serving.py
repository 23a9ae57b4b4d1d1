"""`onrecord serve`: the graph over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from graph_builder.cli.options import Graph, folder_at

__all__ = ["serve"]

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets other machines come in.")]
Port = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 takes any that is free.")]
Seconds = Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="What one question may take.")]
Rows = Annotated[int, typer.Option(min=0, metavar="N", help="What one answer may have; 0 sets no limit.")]
Memory = Annotated[
    int, typer.Option(min=0, metavar="MIB", help="What one question may use.  Default: half of the machine's.")
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Questions answered at a time.  Default: one for each core, 4 at least."),
]
Names = Annotated[
    list[str] | None, typer.Option("--name", metavar="HOST", help="A host name that it also goes by; may be repeated.")
]
Origin = Annotated[
    str, typer.Option("--cors", metavar="ORIGIN", help="Whose web pages may ask it: *, one origin, or none.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Write no line for each request.")]


def serve(
    graph: Graph = None,
    host: Host = "127.0.0.1",
    port: Port = 8765,
    timeout: Seconds = 30.0,
    rows: Rows = 0,
    memory: Memory = 0,
    workers: Workers = None,
    names: Names = None,
    cors: Origin = "*",
    quiet: Quiet = False,
) -> None:
    """A SPARQL endpoint and pages to look round in, until Ctrl-C.

    The graph is only read. While it is built again the old one is served, and
    the new one as soon as it is complete.

    \b
    Examples:
      onrecord serve
      onrecord serve --port 8080 --timeout 10 --rows 100000
      curl -d "query=ASK {}" http://127.0.0.1:8765/sparql
    """
    import os

    from graph_builder.graph.store import open_store
    from graph_builder.serve.server import Limits, Who, address, listen
    from graph_builder.serve.server import serve as answer

    folder = folder_at(graph)
    open_store(folder)  # there must be one to begin with
    limits = Limits(timeout, rows, memory, workers or max(4, os.cpu_count() or 1))
    listening = listen(host, port)
    _log(quiet=quiet)
    typer.echo(f"{address(listening)}  (stop with Ctrl-C)")
    answer(folder.path.resolve(), listening, limits, Who.of(host, names or (), "" if cors == "none" else cors))


def _log(*, quiet: bool) -> None:
    """One line for each request, and what goes wrong, on the standard error."""
    import logging

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    for name, level in (("onrecord.access", logging.WARNING if quiet else logging.INFO), ("uvicorn", logging.ERROR)):
        logger = logging.getLogger(name)
        logger.setLevel(level)
        logger.addHandler(handler)
