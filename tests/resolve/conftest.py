"""What documents say of people, bodies and events of invented debates, and who is meant by whom in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from graph_builder.decisions import Correction
from graph_builder.model import (
    Document,
    Entity,
    EntityType,
    Event,
    Extraction,
    Identities,
    Judgement,
    Mention,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
)
from graph_builder.resolve import resolve
from graph_builder.vocabulary.people import KnownPerson, Membership, Register

HERE = Span(0, 1)


@dataclass(frozen=True)
class Someone:
    """A referent of a page, or a topic by its words."""

    page: Page
    id: str


@dataclass
class Page:
    """One document and what was found in it."""

    source: str
    publisher: str | None = None
    published: str | None = None
    text: str = "x"
    mentions: list[Mention] = field(default_factory=list)
    referents: list[Referent] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    parts: list[Participation] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)

    def _add(self, type_: EntityType, name: str, forms: tuple[str, ...], **more: str | None) -> Someone:
        key = f"{type_.value[0]}{len(self.referents)}"
        self.referents.append(Referent(key, type_, name, forms=forms or (name,), **more))
        return Someone(self, key)

    def person(self, name: str, *forms: str, **more: str | None) -> Someone:
        return self._add(EntityType.PERSON, name, forms, **more)

    def named(self, name: str) -> Someone:
        """A person whose name stands in the text."""
        someone = self.person(name)
        at = self.text.index(name)
        self.mentions.append(Mention(Span(at, at + len(name)), someone.id))
        return someone

    def body(self, name: str, *forms: str, **more: str | None) -> Someone:
        return self._add(EntityType.ORGANISATION, name, forms, **more)

    def event(
        self,
        name: str,
        kind: str,
        start: str | None = None,
        *agents: tuple[Someone, str],
        forms: tuple[str, ...] = (),
        **fate: bool,
    ) -> Someone:
        event = self._add(EntityType.EVENT, name, forms, kind=kind)
        evidence = Span(0, len(self.text))
        self.events.append(Event(evidence=evidence, rule="told", event=event.id, start=start, **fate))
        for agent, role in agents:
            self.parts.append(Participation(evidence=HERE, rule="told", event=event.id, agent=agent.id, role=role))
        return event

    def role(
        self, who: Someone, post: str, body: Someone | None = None, area: str | None = None, status: str = "current"
    ) -> Someone:
        organisation = body.id if body else None
        self.roles.append(
            Role(
                evidence=HERE,
                rule="told",
                person=who.id,
                post=post,
                words=post,
                organisation=organisation,
                area=area,
                status=status,
            )
        )
        return who

    def topic(self, words: str, about: Someone | None = None) -> Someone:
        holder = self.person("Ottilie Quist")
        self.stances.append(
            Stance(
                evidence=HERE,
                rule="told",
                holder=holder.id,
                stance="supports",
                topic=words,
                topic_referent=about.id if about else None,
            )
        )
        return Someone(self, words)

    def document(self) -> Document:
        body = (Span(0, len(self.text)),)
        known = {"publisher": self.publisher, "published": self.published}
        return Document(self.source, "0" * 64, self.text, body, **known)

    def extraction(self) -> Extraction:
        return Extraction(
            self.source,
            "0" * 64,
            tuple(self.referents),
            mentions=tuple(self.mentions),
            roles=tuple(self.roles),
            events=tuple(self.events),
            participations=tuple(self.parts),
            stances=tuple(self.stances),
        )


@dataclass
class Debate:
    """Several documents, and who is meant by whom in them."""

    pages: list[Page] = field(default_factory=list)
    known: list[KnownPerson] = field(default_factory=list)

    def page(self, source: str | None = None, **known: str | None) -> Page:
        self.pages.append(Page(source or f"page-{len(self.pages)}.txt", **known))
        return self.pages[-1]

    def knows(self, iri: str, name: str, *held: Membership, **more: object) -> str:
        """A register that knows somebody."""
        self.known.append(KnownPerson(iri, name, memberships=held, **more))
        return iri

    def pair(self) -> tuple[Page, Page]:
        return self.page(), self.page()

    def identities(self, backwards: bool = False, corrections: Sequence[Correction] = ()) -> Identities:
        pages = self.pages[::-1] if backwards else self.pages
        documents = {p.source: p.document() for p in pages}
        register = Register(people=tuple(self.known))
        return resolve([p.extraction() for p in pages], documents, corrections, register)

    def entity(self, someone: Someone) -> Entity:
        found, key = self.identities(), (someone.page.source, someone.id)
        return found.entity_of[key] if key in found.entity_of else found.topics[key]

    def one(self, *several: Someone) -> bool:
        """Whether all of them are one entity."""
        return len({(e.type, e.slug) for e in map(self.entity, several)}) == 1

    def apart(self, *several: Someone) -> bool:
        """Whether no two of them are one entity."""
        return len({(e.type, e.slug) for e in map(self.entity, several)}) == len(several)

    def judgement(self, left: Someone, right: Someone) -> Judgement | None:
        """What was judged of two."""
        wanted = {(s.page.source, s.id) for s in (left, right)}
        return next((j for j in self.identities().judgements if {j.left, j.right} == wanted), None)


@pytest.fixture
def debate() -> Debate:
    """No documents yet."""
    return Debate()
