"""`onrecord build`: documents become a graph."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from graph_builder.cli.options import Graph, folder_at
from graph_builder.cli.progress import bar
from graph_builder.cli.voicing import DryRun, MaxCost, MaxTokens, VoiceName

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder
    from graph_builder.pipeline import Report
    from graph_builder.workers import Line

__all__ = ["build"]

NO_REGISTER = "none"

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Files, folders, or - for the standard input.  Default: those of the last build."
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Workers on this machine, for many documents.")
]
Cluster = Annotated[str | None, typer.Option(metavar="ADDRESS", help="A running Dask cluster: tcp://host:8786.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="The language model, an installed spaCy package.")]
Base = Annotated[str | None, typer.Option(metavar="IRI", help="Where the names of entities and facts begin.")]
Least = Annotated[
    float,
    typer.Option("--min-confidence", min=0.0, max=1.0, metavar="SHARE", help="Leave out facts less sure than this."),
]
Corrections = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="What people decided.  Default: corrections.yaml in the graph folder."),
]
Registers = Annotated[
    list[str] | None,
    typer.Option(
        "--register",
        metavar="FILE",
        help="What is known before reading: RDF, Popolo JSON, or a graph folder; may be given again.  "
        "Default: those of the last build; none for no register.",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name every document as it is done.")]


def build(
    paths: Paths = None,
    graph: Graph = None,
    jobs: Jobs = 1,
    cluster: Cluster = None,
    model: Model = None,
    base: Base = None,
    min_confidence: Least = 0.0,
    corrections: Corrections = None,
    register: Registers = None,
    voice: VoiceName = None,
    dry_run: DryRun = False,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    verbose: Verbose = False,
) -> None:
    """Documents become a graph, its page and its Turtle file.

    The graph then holds what these documents say and nothing else. Only
    documents that are new, or have changed, are read again. Until the new
    graph is complete the old one stays as it is.

    \b
    Examples:
      onrecord build documents                    a folder, with all that is in it
      onrecord build letter.pdf news.html         some files
      curl … | onrecord build -                   the standard input
      onrecord build documents --graph debate     into another graph folder
      onrecord build archive --jobs 4             with four workers
      onrecord build documents --min-confidence 0.8    fewer facts, surer ones
      onrecord build documents --register people.json  who sat for which place when
      onrecord build archive --cluster tcp://10.0.0.5:8786
      onrecord build documents --voice MODEL --dry-run what a language model would cost
    """
    from graph_builder.cli.voicing import print_plan, progress, voice_of
    from graph_builder.graph.namespaces import DEFAULT_BASE
    from graph_builder.pipeline import Build, planned
    from graph_builder.pipeline import build as build_graph
    from graph_builder.settings import load_settings
    from graph_builder.workers import Crew

    folder = folder_at(graph)
    settings = load_settings().with_options(base=_iri(base), model=model)
    wanted = Build(
        paths=_paths(paths, folder),
        folder=folder,
        crew=Crew(jobs, cluster),
        model=settings.model,
        least=min_confidence,
        base=settings.base or DEFAULT_BASE,
        corrections=_corrections(corrections, folder),
        registers=_registers(register, folder),
        voice=voice_of(voice, settings.voice, folder, (max_cost, max_tokens)),
    )
    if dry_run:
        if wanted.voice is None:
            raise typer.BadParameter("name the voice that would be asked: --voice MODEL", param_hint="--dry-run")
        print_plan(planned(wanted), wanted.voice)
        return
    with _stoppable(), _heard(verbose) as told, progress() as answered:
        report = build_graph(wanted.telling(answered), told)
    _print(report, folder)


def _iri(base: str | None) -> str | None:
    """The base as it was given, if names can begin with it."""
    if base is not None and not (base.startswith(("http://", "https://")) and base.endswith(("/", "#"))):
        raise typer.BadParameter("an IRI that begins with https:// and ends with / or #", param_hint="--base")
    return base


def _paths(given: list[str] | None, folder: GraphFolder) -> list[str]:
    paths = given or folder.read_report().get("paths", [])
    if not paths:
        raise typer.BadParameter("name the files or folders to read, or - for the standard input", param_hint="PATH")
    return [str(path) for path in paths]


def _corrections(given: Path | None, folder: GraphFolder) -> Path | None:
    """The file of corrections: the one that is given, else the one of the last build."""
    if given is not None and not given.is_file():
        raise typer.BadParameter(f"there is no file {given}", param_hint="--corrections")
    last = folder.read_report().get("corrections")
    return given.absolute() if given else Path(last) if last else None


def _registers(given: list[str] | None, folder: GraphFolder) -> list[str]:
    """The registers that were given, else those of the last build; the word "none" stands for no register at all."""
    if given:
        return [file for file in given if file != NO_REGISTER]
    return [str(file) for file in folder.read_report().get("registers", [])]


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C and a polite kill end the build in order: workers stop, and the old graph stays as it was."""

    def stop(number: int, _frame: object) -> None:
        raise KeyboardInterrupt(number)

    signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt as stopped:
        typer.echo("onrecord: stopped; the graph that is there is whole", err=True)
        raise typer.Exit(128 + (stopped.args[0] if stopped.args else signal.SIGINT)) from stopped


class _Told(Protocol):
    def __call__(self, line: Line, total: int) -> None: ...


@contextmanager
def _heard(verbose: bool) -> Iterator[_Told]:
    """Says what is skipped, and, where asked, what is read; on a terminal a bar shows how far it is."""
    from graph_builder.model import Skipped

    with bar("Reading") as advance:

        def told(line: Line, total: int) -> None:
            advance(total)
            if isinstance(line, Skipped):
                typer.echo(f"skipped: {line.source}: {line.reason}", err=True)
            elif verbose:
                typer.echo(f"{'read' if line.fresh else 'known already'}: {line.source}", err=True)

        yield told


def _print(report: Report, folder: GraphFolder) -> None:
    from graph_builder.cli.voicing import print_heard
    from graph_builder.graph.safety import safe

    read = len(report.new) + len(report.changed) + len(report.unchanged)
    became = [
        f"{len(sources)} {what}"
        for what, sources in (
            ("new", report.new),
            ("changed", report.changed),
            ("unchanged", report.unchanged),
            ("no longer among them", report.removed),
            ("skipped", report.skipped),
        )
        if sources
    ]
    for unused in report.unused:
        typer.echo(f"skipped in the register {unused.source}: {unused.reason}", err=True)
    typer.echo(f"Documents in the graph: {read} ({', '.join(became)})")
    for what, count in report.counts.items():
        typer.echo(f"{count:>8,}  {what}")
    for line in report.unfit:
        typer.echo(f"correction that fits nothing: {safe(line)}", err=True)
    if report.voice:
        print_heard(report.voice)
    if report.unsure:
        typer.echo(f"{report.unsure:>8,}  facts left out, less sure than wanted")
    typer.echo(f"The page:   {folder.page}")
    typer.echo(f"The Turtle: {folder.turtle}")
