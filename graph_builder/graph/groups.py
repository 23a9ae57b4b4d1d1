"""A SELECT as a tree: its groups, the triple patterns in each, and everything else word for word.

    SELECT ?name WHERE { ?role org:member/rdfs:label ?name OPTIONAL { ?role org:role ?post } } ORDER BY ?name LIMIT 9

    Select("SELECT ?name WHERE", Group([…]), ("?name",), "LIMIT 9"), and in the group
    [Pattern("?role", ("org:member", "rdfs:label"), "?name"), "OPTIONAL", Group([…], optional=True)]

Of a path only the steps of a sequence are told apart. What need not be understood to join patterns is text: all
expressions, VALUES, GRAPH and EXISTS.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.graph.tokens import deeper, tokens

__all__ = ["Group", "Pattern", "Select", "Unusual", "Values", "read"]

RARE = ("", "}", "ASK", "CONSTRUCT", "DESCRIBE", "FROM", "BASE", "*")
WORDS = ("TRUE", "FALSE", "UNDEF")  # that are terms
TERMS = ("variable", "iri", "name", "string", "number")
JOINING = ("OPTIONAL", "MINUS", "UNION")


class Unusual(Exception):
    """Nothing that is read here: no SELECT, or one with blank nodes, SELECT *, or whatever else is rare."""


class Pattern(NamedTuple):
    """One triple pattern, its terms as they are written."""

    subject: str
    path: tuple[str, ...]  # the steps of a sequence, or one path of another kind
    object: str


class Group:  # a dataclass takes a millisecond to make, and every question waits for it
    """What stands between two braces; `optional` after OPTIONAL, `few` where it is known to range over few things."""

    def __init__(self) -> None:
        self.parts: list[str | Pattern | Values | Group | Select] = []
        self.optional = False
        self.few = False


class Values(NamedTuple):
    """A VALUES of one variable; of several it is text."""

    variable: str
    terms: tuple[str, ...]


class Select(NamedTuple):
    """A question, or one within another."""

    head: str  # what stands before its group
    where: Group
    order: tuple[str, ...]  # the keys of an ORDER BY that comes right after
    tail: str  # what stands after that


def read(sparql: str) -> Select:
    """The question in its parts.

    Raises Unusual.
    """
    reader = _Reader(sparql)
    select = reader.select()
    if reader.word(reader.at):
        raise Unusual
    return select


class _Reader:
    def __init__(self, sparql: str) -> None:
        self.sparql = sparql
        self.tokens = list(tokens(sparql))
        self.at = 0

    def word(self, at: int) -> str:
        """A token in capitals; empty after the last."""
        return self.tokens[at][0].upper() if at < len(self.tokens) else ""

    def text(self, since: int) -> str:
        """All from a token to where the reader is, as it is written."""
        return self.sparql[self.tokens[since].start() : self.tokens[self.at - 1].end()]

    def take(self) -> str:
        """The next token, or the whole of what a bracket encloses."""
        since, depth = self.at, 0
        while self.at == since or depth:
            if self.at == len(self.tokens):
                raise Unusual
            depth += deeper(self.tokens[self.at])
            self.at += 1
        return self.text(since)

    def select(self) -> Select:
        """A question, or a sub-SELECT up to its brace."""
        since = self.at
        while self.word(self.at) != "{":
            if self.word(self.at) in RARE:
                raise Unusual
            self.take()
        head, where, order = self.text(since), self.group(), []
        if self.word(self.at) == "ORDER":
            self.at += 2
            order = list(self.keys())
        since = self.at
        while self.word(self.at) not in ("", "}"):
            self.take()
        return Select(head, where, tuple(order), self.text(since) if self.at > since else "")

    def keys(self) -> Iterator[str]:
        """What rows are ordered by: variables, expressions in brackets, and calls."""
        while (word := self.word(self.at)) not in ("", "}", "LIMIT", "OFFSET", "VALUES"):
            since = self.at
            self.take()
            if word[0] not in "?$(":
                self.take()
            yield self.text(since)

    def group(self) -> Group:
        """What stands between the brace that comes next and its partner."""
        self.at += 1
        group = Group()
        while (word := self.word(self.at)) != "}":
            if word == "SELECT":
                group.parts.append(self.select())
            elif word == "{":
                inner = self.group()
                inner.optional = group.parts[-1:] == ["OPTIONAL"]
                group.parts.append(inner)
            elif word in JOINING:
                group.parts.append(word)
                self.at += 1
            elif word == "VALUES" and self.word(self.at + 1)[:1] in ("?", "$"):
                group.parts.append(self.values())
            elif word in ("FILTER", "BIND", "VALUES", "GRAPH"):
                group.parts.append(self.clause())
            elif word == ".":
                self.at += 1
            else:
                group.parts += self.triples()
        self.at += 1
        return group

    def clause(self) -> str:
        """A FILTER, a BIND, a VALUES or a GRAPH, with the brackets that belong to it."""
        since = self.at
        last = "(" if self.word(since) in ("FILTER", "BIND") else "{"
        while self.word(self.at) not in (last, "{"):
            self.take()
        self.take()
        return self.text(since)

    def values(self) -> Values:
        """A VALUES of one variable."""
        variable = self.tokens[self.at + 1][0]
        self.at += 3
        terms = []
        while self.word(self.at) != "}":
            terms.append(self.term())
        self.at += 1
        return Values(variable, tuple(terms))

    def triples(self) -> list[Pattern]:
        """What is said of one subject, up to the full stop."""
        subject, found = self.term(), []
        while True:
            path = self.path()
            found.append(Pattern(subject, path, self.term()))
            while self.word(self.at) == ",":
                self.at += 1
                found.append(Pattern(subject, path, self.term()))
            if self.word(self.at) != ";":
                return found
            while self.word(self.at) == ";":
                self.at += 1
            if self.word(self.at) in (".", "}"):
                return found

    def term(self) -> str:
        """A variable, an IRI, a literal or, in VALUES, UNDEF."""
        since = self.at
        kind = self.tokens[since].lastgroup if self.word(since) else None
        self.at += 1
        if kind == "string" and self.word(self.at) == "^^":
            self.at += 2
        elif kind == "string" and self.word(self.at).startswith("@"):
            self.at += 1
        elif kind not in TERMS and self.word(since) not in WORDS:
            raise Unusual
        return self.text(since)

    def path(self) -> tuple[str, ...]:
        """What links the subject to the object."""
        since, steps, sequence = self.at, [self.step()], True
        while (mark := self.word(self.at)) in ("/", "|"):
            self.at += 1
            steps.append(self.step())
            sequence = sequence and mark == "/"
        return tuple(steps) if sequence else (self.text(since),)

    def step(self) -> str:
        """A property, perhaps with what stands before and after it."""
        since = self.at
        while self.word(self.at) in ("^", "!"):
            self.at += 1
        self.take()
        while self.word(self.at) in ("*", "+", "?"):
            self.at += 1
        return self.text(since)
