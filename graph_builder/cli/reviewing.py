"""`onrecord review`: what the graph left open, decided by a person and kept for every build."""

from __future__ import annotations

import getpass
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.options import Graph, coloured, folder_at

if TYPE_CHECKING:
    from graph_builder.decisions import Decision
    from graph_builder.graph.folder import GraphFolder
    from graph_builder.graph.open_questions import Doubt, OneOf, Pair

__all__ = ["review"]

Corrections = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Where decisions are kept.  Default: that of the last build."),
]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.  Default: the name you are logged in by.")]
First = Annotated[int, typer.Option(min=0, metavar="N", help="How many of the least certain facts are shown.")]
READ_BOTH, READ_IT = "read in both documents", "read in the document"


def review(graph: Graph = None, corrections: Corrections = None, who: Who = None, first: First = 20) -> None:
    """Walks through what was left open, and keeps what you decide.

    First the names that may mean one, with the evidence of both sides; then
    the facts that are least sure. Each answer is written at once to the file
    of corrections, with your name and reason, and the next build heeds it.

    \b
    Example:
      onrecord review --who "Jo Reader"
      onrecord build                       the same documents again, as decided
    """
    from graph_builder.graph.open_questions import doubts, pairs

    folder = folder_at(graph)
    deciding = _Deciding(_file(corrections, folder), who or getpass.getuser())
    opened = [pair for pair in pairs(folder) if not deciding.settled(pair.left.pointer, pair.right.pointer)]
    unsure = [each for each, _ in zip(_undecided(doubts(folder), deciding), range(first), strict=False)]
    if not opened and not unsure:
        typer.echo("Nothing was left open.")
        return
    try:
        for place, pair in enumerate(opened, start=1):
            typer.echo(_pair(pair, f"Names {place} of {len(opened)}"))
            deciding.pair(pair)
        for place, doubt in enumerate(unsure, start=1):
            typer.echo(_doubt(doubt, f"Facts {place} of {len(unsure)}"))
            deciding.doubt(doubt)
    except _Enough:
        pass
    finally:
        typer.echo(deciding.told(folder))


def _file(given: Path | None, folder: GraphFolder) -> Path:
    last = folder.read_report().get("corrections")
    return given or (Path(last) if last else folder.corrections)


def _undecided(found: Iterator[Doubt], deciding: _Deciding) -> Iterator[Doubt]:
    return (each for each in found if not deciding.settled(each.fact))


class _Enough(Exception):
    """Somebody has decided enough for today."""


class _Deciding:
    """Asks, and writes down each answer before the next question."""

    def __init__(self, file: Path, who: str) -> None:
        from graph_builder.corrections import read_corrections

        self.file = file
        self.who = who
        self.written = 0
        entries, _ = read_corrections(file)
        self.before = {frozenset(c.about) for c in entries}

    def settled(self, *names: str) -> bool:
        """Whether the file says something about these already."""
        return frozenset(names) in self.before

    def pair(self, pair: Pair) -> None:
        """Whether two names mean one."""
        from graph_builder.decisions import Decision

        decisions = {"s": Decision.SAME, "d": Decision.DIFFERENT}
        decision = decisions.get(self._asked("[s]ame  [d]ifferent  [l]ater  [q]uit", "sdlq"))
        if decision:
            self._keep(decision, [pair.left.pointer, pair.right.pointer], READ_BOTH)

    def doubt(self, doubt: Doubt) -> None:
        """Whether a fact is what the document says."""
        from graph_builder.decisions import Decision

        decisions = {"y": Decision.CONFIRM, "n": Decision.REJECT}
        decision = decisions.get(self._asked("Is that what it says?  [y]es  [n]o  [l]ater  [q]uit", "ynlq"))
        if decision:
            self._keep(decision, [doubt.fact], READ_IT, says=doubt.says, of=doubt.source)

    def _asked(self, question: str, letters: str) -> str:
        while True:
            given: str = typer.prompt(question, default="l", show_default=False).strip().lower()[:1]
            if given == "q":
                raise _Enough
            if given in letters:
                return given
            typer.echo(f"  one of {', '.join(letters)}, please")

    def _keep(self, decision: Decision, about: list[str], default: str, **told: str) -> None:
        from graph_builder.corrections import append, entry

        why = typer.prompt(f"Why? (Enter: {default})", default=default, show_default=False)
        append(self.file, [entry(decision, about, self.who, why.strip(), **told)])
        self.written += 1

    def told(self, folder: GraphFolder) -> str:
        """What was done, and what to do next."""
        if not self.written:
            return "\nNothing was decided."
        many = "1 decision" if self.written == 1 else f"{self.written} decisions"
        return f"\n{many} in {self.file}\nThe next build heeds them: onrecord build --graph {folder.path}"


def _pair(pair: Pair, place: str) -> str:
    return "\n".join(
        [f"\n{_bold(place)} · do both mean one? {pair.reason}", *_side("A", pair.left), *_side("B", pair.right)]
    )


def _side(letter: str, one: OneOf) -> Iterator[str]:
    yield f"  {letter}  {_bold(one.label)}  ({one.kind}) in {one.source}"
    yield from (_wrapped(f"“{sentence}”") for sentence in one.sentences)
    yield from (_wrapped(f"· {fact}") for fact in one.facts)


def _doubt(doubt: Doubt, place: str) -> str:
    head = f"\n{_bold(place)} · {doubt.source}, confidence {doubt.confidence:g} ({doubt.rule}, {doubt.fact})"
    return "\n".join([head, f"  {_bold(doubt.says)}", _wrapped(f"“{doubt.sentence}”")])


def _wrapped(words: str) -> str:
    width = max(40, typer.get_terminal_size().columns)
    return textwrap.fill(" ".join(words.split()), width, initial_indent="       ", subsequent_indent="       ")


def _bold(words: str) -> str:
    return typer.style(words, bold=True) if coloured() else words
