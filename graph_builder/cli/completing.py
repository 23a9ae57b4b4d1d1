"""What the shell can complete: names of questions and formats, parameters, and their values from the graph."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from graph_builder.graph.store import Store

__all__ = ["formats", "in_bash", "names", "values"]

MOST = 200  # values that are proposed at once


def names(context: typer.Context, incomplete: str) -> list[str]:
    """The questions that begin so."""
    from graph_builder.cli.options import folders_at
    from graph_builder.graph.catalogue import names as known

    return sorted(name for name in known(folders_at(context.params.get("queries"))) if name.startswith(incomplete))


def formats(incomplete: str) -> list[str]:
    """The formats that begin so."""
    from graph_builder.graph.query import GRAPH_FORMATS, ROW_FORMATS

    return [name for name in ("table", *ROW_FORMATS, *GRAPH_FORMATS) if name.startswith(incomplete)]


def values(context: typer.Context, incomplete: str) -> list[str]:
    """The parameters of the question before the cursor, and after the sign `=` what one of them can be."""
    from itertools import islice

    return list(islice(_values(context, incomplete), MOST))


def _values(context: typer.Context, incomplete: str) -> Iterator[str]:
    from graph_builder.cli.options import folders_at
    from graph_builder.errors import OnRecordError
    from graph_builder.graph.catalogue import question
    from graph_builder.graph.parameters import proposals

    name, equals, begun = incomplete.partition("=")
    try:
        asked = question(context.params.get("query") or "", folders_at(context.params.get("queries")))
        for parameter in asked.parameters:
            if not equals and parameter.name.startswith(name):
                yield f"{parameter.name}="
            elif equals and parameter.name == name:
                from graph_builder.names import fold

                wanted = fold(begun)
                store = _store(context)
                yield from (f"{name}={value}" for value in proposals(store, parameter) if wanted in fold(value))
    except OnRecordError:  # while somebody types, there is nothing to propose and nobody to tell
        return


def _store(context: typer.Context) -> Store:
    from graph_builder.cli.options import folder_at
    from graph_builder.graph.store import open_store

    return open_store(folder_at(context.params.get("graph")))


def in_bash(complete: Callable[[], int]) -> int:
    """Completes where bash has taken `about=pay` apart at its sign, and writes spaces as bash reads them.

    Bash gives its words one a line, and puts what is printed in the place of the last of them alone.
    """
    words = os.environ.get("COMP_WORDS", "").split("\n")
    cursor = int(os.environ.get("COMP_CWORD") or 0)
    if len(words) < 2:  # all words on one line: they were not bash's own
        return complete()
    joined: list[str] = []
    glued = False
    for word in words[: cursor + 1]:
        signs = bool(re.fullmatch("[=:]+", word))
        joined = [*joined[:-1], joined[-1] + word] if joined and (signs or glued) else [*joined, word]
        glued = signs
    os.environ["COMP_WORDS"], os.environ["COMP_CWORD"] = "\n".join(joined), str(len(joined) - 1)
    cut = max(joined[-1].rfind("="), joined[-1].rfind(":")) + 1
    quoted = joined[-1][cut : cut + 1] in ("'", '"')
    printed = io.StringIO()
    with redirect_stdout(printed):
        code = complete()
    for line in printed.getvalue().splitlines():
        rest = line[cut:]
        typer.echo(rest if quoted else re.sub(r"([^\w@%+,./:=-])", r"\\\1", rest))
    return code
