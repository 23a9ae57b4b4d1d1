"""The ontology as Python: its terms, its codes with their cue words, and the register of known bodies.

Terms are strings, and a namespace is closed: `ONR.Statment` raises, and so does `FOAF.nmae`. Each part of the
ontology is read at its first use and once only, with pyoxigraph, from `ontology/` (see `resources.folder`).

    >>> ONR.Statement
    'https://w3id.org/onrecord/ontology#Statement'
    >>> cues("stance", Cue.VERB)["welcome"]
    'supports'
"""

from __future__ import annotations

from graph_builder.vocabulary.codes import Concept, Cue, concept, concepts, cues, schemes, words
from graph_builder.vocabulary.namespaces import (
    DC,
    DCTERMS,
    FOAF,
    OA,
    ONR,
    OPENGOV,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    VOID,
    XSD,
    Namespace,
    terms,
)
from graph_builder.vocabulary.registers import Entry, Known, of_registers, own_register, register, using
from graph_builder.vocabulary.turtle import PREFIXES

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
    "Known",
    "Namespace",
    "concept",
    "concepts",
    "cues",
    "of_registers",
    "own_register",
    "register",
    "schemes",
    "terms",
    "using",
    "words",
]
