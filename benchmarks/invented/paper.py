"""One document as it grows: its text, what a reader who misses nothing takes from it, and whom each name means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.invented.world import Body, Happening, Person
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
)
from graph_builder.names import fold

__all__ = ["Paper"]

GENDERS = {"Ms": "f", "Dame": "f", "Lady": "f", "Mr": "m", "Sir": "m", "Lord": "m"}
LETTER = {EntityType.PERSON: "p", EntityType.ORGANISATION: "o", EntityType.EVENT: "e"}


@dataclass(slots=True)
class Paper:
    """A document in the making."""

    source: str
    date: str
    text: str = ""
    lines: list[Span] = field(default_factory=list)
    referents: dict[str, Referent] = field(default_factory=dict)  # by the key of who is meant
    names: dict[str, str] = field(default_factory=dict)  # folded name → key
    told: dict[Span, Happening] = field(default_factory=dict)  # the sentence that tells of each event
    ways: dict[str, str] = field(default_factory=dict)  # how each person is named
    roles: list[Role] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    parts: list[Participation] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year it is of."""
        return int(self.date[:4])

    def write(self, line: str) -> Span:
        """Another sentence, as a paragraph; where it stands."""
        start = len(self.text) + 2 if self.text else 0
        self.text += f"\n\n{line}" if self.text else line
        span = Span(start, len(self.text))
        self.lines.append(span)
        return span

    def name(self, who: Person | Body, type_: EntityType, form: str, **more: Any) -> str:
        """The id of who is meant, who is called so here."""
        known = self.referents.get(who.key)
        if known is None:
            number = sum(r.type is type_ for r in self.referents.values()) + 1
            known = Referent(f"{LETTER[type_]}{number}", type_, more.pop("fullest", form), **more)
        gender = known.gender or GENDERS.get(form.partition(" ")[0])
        self.referents[who.key] = replace(known, forms=tuple(dict.fromkeys((*known.forms, form))), gender=gender)
        self.names.setdefault(fold(form), who.key)
        self.names.setdefault(fold(known.name), who.key)
        return known.id

    def body(self, body: Body, form: str | None = None) -> str:
        """The id of a body, that is called so here or by its name."""
        name = body.name(self.year)
        more = {"kind": body.kind, "known": body.known, "fullest": name if body.known or form is None else form}
        return self.name(body, EntityType.ORGANISATION, form or name, **more)

    def event(self, happening: Happening, label: str, start: str | None, span: Span) -> str:
        """The id of an event that a sentence tells of."""
        known = self.referents.get(happening.key)
        number = sum(r.type is EntityType.EVENT for r in self.referents.values()) + 1
        if known is None:
            known = Referent(f"e{number}", EntityType.EVENT, label, kind=happening.kind)
            self.referents[happening.key] = known
            self.events.append(Event(evidence=span, rule="invented", event=known.id, start=start))
        self.told[span] = happening
        return known.id

    def role(self, span: Span, person: str, post: str, **more: Any) -> None:
        """A post or a membership that a sentence tells of."""
        self.roles.append(Role(evidence=span, rule="invented", person=person, post=post, words=post, **more))

    def part(self, span: Span, event: str, agent: str, role: str) -> None:
        """Someone took part in an event."""
        self.parts.append(Participation(evidence=span, rule="invented", event=event, agent=agent, role=role))

    def stance(self, span: Span, holder: str, stance: str, topic: str) -> None:
        """Where someone stands."""
        self.stances.append(Stance(evidence=span, rule="invented", holder=holder, stance=stance, topic=topic))

    def document(self) -> Document:
        """It as it would be read from a file."""
        return Document(self.source, "0" * 64, self.text, tuple(self.lines), published=self.date)

    def extraction(self) -> Extraction:
        """What a reader who misses nothing takes from it."""
        return Extraction(
            self.source,
            "0" * 64,
            tuple(self.referents.values()),
            roles=tuple(self.roles),
            events=tuple(self.events),
            participations=tuple(self.parts),
            stances=tuple(self.stances),
        )

    def meant(self) -> dict[str, str]:
        """Who is meant by each referent of that extraction."""
        return {referent.id: key for key, referent in self.referents.items()}
