"""Everything in a graph that has a name, to be looked for by the words of any of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph_builder.graph.find import THINGS
from graph_builder.graph.look import Look
from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.safety import safe
from graph_builder.names import fold

__all__ = ["NAMED", "Index", "Thing"]

NAMED = (*THINGS, "document")
LABELS = (STANDARD["rdfs"] + "label", STANDARD["dcterms"] + "title")
OTHER_NAMES = (STANDARD["skos"] + "altLabel", STANDARD["onr"] + "fileName")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a name."""

    short: str  # person/ada-nwosu
    kind: str  # one of NAMED
    label: str
    forms: tuple[str, ...]  # its names, folded; the label's first
    documents: int  # how many name it


class Index:
    """The things of a graph, read once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.things = sorted(self._read(), key=lambda t: (t.forms[0], t.short))
        self.by_name = {thing.short: thing for thing in self.things}

    def of_kind(self, kind: str) -> list[Thing]:
        """All of one kind, by name."""
        return [thing for thing in self.things if thing.kind == kind]

    def search(self, words: str, kinds: Iterable[str] = NAMED) -> list[Thing]:
        """What has all these words in one of its names: first what is called so, then what begins so."""
        wanted = fold(words)
        allowed = frozenset(kinds)
        if not wanted:
            return []
        found = []
        for thing in self.things:
            if thing.kind in allowed:
                ranks = [rank for form in thing.forms if (rank := _rank(wanted, form)) is not None]
                if ranks:
                    found.append((min(ranks), NAMED.index(thing.kind), -thing.documents, thing.forms[0], thing))
        return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:-1])]

    def _read(self) -> Iterator[Thing]:
        named, documents = self._named()
        labels = self._texts(LABELS)
        others = self._texts(OTHER_NAMES)
        for short, forms in labels.items():
            label = safe(forms[0])
            folded = [fold(form) for form in (*forms, *others[short], *named[short])]
            kind = short.partition("/")[0]
            yield Thing(short, kind, label, tuple(dict.fromkeys(folded)), len(documents[short]))

    def _texts(self, properties: Iterable[str]) -> defaultdict[str, list[str]]:
        texts = defaultdict(list)
        for iri in properties:
            for quad in self._look.store.quads_for_pattern(None, NamedNode(iri), None, None):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    short = self._look.short(quad.subject)
                    if self._look.kind(quad.subject) in NAMED and quad.object.value.strip():
                        texts[short].append(quad.object.value)
        return texts

    def _named(self) -> tuple[defaultdict[str, list[str]], defaultdict[str, set[str]]]:
        """The forms of each thing's mentions, and the documents that they are in."""
        forms: defaultdict[str, list[str]] = defaultdict(list)
        documents: defaultdict[str, set[str]] = defaultdict(set)
        for quad in self._look.store.quads_for_pattern(None, NamedNode(STANDARD["onr"] + "names"), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                short = self._look.short(quad.object)
                forms[short].append(self._look.text(quad.subject, "onr:form"))
                documents[short].add(str(quad.graph_name))  # a document's facts are in a graph of its own
        return forms, documents


def _rank(wanted: str, form: str) -> int | None:
    if wanted == form:
        return 0
    if f" {wanted}" in f" {form}":
        return 1
    return 2 if all(f" {word}" in f" {form}" for word in wanted.split()) else None
