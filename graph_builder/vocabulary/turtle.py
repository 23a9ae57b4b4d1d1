"""What a Turtle file of `ontology/` says of each subject, and the prefixes that OnRecord writes with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["PREFIXES", "ROOT", "Node", "code_of", "nodes"]

ROOT = "https://w3id.org/onrecord/"

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


@dataclass(frozen=True, slots=True)
class Node:
    """Everything that a file says of one subject: values by property, sorted."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def all(self, prefix: str, name: str) -> tuple[str, ...]:
        """The values of one property; none is no error."""
        return self.values.get(PREFIXES[prefix] + name, ())

    def one(self, prefix: str, name: str) -> str | None:
        """The first value of one property, where it has any."""
        return next(iter(self.all(prefix, name)), None)

    def required(self, prefix: str, name: str) -> str:
        """The first value of one property; ValueError where it has none."""
        value = self.one(prefix, name)
        if value is None:
            raise ValueError(f"{self.iri} has no {prefix}:{name}")
        return value


def nodes(file: Path) -> list[Node]:
    """The subjects of a Turtle file in its own order, with the lexical forms of their values in that order."""
    from pyoxigraph import BlankNode, RdfFormat, Triple, parse

    found: dict[str, dict[str, list[str]]] = {}
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, BlankNode | Triple) or isinstance(value, BlankNode | Triple):
            continue  # lists and restrictions of the ontology, which hold no word
        found.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value.value)
    return [Node(iri, {name: tuple(values) for name, values in node.items()}) for iri, node in found.items()]


def code_of(iri: str | None) -> str | None:
    """The code of a concept: the local name of its IRI."""
    return None if iri is None else iri.rpartition("#")[2]
