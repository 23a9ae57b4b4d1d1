"""What the whole package speaks of: documents, what they say, and who is meant.

Every value here is frozen. Offsets are Unicode code points into `Document.text`, half open, as in a
Web Annotation `TextPositionSelector`. Dates are ISO 8601 strings, as precise as the text and no more:
`2024`, `2024-06` or `2024-06-20`. Codes (`kind`, `stance`, `form` …) are the notations of the concepts
in `ontology/kinds.ttl`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from graph_builder.decisions import Correction

__all__ = [
    "Document",
    "Entity",
    "EntityType",
    "Event",
    "Extraction",
    "Fact",
    "Identities",
    "Judgement",
    "Mention",
    "Participation",
    "Referent",
    "Role",
    "Skipped",
    "Span",
    "Stance",
    "Statement",
    "Unattributed",
    "Verdict",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of a document's text: `text[start:end]`, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read: its whole visible text, and which of it is the article itself.

    `body` holds the paragraphs of the article in order; what no body span covers (navigation, notices,
    teasers, comments, footers) is kept in `text` and never extracted from. Title, date, publisher, authors and
    genre are only what the file's own metadata or the page's own lines say.
    """

    source: str  # the file's path as the graph names it, with "/", relative to the folder that was given
    digest: str  # SHA-256 of the file's bytes, hexadecimal
    text: str
    body: tuple[Span, ...]
    media_type: str = "text/plain"
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    genre: str | None = None  # a code of the scheme of document genres
    url: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read, with one line saying what happened and what to do."""

    source: str
    reason: str


class EntityType(StrEnum):
    """What sort of thing a referent or an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EVENT = "event"
    TOPIC = "topic"  # what a stance is about; no referent is one, only an entity


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name, or stand for, one of its referents."""

    span: Span
    referent: str
    form: str = "name"  # name · short (surname, acronym) · title ("the minister") · pronoun


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that one document speaks of: what all of its mentions of it mean together."""

    id: str  # unique in the document: p1, o3, e2
    type: EntityType
    name: str  # the fullest name that the document gives, without titles of courtesy
    kind: str | None = None  # a code: organisation kind or event kind
    forms: tuple[str, ...] = ()  # every name of it in the document, as written, first seen first
    title: str | None = None  # Dame, Dr, Baroness …
    gender: str | None = None  # "f" or "m" where the text's pronouns or titles say so
    known: str | None = None  # IRI of the register's entry it was recognised as
    part_of: str | None = None  # referent id of the body (or event) that this one belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that one document says, the words that prove it, and how it was found."""

    evidence: Span  # the sentence or clause
    rule: str  # name of the construction: "role/apposition"
    confidence: float = 0.8  # share of facts found in this way that are right, 0 to 1
    decided: Correction | None = None  # by which a person added or confirmed it
    heard: str | None = None  # the language model that says it, too or alone; None: only the rules do
    dissent: str | None = None  # what rules or model say against it, or that the model does not say it


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """A post held or a party belonged to."""

    person: str  # referent id
    post: str  # "chief executive", "Member of Parliament", "member"
    words: str  # the post in the document's own words
    organisation: str | None = None  # referent id
    area: str | None = None  # constituency, ward
    status: str = "current"  # current · former · future
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something that happened or will happen."""

    event: str  # referent id; label and kind are the referent's
    start: str | None = None
    end: str | None = None
    place: str | None = None
    planned: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Fact):
    """Someone took part in an event, in a role."""

    event: str  # referent id
    agent: str  # referent id
    role: str  # a code of the scheme of participant roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Words that someone said or wrote, whether quoted or reported."""

    parts: tuple[Span, ...]  # the words, without the outer quotation marks; several where a speech tag interrupts
    speaker: str | None  # referent id; None where `speaker_words` describe somebody and no name is given ("officials")
    form: str  # direct · reported · mixed
    speaker_words: Span | None = None  # the words that name the speaker here: "she", "the minister"
    cue: Span | None = None  # the word of saying
    addressee: str | None = None  # referent id
    addressee_words: str | None = None  # where the addressee is no referent: "MPs", "reporters"
    said: str | None = None  # when it was said, only where the text says so
    on_behalf_of: str | None = None  # referent id


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Fact):
    """Where someone stands on something."""

    holder: str  # referent id
    stance: str  # a code: supports · opposes · calls-for · commits-to · warns-of · questions
    topic: str  # a short noun phrase that reads well alone
    topic_referent: str | None = None  # referent id, where the topic is one
    hedged: bool = False
    negated: bool = False  # the words carry a negation that `stance` already takes into account
    basis: str = "reported"  # said · reported · voted
    on_behalf_of: str | None = None  # referent id
    said: str | None = None
    statement: int | None = None  # index in Extraction.statements of the statement it was taken from


@dataclass(frozen=True, slots=True)
class Unattributed:
    """Words in quotation marks, or a verb of speech, that no speaker was found for."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document; facts name its referents by their ids."""

    source: str
    digest: str
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    unattributed: tuple[Unattributed, ...] = ()
    unheard: int = 0  # sentences with a verb of speech from which no statement was taken
    model: str = ""  # language model and version that read it

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact: roles, accounts of events, participations, statements and stances."""
        return (*self.roles, *self.events, *self.participations, *self.statements, *self.stances)

    def only(self, keep: Callable[[Fact], bool]) -> Extraction:
        """The same without the facts that are not to be kept, and without what hangs on them.

        An event goes with its last account, and who took part goes with it; a stance stays when only the statement
        that it was taken from goes.
        """
        events = tuple(e for e in self.events if keep(e))
        told = {e.event for e in events}
        said = [i for i, s in enumerate(self.statements) if keep(s)]
        places: dict[int | None, int] = {old: new for new, old in enumerate(said)}
        return replace(
            self,
            referents=tuple(r for r in self.referents if r.type is not EntityType.EVENT or r.id in told),
            roles=tuple(r for r in self.roles if keep(r)),
            events=events,
            participations=tuple(p for p in self.participations if keep(p) and p.event in told),
            statements=tuple(self.statements[i] for i in said),
            stances=tuple(replace(s, statement=places.get(s.statement)) for s in self.stances if keep(s)),
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something in the world, as the whole corpus knows it."""

    slug: str  # readable and stable: gavin-williamson
    type: EntityType
    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    known: str | None = None  # IRI of the register's entry
    part_of: str | None = None  # slug of the body that this one is a branch of, or of the event it is a part of
    focus: Entity | None = None  # what a topic is about, where that is someone or something itself
    decided: tuple[Correction, ...] = ()  # by which a person changed its name or kind


class Verdict(StrEnum):
    """Whether two names mean the same."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two referents were joined, kept apart, or left open; each is (source, referent id)."""

    left: tuple[str, str]
    right: tuple[str, str]
    verdict: Verdict
    reason: str  # "same full name"
    decided: Correction | None = None  # by which a person said so


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is meant by whom: the entity of each (source, referent id) and topic, and the judgements that made them."""

    entities: tuple[Entity, ...] = ()  # sorted by type and slug
    entity_of: Mapping[tuple[str, str], Entity] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    topics: Mapping[tuple[str, str], Entity] = field(default_factory=dict)  # of each (source, words of a topic)
    former: tuple[tuple[EntityType, str, Entity], ...] = ()  # slugs of the past, and whom each leads to
    unfit: tuple[tuple[Correction, str], ...] = ()  # corrections that fit nothing, and why
