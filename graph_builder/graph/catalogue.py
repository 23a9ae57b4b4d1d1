"""The catalogue of questions: one `.rq` file each, valid SPARQL as it stands, whose name is the file's.

    # Who stands where on a proposal?                            the first comment is the help
    #
    # onrecord query positions --param about="school meals"      after an empty line: an example
    #
    # Group: positions                                           after another: where it stands in the catalogue
    SELECT … WHERE {
      VALUES ?about { UNDEF }   # topic: words in the topic      a parameter: its name, default, type and help

A value takes the place of what is between the braces as a literal or an IRI, never as raw text. A parameter whose
comment begins with no known type is a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph_builder import resources
from graph_builder.errors import QueryError, UnknownName

__all__ = ["CORE", "GROUPS", "NAMES", "PLAIN", "Parameter", "Question", "from_file", "question", "questions"]

CORE = ("documents", "people", "organisations", "roles", "events", "participants", "statements", "positions")
GROUPS = ("people", "organisations", "posts", "events", "statements", "positions", "debate", "provenance", "quality")
NAMES = ("name", "person", "organisation")  # of somebody
PLAIN = (*NAMES, "text", "event", "topic", "document", "date", "number")
CODED = (
    *("stance", "organisation-kind", "event-kind", "participant-role", "statement-form"),
    *("genre", "basis", "status", "verdict", "decision"),
)
PARAMETER = re.compile(r"^[ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{([^{}\n]*)\}[ \t]*#[ \t]*(.+?)[ \t]*$", re.MULTILINE)
IRI = r"<?((?:https?://|urn:)[^\s<>\"{}|\\^`]+)>?"


class Parameter(NamedTuple):  # a dataclass takes a millisecond to make, and every question waits for it
    """What a question may be told."""

    name: str
    default: str  # as written in SPARQL; UNDEF where nothing is asked for
    help: str
    type: str = "text"  # or what a value is: one of NAMES, an event, a date …, or the scheme of a code


class Question(NamedTuple):
    """A question of the catalogue."""

    name: str
    path: Path
    help: str
    example: str
    parameters: tuple[Parameter, ...]
    text: str
    group: str = ""  # one of GROUPS; nothing for a file that says none

    def bind(self, values: Mapping[str, str | Sequence[str]]) -> str:
        """The SPARQL of the question with these values; a parameter given several takes any of them.

        Raises QueryError for a parameter that the file does not have.
        """
        known = [p.name for p in self.parameters]
        for name in values:
            if name not in known:
                has = f"it has {', '.join(known)}" if known else "it has none"
                raise QueryError(f"{self.path.name}: no parameter {name!r}; {has}")

        def bound(line: re.Match[str]) -> str:
            if line[1] not in values:
                return line[0]
            given = values[line[1]]
            terms = " ".join(_term(v) for v in ([given] if isinstance(given, str) else given))
            start, end = line.start(2) - line.start(), line.end(2) - line.start()
            return f"{line[0][:start]} {terms} {line[0][end:]}"

        return PARAMETER.sub(bound, self.text)


def questions() -> dict[str, Question]:
    """Every question by its name: the eight of the contract first, the others by the alphabet."""
    files = {f.stem: f for f in resources.folder("queries").glob("*.rq")}
    order = [name for name in CORE if name in files] + sorted(files.keys() - set(CORE))
    return {name: from_file(files[name]) for name in order}


def question(name: str) -> Question:
    """The question of this name; only its own file is read.

    Raises UnknownName, with the names that are most like it.
    """
    folder = resources.folder("queries")
    if re.fullmatch(r"[\w-]+", name) and (file := folder / f"{name}.rq").is_file():
        return from_file(file)
    from difflib import get_close_matches

    names = sorted(f.stem for f in folder.glob("*.rq"))
    near = get_close_matches(name, names, n=3) or names
    raise UnknownName(f"no question is called {name!r}; did you mean {', '.join(near)}?")


def from_file(path: Path) -> Question:
    """The question in a file, which need not belong to the catalogue."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path} is not UTF-8 text") from error
    paragraphs = _first_comment(text)
    return Question(
        name=path.stem,
        path=path,
        help=paragraphs[0] if paragraphs else "",
        example=paragraphs[1] if len(paragraphs) > 1 else "",
        parameters=tuple(_parameter(line) for line in PARAMETER.finditer(text)),
        text=text,
        group=next((p.partition(":")[2].split()[0] for p in paragraphs if p.startswith("Group: ")), ""),
    )


def _first_comment(text: str) -> list[str]:
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[1:].strip())
    return [" ".join(block.split("\n")) for block in re.split(r"\n{2,}", "\n".join(lines).strip()) if block]


def _parameter(line: re.Match[str]) -> Parameter:
    type_, colon, told = line[3].partition(": ")
    known = bool(colon) and type_ in (*PLAIN, *CODED)
    return Parameter(line[1], line[2].strip(), told if known else line[3], type_ if known else "text")


def _term(value: str) -> str:
    if iri := re.fullmatch(IRI, value):
        try:
            return str(NamedNode(iri[1]))
        except ValueError:
            pass
    return str(Literal(value.encode("utf-8", "replace").decode("utf-8")))
