"""What a graph leaves for a person to decide: names that may mean one, and the facts that are least sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph_builder.graph.find import CLASSES, kind_of
from graph_builder.graph.look import Look
from graph_builder.graph.safety import safe
from graph_builder.graph.says import says
from graph_builder.graph.store import base_of, open_store

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder
    from graph_builder.model import Extraction

__all__ = ["Doubt", "OneOf", "Pair", "doubts", "pairs"]

SORTS = ("role", "statement", "stance", "account", "participation")
MENTIONED = 2  # sentences that name somebody
TOLD = ("org:member", "onr:agent", "onr:holder", "onr:event")  # by which facts point at whom they are about
FACTS = 3  # of them shown beside the sentences


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of two names, as its document has it."""

    pointer: str  # person/ian-corder in ferry.txt
    label: str
    kind: str
    source: str
    sentences: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that may mean one, and why that was thought of."""

    left: OneOf
    right: OneOf
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact that is not sure, and its proof."""

    fact: str  # role/0123456789abcdef
    says: str
    source: str
    sentence: str
    rule: str
    confidence: float


def pairs(folder: GraphFolder) -> list[Pair]:
    """Every two names that were left open, in the order of their documents."""
    look, found = _look(folder), _Extractions(folder)
    opened = []
    for judgement in look.instances("onr:Judgement"):
        if look.code(judgement, "onr:verdict") == "unsure":
            sides = [_one_of(look, found, judgement, look.text(judgement, side)) for side in ("onr:left", "onr:right")]
            left, right = sorted(filter(None, sides), key=lambda s: s.pointer) if all(sides) else (None, None)
            if left and right:
                opened.append(Pair(left, right, safe(look.text(judgement, "onr:reason"))))
    return sorted(opened, key=lambda p: (p.left.pointer, p.right.pointer, p.reason))


def doubts(folder: GraphFolder) -> Iterator[Doubt]:
    """The facts that nobody has confirmed, the least sure first."""
    look = _look(folder)
    ranked = [
        (float(look.text(fact, "onr:confidence") or 0), fact.value, fact)
        for sort in SORTS
        for fact in look.instances(CLASSES[sort])
        if look.thing(fact, "onr:decided") is None
    ]
    for confidence, _, fact in sorted(ranked, key=lambda r: r[:2]):
        rule = safe(look.text(fact, "onr:rule"))
        yield Doubt(look.short(fact), says(look, fact), look.source(fact), look.quote(fact), rule, confidence)


class _Extractions:
    """What was found in each document of a folder, each read once."""

    def __init__(self, folder: GraphFolder) -> None:
        self.folder = folder
        self.keys = folder.manifest()
        self.read: dict[str, Extraction | None] = {}

    def name(self, source: str, referent: str) -> str:
        """The name that a document gives one of its referents."""
        if source not in self.read:
            kept = self.folder.cached(self.keys[source], source) if source in self.keys else None
            self.read[source] = kept[1] if kept else None
        found = self.read[source]
        return next((r.name for r in found.referents if r.id == referent), "") if found else ""


def _look(folder: GraphFolder) -> Look:
    store = open_store(folder)
    return Look(store, base_of(store))


def _one_of(look: Look, found: _Extractions, judgement: NamedNode, side: str) -> OneOf | None:
    """One side of a judgement, if its document still tells of it."""
    source, _, referent = side.rpartition("#")
    name = found.name(source, referent)
    for node in look.things(judgement, "onr:about"):
        here = [
            fact
            for fact in _telling(look, node)
            if look.text(look.thing(fact, "onr:inDocument"), "onr:fileName") == source
        ]
        if any(name in (look.text(fact, "onr:form"), look.text(fact, "rdfs:label")) for fact in here):
            return OneOf(
                pointer=f"{look.short(node)} in {source}",
                label=safe(name),
                kind=kind_of(look, node) or look.kind(node),
                source=safe(source),
                sentences=tuple(dict.fromkeys(map(look.quote, here)))[:MENTIONED],
                facts=tuple(dict.fromkeys(_facts(look, node, safe(source))))[:FACTS],
            )
    return None


def _telling(look: Look, node: NamedNode) -> list[NamedNode]:
    """The mentions of somebody, or the accounts of an event."""
    accounts = [fact for fact in look.holders("onr:event", node) if look.kind(fact) == "account"]
    return [*look.holders("onr:names", node), *accounts]


def _facts(look: Look, node: NamedNode, source: str) -> Iterator[str]:
    """What a document says of it, each in a line."""
    for link in TOLD:
        yield from (says(look, fact) for fact in look.holders(link, node) if look.source(fact) == source)
