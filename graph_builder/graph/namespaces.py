"""The namespaces that the graph speaks in, and the prefixes they go by.

Plain strings in a module that imports nothing, because every question that is asked from cold needs them; a test keeps
them the same as those of the vocabulary.
"""

from __future__ import annotations

__all__ = ["DATA_KINDS", "DEFAULT_BASE", "SCHEMES", "STANDARD", "prefixes"]

DEFAULT_BASE = "https://w3id.org/onrecord/id/"
ROOT = "https://w3id.org/onrecord/"

STANDARD = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "onr": f"{ROOT}ontology#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# One namespace for each scheme of concepts; a concept's local name is its code. The prefix of stances is plural
# and that of kinds of participation long, because "stance:" and "role:" are the facts themselves.
SCHEMES = {
    "organisation-kind": f"{ROOT}organisation-kind#",
    "event-kind": f"{ROOT}event-kind#",
    "participant-role": f"{ROOT}participant-role#",
    "stances": f"{ROOT}stance#",
    "statement-form": f"{ROOT}statement-form#",
    "genre": f"{ROOT}genre#",
    "status": f"{ROOT}status#",
    "basis": f"{ROOT}basis#",
    "verdict": f"{ROOT}verdict#",
    "decision": f"{ROOT}decision#",
}

# What the data's own names begin with, after the base: person/anna-example.
DATA_KINDS = (
    "account",
    "build",
    "correction",
    "document",
    "event",
    "evidence",
    "graph",
    "judgement",
    "membership",
    "mention",
    "organisation",
    "participation",
    "person",
    "position",
    "post",
    "quote",
    "role",
    "stance",
    "statement",
    "topic",
    "unattributed",
    "words",
)


def prefixes(base: str) -> dict[str, str]:
    """Every known prefix with its namespace; those of the data depend on `base`."""
    return {**STANDARD, **SCHEMES, **{kind: f"{base}{kind}/" for kind in DATA_KINDS}}
