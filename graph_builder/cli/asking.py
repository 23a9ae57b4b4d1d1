"""`onrecord query`: what the graph is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from graph_builder.cli.completing import formats, names, values
from graph_builder.cli.options import Folders, Graph, Output, folder_at, folders_at, opened, unfinished
from graph_builder.cli.stopping import apart, at_once, end_by, leave

if TYPE_CHECKING:
    from graph_builder.graph.catalogue import Question
    from graph_builder.graph.query import Answer
    from graph_builder.graph.store import Store

__all__ = ["Request", "ask", "query"]

Asked = Annotated[
    str | None,
    typer.Argument(
        metavar="[QUERY]",
        autocompletion=names,
        help="A question's name, SPARQL, a .rq file, or -.  On a terminal, nothing opens a prompt.",
    ),
]
Params = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        "-p",
        metavar="NAME=VALUE",
        autocompletion=values,
        help="A parameter of the question; may be repeated.",
    ),
]
FORMATS = "table, csv, tsv, json or xml; for a graph turtle, ntriples, rdfxml or jsonld."
Format = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", autocompletion=formats, help=FORMATS)]
File = Annotated[Path | None, typer.Option(metavar="FILE", help="Ask this RDF file instead of the graph.")]
Endpoint = Annotated[str | None, typer.Option(metavar="URL", help="Ask this SPARQL endpoint instead.")]
Evidence = Annotated[bool, typer.Option("--evidence", "-e", help="Show sentence and document under each row.")]
Iris = Annotated[bool, typer.Option("--iris", help="Show IRIs in tables, not labels.")]
First = Annotated[int | None, typer.Option(min=1, metavar="N", help="Show only the first N rows of a table.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Ask for at most N rows, in any format.")]
Timeout = Annotated[float | None, typer.Option(min=0, metavar="SECONDS", help="Stop after so long.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say what is asked and what it costs, without the answer.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show the SPARQL that is asked.")]


class Request(NamedTuple):
    """What is asked, of what, and how the answer is to be written."""

    query: str
    params: Sequence[str] = ()
    format: str | None = None
    output: Path | None = None
    graph: Path | None = None
    file: Path | None = None
    endpoint: str | None = None
    folders: tuple[Path, ...] = ()
    evidence: bool = False
    iris: bool = False
    first: int | None = None
    limit: int | None = None
    timeout: float | None = None
    explain: bool = False
    verbose: bool = False


def query(
    query: Asked = None,
    params: Params = None,
    format: Format = None,  # noqa: A002  (the option's own name)
    output: Output = None,
    graph: Graph = None,
    file: File = None,
    endpoint: Endpoint = None,
    queries: Folders = None,
    evidence: Evidence = False,
    iris: Iris = False,
    first: First = None,
    limit: Limit = None,
    timeout: Timeout = None,
    explain: Explain = False,
    verbose: Verbose = False,
) -> int:
    """A question to the graph, and its answer.

    The question is the name of one in the catalogue (see `onrecord queries`),
    SPARQL, a file of SPARQL, or - to read it from the standard input. The usual
    prefixes are known; SELECT, ASK, CONSTRUCT and DESCRIBE all work. Without a
    question, a terminal becomes a prompt that completes names.

    \b
    Examples:
      onrecord query positions
      onrecord query positions --param about=pay --evidence
      onrecord query positions --param about=pay --format csv --output pay.csv
      onrecord query "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name }"
      onrecord query question.rq --file output/graph.ttl --timeout 10
      onrecord query people --endpoint http://localhost:8890/sparql
    """
    if file and endpoint:
        raise typer.BadParameter("ask a file or an endpoint, not both", param_hint="--file")
    if endpoint and (evidence or explain):
        raise typer.BadParameter("of an endpoint only its answer is known", param_hint="--endpoint")
    folders = folders_at(queries)
    asked = Request(query or "", params or (), format, output, graph, file, endpoint, folders)
    asked = asked._replace(evidence=evidence, iris=iris, first=first, limit=limit)
    asked = asked._replace(timeout=timeout, explain=explain, verbose=verbose)
    if query is None and sys.stdin.isatty() and sys.stdout.isatty():
        from graph_builder.cli.prompt import prompt

        return prompt(asked)
    return _stoppable(asked if query is not None else asked._replace(query=_piped()))


def _piped() -> str:
    if not sys.stdin.isatty() and (sparql := sys.stdin.read()).strip():
        return sparql
    raise typer.BadParameter("say what to ask: a question's name (see `onrecord queries`), SPARQL, or a .rq file")


def _stoppable(asked: Request) -> int:
    """Ask in this process where nothing has to be done when it is stopped, else in one of its own."""
    if asked.timeout is None and asked.output is None:
        at_once()
        ask(asked)
        leave(0)
    from graph_builder.cli import ended

    try:
        code = apart(lambda: ended(lambda: ask(asked)), asked.timeout)
    except KeyboardInterrupt:
        code = -2
    finally:
        if asked.output is not None:
            unfinished(asked.output).unlink(missing_ok=True)
    if code < 0:
        end_by(-code)
    return code


def ask(asked: Request) -> None:
    """Ask, and write the answer down.

    Raises OnRecordError.
    """
    question = _question(asked)
    store = None if asked.endpoint else _store(asked)
    sparql = _bound(question, asked, store) if question else _bare(asked, store)
    if asked.verbose:
        typer.echo(sparql, err=True)
    if asked.explain and store is not None:
        from graph_builder.cli.explaining import explained

        typer.echo(explained(store, sparql, asked.limit, _base(asked, store)), nl=False)
        return
    answer = _answer(asked, sparql, store)
    chosen = asked.format or ("table" if asked.evidence else answer.default_format)
    with opened(asked.output) as out:
        if chosen == "table":
            _tabulate(answer, asked, question, store, out.write)
        else:
            answer.write(out, chosen)


def _question(asked: Request) -> Question | None:
    """The catalogue's question of that name, or the one in that file; None where the words are SPARQL themselves."""
    from graph_builder.graph import catalogue

    query = asked.query
    if query == "-" or any(mark in query for mark in "{\n"):
        return None
    if query.endswith((".rq", ".sparql")):
        return catalogue.from_file(Path(query))
    # a question has no spaces in its name; DESCRIBE needs no braces
    return None if " " in query.strip() else catalogue.question(query, asked.folders)


def _bare(asked: Request, store: Store | None) -> str:
    """SPARQL as somebody wrote it; names in it that nothing bears are remarked upon."""
    if asked.params:
        raise typer.BadParameter("only a question of the catalogue or of a file has parameters", param_hint="--param")
    sparql = sys.stdin.read() if asked.query == "-" else asked.query
    if store is not None:
        from graph_builder.graph.spelling import strangers

        for remark in strangers(store, sparql, _base(asked, store)):
            typer.echo(f"onrecord: {remark}", err=True)
    return sparql


def _bound(question: Question, asked: Request, store: Store | None) -> str:
    """The question with its parameters filled in: names as the graph has them, where there is one to look in."""
    values: dict[str, list[str]] = {}
    for param in asked.params:  # one that is given twice may be either
        name, equals, value = param.partition("=")
        if not equals:
            raise typer.BadParameter(f"write {name}=VALUE", param_hint="--param")
        values.setdefault(name.strip(), []).append(value)
    if not values:
        return question.text
    from graph_builder.graph.parameters import checked, fitting

    if store is None:
        checked(None, question, values)
        return question.bind(values)
    return question.bind(fitting(store, question, values))


def _store(asked: Request) -> Store:
    from graph_builder.graph import store

    return store.load_file(asked.file) if asked.file else store.open_store(folder_at(asked.graph))


def _base(asked: Request, store: Store) -> str:
    from graph_builder.graph.namespaces import DEFAULT_BASE
    from graph_builder.graph.store import base_of

    return DEFAULT_BASE if asked.file else base_of(store)


def _answer(asked: Request, sparql: str, store: Store | None) -> Answer:
    from graph_builder.graph import query

    if store is None:
        from graph_builder.settings import load_settings

        base = load_settings().base
        return query.answer_endpoint(asked.endpoint or "", sparql, base, asked.limit, asked.timeout)
    return query.answer(store, sparql, _base(asked, store), asked.limit)


def _tabulate(
    answer: Answer, asked: Request, question: Question | None, store: Store | None, write: Callable[[bytes], object]
) -> None:
    from graph_builder.cli.options import wide
    from graph_builder.cli.telling import Manner, told

    if answer.kind == "boolean":
        write("".join(f"{cell}\n" for row in answer.rows() for cell in row).encode())
        return
    title = question.help if question and asked.output is None else ""
    proofs = None
    if store is not None and (asked.evidence or wide() is not None):
        from graph_builder.graph.proofs import Proofs

        proofs = Proofs(store, _base(asked, store))
    manner = Manner(title, asked.iris, asked.first, asked.limit, asked.evidence)
    for part in told(answer, manner, proofs):
        write(part.encode())
