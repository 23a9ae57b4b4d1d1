"""One node of the graph and what it is linked to, for pages and for linked data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.look import Look
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.safety import safe
from graph_builder.graph.says import FACTS, says

__all__ = ["Named", "Placed", "Property", "facts_of", "known", "named_in", "properties", "successor", "triples_of"]

LINKS = (  # how a fact names what it is about
    "org:member",
    "org:organization",
    "org:role",
    "onr:event",
    "onr:agent",
    "onr:holder",
    "onr:topic",
    "prov:wasAttributedTo",
    "onr:addressee",
    "opengov:onBehalfOf",
    "onr:names",
)


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its name, with its place under the base; what is elsewhere has its whole IRI, words have none."""

    label: str
    short: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact in its document: from where to where its evidence goes, in code points."""

    start: int
    end: int
    kind: str
    text: str
    fact: str
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """What a node is linked to, or is linked from, by one property."""

    name: str
    values: tuple[Named, ...]
    inverse: bool = False


def known(look: Look, short: str) -> bool:
    """Whether the graph says anything of the node that has this name under the base."""
    node = _node(look, short)
    return node is not None and look.exists(node)


def successor(look: Look, short: str) -> str:
    """The present name of what had this one while less was known; empty where it has it still."""
    node = _node(look, short)
    present = look.thing(node, "dcterms:isReplacedBy") if node else None
    return look.short(present) if present else ""


def triples_of(look: Look, short: str) -> Iterator[Triple]:
    """What is said of a node, and what is said with it."""
    if (node := _node(look, short)) is not None:
        yield from (quad.triple for quad in look.store.quads_for_pattern(node, None, None, None))
        yield from (quad.triple for quad in look.store.quads_for_pattern(None, None, node, None))


def named_in(look: Look, fact: str) -> tuple[Named, ...]:
    """Who and what a fact names."""
    node = _node(look, fact)
    found = (look.thing(node, link) for link in LINKS) if node else ()
    nodes = dict.fromkeys(n for n in found if n is not None and look.kind(n))
    return tuple(Named(look.label(n), look.short(n)) for n in nodes)


def facts_of(look: Look, document: str) -> list[Placed]:
    """The facts of a document, in its order; mentions, of which there are many, apart."""
    node = _node(look, document)
    facts = look.holders("onr:inDocument", node) if node else []
    placed = [_placed(look, f) for f in facts if look.kind(f) in FACTS and look.kind(f) != "mention"]
    return sorted(placed, key=lambda p: (p.start, p.end, p.kind, p.text))


def properties(look: Look, short: str, most: int = 200) -> list[Property]:
    """Every property of a node, and every one that leads to it; of the latter at most so many values each."""
    node = _node(look, short)
    if node is None:
        return []
    out: dict[str, list[Named]] = {}
    into: dict[str, list[Named]] = {}
    for quad in look.store.quads_for_pattern(node, None, None, None):
        out.setdefault(_prefixed(look, quad.predicate), []).append(_value(look, quad.object))
    for quad in look.store.quads_for_pattern(None, None, node, None):
        values = into.setdefault(_prefixed(look, quad.predicate), [])
        if len(values) < most:
            values.append(_value(look, quad.subject))
    found = [Property(name, _sorted(values)) for name, values in sorted(out.items())]
    return found + [Property(name, _sorted(values), inverse=True) for name, values in sorted(into.items())]


def _placed(look: Look, fact: NamedNode) -> Placed:
    start, end = (
        next((int(t) for s in look.selectors(fact) if (t := look.text(s, name))), 0) for name in ("oa:start", "oa:end")
    )
    short = look.short(fact)
    return Placed(start, end, look.kind(fact), says(look, fact), short, named_in(look, short))


def _sorted(values: list[Named]) -> tuple[Named, ...]:
    return tuple(sorted(values, key=lambda v: (v.label, v.short, v.iri)))


def _value(look: Look, term: object) -> Named:
    if not isinstance(term, NamedNode):
        return Named(safe(getattr(term, "value", str(term))))
    if look.kind(term):
        return Named(look.label(term), look.short(term))
    return Named(_prefixed(look, term), "", term.value)


def _prefixed(look: Look, node: NamedNode) -> str:
    for prefix, namespace in prefixes(look.base).items():
        if node.value.startswith(namespace) and len(node.value) > len(namespace):
            return f"{prefix}:{node.value[len(namespace) :]}"
    return node.value


def _node(look: Look, short: str) -> NamedNode | None:
    """The node of this name, without one the base itself; what can be no IRI names none."""
    try:
        return NamedNode(look.base + short)
    except ValueError:
        return None
