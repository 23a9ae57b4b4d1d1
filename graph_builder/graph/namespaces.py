"""The namespaces that the graph speaks in, and the prefixes they go by.

Plain strings, and nothing is read to have them, because every question that is asked from cold needs them.
"""

from __future__ import annotations

from graph_builder.vocabulary import PREFIXES, ROOT

__all__ = ["DATA_KINDS", "DEFAULT_BASE", "SCHEMES", "STANDARD", "prefixes"]

DEFAULT_BASE = "https://w3id.org/onrecord/id/"
STANDARD = {
    **PREFIXES,
    "sh": "http://www.w3.org/ns/shacl#",
    "time": "http://www.w3.org/2006/time#",
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
}

# What the data's own names begin with, after the base: person/anna-example.
DATA_KINDS = (
    "account",
    "build",
    "document",
    "event",
    "evidence",
    "graph",
    "judgement",
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
