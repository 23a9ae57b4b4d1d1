"""Joining whole tables: how a question about many things is put to the engine.

The engine follows each row from triple to triple, and looks a term up again whenever it compares it to sort. For one
name that is right; for all of them it is slow, because a step costs some twenty times what the next triple of a table
costs. A sub-SELECT around each pattern has the engine read its triples once and join them by a hash, and an order by
text that has just been computed is one by text at hand. What is asked stays the same, and so do the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from pyoxigraph import Store

from graph_builder.graph.groups import Group, Pattern, Select, Unusual, Values, read
from graph_builder.graph.narrow import narrowed

__all__ = ["joined"]

MANY = 1000  # triples of the rarest pattern in a group, from which on its tables are joined
PROPERTY = re.compile(r"a|<[^<>]*>|(?:[^\W\d_][\w.-]*)?:[\w.%-]*")
PREFIX = re.compile(r"\bPREFIX\s+[\w.-]*:\s*<[^<>]*>", re.IGNORECASE)
WHOLE = re.compile(r"\bGROUP\s+BY\b|\b(?:COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\s*\(", re.IGNORECASE)
KEYS = 3  # of an order are computed: rows that are alike in so many are few
DIRECTION = re.compile(r"(?:ASC|DESC)(?=\s*\()", re.IGNORECASE)
VARIABLE = re.compile(r"[?$]\w+")
ALIAS = re.compile(r"\bAS\s+[?$](\w+)\s*\)", re.IGNORECASE)


def joined(store: Store, sparql: str, prefixes: dict[str, str]) -> str:
    """The question, with whole tables joined in each group that ranges over many things; as it is where none does."""
    try:
        Store().query(sparql, prefixes=prefixes)  # what is wrong must not become right by being put otherwise
        asked = read(sparql)
    except (SyntaxError, Unusual):
        return sparql
    tables = _Tables(store, sparql, prefixes)
    tables.waits = bool(asked.order or WHOLE.search(asked.head + asked.tail))
    narrower = narrowed(store, asked, tables.prologue, prefixes)
    written = tables.question(asked)
    return written if tables.used or narrower else sparql


class _Tables:
    """One question, and which of its patterns fit much of the store."""

    def __init__(self, store: Store, sparql: str, prefixes: dict[str, str]) -> None:
        self.store = store
        self.prefixes = prefixes
        self.prologue = " ".join(PREFIX.findall(sparql))
        self.known: dict[str, bool] = {}
        stem = next(f"?via{n}_" for n in count() if f"?via{n}_" not in sparql)
        self.variables = (f"{stem}{n}" for n in count())
        self.waits = False  # whether no row is written before all are found: else the first comes sooner as it is
        self.used = False

    def question(self, asked: Select) -> str:
        """The whole of it."""
        if not self.many(asked.where):
            return self.select(asked)
        aliases = set(ALIAS.findall(asked.head))
        computed, order = [], list(asked.order)
        for at, key in enumerate(order[:KEYS]):
            direction = match[0] if (match := DIRECTION.match(key)) else ""
            value = key.removeprefix(direction)
            if aliases.isdisjoint(name[1:] for name in VARIABLE.findall(value)):
                variable = next(self.variables)
                computed.append(f"BIND({self.at_hand(value)} AS {variable})")
                order[at] = f"{direction}({variable})"
        return self.select(asked._replace(order=tuple(order)), computed)

    def at_hand(self, value: str) -> str:
        """An expression that sorts like this one: of text a copy that is not the store's own."""
        bare = value.strip("() \t\n")
        return f'COALESCE(CONCAT({bare}, "\\u0001"), {bare})' if VARIABLE.fullmatch(bare) else value

    def select(self, asked: Select, computed: Sequence[str] = ()) -> str:
        """A question, or one within it."""
        order = f"ORDER BY {' '.join(asked.order)}" if asked.order else ""
        return "\n".join(part for part in (asked.head, self.group(asked.where, computed), order, asked.tail) if part)

    def group(self, group: Group, computed: Sequence[str] = (), within: bool = False) -> str:
        """A group with this at its end; `within` one whose tables are joined."""
        many = within if group.optional else self.many(group)
        self.used = self.used or many
        return "\n".join(("{", *(self.part(part, many) for part in group.parts), *computed, "}"))

    def part(self, part: str | Pattern | Values | Group | Select, many: bool) -> str:
        """What stands in a group."""
        if isinstance(part, Group):
            return self.group(part, within=many)
        if isinstance(part, Select):
            return self.select(part)
        if isinstance(part, Values):
            return f"VALUES {part.variable} {{ {' '.join(part.terms)} }}"
        if isinstance(part, str):
            return part
        if not many:
            return f"{part.subject} {'/'.join(part.path)} {part.object} ."
        return "\n".join(f"{{ SELECT * {{ {one.subject} {one.path[0]} {one.object} }} }}" for one in self.steps(part))

    def steps(self, pattern: Pattern) -> Iterator[Pattern]:
        """A pattern for each step of its path."""
        *first, last = pattern.path
        here = pattern.subject
        for step in first:
            there = next(self.variables)
            yield Pattern(here, (step,), there)
            here = there
        yield Pattern(here, (last,), pattern.object)

    def many(self, group: Group) -> bool:
        """Whether a group ranges over many things; where it has no patterns, whether a group in it does.

        What it names is where the engine begins; where it names nothing, so is its first pattern.
        """
        if group.few or not self.waits:
            return False
        patterns = [part for part in group.parts if isinstance(part, Pattern)]
        if not patterns:
            inner = (part.where if isinstance(part, Select) else part for part in group.parts)
            return any(self.many(part) for part in inner if isinstance(part, Group) and not part.optional)
        values = {
            part.variable: part.terms[0] for part in group.parts if isinstance(part, Values) and len(part.terms) == 1
        }
        given = [pattern._replace(object=values.get(pattern.object, pattern.object)) for pattern in patterns]
        naming = [pattern for pattern in given if not VARIABLE.fullmatch(pattern.object)]
        return all(map(self.fit, naming or patterns[:1]))

    def fit(self, pattern: Pattern) -> bool:
        """Whether many triples fit each step of a pattern by itself."""
        return all(map(self.has_many, self.steps(pattern)))

    def has_many(self, step: Pattern) -> bool:
        """Whether so many triples have this property, and this subject or object; how many a path has is not known."""
        if not PROPERTY.fullmatch(step.path[0]):
            return False
        ends = (a if not VARIABLE.fullmatch(a) else b for a, b in ((step.subject, "?from"), (step.object, "?to")))
        triple = f" {step.path[0]} ".join(ends)
        if triple not in self.known:
            sparql = f"{self.prologue} ASK {{ SELECT * {{ {triple} }} OFFSET {MANY - 1} LIMIT 1 }}"
            found = self.store.query(sparql, prefixes=self.prefixes, use_default_graph_as_union=True)
            self.known[triple] = bool(found)
        return self.known[triple]
