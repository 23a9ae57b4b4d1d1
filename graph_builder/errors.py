"""What can go wrong, each with one line that says what happened and what to do.

OnRecordError            exit code 1
├── ReadError            a file that cannot be read: named in the report, the rest goes on
├── GraphError           the graph folder: missing, locked, damaged, made by another version
├── QueryError           a question that cannot be answered: syntax, parameters, the engine
│   ├── UnknownName      a name of a question, format, entity or fact that is not there
│   └── TookTooLong      a question was stopped at its time limit: exit code 124, as of the command `timeout`
├── ServerError          another server: not reached, refuses, answers what cannot be understood
├── CorrectionsError     a file of corrections that cannot be read: nothing is built without what people decided
├── RegisterError        a register that cannot be used: unknown kind of file, damaged, empty
├── LanguageModelError   the language model is missing or is another version
├── ListenError          the server cannot start: the port is taken, the address is none
├── VoiceError           a language model that was asked for as a voice, and cannot be asked
└── NothingReadError     no document at all could be read: exit code 3
"""

from __future__ import annotations

__all__ = [
    "CorrectionsError",
    "GraphError",
    "LanguageModelError",
    "ListenError",
    "NothingReadError",
    "OnRecordError",
    "QueryError",
    "ReadError",
    "RegisterError",
    "ServerError",
    "TookTooLong",
    "UnknownName",
    "VoiceError",
]


class OnRecordError(Exception):
    """The message is one line for a person: what happened, and what to do."""

    exit_code = 1


class ReadError(OnRecordError):
    """A file could not be read."""


class GraphError(OnRecordError):
    """The graph folder cannot be used."""


class QueryError(OnRecordError):
    """A question cannot be answered; `place` is the line and the column of a mistake, counted from 1."""

    place: tuple[int, int] | None = None


class UnknownName(QueryError):
    """Nothing goes by that name."""


class TookTooLong(QueryError):
    """A question was stopped at its time limit."""

    exit_code = 124


class ServerError(OnRecordError):
    """Another server did not do what was asked of it."""


class CorrectionsError(OnRecordError):
    """A file of corrections cannot be read or written."""


class RegisterError(OnRecordError):
    """A register cannot be used."""


class LanguageModelError(OnRecordError):
    """The language model cannot be used."""


class ListenError(OnRecordError):
    """Our own server cannot listen where it is told to."""


class VoiceError(OnRecordError):
    """A voice cannot be asked."""


class NothingReadError(OnRecordError):
    """No document at all could be read."""

    exit_code = 3
