"""`onrecord ask`: a question in plain English, answered by one of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.asking import Format, query
from graph_builder.cli.options import Graph, Output, folder_at
from graph_builder.errors import UnknownName

if TYPE_CHECKING:
    from graph_builder.graph.asked import Understood

__all__ = ["ask"]

Words = Annotated[list[str], typer.Argument(metavar="QUESTION", help="The question, in plain English.")]


def ask(
    question: Words,
    format: Format = None,  # noqa: A002  (the option's own name)
    output: Output = None,
    graph: Graph = None,
) -> None:
    """A question in plain English: the question of the catalogue that it is, and its answer.

    It is found by rules, which know some ways to put each question. Which one
    it is, with its parameters, is shown before the answer; where it may be
    several, or none, nothing is answered.

    \b
    Examples:
      onrecord ask "who opposes the means test?"
      onrecord ask "what has Ada Nwosu said about library hours since March 2031?"
    """
    from graph_builder.graph import catalogue
    from graph_builder.graph.asked import understood
    from graph_builder.graph.store import open_store

    asked = " ".join(question)
    found = understood(open_store(folder_at(graph)), catalogue.questions(), asked)
    if len(found.meanings) != 1:
        raise UnknownName(_not_understood(asked, found))
    meaning = found.meanings[0]
    typer.echo(meaning.line, err=True)
    params = [f"{name}={value}" for name, value in meaning.values]
    query(meaning.question.name, params=params, format=format, output=output, graph=graph)


def _not_understood(asked: str, found: Understood) -> str:
    if found.meanings:
        lines = ["this may mean any of these; ask one of them:", *(f"  {m.line}" for m in found.meanings)]
        return "\n".join(lines)
    lines = [
        f"no question of the catalogue is known to be put so: {asked!r}"
        if not found.complaints
        else "this is not answered:"
    ]
    lines += [f"  {complaint}" for complaint in found.complaints]
    if found.nearest:
        lines += ["the nearest are:", *(f"  onrecord query {q.name:20} {q.help}" for q in found.nearest)]
    return "\n".join([*lines, "(onrecord queries lists them all)"])
