"""The command `onrecord`: each command reads its arguments, calls one function, and prints.

Nothing costly is imported here or in the commands' modules: a command imports what it needs when it runs, so that a
question to a graph that is already built costs little more than the question itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from graph_builder import __version__
from graph_builder.errors import OnRecordError

__all__ = ["COMMANDS", "main"]

COMMANDS = {  # name: the module that has the function of that name
    "build": "building",
    "query": "asking",
    "queries": "asking",
    "ask": "plainly",
    "show": "looking",
    "why": "looking",
    "review": "reviewing",
    "view": "viewing",
    "serve": "serving",
    "export": "taking",
    "check": "taking",
    "push": "pushing",
    "info": "looking",
}
Version = Annotated[bool, typer.Option("--version", help="The version of this program.")]


def onrecord(context: typer.Context, version: Version = False) -> None:
    """The record of a public debate: who said what, who stands where, who did what, each with its proof.

    \b
    Begin with:
      onrecord build documents         documents become a graph and its page
      onrecord queries                 what can be asked
      onrecord query positions         who stands where
      onrecord show "Charlton-Rae"     everything about one person
    """
    if version:
        typer.echo(f"onrecord {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def command_line(names: Sequence[str]) -> typer.Typer:
    """The command with these of its commands."""
    app = typer.Typer(
        name="onrecord",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(onrecord)
    for name in names:
        app.command(name)(getattr(import_module(f"graph_builder.cli.{COMMANDS[name]}"), name))
    return app


def main() -> int:
    """The command's exit code: 0 done, 1 something went wrong, 2 wrong usage, 3 nothing could be read."""
    # only the command that is asked for is loaded: half of what a short question costs is the start
    asked = sys.argv[1:2]
    names = asked if asked and asked[0] in COMMANDS else list(COMMANDS)
    try:
        status = command_line(names)(standalone_mode=False)
    except OnRecordError as error:
        return _failed(str(error), error.exit_code)
    except typer.TyperException as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "onrecord")
        return _failed(f"{error.format_message()} (see: {command} --help)", error.exit_code)
    except typer.Abort:
        return _failed("stopped", 1)
    except SystemExit:  # how typer ends where the reader of our output has read enough
        return 0
    except OSError as error:
        return _failed(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}", 1)
    return status if isinstance(status, int) else 0


def _failed(message: str, code: int) -> int:
    typer.echo(f"onrecord: {message}", err=True)
    return code
