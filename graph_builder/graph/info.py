"""What is in a graph, what made it, and what was left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from graph_builder.graph.look import Look
from graph_builder.graph.safety import safe
from graph_builder.graph.says import says
from graph_builder.graph.store import base_of, open_store

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graph_builder.graph.folder import GraphFolder

__all__ = ["Info", "count_of", "info"]

COUNTED = (  # a word for them, their class, and what their names begin with
    ("documents", "onr:Document", "document"),
    ("people", "foaf:Person", "person"),
    ("organisations", "org:Organization", "organisation"),
    ("events", "onr:Event", "event"),
    ("topics", "onr:Topic", "topic"),
    ("roles", "onr:Role", "role"),
    ("participations", "onr:Participation", "participation"),
    ("statements", "onr:Statement", "statement"),
    ("positions", "onr:Stance", "stance"),
    ("words without a speaker", "onr:Unattributed", "unattributed"),
)


@dataclass(frozen=True, slots=True)
class Info:
    """What is in a graph, what made it, and what was left open."""

    counts: dict[str, int]
    version: str
    model: str
    settings: tuple[str, ...]
    base: str
    coverage: dict[str, int]  # what the reading left open, counted
    unattributed: tuple[str, ...]
    unsure: tuple[str, ...]
    report: dict[str, Any]


def info(folder: GraphFolder) -> Info:
    """The graph in a folder; GraphError where there is none."""
    store = open_store(folder)
    look = Look(store, base_of(store))
    build = next(iter(look.instances("prov:Activity")), None)
    counts = {word: _count(look, name, kind) for word, name, kind in COUNTED}
    left = [f"{look.source(n)}: {says(look, n)}" for n in look.instances("onr:Unattributed")]
    unsure = [n for n in look.instances("onr:Judgement") if look.code(n, "onr:verdict") == "unsure"]
    return Info(
        counts=counts,
        version=look.text(build, "onr:version"),
        model=look.text(build, "onr:languageModel"),
        settings=tuple(look.texts(build, "onr:setting")) if build else (),
        base=look.base,
        coverage=_coverage(look),
        unattributed=tuple(sorted(left)),
        unsure=tuple(sorted(_unsure(look, n) for n in unsure)),
        report=folder.read_report(),
    )


def count_of(store: Store, counted: str) -> int:
    """How many of one of the things that are counted a store has."""
    look = Look(store, base_of(store))
    return sum(_count(look, name, kind) for word, name, kind in COUNTED if word == counted)


def _count(look: Look, name: str, kind: str) -> int:
    return sum(look.kind(node) == kind for node in look.instances(name))


def _coverage(look: Look) -> dict[str, int]:
    """What was read and not settled: quotations, speakers, names, and sentences that nothing was taken from."""
    people = [n for n in look.instances("foaf:Person") if look.kind(n) == "person"]
    return {
        "quotations and other words without a speaker": len(look.instances("onr:Unattributed")),
        "statements of somebody described and not named": sum(
            look.thing(n, "prov:wasAttributedTo") is None for n in look.instances("onr:Statement")
        ),
        "people known by one name alone": sum(" " not in look.label(n) for n in people),
        "pairs of names not told apart": sum(
            look.code(n, "onr:verdict") == "unsure" for n in look.instances("onr:Judgement")
        ),
        "sentences with a verb of speech and no statement": sum(
            int(look.text(n, "onr:unheard") or 0) for n in look.instances("onr:Document")
        ),
    }


def _unsure(look: Look, judgement: NamedNode) -> str:
    who = " and ".join(look.label(n) for n in look.things(judgement, "onr:about")) or "two names"
    left, right = (safe(look.text(judgement, side)) for side in ("onr:left", "onr:right"))
    return f"{who}: {safe(look.text(judgement, 'onr:reason'))} ({left}, {right})"
