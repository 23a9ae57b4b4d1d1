"""A fact in a few words, for the report and for whoever asks why."""

from __future__ import annotations

from collections.abc import Mapping

from graph_builder.model import Document, Event, Fact, Participation, Referent, Role, Stance, Statement

__all__ = ["worded"]

MANY = 80  # characters of a quotation


def worded(fact: Fact, referents: Mapping[str, Referent], document: Document) -> str:
    """Who, what and of whom, by the names that the document gives."""

    def named(referent: str | None) -> str:
        return referents[referent].name if referent is not None and referent in referents else "somebody"

    match fact:
        case Role():
            where = f", {named(fact.organisation)}" if fact.organisation else ""
            return f"{named(fact.person)}: {fact.post}{where} ({fact.status})"
        case Event():
            return named(fact.event) + (f" ({fact.start})" if fact.start else "")
        case Participation():
            return f"{named(fact.agent)} as {fact.role} in {named(fact.event)}"
        case Statement():
            words = " … ".join(part.of(document.text) for part in fact.parts)
            return f"{named(fact.speaker)}: {words if len(words) <= MANY else words[: MANY - 1] + '…'}"
        case Stance():
            return f"{named(fact.holder)} {fact.stance} {fact.topic}"
    return fact.rule
