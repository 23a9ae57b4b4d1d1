"""The prompt of `onrecord query`: questions one after the other, with history, completion, and mistakes at the cursor.

Each question is asked in a process of its own, which Ctrl-C stops. This one never opens a store: what it completes
was read by another.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import typer
from prompt_toolkit import PromptSession
from prompt_toolkit.filters import completion_is_selected
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.validation import ValidationError, Validator

from graph_builder.cli.options import folder_at
from graph_builder.cli.proposing import Proposals, Vocabulary, is_sparql
from graph_builder.cli.stopping import apart
from graph_builder.errors import OnRecordError, QueryError
from graph_builder.graph.catalogue import question
from graph_builder.graph.query import check
from graph_builder.graph.sparql import is_whole
from graph_builder.settings import history_file

if TYPE_CHECKING:
    from prompt_toolkit.document import Document

    from graph_builder.cli.asking import Request

__all__ = ["prompt"]

LEAVING = ("exit", "quit")
HELP = """\
NAME about=pay --evidence    a question of the catalogue, with parameters and options of `onrecord query`
SELECT … WHERE { … }         any SPARQL, over several lines; the usual prefixes are known
queries [NAME]               what can be asked
Tab completes names of questions, their parameters and values, prefixes, terms, and names from the graph.
Ctrl-C stops a question, Ctrl-D leaves."""


def prompt(asked: Request) -> int:
    """Ask until somebody leaves; the exit code is 0.

    Raises GraphError where there is nothing to ask.
    """
    known = Vocabulary(asked)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(history_file())),
        completer=Proposals(known),
        complete_while_typing=False,
        validator=_Sound(asked),
        validate_while_typing=False,
        multiline=True,
        key_bindings=_keys(),
        prompt_continuation="        … ",
    )
    typer.echo(f"{_place(asked)}: ask by name or in SPARQL; `help` says how, Ctrl-D leaves.")
    while True:
        try:
            text = session.prompt("onrecord> ").strip()
        except KeyboardInterrupt:  # a line that is given up
            continue
        except EOFError:
            return 0
        if text in LEAVING:
            return 0
        if text:
            _ask(text, asked)


def _place(asked: Request) -> str:
    return asked.endpoint or str(asked.file or folder_at(asked.graph).path)


def _ask(text: str, asked: Request) -> None:
    """One question, in its own process; what is wrong with it is told there."""
    from graph_builder.cli import command_line, ended

    if text in ("help", "?"):
        typer.echo(HELP)
        return
    command, words = _words(text, asked)
    try:
        apart(lambda: ended(lambda: command_line([command])([command, *words], standalone_mode=False)))
    except KeyboardInterrupt:
        typer.echo("\nstopped", err=True)


def _words(text: str, asked: Request) -> tuple[str, list[str]]:
    """The command and its arguments that a line stands for."""
    folders = [part for folder in asked.folders for part in ("--queries", str(folder))]
    if is_sparql(text):
        return "query", [*_options(asked), *folders, "--", text]
    try:
        words = shlex.split(text)
    except ValueError:  # a quotation mark that is not closed
        words = text.split()
    if words[0] == "queries":
        return "queries", [*folders, *words[1:]]
    params = [part for word in words for part in (["--param", word] if "=" in word and word[0] != "-" else [word])]
    return "query", [*_options(asked), *folders, *params]


def _options(asked: Request) -> list[str]:
    """The options that the prompt was opened with, for each question again."""
    given = {
        "--graph": asked.graph,
        "--file": asked.file,
        "--endpoint": asked.endpoint,
        "--format": asked.format,
        "--first": asked.first,
        "--limit": asked.limit,
        "--timeout": asked.timeout,
    }
    flags = {"--evidence": asked.evidence, "--iris": asked.iris, "--explain": asked.explain, "--verbose": asked.verbose}
    valued = [part for name, value in given.items() if value is not None for part in (name, str(value))]
    return valued + [name for name, on in flags.items() if on]


def _keys() -> KeyBindings:
    """Enter asks a question that is whole, and else begins a new line."""
    keys = KeyBindings()

    @keys.add("enter", filter=~completion_is_selected)
    def enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        text = buffer.text
        done = not is_sparql(text) or is_whole(text) or not buffer.document.current_line.strip()
        if done:
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    @keys.add("enter", filter=completion_is_selected)
    def take(event: KeyPressEvent) -> None:
        event.current_buffer.complete_state = None

    return keys


class _Sound(Validator):
    """Puts the cursor where a question is wrong, and says what is."""

    def __init__(self, asked: Request) -> None:
        self._folders = asked.folders

    def validate(self, document: Document) -> None:
        """Raises ValidationError for what cannot be asked."""
        text = document.text
        if is_sparql(text):
            self._sparql(document)
        elif (words := text.split()) and words[0] not in (*LEAVING, "help", "?", "queries"):
            try:
                if not words[0].endswith((".rq", ".sparql")):
                    question(words[0], self._folders)
            except OnRecordError as error:
                raise ValidationError(len(words[0]), str(error)) from error

    def _sparql(self, document: Document) -> None:
        try:
            found = check(document.text)
        except QueryError as error:  # SERVICE, whose place is in the message alone
            raise ValidationError(0, str(error).splitlines()[0]) from error
        if found:
            place = document.translate_row_col_to_index(max(found.line - 1, 0), max(found.column - 1, 0))
            raise ValidationError(min(place, len(document.text)), found.message)
