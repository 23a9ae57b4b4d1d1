"""Why one thing is one: its names in each document, and the judgements by which they were taken for one, or not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph_builder.errors import UnknownName
from graph_builder.graph.find import THINGS, kind_of, resolved
from graph_builder.graph.look import Look
from graph_builder.graph.safety import safe
from graph_builder.graph.store import base_of, open_store

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder

__all__ = ["Grounds", "grounds"]

TITLES = {"same": "Taken for one", "different": "Kept apart", "unsure": "Left open"}


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why all these names mean one thing."""

    label: str
    kind: str
    short: str  # person/ada-nwosu
    named: tuple[tuple[str, tuple[str, ...]], ...]  # document, the names that it gives, each with why
    judged: tuple[tuple[str, tuple[str, ...]], ...]  # a title, and a line for each judgement
    former: tuple[str, ...]  # names that it had while less was known
    known: str  # the entry of a register


def grounds(folder: GraphFolder, iri: str) -> Grounds:
    """Why the thing of this name is one; UnknownName where the graph has no such thing."""
    store = open_store(folder)
    look = Look(store, base_of(store))
    node = next(iter(resolved(look, iri, THINGS)), None)
    if node is None:
        raise UnknownName(f"nothing in the graph is called {iri}")
    known = look.thing(node, "onr:known")
    return Grounds(
        label=look.label(node),
        kind=kind_of(look, node) or look.kind(node),
        short=look.short(node),
        named=_named(look, node),
        judged=_judged(look, node),
        former=tuple(look.short(old) for old in look.holders("dcterms:isReplacedBy", node)),
        known=f"{look.label(known)} <{known.value}>" if known else "",
    )


def _named(look: Look, node: NamedNode) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for mention in look.holders("onr:names", node):
        why = look.text(mention, "onr:reason")
        found[look.source(mention)].append(safe(look.text(mention, "onr:form")) + (f" ({safe(why)})" if why else ""))
    return tuple((source, tuple(sorted(forms, key=lambda f: ("(" in f, f)))) for source, forms in sorted(found.items()))


def _judged(look: Look, node: NamedNode) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines: dict[str, list[str]] = {verdict: [] for verdict in TITLES}
    for judgement in look.holders("onr:about", node):
        lines[look.code(judgement, "onr:verdict")].append(_line(look, node, judgement))
    by_person = [_decision(look, each) for each in look.things(node, "onr:decided")]
    titled = [(TITLES[verdict], tuple(sorted(told))) for verdict, told in lines.items() if told]
    return tuple(titled + ([("Changed by people", tuple(sorted(by_person)))] if by_person else []))


def _line(look: Look, node: NamedNode, judgement: NamedNode) -> str:
    left, right = (safe(look.text(judgement, side)).rpartition("#")[0] for side in ("onr:left", "onr:right"))
    where = left if left == right else f"{left} and {right}"
    others = [look.label(other) for other in look.things(judgement, "onr:about") if other != node]
    beside = f", {' and '.join(others)}" if others else ""
    decided = look.thing(judgement, "onr:decided")
    by = f" (decided by {safe(look.text(decided, 'onr:by')) or 'a person'})" if decided else ""
    return f"{where}{beside}: {safe(look.text(judgement, 'onr:reason'))}{by}"


def _decision(look: Look, correction: NamedNode) -> str:
    details = ", ".join(safe(d) for d in look.texts(correction, "onr:detail"))
    by, why = (safe(look.text(correction, name)) for name in ("onr:by", "onr:reason"))
    return f"{look.code(correction, 'onr:decision')} {details}{f', by {by}' if by else ''}{f': {why}' if why else ''}"
