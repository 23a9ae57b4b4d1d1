"""The codes of `ontology/kinds.ttl`, and the words by which each is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from graph_builder.resources import folder
from graph_builder.vocabulary.turtle import ROOT, Node, code_of, nodes

__all__ = ["Concept", "Cue", "concept", "concepts", "cues", "schemes", "words"]

PLACES = ("subject", "object", "to")  # about a verb


class Cue(StrEnum):
    """How a cue stands in a sentence, a name or a page; the value is the local name of its property."""

    VERB = "verbCue"
    ADDRESSEE_VERB = "addresseeVerbCue"  # its object is the one who is to act: "urge ministers to …"
    AS_VERB = "asVerbCue"  # takes "as": "describe it as …"
    OBJECT_VERB = "objectVerbCue"  # a cue only with an object cue: "carry the motion"
    OBJECT = "objectCue"
    TAKING_VERB = "takingVerbCue"  # its subject is whom it befalls: "become", beside "appoint"
    NOUN = "nounCue"
    PREDICATE = "predicateCue"  # said of the topic or of the holder: "timely", "concerned about"
    FELT = "feltCue"  # said of the holder only: "delighted"
    INFINITIVE = "infinitiveCue"  # a cue only with an infinitive: "agreed to pay"
    VERDICT = "verdictCue"  # a verb and what follows it, said of the topic: "falls short"
    PHRASE = "phraseCue"
    HEAD = "headCue"  # a word of a name: "Ministry"
    FORM = "formCue"  # the form of a name, dots for the rest of it: "Committee on …"
    SHORT = "shortCue"  # a short form of a post that is written out: "MP"
    DESCRIPTION = "descriptionCue"  # a common noun for such a body: "charity"
    WORD = "wordCue"  # words of a page, or beside a title: "Notes to editors", "former"


@dataclass(frozen=True, slots=True)
class Concept:
    """One code of a scheme, with the words by which it is known."""

    code: str
    iri: str
    label: str
    definition: str
    alternatives: tuple[str, ...] = ()  # other words for the very same
    cues: Mapping[Cue, tuple[str, ...]] = field(default_factory=dict)
    precedence: int = 100  # where cues of two concepts fit, the lower wins
    polarity: int | None = None  # of a stance: +1, 0 or -1
    gender: str | None = None  # of a personal title: "f" or "m"
    broader: str | None = None  # a code of the same scheme
    before_name: bool | None = None  # of a title: whether it is taken off the name that it stands before
    tells_post: bool = False  # of a title: whether whoever goes by it holds the post of that name
    held: bool = True  # of a post: whether somebody holds it, and not only is it
    related: str | None = None  # a code of another scheme: the post that letters after a name stand for
    matches: tuple[str, ...] = ()  # IRIs of terms elsewhere that mean the same or nearly so
    places: Mapping[str, str] = field(default_factory=dict)  # of an event: subject, object, to → a participant's role
    called: str | None = None  # of an event: "Launch of {object}"
    undated: bool = False  # of an event: whether it belongs on a timeline without a date

    def words(self, sort: Cue) -> tuple[str, ...]:
        """Its cues of one sort, as the file has them; none is no error."""
        return self.cues.get(sort, ())


def schemes() -> tuple[str, ...]:
    """The names of all schemes of codes, in the order of the file."""
    return tuple(_schemes())


def concepts(scheme: str) -> tuple[Concept, ...]:
    """The concepts of one scheme, in the order of the file; KeyError where there is no such scheme."""
    return tuple(_schemes()[scheme].values())


def concept(scheme: str, code: str) -> Concept:
    """The concept with this code; KeyError where there is none."""
    return _schemes()[scheme][code]


@cache
def cues(scheme: str, sort: Cue) -> Mapping[str, str]:
    """The code that each cue of a sort stands for; of two that share one, the lower precedence has it, or the first.

    Where letters tell words apart ("Lead", "lead") both are kept, as they are written.
    """
    ranked = sorted(concepts(scheme), key=lambda each: each.precedence)
    return MappingProxyType({word: each.code for each in reversed(ranked) for word in each.words(sort)})


@cache
def words(scheme: str, code: str, sort: Cue) -> frozenset[str]:
    """The cues of one concept, of one sort."""
    return frozenset(concept(scheme, code).words(sort))


@cache
def _schemes() -> Mapping[str, Mapping[str, Concept]]:
    found: dict[str, dict[str, Concept]] = {}
    for node in nodes(folder("ontology") / "kinds.ttl"):
        scheme = node.one("skos", "inScheme")
        if scheme is None:  # the scheme itself
            found[node.iri.removeprefix(ROOT)] = {}
        else:
            each = _concept(node)
            found[scheme.removeprefix(ROOT)][each.code] = each
    return found


def _concept(node: Node) -> Concept:
    polarity, precedence = node.one("onr", "polarity"), node.one("onr", "precedence")
    return Concept(
        code=node.required("skos", "notation"),
        iri=node.iri,
        label=node.required("skos", "prefLabel"),
        definition=node.required("skos", "definition"),
        alternatives=node.all("skos", "altLabel"),
        cues=MappingProxyType({sort: words for sort in Cue if (words := node.all("onr", sort))}),
        precedence=100 if precedence is None else int(precedence),
        polarity=None if polarity is None else int(polarity),
        gender=node.one("onr", "gender"),
        before_name=None if (before := node.one("onr", "beforeName")) is None else before == "true",
        tells_post=node.one("onr", "tellsPost") == "true",
        held=node.one("onr", "held") != "false",
        broader=code_of(node.one("skos", "broader")),
        related=code_of(node.one("skos", "related")),
        matches=node.all("skos", "exactMatch") + node.all("skos", "closeMatch"),
        places=MappingProxyType(
            {place: code for place in PLACES if (code := code_of(node.one("onr", f"{place}Role")))}
        ),
        called=node.one("onr", "calledAs"),
        undated=node.one("onr", "standsUndated") == "true",
    )
