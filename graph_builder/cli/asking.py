"""`onrecord query` and `onrecord queries`: what the graph is asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.options import Graph, Output, coloured, folder_at, opened, wide

if TYPE_CHECKING:
    from graph_builder.graph.catalogue import Question
    from graph_builder.graph.query import Answer
    from graph_builder.graph.store import Store

__all__ = ["queries", "query"]


def _names(incomplete: str) -> list[str]:
    """The catalogue's questions that begin so, for the shell to complete."""
    from graph_builder.resources import folder

    return sorted(path.stem for path in folder("queries").glob(f"{incomplete}*.rq"))


Asked = Annotated[
    str, typer.Argument(metavar="QUERY", autocompletion=_names, help="A question's name, SPARQL, a .rq file, or -.")
]
Named = Annotated[
    str | None, typer.Argument(metavar="[NAME]", autocompletion=_names, help="One question, with its SPARQL.")
]
Params = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of the question; may be repeated."),
]
FORMATS = "table, csv, tsv, json or xml; for a graph turtle, ntriples, rdfxml or jsonld."
Format = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help=FORMATS)]
File = Annotated[Path | None, typer.Option(metavar="FILE", help="Ask this RDF file instead of the graph.")]
Endpoint = Annotated[str | None, typer.Option(metavar="URL", help="Ask this SPARQL endpoint instead.")]
Iris = Annotated[bool, typer.Option("--iris", help="Show IRIs in tables, not labels.")]
First = Annotated[int | None, typer.Option(min=1, metavar="N", help="Show only the first N rows of a table.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show the SPARQL that is asked.")]


def query(
    query: Asked,
    params: Params = None,
    format: Format = None,  # noqa: A002  (the option's own name)
    output: Output = None,
    graph: Graph = None,
    file: File = None,
    endpoint: Endpoint = None,
    iris: Iris = False,
    first: First = None,
    verbose: Verbose = False,
) -> None:
    """A question to the graph, and its answer.

    The question is the name of one in the catalogue (see `onrecord queries`),
    SPARQL, a file of SPARQL, or - to read it from the standard input. The usual
    prefixes are known; SELECT, ASK, CONSTRUCT and DESCRIBE all work.

    \b
    Examples:
      onrecord query positions
      onrecord query positions --param about=pay --format csv --output pay.csv
      onrecord query "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name }"
      onrecord query question.rq --file output/graph.ttl
      onrecord query people --endpoint http://localhost:8890/sparql
    """
    import signal

    # Ctrl-C must end a long question: the engine itself does not look for it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if file and endpoint:
        raise typer.BadParameter("ask a file or an endpoint, not both", param_hint="--file")
    question = _question(query)
    values = _values(params)
    store = None if endpoint else _store(graph, file)
    sparql = _bound(question, values, store) if question else _bare(query, params)
    if verbose:
        typer.echo(sparql, err=True)
    answer = _answer(sparql, store, endpoint, built=file is None)
    chosen = format or answer.default_format
    with opened(output) as out:
        if chosen == "table":
            title = question.help if question and output is None else ""
            out.write(_table(answer, title, iris=iris, first=first).encode())
        else:
            answer.write(out, chosen)


def _question(query: str) -> Question | None:
    """The catalogue's question of that name, or the one in that file; None where the words are SPARQL themselves."""
    from graph_builder.graph import catalogue

    if query == "-" or any(mark in query for mark in "{\n"):
        return None
    if query.endswith((".rq", ".sparql")):
        return catalogue.from_file(Path(query))
    # a question has no spaces in its name; DESCRIBE needs no braces
    return None if " " in query.strip() else catalogue.question(query)


def _bare(query: str, params: Sequence[str] | None) -> str:
    if params:
        raise typer.BadParameter("only a question of the catalogue or of a file has parameters", param_hint="--param")
    return sys.stdin.read() if query == "-" else query


def _values(params: Sequence[str] | None) -> dict[str, list[str]]:
    """The parameters by name; one that is given twice may be either."""
    values: dict[str, list[str]] = {}
    for param in params or ():
        name, equals, value = param.partition("=")
        if not equals:
            raise typer.BadParameter(f"write {name}=VALUE", param_hint="--param")
        values.setdefault(name.strip(), []).append(value)
    return values


def _bound(question: Question, values: dict[str, list[str]], store: Store | None) -> str:
    """The question with its parameters filled in: names as the graph has them, where there is one to look in."""
    if store and values:
        from graph_builder.graph.find import kindly

        values = kindly(store, question, values)
    return question.bind(values)


def _store(graph: Path | None, file: Path | None) -> Store:
    from graph_builder.graph import store

    return store.load_file(file) if file else store.open_store(folder_at(graph))


def _answer(sparql: str, store: Store | None, endpoint: str | None, *, built: bool) -> Answer:
    from graph_builder.graph import query
    from graph_builder.graph.store import base_of

    if store is None:
        from graph_builder.settings import load_settings

        return query.answer_endpoint(endpoint or "", sparql, load_settings().base)
    return query.answer(store, sparql, base_of(store)) if built else query.answer(store, sparql)


def _table(answer: Answer, title: str, *, iris: bool, first: int | None) -> str:
    from graph_builder.view.table import render_table

    if answer.kind == "boolean":
        return "".join(f"{cell}\n" for row in answer.rows() for cell in row)
    columns, rows = list(answer.columns), list(answer.rows(iris=iris))
    if title and not iris:
        columns, rows = _telling(columns, rows)
    shown = rows[:first]
    table = render_table(columns, shown, width=wide(), colour=coloured())
    left = f"… {len(rows) - len(shown)} more\n" if len(rows) > len(shown) else ""
    return f"{title}\n" * bool(title) + table.rstrip("\n") + "\n" + left


def _telling(columns: list[str], rows: list[tuple[str, ...]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The columns that tell a reader something: one that is empty, or says the same as one before it, does not."""
    cells = list(zip(*rows, strict=True))
    kept = [i for i, column in enumerate(cells) if any(column) and column not in cells[:i]]
    return [columns[i] for i in kept] or columns, [tuple(row[i] for i in kept) for row in rows]


def queries(name: Named = None) -> None:
    """The catalogue: what can be asked, with which parameters, and an example of each.

    \b
    Examples:
      onrecord queries
      onrecord queries positions
    """
    from graph_builder.graph import catalogue

    if name:
        question = catalogue.question(name)
        typer.echo(_described(question))
        typer.echo(f"\n{question.text.rstrip()}")
        return
    for question in catalogue.questions().values():
        typer.echo(_described(question) + "\n")


def _described(question: Question) -> str:
    lines = [question.name, f"    {question.help}"]
    for parameter in question.parameters:
        default = f" (default: {parameter.default})" if parameter.default != "UNDEF" else ""
        lines.append(f"      {parameter.name}  {parameter.help}{default}")
    return "\n".join([*lines, f"    {question.example}"])
