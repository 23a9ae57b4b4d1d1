"""What the shell can complete: names of questions and formats, parameters, and their values from the graph."""

from __future__ import annotations

import io
import os
import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from graph_builder.graph.store import Store

__all__ = ["formats", "in_bash", "names", "values"]

FLAGS = frozenset("--evidence -e --iris --explain --verbose -v".split())
MOST = 200  # values that are proposed at once


def names(incomplete: str) -> list[str]:
    """The questions that begin so."""
    from graph_builder.graph.catalogue import names as known

    return sorted(name for name in known(_typed().folders()) if name.startswith(incomplete))


def formats(incomplete: str) -> list[str]:
    """The formats that begin so."""
    from graph_builder.graph.query import GRAPH_FORMATS, ROW_FORMATS

    return [name for name in ("table", *ROW_FORMATS, *GRAPH_FORMATS) if name.startswith(incomplete)]


def values(incomplete: str) -> list[str]:
    """The parameters of the question before the cursor, and after the sign `=` what one of them can be."""
    from itertools import islice

    return list(islice(_values(incomplete), MOST))


def _values(incomplete: str) -> Iterator[str]:
    from graph_builder.errors import OnRecordError
    from graph_builder.graph.catalogue import question
    from graph_builder.graph.parameters import proposals

    name, equals, begun = incomplete.partition("=")
    typed = _typed()
    try:
        for parameter in question(typed.question, typed.folders()).parameters:
            if not equals and parameter.name.startswith(name):
                yield f"{parameter.name}="
            elif equals and parameter.name == name:
                yield from (f"{name}={v}" for v in proposals(typed.store(), parameter) if v.startswith(begun))
    except OnRecordError:  # while somebody types, there is nothing to propose and nobody to tell
        return


class _Typed(NamedTuple):
    """What stands on the line that is being completed; typer itself gives up on an option that has no value yet."""

    question: str
    options: dict[str, str]

    def folders(self) -> tuple[Path, ...]:
        """The folders of one's own questions."""
        from graph_builder.cli.options import folders_at

        return folders_at([Path(self.options["--queries"])] if "--queries" in self.options else None)

    def store(self) -> Store:
        """The store of the graph that is asked."""
        from graph_builder.cli.options import folder_at
        from graph_builder.graph.store import open_store

        graph = self.options.get("--graph") or self.options.get("-g")
        return open_store(folder_at(Path(graph) if graph else None))


def _typed() -> _Typed:
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    try:
        words = shlex.split(line)
    except ValueError:  # a quotation mark that is still open
        words = line.split()
    question, options, option = "", {}, ""
    for word in words[2:]:
        if word.startswith("-"):
            option, equals, value = word.partition("=")
            if equals:
                options[option] = value
            option = "" if equals or option in FLAGS else option
        elif option:
            options[option], option = word, ""
        else:
            question = question or word
    return _Typed(question, options)


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
    last, whole = words[min(cursor, len(words) - 1)], joined[-1]
    cut = len(whole) - len("" if re.fullmatch("[=:]+", last) else last)  # what stands before the word that is replaced
    quoted = last[:1] in ("'", '"')
    printed = io.StringIO()
    with redirect_stdout(printed):
        code = complete()
    for line in printed.getvalue().splitlines():
        rest = line[cut:]
        typer.echo(rest if quoted else re.sub(r"([^\w@%+,./:=-])", r"\\\1", rest))
    return code
