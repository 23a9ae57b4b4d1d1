"""What the words of a plain question mean in a graph: who goes by a name, and which topics and events are called so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from pyoxigraph import Store

from graph_builder.graph.catalogue import NAMES
from graph_builder.graph.find import find
from graph_builder.graph.look import Look
from graph_builder.graph.periods import DATE
from graph_builder.graph.store import base_of

__all__ = ["meanings", "near"]

ARTICLES = re.compile(r"^(?:the|a|an|any|some|this|that|its|their|his|her)\s+", re.IGNORECASE)
CLASSES = {"topic": ("onr:Topic",), "event": ("onr:Event", "onr:EventAccount")}
PEOPLE = {"person": "foaf:Person", "organisation": "org:Organization"}
POINTING = frozenset("it this that these those them they everything something anything nothing what whom".split())
CLOSE = 0.8  # as difflib counts it


def meanings(store: Store, kind: str, words: str) -> list[tuple[str, ...]]:
    """What the words of a value may mean, each as values for the parameter; nothing where nothing is called so.

    A text is itself. A name that several go by has as many meanings; words of a topic or an event have one.
    """
    bare = _bare(words)
    if kind in NAMES:
        return [(label,) for label in _named(store, _of(kind), bare)]
    if kind not in CLASSES:  # a date that was not understood as one is no words of a text
        return [] if kind == "text" and re.fullmatch(DATE, bare, re.IGNORECASE) else [(bare,)]
    labels = _labels(store, kind)
    whole = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)", re.IGNORECASE)
    if bare.casefold() in POINTING:
        return []
    if any(whole.search(label) for label in labels):
        return [(bare,)]
    wanted_words = set(_stems(bare))
    alike = [label for label in labels if wanted_words and wanted_words <= set(_stems(label))]
    if alike:
        return [tuple(alike)]
    return [(label,) for label in get_close_matches(bare, labels, n=1, cutoff=CLOSE)]


def near(store: Store, kind: str, words: str) -> list[str]:
    """The names in the graph that are most like the words; none for what has no name."""
    kinds = CLASSES.get(kind) or [PEOPLE[one] for one in _of(kind) if one in PEOPLE]
    folded = {label.casefold(): label for one in kinds for label in _of_class(store, one)}
    return [folded[each] for each in get_close_matches(_bare(words).casefold(), folded, n=3, cutoff=0.5)]


def _named(store: Store, kinds: tuple[str, ...], name: str) -> list[str]:
    """Who goes by a name; where only something else does, who has its words in theirs."""
    if found := [match.label for match in find(store, name) if match.type in kinds]:
        return list(dict.fromkeys(found))
    wanted = set(_stems(name))
    labels = dict.fromkeys(label for one in kinds for label in _of_class(store, PEOPLE[one]))
    return [label for label in labels if wanted and wanted <= set(_stems(label))]


def _of(kind: str) -> tuple[str, ...]:
    return ("person", "organisation") if kind == "name" else (kind,)


def _bare(words: str) -> str:
    bare = ARTICLES.sub("", words.strip(' ,"'))
    return bare.removesuffix("'s").strip(' ,"') or words


def _labels(store: Store, kind: str) -> list[str]:
    return [label for one in CLASSES[kind] for label in _of_class(store, one)]


def _of_class(store: Store, name: str) -> Iterable[str]:
    look = Look(store, base_of(store))
    found = (label for node in look.instances(name) if look.kind(node) for label in look.texts(node, "rdfs:label"))
    return dict.fromkeys(found)


def _stems(words: str) -> list[str]:
    """The words without what makes them plural, and without those that say nothing."""
    plain = re.findall(r"[^\W_]+", words.casefold().replace("'s", "").replace("’s", ""))
    return [
        re.sub(r"(?:ies|y|es|s|ing|ed)$", "", w) if len(w) > 3 else w
        for w in plain
        if w not in ("the", "a", "an", "of")
    ]
