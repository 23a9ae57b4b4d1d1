"""SPARQL as a person writes it: its words told apart, prefixes it leaves out, and mistakes shown where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph_builder.errors import QueryError

__all__ = ["asks_for_graph", "explain", "refuse_service", "undeclared", "with_prefixes"]

# Strings, IRIs and comments first, so that no word inside one of them is taken for the language's own.
TOKEN = re.compile(
    r"""
      (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<comment> \#[^\n\r]* )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<blank> _:[\w.-]* )
    | (?P<name> (?P<prefix>[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:%-]|\.(?=[\w:%-])|\\.)* )
    | (?P<word> [^\W\d_]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split())
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
PLAIN_EXPECTATION = re.compile(r'[A-Z ]{2,}|"[^"]{1,3}"')


def refuse_service(sparql: str) -> None:
    """A question does not have the store send requests over the network; Oxigraph has no switch for that.

    Raises QueryError for SERVICE, wherever it stands but in strings, names and comments.
    """
    for token in _tokens(sparql):
        if (token["word"] or "").upper() == "SERVICE":
            message = "SERVICE would ask another server; ask it directly with --endpoint"
            raise _mistake(sparql, _place(sparql, token.start()), message)


def asks_for_graph(sparql: str) -> bool:
    """Whether the answer is a graph: CONSTRUCT or DESCRIBE, and not rows or yes or no."""
    forms = ((t["word"] or "").upper() for t in _tokens(sparql))
    return next((f for f in forms if f in FORMS), "") in FORMS[2:]


def undeclared(sparql: str) -> set[str]:
    """The prefixes that a question uses and does not declare."""
    return {t["prefix"] or "" for t in _undeclared(sparql)}


def with_prefixes(sparql: str, known: Mapping[str, str]) -> str:
    """The question with the known prefixes that it uses and does not declare, on the same lines as before."""
    missing = sorted(undeclared(sparql) & known.keys())
    return "".join(f"PREFIX {p}: <{known[p]}> " for p in missing) + sparql


def explain(sparql: str, complaint: str, known: Mapping[str, str]) -> QueryError:
    """The engine's complaint about a question, with the line and a caret under the place."""
    first = next((t for t in _tokens(sparql) if t["word"] and t["word"].upper() not in ("PREFIX", "BASE")), None)
    if first and first["word"].upper() in UPDATES:
        message = f"{first['word']} would change the graph; a question only reads: SELECT, ASK, CONSTRUCT or DESCRIBE"
        return _mistake(sparql, _place(sparql, first.start()), message)
    for token in _undeclared(sparql):
        prefix = token["prefix"] or ""
        if prefix not in known:
            message = f"the prefix {prefix}: is neither declared nor known; known are {', '.join(sorted(known))}"
            return _mistake(sparql, _place(sparql, token.start()), message)
    if found := PLACE.match(complaint):
        return _mistake(sparql, (int(found[1]), int(found[2])), _plainly(found[3]))
    return QueryError(f"not a question that can be asked: {complaint}")


def _tokens(sparql: str) -> Iterator[re.Match[str]]:
    return (t for t in TOKEN.finditer(sparql) if t.lastgroup != "comment")


def _undeclared(sparql: str) -> list[re.Match[str]]:
    declared: set[str] = set()
    used = []
    declaring = False
    for token in _tokens(sparql):
        if token["name"] is not None:
            if declaring:
                declared.add(token["prefix"] or "")
            else:
                used.append(token)
        declaring = (token["word"] or "").upper() == "PREFIX"
    return [token for token in used if (token["prefix"] or "") not in declared]


def _plainly(complaint: str) -> str:
    """What the engine expected, without the grammar's own names for characters."""
    expected = re.sub(r"^expected (?:one of )?", "", complaint)
    options = [o.strip() for o in re.split(r",\s+(?![^\[]*\])", expected)]
    plain = [o for o in options if PLAIN_EXPECTATION.fullmatch(o)]
    told = [o for o in options if " " in o and o[0].isalpha() and not PLAIN_EXPECTATION.fullmatch(o)]
    if told:
        return told[0][0].lower() + told[0][1:]
    return f"not expected here; perhaps {' or '.join(plain[:4])}" if plain else "not expected here"


def _place(sparql: str, offset: int) -> tuple[int, int]:
    before = sparql[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _mistake(sparql: str, place: tuple[int, int], message: str) -> QueryError:
    error = QueryError(_shown(sparql, *place, message))
    error.place = place
    return error


def _shown(sparql: str, line: int, column: int, message: str) -> str:
    lines = sparql.split("\n")
    line = min(max(line, 1), len(lines))
    shown = lines[line - 1].replace("\t", " ").rstrip("\r")
    column = min(column, len(shown) + 1)
    first = max(0, column - 80)  # of a very long line only what is around the place
    number = f"{line} | "
    caret = " " * (len(number) + column - first - 1) + "^"
    return f"line {line}: {message}\n{number}{shown[first : first + 120]}\n{caret}"
