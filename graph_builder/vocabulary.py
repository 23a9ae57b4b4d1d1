"""The ontology as Python: its terms, its codes with their cue words, and the register of known bodies.

Terms are strings, and a namespace is closed: `ONR.Statment` raises, and so does `FOAF.nmae`. Each part of the
ontology is read at its first use and once only, with pyoxigraph, from `ontology/` (see `resources.folder`).

    >>> ONR.Statement
    'https://w3id.org/onrecord/ontology#Statement'
    >>> cues("stance", Cue.VERB)["welcome"]
    'supports'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graph_builder.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "DC",
    "DCTERMS",
    "FOAF",
    "OA",
    "ONR",
    "OPENGOV",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SKOS",
    "VOID",
    "XSD",
    "Concept",
    "Cue",
    "Entry",
    "Namespace",
    "concept",
    "concepts",
    "cues",
    "register",
    "schemes",
    "terms",
]

ROOT = "https://w3id.org/onrecord/"
PLACES = ("subject", "object", "to")  # about a verb

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "onr": f"{ROOT}ontology#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "opengov": "http://www.w3.org/ns/opengov#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""The prefix of every vocabulary that OnRecord writes with, and its namespace."""


class Namespace:
    """A vocabulary whose terms are attributes: one that `onrecord.ttl` does not declare raises AttributeError."""

    __slots__ = ("iri", "prefix")

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.iri = PREFIXES[prefix]

    def __getattr__(self, name: str) -> str:
        iri = self.iri + name
        if iri not in terms():
            raise AttributeError(f"{self.prefix}:{name} is not declared in ontology/onrecord.ttl")
        return iri

    def __getitem__(self, name: str) -> str:
        return self.__getattr__(name)

    def __str__(self) -> str:
        return self.iri


ONR, DC, DCTERMS, FOAF = Namespace("onr"), Namespace("dc"), Namespace("dcterms"), Namespace("foaf")
OA, OPENGOV, ORG, OWL = Namespace("oa"), Namespace("opengov"), Namespace("org"), Namespace("owl")
PROV, RDF, RDFS, SCHEMA = Namespace("prov"), Namespace("rdf"), Namespace("rdfs"), Namespace("schema")
SEM, SKOS, VOID, XSD = Namespace("sem"), Namespace("skos"), Namespace("void"), Namespace("xsd")


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
    related: str | None = None  # a code of another scheme: the post that letters after a name stand for
    matches: tuple[str, ...] = ()  # IRIs of terms elsewhere that mean the same or nearly so
    places: Mapping[str, str] = field(default_factory=dict)  # of an event: subject, object, to → a participant's role
    called: str | None = None  # of an event: "Launch of {object}"
    undated: bool = False  # of an event: whether it belongs on a timeline without a date

    def words(self, sort: Cue) -> tuple[str, ...]:
        """Its cues of one sort, as the file has them; none is no error."""
        return self.cues.get(sort, ())


@dataclass(frozen=True, slots=True)
class Entry:
    """A body or a post that the register knows."""

    iri: str
    type: str  # "organisation" or "post"
    name: str
    aliases: tuple[str, ...] = ()  # other names and short forms, none of which means anything else there
    kind: str | None = None  # a code of the scheme of organisation kinds
    members: tuple[str, ...] = ()  # nouns for its members: "Conservatives"
    adjectives: tuple[str, ...] = ()  # what places someone in it, before a post or in brackets: "Tory", "Lab"
    organisation: str | None = None  # IRI of the body that a post belongs to
    post: str | None = None  # a code of the scheme of posts that a post is a case of
    parents: tuple[str, ...] = ()  # IRIs of the bodies it is a part of
    successors: tuple[str, ...] = ()  # IRIs of the bodies that took over its work
    start: str | None = None  # as precise as is known
    end: str | None = None


@dataclass(frozen=True, slots=True)
class _Node:
    """Everything that a file says of one subject: values by property, sorted."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def all(self, prefix: str, name: str) -> tuple[str, ...]:
        return self.values.get(PREFIXES[prefix] + name, ())

    def one(self, prefix: str, name: str) -> str | None:
        return next(iter(self.all(prefix, name)), None)

    def required(self, prefix: str, name: str) -> str:
        value = self.one(prefix, name)
        if value is None:
            raise ValueError(f"{self.iri} has no {prefix}:{name}")
        return value


def _nodes(file: Path) -> list[_Node]:
    """The subjects of a Turtle file in its own order, with the lexical forms of their values in that order."""
    from pyoxigraph import BlankNode, RdfFormat, Triple, parse

    found: dict[str, dict[str, list[str]]] = {}
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, BlankNode | Triple) or isinstance(value, BlankNode | Triple):
            continue  # lists and restrictions of the ontology, which hold no word
        found.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value.value)
    return [_Node(iri, {name: tuple(values) for name, values in node.items()}) for iri, node in found.items()]


@cache
def terms() -> frozenset[str]:
    """The IRIs of all terms that `onrecord.ttl` declares: its own, and those of others that OnRecord uses."""
    return frozenset(node.iri for node in _nodes(folder("ontology") / "onrecord.ttl"))


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
def _schemes() -> Mapping[str, Mapping[str, Concept]]:
    found: dict[str, dict[str, Concept]] = {}
    for node in _nodes(folder("ontology") / "kinds.ttl"):
        scheme = node.one("skos", "inScheme")
        if scheme is None:  # the scheme itself
            found[node.iri.removeprefix(ROOT)] = {}
        else:
            each = _concept(node)
            found[scheme.removeprefix(ROOT)][each.code] = each
    return found


def _concept(node: _Node) -> Concept:
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
        broader=_code(node.one("skos", "broader")),
        related=_code(node.one("skos", "related")),
        matches=node.all("skos", "exactMatch") + node.all("skos", "closeMatch"),
        places=MappingProxyType({place: code for place in PLACES if (code := _code(node.one("onr", f"{place}Role")))}),
        called=node.one("onr", "calledAs"),
        undated=node.one("onr", "standsUndated") == "true",
    )


def _code(iri: str | None) -> str | None:
    return None if iri is None else iri.rpartition("#")[2]


@cache
def register() -> tuple[Entry, ...]:
    """Every body and post of the registers in `ontology/`, in the order of the files."""
    return tuple(_entry(node) for node in _nodes(folder("ontology") / "uk.ttl") if node.one("rdfs", "label"))


def _entry(node: _Node) -> Entry:
    types = node.all("rdf", "type")
    return Entry(
        iri=node.iri,
        type="post" if f"{PREFIXES['onr']}KnownPost" in types else "organisation",
        name=node.required("rdfs", "label"),
        aliases=node.all("skos", "altLabel"),
        kind=_code(node.one("org", "classification")),
        members=node.all("onr", "memberNoun"),
        adjectives=node.all("onr", "adjective"),
        organisation=node.one("org", "postIn"),
        post=_code(node.one("skos", "broadMatch")),
        parents=node.all("org", "subOrganizationOf"),
        successors=node.all("dcterms", "isReplacedBy"),
        start=node.one("schema", "foundingDate") or node.one("schema", "startDate"),
        end=node.one("schema", "dissolutionDate") or node.one("schema", "endDate"),
    )
