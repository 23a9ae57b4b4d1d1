"""Narrowing: where a question is about what has some words in its name, first which names those are.

    VALUES ?who { "nwosu" }  ?fact org:member ?one . ?one rdfs:label ?name .
    FILTER(!BOUND(?who) || CONTAINS(LCASE(?name), LCASE(STR(?who))))

The engine would find every fact and then throw away all but a few. So `VALUES ?name { "Ada Nwosu" }` is put down beside
the label, which says nothing new and lets it begin there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from pyoxigraph import Store

from graph_builder.graph.groups import Group, Pattern, Select, Values

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

__all__ = ["narrowed"]

HAS_WORDS = re.compile(r"FILTER\(!BOUND\((\?\w+)\) \|\| CONTAINS\(LCASE\((\?\w+)\), LCASE\(STR\(\1\)\)\)\)")
CUT = re.compile(r"\b(?:LIMIT|OFFSET)\b", re.IGNORECASE)  # of some rows, whatever is filtered afterwards
NAMING = ("rdfs:label", "foaf:name")
FEW = 200  # names; with more than that no narrowing is worth it


def narrowed(store: Store, asked: Select, prologue: str, prefixes: dict[str, str]) -> bool:
    """Put the names that are meant into the question; say whether there were any to put."""
    given = {part.variable: part.terms for part in asked.where.parts if isinstance(part, Values)}
    filters = [match for part in asked.where.parts if isinstance(part, str) and (match := HAS_WORDS.fullmatch(part))]
    for parameter, name in (match.groups() for match in filters):
        words = given.get(parameter, ())
        if not words or not all(word[0] in "\"'" for word in words):
            continue
        places = list(_places(asked.where, name))
        if places and (names := _names(store, [step for _, step in places], words, prologue, prefixes)) is not None:
            for group, _ in places:
                group.parts.insert(0, Values(name, names))
                group.few = asked.where.few = True
    return asked.where.few


def _places(group: Group, name: str) -> Iterator[tuple[Group, str]]:
    """The groups that give something this name, and by which property: whatever they find is filtered by it."""
    for part in group.parts:
        if isinstance(part, Pattern) and part.object == name and part.path[-1] in NAMING:
            yield group, part.path[-1]
        elif isinstance(part, Group) and not part.optional:
            yield from _places(part, name)
        elif isinstance(part, Select) and re.search(rf"{re.escape(name)}\b", part.head) and not CUT.search(part.tail):
            yield from _places(part.where, name)


def _names(
    store: Store, properties: list[str], words: tuple[str, ...], prologue: str, prefixes: dict[str, str]
) -> tuple[str, ...] | None:
    """All names with some of these words in them; None where they are not few."""
    tests = " || ".join(f"CONTAINS(LCASE(?name), LCASE(STR({word})))" for word in words)
    named = "|".join(dict.fromkeys(properties))
    sparql = f"{prologue} SELECT DISTINCT ?name {{ ?thing {named} ?name FILTER({tests}) }} LIMIT {FEW + 1}"
    rows = cast("QuerySolutions", store.query(sparql, prefixes=prefixes, use_default_graph_as_union=True))
    names = tuple(str(row[0]) for row in rows)
    return names if len(names) <= FEW else None
