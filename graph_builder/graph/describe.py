"""What is known of one thing, and what proves one fact, for `show` and `why`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store

from graph_builder.errors import GraphError, UnknownName
from graph_builder.graph.find import THINGS, Match, find, kind_of, resolved
from graph_builder.graph.look import Look
from graph_builder.graph.safety import safe
from graph_builder.graph.says import FACTS, says
from graph_builder.graph.store import base_of, open_store

if TYPE_CHECKING:
    from graph_builder.graph.folder import GraphFolder

__all__ = ["Description", "Item", "Match", "Why", "describe", "find", "names_fact", "why"]

SECTIONS = (  # title, the property by which its facts point at the thing, and their kind
    ("Posts", "org:member", "role"),
    ("Who holds or held posts there", "org:organization", "role"),
    ("Who holds or held it", "org:role", "role"),
    ("What the documents say of it", "onr:event", "account"),
    ("Who took part", "onr:event", "participation"),
    ("Took part in", "onr:agent", "participation"),
    ("Positions", "onr:holder", "stance"),
    ("Where people stand on it", "onr:topic", "stance"),
    ("Said", "prov:wasAttributedTo", "statement"),
    ("Was told", "onr:addressee", "statement"),
    ("Said on its behalf", "opengov:onBehalfOf", "statement"),
    ("Positions on its behalf", "opengov:onBehalfOf", "stance"),
    ("Named", "onr:names", "mention"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One fact on a page about something."""

    text: str
    evidence: str
    source: str
    fact: str  # role/0123456789abcdef


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one sort."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """Everything that the documents say of one thing."""

    iri: str
    label: str
    type: str
    kind: str
    aliases: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What proves a fact: the sentence in its paragraph, and how it was found."""

    fact: str
    kind: str
    says: str
    before: str
    sentence: str
    after: str
    document: str
    source: str
    start: int
    end: int
    rule: str
    confidence: str
    model: str
    voices: str  # who says it, where a language model was heard beside the rules
    dissent: str


def describe(store: Store, iri: str) -> Description:
    """Everything that the documents say of the thing of this name.

    Raises UnknownName where the graph has no such thing.
    """
    look = Look(store, base_of(store))
    node = next(iter(resolved(look, iri, THINGS)), None)
    if node is None:
        raise UnknownName(f"nothing in the graph is called {iri}")
    sections = [_section(look, node, *section) for section in SECTIONS]
    about = [t for t in look.holders("foaf:focus", node) if look.kind(t) == "topic"]
    sections += [_section(look, t, f"Where people stand on {look.label(t)}", "onr:topic", "stance") for t in about]
    label = look.label(node)
    aliases = {safe(a) for a in look.texts(node, "skos:altLabel")} - {label}
    filled = tuple(s for s in sections if s.items)
    return Description(node.value, label, look.kind(node), kind_of(look, node), tuple(sorted(aliases)), filled)


def _section(look: Look, node: NamedNode, *section: str) -> Section:
    title, link, kind = section
    facts = [fact for fact in look.holders(link, node) if look.kind(fact) == kind]
    items = [Item(says(look, f), look.quote(f), look.source(f), look.short(f)) for f in facts]
    return Section(title, tuple(sorted(items, key=lambda i: (i.source, i.text, i.fact))))


def names_fact(name: str) -> bool:
    """Whether a name has the form of a fact's: an IRI, `role/0123…` or `role:0123…`."""
    kind, _, local = "/".join(name.strip().strip("<>").replace(":", "/").split("/")[-2:]).partition("/")
    return kind in FACTS and bool(local)


def why(folder: GraphFolder, fact: str) -> Why:
    """What proves a fact, named by its IRI, as `role/0123…` or `role:0123…`; a beginning that fits one is enough.

    Raises UnknownName where no fact, or more than one, is called so, and GraphError where its text is gone.
    """
    store = open_store(folder)
    look = Look(store, base_of(store))
    node = _one_fact(look, fact, folder)
    start, end = (next((int(t) for s in look.selectors(node) if (t := look.text(s, name))), 0) for name in OFFSETS)
    page = look.thing(node, "onr:inDocument")
    document = folder.document(look.text(page, "onr:fileName"))
    if end > len(document.text):
        raise GraphError(f"the kept text of {document.source} is not the one the fact was found in: build again")
    around = next((p for p in document.body if p.start <= start and end <= p.end), None)
    first, last = (around.start, around.end) if around else (max(0, start - 200), min(len(document.text), end + 200))
    build = next(iter(look.instances("prov:Activity")), None)
    return Why(
        fact=look.short(node),
        kind=look.kind(node),
        says=says(look, node),
        before=safe(document.text[first:start]),
        sentence=safe(document.text[start:end]),
        after=safe(document.text[end:last]),
        document=look.label(page),
        source=look.source(node),
        start=start,
        end=end,
        rule=safe(look.text(node, "onr:rule")),
        confidence=look.text(node, "onr:confidence"),
        model=safe(look.text(build, "onr:languageModel")),
        voices=_voices(look, node),
        dissent=safe(look.text(node, "onr:dissent")),
    )


def _voices(look: Look, node: NamedNode) -> str:
    """The rules, the language model, or both; nothing where only the rules were asked."""
    voice = look.thing(node, "onr:heardFrom")
    model = f"{look.label(voice)} (prompt {safe(look.text(voice, 'onr:prompt'))})" if voice else ""
    alone = look.text(node, "onr:rule").startswith("voice/")
    both = [*([] if alone else ["the rules"]), *([model] if model else [])]
    return " and ".join(both) if model or look.text(node, "onr:dissent") else ""


OFFSETS = ("oa:start", "oa:end")


def _one_fact(look: Look, name: str, folder: GraphFolder) -> NamedNode:
    found = resolved(look, name, tuple(FACTS))
    if len(found) == 1:
        return found[0]
    if not found:
        _tell_left_out(folder, name)
        raise UnknownName(f"no fact is called {name!r}; answers name facts as role/…, statement/… or stance/…")
    several = ", ".join(look.short(f) for f in found[:5])
    raise UnknownName(f"{name!r} is the beginning of {len(found)} facts, among them {several}: give more of it")


def _tell_left_out(folder: GraphFolder, name: str) -> None:
    """Say why a fact of the rules is not in the graph, where it is the voice that does not bear it out."""
    heard = folder.read_report().get("voice") or {}
    wanted = "/".join(name.strip().strip("<>").replace(":", "/").split("/")[-2:])
    for out in heard.get("left_out", ()):
        if out["fact"].startswith(wanted):
            says = safe(f"{out['says']} ({out['source']}, {out['rule']})")
            why = safe(f"{out['dissent']}, which leaves it {out['confidence']:.2f} sure")
            raise UnknownName(f"{out['fact']} was left out: the rules say {says}, but {why}")
