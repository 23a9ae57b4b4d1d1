"""The answer to any question, drawn: the things of the graph that its rows name, or its rows themselves as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from graph_builder.view.model import PageData, PageFact, Thing
from graph_builder.view.network import links
from graph_builder.view.things import folded

__all__ = ["Asked", "drawn", "named_in"]

_TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer: its rows with IRIs in full, and what those are called."""

    title: str
    columns: tuple[str, ...]  # subject, predicate, object where a graph was asked for
    rows: Sequence[tuple[str, ...]]
    labels: Mapping[str, str]


def named_in(data: PageData, asked: Asked) -> frozenset[str]:
    """The keys of the graph's things that the rows name."""
    known = {thing.key for thing in data.things}
    return frozenset(key for row in asked.rows for cell in row if (key := _key(cell)) in known)


def drawn(data: PageData, asked: Asked) -> PageData:
    """One line for each triple, or from the first cell of each row to each of its others, with the column's name."""
    known = {thing.key: thing for thing in data.things}
    things: dict[str, Thing] = {}
    facts: dict[str, PageFact] = {}

    def thing(cell: str) -> str:
        key = _key(cell)
        called = asked.labels.get(cell) or cell
        if key not in known:
            key = key if _is_iri(cell) else "value/" + (folded(cell) or cell)
        things.setdefault(key, known.get(key) or Thing(key, "topic", called, detail="" if _is_iri(cell) else "value"))
        return key

    for subject, words, value in _triples(asked):
        about = thing(subject)
        to = thing(value) if _is_iri(value) else ""
        key = sha256(f"{about}\x1f{words}\x1f{value}".encode()).hexdigest()[:12]
        facts[key] = PageFact(key, "answer", about, words, object=to, text="" if to else value)
    told = tuple(sorted(facts.values(), key=lambda fact: (fact.subject, fact.words, fact.object, fact.text)))
    return PageData(
        title=asked.title,
        things=tuple(things[key] for key in sorted(things)),
        facts=told,
        links=links(told),
        part=f"The answer to a question, drawn: {len(told):,} facts about {len(things):,} things.",
    )


def _triples(asked: Asked) -> Iterator[tuple[str, str, str]]:
    for row in asked.rows:
        if asked.columns == _TRIPLE:
            yield row[0], _words(row[1]), row[2]
            continue
        filled = [(name, cell) for name, cell in zip(asked.columns, row, strict=True) if cell]
        for name, cell in filled[1:]:
            yield filled[0][1], _words(name), cell
        if len(filled) == 1:
            yield filled[0][1], "is in the answer", ""


def _words(name: str) -> str:
    """`prov:wasAttributedTo` and `speakerName` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split(r"[/#]", name)[-1]).lower() or name


def _is_iri(cell: str) -> bool:
    return bool(re.match(r"(?:https?|urn|file):\S+$", cell))


def _key(cell: str) -> str:
    return "/".join(re.split(r"[/#]", cell)[-2:]) if _is_iri(cell) else cell
