"""SPARQL as a person writes it: its words told apart, prefixes it leaves out, and mistakes shown where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph_builder.errors import QueryError
from graph_builder.graph.tokens import Token, deeper, tokens

__all__ = [
    "Mistake",
    "asks_for_graph",
    "explain",
    "is_whole",
    "limited",
    "mistake",
    "named",
    "refuse_service",
    "undeclared",
    "with_prefixes",
]

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split())
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
PLAIN_EXPECTATION = re.compile(r'[A-Z ]{2,}|"[^"]{1,3}"')


def refuse_service(sparql: str) -> None:
    """A question does not have the store send requests over the network; Oxigraph has no switch for that.

    Raises QueryError for SERVICE, wherever it stands but in strings, names and comments.
    """
    for token in tokens(sparql):
        if (token["word"] or "").upper() == "SERVICE":
            message = "SERVICE would ask another server; ask it directly with --endpoint"
            raise _mistake(sparql, _place(sparql, token.start()), message)


def asks_for_graph(sparql: str) -> bool:
    """Whether the answer is a graph: CONSTRUCT or DESCRIBE, and not rows or yes or no."""
    forms = ((t["word"] or "").upper() for t in tokens(sparql))
    return next((f for f in forms if f in FORMS), "") in FORMS[2:]


def undeclared(sparql: str) -> set[str]:
    """The prefixes that a question uses and does not declare."""
    return {t["prefix"] or "" for t in _undeclared(sparql)}


def with_prefixes(sparql: str, known: Mapping[str, str]) -> str:
    """The question with the known prefixes that it uses and does not declare, on the same lines as before."""
    missing = sorted(undeclared(sparql) & known.keys())
    return "".join(f"PREFIX {p}: <{known[p]}> " for p in missing) + sparql


class Mistake(NamedTuple):
    """What is wrong with a question, and where."""

    message: str
    line: int  # from 1 on, as the column; 0 where no place is known
    column: int


def mistake(sparql: str, complaint: str, known: Mapping[str, str]) -> Mistake:
    """The engine's complaint about a question, for a person."""
    first = next((t for t in tokens(sparql) if t["word"] and t["word"].upper() not in ("PREFIX", "BASE")), None)
    if first and first["word"].upper() in UPDATES:
        message = f"{first['word']} would change the graph; a question only reads: SELECT, ASK, CONSTRUCT or DESCRIBE"
        return Mistake(message, *_place(sparql, first.start()))
    for token in _undeclared(sparql):
        if (token["prefix"] or "") not in known:
            return Mistake(_unknown_prefix(token["prefix"] or "", known), *_place(sparql, token.start()))
    if found := PLACE.match(complaint):
        return Mistake(_plainly(found[3]), int(found[1]), int(found[2]))
    return Mistake(f"not a question that can be asked: {complaint}", 0, 0)


def explain(sparql: str, complaint: str, known: Mapping[str, str]) -> QueryError:
    """The engine's complaint about a question, with the line and a caret under the place."""
    found = mistake(sparql, complaint, known)
    return _mistake(sparql, (found.line, found.column), found.message) if found.line else QueryError(found.message)


def _unknown_prefix(prefix: str, known: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(prefix, known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}:?" if near else f"known are {', '.join(sorted(known))}"
    return f"the prefix {prefix}: is neither declared nor known; {hint}"


def named(sparql: str, known: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """The prefixed names of a question that mean what their known prefix says: name, IRI, and on which line."""
    for token in _undeclared(sparql):
        namespace = known.get(token["prefix"] or "")
        local = (token["name"] or "").partition(":")[2]
        if namespace and local and not set(local) & set("\\%"):
            yield token["name"], namespace + local, _place(sparql, token.start())[0]


def limited(sparql: str, most: int) -> str:
    """A SELECT with no more than `most` rows; its own LIMIT stays where that is less, and other questions as they are.

    The engine then stops by itself, in whatever format the rows are written.
    """
    outer = [t for t in _outer(sparql) if t["word"]]
    if not any(t["word"].upper() == "SELECT" for t in outer[:1] or ()):
        return sparql
    words = [t["word"].upper() for t in outer]
    if "LIMIT" in words:
        at = outer[words.index("LIMIT")].end()
        own = re.match(r"\s*(\d+)", sparql[at:])
        return f"{sparql[:at]} {min(most, int(own[1]))}{sparql[at + own.end() :]}" if own else sparql
    values = [t.start() for t in outer if t["word"].upper() == "VALUES"]
    end = values[-1] if values else len(sparql)
    return f"{sparql[:end]}\nLIMIT {most}\n{sparql[end:]}" if values else f"{sparql.rstrip()}\nLIMIT {most}"


def is_whole(sparql: str) -> bool:
    """Whether a question that is being typed can be asked now: nothing that was opened in it is still open."""
    depth, words, opened = 0, set(), False
    for token in tokens(sparql):
        depth += deeper(token)
        opened = opened or token["bracket"] == "{"
        words.add((token["word"] or "").upper())
    return depth <= 0 and (opened or "DESCRIBE" in words)


def _outer(sparql: str) -> Iterator[Token]:
    """The tokens of the question itself, and not of what stands in its braces and parentheses; without its prologue."""
    depth, before = 0, ""
    for token in tokens(sparql):
        depth += deeper(token)
        word = (token["word"] or "").upper()
        if not token["bracket"] and depth == 0 and word not in ("PREFIX", "BASE") and before not in ("PREFIX", "BASE"):
            yield token
        before = word


def _undeclared(sparql: str) -> list[Token]:
    declared: set[str] = set()
    used = []
    declaring = False
    for token in tokens(sparql):
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
