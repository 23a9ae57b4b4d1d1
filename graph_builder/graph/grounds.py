"""Why one thing is one: its names in each document, and the judgements by which they were taken for one, or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
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
    from graph_builder.model import Document, Extraction, Referent

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


Reasons = Callable[["Referent", str], Iterable[tuple[str, str]]]
Named = tuple[tuple[str, tuple[str, ...]], ...]


def grounds(folder: GraphFolder, iri: str, reasons: Reasons) -> Grounds:
    """Why the thing of this name is one; UnknownName where the graph has no such thing.

    `reasons` says of a referent and its document's text why each of its lesser names was taken for it.
    """
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
        named=_named(look, node, folder, reasons),
        judged=_judged(look, node),
        former=tuple(look.short(old) for old in look.holders("dcterms:isReplacedBy", node)),
        known=f"{look.label(known)} <{known.value}>" if known else "",
    )


def _named(
    look: Look, node: NamedNode, folder: GraphFolder, reasons: Reasons
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in look.holders("onr:names", node):
        source = look.text(look.thing(mention, "onr:inDocument"), "onr:fileName")
        forms[source].add(look.text(mention, "onr:form"))
    keys = folder.manifest()
    found = []
    for source, names in sorted(forms.items()):
        kept = folder.cached(keys[source], source) if source in keys else None
        why = _reasons(names, kept, reasons) if kept else {}
        told = sorted(names, key=lambda form: (form in why, form))
        found.append((safe(source), tuple(safe(f"{f} ({why[f]})" if f in why else f) for f in told)))
    return tuple(found)


def _reasons(names: set[str], kept: tuple[Document, Extraction], reasons: Reasons) -> dict[str, str]:
    """Why one document's names for one thing were taken as such."""
    document, extraction = kept
    its = (r for r in extraction.referents if r.name in names or names & set(r.forms))
    return {form: why for referent in its for form, why in reasons(referent, document.text) if form in names}


def _judged(look: Look, node: NamedNode) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines: dict[str, list[str]] = {verdict: [] for verdict in TITLES}
    for judgement in look.holders("onr:about", node):
        lines[look.code(judgement, "onr:verdict")].append(_line(look, node, judgement))
    by_person = [_decision(look, each) for each in look.things(node, "onr:decided")]
    titled = [(TITLES[verdict], tuple(sorted(told))) for verdict, told in lines.items() if told]
    return tuple(titled + ([("Changed by people", tuple(sorted(by_person)))] if by_person else []))


def _line(look: Look, node: NamedNode, judgement: NamedNode) -> str:
    left, right = (safe(look.text(judgement, side)).rpartition("#")[0] for side in ("onr:left", "onr:right"))
    where = " and ".join(dict.fromkeys(filter(None, (left, right))))  # a register is no document
    others = [look.label(other) for other in look.things(judgement, "onr:about") if other != node]
    beside = f", {' and '.join(others)}" if others else ""
    decided = look.thing(judgement, "onr:decided")
    by = f" (decided by {safe(look.text(decided, 'onr:by')) or 'a person'})" if decided else ""
    return f"{where}{beside}: {safe(look.text(judgement, 'onr:reason'))}{by}"


def _decision(look: Look, correction: NamedNode) -> str:
    details = ", ".join(safe(d) for d in look.texts(correction, "onr:detail"))
    by, why = (safe(look.text(correction, name)) for name in ("onr:by", "onr:reason"))
    return f"{look.code(correction, 'onr:decision')} {details}{f', by {by}' if by else ''}{f': {why}' if why else ''}"
