"""`onrecord queries`: what can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.completing import names
from graph_builder.cli.options import Folders, coloured, folders_at, wide

if TYPE_CHECKING:
    from graph_builder.graph.catalogue import Question

__all__ = ["queries"]

OTHERS = "others"
Named = Annotated[
    str | None, typer.Argument(metavar="[NAME]", autocompletion=names, help="One question, with its SPARQL.")
]


def queries(name: Named = None, queries: Folders = None) -> None:
    """The catalogue: what can be asked, with which parameters, and an example of each.

    \b
    Examples:
      onrecord queries
      onrecord queries positions
      onrecord queries --queries my-questions
    """
    from graph_builder.graph import catalogue

    folders = folders_at(queries)
    if name:
        question = catalogue.question(name, folders)
        typer.echo("\n".join(_whole(question)))
        typer.echo(f"\n{question.text.rstrip()}")
        return
    found, faults = catalogue.joined(folders)
    typer.echo("\n".join(_listed(found.values())))
    for fault in faults:
        typer.echo(f"onrecord: {fault}", err=True)


def _listed(questions: Iterable[Question]) -> Iterator[str]:
    """The questions under the names of their groups, each in a line or two."""
    from graph_builder.graph.catalogue import GROUPS

    order = {group: place for place, group in enumerate(GROUPS)}

    def place(question: Question) -> tuple[int, str]:
        return order.get(question.group, len(order)), question.group or "~"

    for _, members in groupby(sorted(questions, key=place), key=place):
        group = list(members)
        yield _bold((group[0].group or OTHERS).capitalize())
        for question in group:
            parameters = " ".join(f"{p.name}=" for p in question.parameters)
            yield f"  {question.name}" + (f"  ({parameters})" if parameters else "")
            yield _filled(question.help, "      ")
        yield ""
    yield "Ask one with `onrecord query NAME`; `onrecord queries NAME` tells more of it."


def _whole(question: Question) -> Iterator[str]:
    yield _bold(question.name) + (f"  ({question.group})" if question.group else "")
    yield _filled(question.help, "    ")
    wide_name = max((len(p.name) for p in question.parameters), default=0)
    wide_type = max((len(p.type) for p in question.parameters), default=0)
    for parameter in question.parameters:
        default = f" (default: {parameter.default})" if parameter.default != "UNDEF" else ""
        yield f"      {parameter.name:<{wide_name}}  {parameter.type:<{wide_type}}  {parameter.help}{default}"
    yield f"    {question.example}"
    if question.path.parent.name != "queries":
        yield f"    in {question.path}"


def _filled(words: str, indent: str) -> str:
    from textwrap import fill

    room = max(40, wide() or 10_000)
    return fill(words, room, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _bold(words: str) -> str:
    return typer.style(words, bold=True) if coloured() else words
