"""The bodies and posts that the registers of `ontology/` know beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph_builder.resources import folder
from graph_builder.vocabulary.turtle import PREFIXES, Node, code_of, nodes

__all__ = ["Entry", "register"]


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
    ambiguous: tuple[str, ...] = ()  # of all these forms, those that mean other things too: "Green"
    bracketed: tuple[str, ...] = ()  # of all these forms, those that mean it only in brackets: "Lab"
    organisation: str | None = None  # IRI of the body that a post belongs to
    written_out: bool = False  # of a post: whether its short forms are written out as its name
    post: str | None = None  # a code of the scheme of posts that a post is a case of
    parents: tuple[str, ...] = ()  # IRIs of the bodies it is a part of
    successors: tuple[str, ...] = ()  # IRIs of the bodies that took over its work
    start: str | None = None  # as precise as is known
    end: str | None = None


@cache
def register() -> tuple[Entry, ...]:
    """Every body and post of the registers in `ontology/`, in the order of the files."""
    return tuple(_entry(node) for node in nodes(folder("ontology") / "uk.ttl") if node.one("rdfs", "label"))


def _entry(node: Node) -> Entry:
    types = node.all("rdf", "type")
    return Entry(
        iri=node.iri,
        type="post" if f"{PREFIXES['onr']}KnownPost" in types else "organisation",
        name=node.required("rdfs", "label"),
        aliases=node.all("skos", "altLabel"),
        kind=code_of(node.one("org", "classification")),
        members=node.all("onr", "memberNoun"),
        adjectives=node.all("onr", "adjective"),
        ambiguous=node.all("onr", "ambiguousForm"),
        bracketed=node.all("onr", "bracketForm"),
        organisation=node.one("org", "postIn"),
        written_out=node.one("onr", "writtenOut") == "true",
        post=code_of(node.one("skos", "broadMatch")),
        parents=node.all("org", "subOrganizationOf"),
        successors=node.all("dcterms", "isReplacedBy"),
        start=node.one("schema", "foundingDate") or node.one("schema", "startDate"),
        end=node.one("schema", "dissolutionDate") or node.one("schema", "endDate"),
    )
