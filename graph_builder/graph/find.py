"""What is meant by a name that a person gives: whatever its case and accents, and by a part of it too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from graph_builder.graph.catalogue import NAMES, Question
from graph_builder.graph.look import Look
from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.query import answer
from graph_builder.graph.says import FACTS
from graph_builder.graph.store import base_of

__all__ = ["THINGS", "Match", "find", "kind_of", "kindly", "resolved"]

THINGS = ("person", "organisation", "event", "topic", "post")
KINDS = {"organisation": "org:classification", "event": "sem:eventType"}
AS_LABEL = Literal("label")
LABEL = NamedNode(STANDARD["rdfs"] + "label")
# Letters with marks are any but these; the marks, and apostrophes that make no difference.
MARKED, MARKS = r"\x{80}-\x{10ffff}", r"'’\x{300}-\x{36f}"
FORMS = """SELECT DISTINCT ?node ?form ?way {{
  {{ ?node rdfs:label ?form BIND("label" AS ?way) }} UNION {{ ?node skos:altLabel ?form BIND("other" AS ?way) }}
  UNION {{ ?mention onr:form ?form ; onr:names ?node BIND("mention" AS ?way) }}
  FILTER({tests})
}}"""
HOW = ("its name", "another name of it", "words of its name", "part of its name")
CLASSES = {
    "role": "onr:Role",
    "account": "onr:EventAccount",
    "participation": "onr:Participation",
    "statement": "onr:Statement",
    "stance": "onr:Stance",
    "mention": "onr:Mention",
    "unattributed": "onr:Unattributed",
}


@dataclass(frozen=True, slots=True)
class Match:
    """Something that may be meant by a name."""

    iri: str
    label: str
    type: str  # person · organisation · event · topic · post
    kind: str  # of organisations and events: the label of their kind
    how: str  # one of HOW


def find(store: Store, name: str) -> list[Match]:
    """What goes by a name, whatever its case and accents; if nothing does, what has these words in its name.

    Several are several things that go by it equally well, so that none of them is surely meant.
    """
    from graph_builder.names import fold

    look = Look(store, base_of(store))
    if direct := resolved(look, name, THINGS):
        return [_match(look, node, "its name") for node in direct]
    wanted = fold(name)
    ranked: dict[NamedNode, int] = {}
    for node, form, is_label in _forms(look, wanted) if wanted else ():
        rank = _rank(wanted, fold(form), is_label)
        if rank is not None:
            ranked[node] = min(rank, ranked.get(node, rank))
    best = min(ranked.values(), default=0)
    nodes = [node for node, rank in ranked.items() if rank == best]
    for kinds in (THINGS[:2], THINGS[2:3]):  # an event and a topic often bear the names of those they are about
        nodes = [n for n in nodes if look.kind(n) in kinds] or nodes
    nodes.sort(key=lambda n: (THINGS.index(look.kind(n)), look.label(n), n.value))
    return [_match(look, node, HOW[best]) for node in nodes]


def _rank(wanted: str, form: str, is_label: bool) -> int | None:
    if wanted == form:
        return 0 if is_label else 1
    if set(wanted.split()) <= set(form.split()):
        return 2
    return 3 if wanted in form else None


def _forms(look: Look, wanted: str) -> Iterator[tuple[NamedNode, str, bool]]:
    """What bears a name with all these words in it, that name, and whether it is the label."""
    tests = " && ".join(f"REGEX(?form, {Literal(_loosely(word))}, 'i')" for word in wanted.split())
    for row in answer(look.store, FORMS.format(tests=tests), look.base).terms():
        node, form, way = row
        if isinstance(node, NamedNode) and look.kind(node) in THINGS:  # a register's own entries are not told of
            yield node, str(getattr(form, "value", "")), way == AS_LABEL


def _loosely(word: str) -> str:
    """A pattern that fits a folded word however it was written: a letter may bear any mark, "and" may be a sign."""
    letters = "".join(f"[{letter}{MARKED}][{MARKS}]*" if letter.isalnum() else "[-‐-―]" for letter in word)
    other = {"and": "|&"}.get(word, "") + ("|ß" if "ss" in word else "")
    return f"(?:{letters}{other})"


def _match(look: Look, node: NamedNode, how: str) -> Match:
    kind = look.kind(node)
    return Match(node.value, look.label(node), kind, kind_of(look, node), how)


def kindly(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The values for a question, with the names in them as the graph writes them.

    A parameter is a name where its type says so or its help begins with "part of"; a name that nothing goes by stays
    as it is.
    """
    named = {p.name for p in question.parameters if p.type in NAMES or p.help.startswith("part of")}
    return {
        parameter: _shortest(form for name in given for form in _labels(store, name))
        if parameter in named
        else [*given]
        for parameter, given in values.items()
    }


def _shortest(names: Iterable[str]) -> list[str]:
    """The names without those that have another of them in them: these are found with it, and would be found twice."""
    lowered = {name.lower(): name for name in names}
    return [name for low, name in lowered.items() if not any(other in low and other != low for other in lowered)]


def _labels(store: Store, name: str) -> list[str]:
    if next(store.quads_for_pattern(None, LABEL, Literal(name), None), None):
        return [name]  # as the graph has it: its other names need not be looked through
    return list(dict.fromkeys(match.label for match in find(store, name))) or [name]


def kind_of(look: Look, node: NamedNode) -> str:
    """The label of an organisation's or an event's kind."""
    concept = look.thing(node, KINDS[look.kind(node)]) if look.kind(node) in KINDS else None
    return look.label(concept)


def resolved(look: Look, name: str, kinds: tuple[str, ...]) -> list[NamedNode]:
    """What an IRI, `kind/local` or `kind:local` names; of facts, also what it is the beginning of.

    A name that a thing had while less was known leads to it.
    """
    short = name.strip().strip("<>").removeprefix(look.base)
    kind, slash, local = short.replace(":", "/", 1).partition("/")
    if not slash or kind not in kinds or not local or any(c in local for c in '<>"{}|\\^` /\n\t'):
        return []
    node = NamedNode(f"{look.base}{kind}/{local}")
    if look.exists(node):
        return look.things(node, "dcterms:isReplacedBy") or [node]
    if kind not in FACTS:
        return []
    return [f for f in look.instances(CLASSES[kind]) if f.value.startswith(node.value)]
