"""The vocabularies that OnRecord writes with, as closed objects: a term that is not declared raises."""

from __future__ import annotations

from functools import cache

from graph_builder.resources import folder
from graph_builder.vocabulary.turtle import PREFIXES, nodes

__all__ = [
    "DC",
    "DCTERMS",
    "FOAF",
    "OA",
    "ONR",
    "OPENGOV",
    "ORG",
    "OWL",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SKOS",
    "VOID",
    "XSD",
    "Namespace",
    "terms",
]


@cache
def terms() -> frozenset[str]:
    """The IRIs of all terms that `onrecord.ttl` declares: its own, and those of others that OnRecord uses."""
    return frozenset(node.iri for node in nodes(folder("ontology") / "onrecord.ttl"))


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
