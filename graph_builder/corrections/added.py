"""A fact that a person adds: its words must stand in the document, and whoever it is about must be named there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from graph_builder import vocabulary
from graph_builder.decisions import Correction
from graph_builder.model import (
    Document,
    EntityType,
    Event,
    Extraction,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
)
from graph_builder.names import fold

__all__ = ["with_added"]

RULE = "added"  # by a person
SURE = 1.0
PERSON, BODY, EVENT = EntityType.PERSON, EntityType.ORGANISATION, EntityType.EVENT
DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(slots=True)
class Adding:
    """One fact on its way into one document's."""

    found: Extraction
    document: Document
    correction: Correction

    @property
    def proof(self) -> dict[str, Any]:
        """What every added fact has: where the words that prove it stand, and by whose decision it is there."""
        evidence = self.words(self.needed("evidence"))
        return {"evidence": evidence, "rule": RULE, "confidence": SURE, "decided": self.correction}

    def told(self, name: str) -> str | None:
        """A part of the fact, or nothing."""
        return self.correction.get(name) or None

    def needed(self, name: str) -> str:
        """A part that the fact cannot be without."""
        value = self.told(name)
        if value is None:
            raise ValueError(f"{self.correction.about[0]} wants {name} too")
        return value

    def code(self, scheme: str, name: str, otherwise: str | None = None) -> str:
        """A part that is a code of a scheme."""
        value = self.told(name) or otherwise or self.needed(name)
        codes = [concept.code for concept in vocabulary.concepts(scheme)]
        if value not in codes:
            raise ValueError(f"{name} is {value}, which is none of {', '.join(codes)}")
        return value

    def date(self, name: str) -> str | None:
        """A part that is a date."""
        value = self.told(name)
        if value is not None and not DATE.fullmatch(value):
            raise ValueError(f"{name} is {value}; a date is 2031, 2031-03 or 2031-03-04")
        return value

    def words(self, said: str) -> Span:
        """Where words stand in the document: in its body if they do, spaces and lines alike."""
        pattern = re.compile(r"\s+".join(map(re.escape, said.split())))
        places = (pattern.search(self.document.text, p.start, p.end) for p in self.document.body)
        match = next(filter(None, places), None) or pattern.search(self.document.text)
        if match is None:
            raise ValueError(f"these words do not stand in {self.document.source}: {said}")
        return Span(*match.span())

    def someone(self, name: str, *types: EntityType) -> str | None:
        """The referent of a part that names somebody or something, if it is told."""
        value = self.told(name)
        return None if value is None else self.named(value, *types)

    def named(self, name: str, *types: EntityType) -> str:
        """The referent that goes by a name; one that was not found is made, if the document has the name."""
        wanted = fold(name)
        for referent in self.found.referents:
            if referent.type in types and wanted in map(fold, (referent.name, *referent.forms)):
                return referent.id
        self.words(name)
        return self.make(Referent(self._free(), types[0], name, forms=(name,)))

    def make(self, referent: Referent) -> str:
        """A referent that was not found."""
        self.found = replace(self.found, referents=(*self.found.referents, referent))
        return referent.id

    def _free(self) -> str:
        return f"c{self.correction.place}-{len(self.found.referents)}"

    def event(self) -> str:
        """The event of this label, made where there is none."""
        label = self.needed("label")
        same = (r for r in self.found.referents if r.type is EVENT and fold(r.name) == fold(label))
        found = next(same, None)
        return found.id if found else self.make(Referent(self._free(), EVENT, label, self.code("event-kind", "kind")))


def with_added(found: Extraction, document: Document, correction: Correction) -> Extraction:
    """The document's facts and this one; ValueError says what is wrong with it."""
    kind = correction.about[0]
    if kind not in ADDED:
        raise ValueError(f"what can be added is {', '.join(ADDED)}, and not {kind}")
    return ADDED[kind](Adding(found, document, correction))


def _role(adding: Adding) -> Extraction:
    role = Role(
        **adding.proof,
        person=adding.named(adding.needed("person"), PERSON),
        post=adding.needed("post"),
        words=adding.needed("post"),
        organisation=adding.someone("organisation", BODY),
        area=adding.told("area"),
        status=adding.code("status", "status", "current"),
        start=adding.date("start"),
        end=adding.date("end"),
    )
    return replace(adding.found, roles=(*adding.found.roles, role))


def _statement(adding: Adding) -> Extraction:
    said = adding.words(adding.told("text") or adding.needed("evidence"))
    statement = Statement(
        **adding.proof,
        parts=(said,),
        speaker=adding.named(adding.needed("speaker"), PERSON, BODY),
        form=adding.code("statement-form", "form", "reported"),
        addressee=adding.someone("addressee", PERSON, BODY),
        said=adding.date("said"),
    )
    return replace(adding.found, statements=(*adding.found.statements, statement))


def _stance(adding: Adding) -> Extraction:
    stance = Stance(
        **adding.proof,
        holder=adding.named(adding.needed("holder"), PERSON, BODY),
        stance=adding.code("stance", "stance"),
        topic=adding.needed("topic"),
        said=adding.date("said"),
    )
    return replace(adding.found, stances=(*adding.found.stances, stance))


def _event(adding: Adding) -> Extraction:
    event = Event(
        **adding.proof,
        event=adding.event(),
        start=adding.date("start"),
        end=adding.date("end"),
        place=adding.told("place"),
    )
    return replace(adding.found, events=(*adding.found.events, event))


def _participation(adding: Adding) -> Extraction:
    part = Participation(
        **adding.proof,
        event=adding.named(adding.needed("event"), EVENT),
        agent=adding.named(adding.needed("agent"), PERSON, BODY),
        role=adding.code("participant-role", "as", "participant"),
    )
    return replace(adding.found, participations=(*adding.found.participations, part))


ADDED: Mapping[str, Callable[[Adding], Extraction]] = MappingProxyType(
    {"role": _role, "statement": _statement, "stance": _stance, "event": _event, "participation": _participation}
)
