"""The catalogue of questions: one `.rq` file each, valid SPARQL as it stands, whose name is the file's.

    # Who stands where on a proposal?                            the first comment is the help
    #
    # onrecord query positions --param about="school meals"      after an empty line: an example
    #
    # Group: positions                                           after another: what else is known of it
    SELECT … WHERE {
      VALUES ?about { UNDEF }   # topic: words in the topic      a parameter: its name, default, type and help

A value takes the place of what is between the braces as a literal or an IRI, never as raw text. A parameter whose
comment begins with no known type is a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph_builder import resources
from graph_builder.errors import QueryError, UnknownName
from graph_builder.graph.namespaces import CODES

__all__ = [
    "CORE",
    "GROUPS",
    "NAMES",
    "PLAIN",
    "TYPES",
    "Parameter",
    "Question",
    "from_file",
    "joined",
    "names",
    "question",
    "questions",
]

CORE = ("documents", "people", "organisations", "roles", "events", "participants", "statements", "positions")
GROUPS = ("people", "organisations", "posts", "events", "statements", "positions", "debate", "provenance", "quality")
NAMES = ("name", "person", "organisation")  # of somebody
PLAIN = (*NAMES, "text", "event", "topic", "document", "date", "number")
TYPES = frozenset(PLAIN) | CODES.keys()
PARAMETER = re.compile(r"^[ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{([^{}\n]*)\}[ \t]*#[ \t]*(.+?)[ \t]*$", re.MULTILINE)
IRI = r"<?((?:https?://|urn:)[^\s<>\"{}|\\^`]+)>?"
KEY = re.compile(r"([A-Z][\w -]*):\s+(.+)")


class Parameter(NamedTuple):  # a dataclass takes a millisecond to make, and every question waits for it
    """What a question may be told."""

    name: str
    default: str  # as written in SPARQL; UNDEF where nothing is asked for
    help: str
    type: str = "text"  # one of TYPES: a name, an event, a date …, or the scheme of a code


class Question(NamedTuple):
    """A question of the catalogue."""

    name: str
    path: Path
    help: str
    example: str
    parameters: tuple[Parameter, ...]
    text: str
    group: str = ""  # one of GROUPS, or whatever the file says; empty where it says nothing
    more: tuple[tuple[str, str], ...] = ()  # the other lines `Key: value` of its first comment, keys in small letters

    def bind(self, values: Mapping[str, str | Sequence[str]]) -> str:
        """The SPARQL of the question with these values; a parameter given several takes any of them.

        Raises QueryError for a parameter that the file does not have.
        """
        types = {p.name: p.type for p in self.parameters}
        for name in values:
            if name not in types:
                raise QueryError(f"{self.path.name}: {_no_parameter(name, list(types))}")

        def bound(line: re.Match[str]) -> str:
            if line[1] not in values:
                return line[0]
            given = values[line[1]]
            terms = " ".join(_term(v, types[line[1]]) for v in ([given] if isinstance(given, str) else given))
            start, end = line.start(2) - line.start(), line.end(2) - line.start()
            return f"{line[0][:start]} {terms} {line[0][end:]}"

        return PARAMETER.sub(bound, self.text)


def names(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """The files of all questions by their names: the eight of the contract first, the others by the alphabet.

    A person's own folders come after the catalogue and before each other, so that theirs is the one that is asked.
    """
    files = {f.stem: f for place in (resources.folder("queries"), *folders) for f in sorted(place.glob("*.rq"))}
    return {name: files[name] for name in [*(n for n in CORE if n in files), *sorted(files.keys() - set(CORE))]}


def questions() -> dict[str, Question]:
    """Every question of the catalogue by its name."""
    return {name: from_file(file) for name, file in names().items()}


def joined(folders: Sequence[Path]) -> tuple[dict[str, Question], list[str]]:
    """The catalogue together with a person's own folders, and one line for each file of theirs that is no question."""
    found, faults = {}, [f"{place} is no folder of questions" for place in folders if not place.is_dir()]
    own = {file for place in folders for file in place.glob("*.rq")}
    for name, file in names(folders).items():
        try:
            found[name] = _sound(from_file(file)) if file in own else from_file(file)
        except QueryError as error:
            faults.append(f"{file} is left out: {str(error).splitlines()[0]}")
    return found, faults


def question(name: str, folders: Sequence[Path] = ()) -> Question:
    """The question of this name; only its own file is read.

    Raises UnknownName, with the names that are most like it.
    """
    if re.fullmatch(r"[\w-]+", name):
        for place in (*reversed(folders), resources.folder("queries")):
            if (file := place / f"{name}.rq").is_file():
                return from_file(file)
    from difflib import get_close_matches

    near = get_close_matches(name, known := list(names(folders)), n=3) or sorted(known)
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
    more = tuple((m[1].lower(), m[2]) for lines in paragraphs[2:] for line in lines if (m := KEY.fullmatch(line)))
    return Question(
        name=path.stem,
        path=path,
        help=" ".join(paragraphs[0]) if paragraphs else "",
        example=" ".join(paragraphs[1]) if len(paragraphs) > 1 else "",
        parameters=tuple(_parameter(m) for m in PARAMETER.finditer(text)),
        text=text,
        group=next((value for key, value in more if key == "group"), ""),
        more=tuple((key, value) for key, value in more if key != "group"),
    )


def _first_comment(text: str) -> list[list[str]]:
    """Its paragraphs, each in lines."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[1:].strip())
    return [block.split("\n") for block in re.split(r"\n{2,}", "\n".join(lines).strip()) if block]


def _parameter(line: re.Match[str]) -> Parameter:
    kind, colon, rest = line[3].partition(":")
    typed = bool(colon) and kind in TYPES
    return Parameter(line[1], line[2].strip(), rest.strip() if typed else line[3], kind if typed else "text")


def _no_parameter(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    has = f"it has {', '.join(known)}" if known else "it has none"
    return f"no parameter {name!r}; {has}" + (f"; did you mean {near[0]}?" if near else "")


def _sound(question: Question) -> Question:
    """The question, if an engine can read it.

    Raises QueryError.
    """
    from pyoxigraph import Store

    from graph_builder.graph.query import answer

    answer(Store(), question.text)
    return question


def _term(value: str, kind: str) -> str:
    if kind == "number" and re.fullmatch(r"[+-]?\d+(?:\.\d+)?", value):
        return value
    if iri := re.fullmatch(IRI, value):
        try:
            return str(NamedNode(iri[1]))
        except ValueError:
            pass
    return str(Literal(value.encode("utf-8", "replace").decode("utf-8")))
