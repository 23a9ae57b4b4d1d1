"""Who spoke where a document gives only the post: the one whom a register has in it at that date.

Only of a post that one person holds at a time, which a register lists as such; only where a date is known, and the
register has exactly one person who may have held it then and did hold it by its dates. The document's own words stay
what they are, and a judgement says where the name comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph_builder.model import (
    Document,
    Entity,
    EntityType,
    Extraction,
    Identities,
    Judgement,
    Mention,
    Referent,
    Statement,
    Verdict,
)
from graph_builder.names import fold, slug
from graph_builder.resolve.entries import REGISTER
from graph_builder.resolve.telling import telling_post
from graph_builder.vocabulary import own_register
from graph_builder.vocabulary.people import KnownPerson, Membership, Register

__all__ = ["with_incumbents"]

# Codes of posts that several hold at a time, or that stand for several: "the health minister" may be any of them.
SHARED = frozenset(
    """minister parliamentary-under-secretary-of-state whip judge member-of-parliament member-of-the-house-of-lords
    member-of-the-scottish-parliament member-of-the-senedd member-of-the-legislative-assembly
    member-of-the-european-parliament""".split()
)
REASON = "the register's holder of this post at the date of the document"


def with_incumbents(
    extractions: Iterable[Extraction], documents: Mapping[str, Document], register: Register, identities: Identities
) -> tuple[list[Extraction], Identities]:
    """The extractions with such speakers as referents, and the identities with who they are."""
    read = list(extractions)
    posts = _Posts.of(register) if register.people else None
    if posts is None:
        return read, identities
    finding = _Finding(posts, identities)
    told = [finding.named(extraction, documents[extraction.source]) for extraction in read]
    return told, finding.identities()


@dataclass(slots=True)
class _Posts:
    """The posts that one person holds at a time, by every form of their names, and who held them when."""

    post_of: dict[str, str]  # IRI of the post by each folded form that is its alone
    held: dict[str, list[tuple[KnownPerson, Membership]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, register: Register) -> _Posts:
        """Those of the registers' people, and the posts of `ontology/` and the registers."""
        forms: dict[str, set[str]] = defaultdict(set)
        for entry in (*own_register(), *register.entries):
            if entry.type == "post" and entry.post not in SHARED:
                for form in (entry.name, *entry.aliases):
                    forms[fold(form)].add(entry.iri)
        made = cls({form: next(iter(iris)) for form, iris in forms.items() if len(iris) == 1 and telling_post(form)})
        for person in register.people:
            for membership in person.memberships:
                if membership.post and (post := made.post_of.get(fold(membership.post))):
                    made.held[post].append((person, membership))
        return made

    def holder(self, words: str, date: str) -> KnownPerson | None:
        """The one who surely held the post of these words then, where nobody else may have."""
        held = self.held.get(self.post_of.get(fold(words), ""), ())
        maybe = {person.iri: person for person, membership in held if membership.at(date)}
        surely = {person.iri for person, membership in held if _surely(membership, date)}
        return next(iter(maybe.values())) if len(maybe) == 1 and maybe.keys() == surely else None


def _surely(held: Membership, date: str) -> bool:
    """Whether a membership has a beginning, and its dates leave no doubt that it was held then."""
    if held.start is None or not held.at(date):
        return False
    return _before(held.start, date) and (held.end is None or _before(date, held.end))


def _before(first: str, second: str) -> bool:
    """Whether a date is before another, or the same day."""
    size = min(len(first), len(second))
    return first[:size] < second[:size] or first == second


@dataclass(slots=True)
class _Finding:
    """The speakers found, and the entities and judgements that come with them."""

    posts: _Posts
    before: Identities
    entity_of: dict[tuple[str, str], Entity] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    known: dict[str, Entity] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        people = [entity for entity in self.before.entities if entity.type is EntityType.PERSON]
        self.known = {entity.known: entity for entity in people if entity.known}
        self.taken = {entity.slug for entity in people}

    def named(self, extraction: Extraction, document: Document) -> Extraction:
        """The extraction with a speaker for each statement of somebody who goes only by such a post."""
        added: dict[str, Referent] = {}
        mentions: list[Mention] = []
        statements = []
        for statement in extraction.statements:
            who = self._who(statement, document)
            if who is None or statement.speaker_words is None:
                statements.append(statement)
                continue
            referent = self._referent(extraction, who, added)
            mentions.append(Mention(statement.speaker_words, referent, "title"))
            statements.append(replace(statement, speaker=referent))
        if not mentions:
            return extraction
        return replace(
            extraction,
            referents=(*extraction.referents, *added.values()),
            mentions=(*extraction.mentions, *mentions),
            statements=tuple(statements),
        )

    def _who(self, statement: Statement, document: Document) -> KnownPerson | None:
        date = statement.said or document.published
        if statement.speaker is not None or statement.speaker_words is None or date is None:
            return None
        return self.posts.holder(statement.speaker_words.of(document.text), date)

    def _referent(self, extraction: Extraction, who: KnownPerson, added: dict[str, Referent]) -> str:
        """The document's own referent for somebody, or a new one, with the judgement that made it."""
        entity = self.known.get(who.iri) or self._entity(who)
        own = (r.id for r in extraction.referents if self.before.entity_of.get((extraction.source, r.id)) == entity)
        ident = next(own, None)
        if ident is None:
            ident = next((r.id for r in added.values() if r.known == who.iri), f"r{len(added) + 1}")
            added[ident] = Referent(ident, EntityType.PERSON, who.name, known=who.iri)
            self.entity_of[extraction.source, ident] = entity
        self.judgements.append(Judgement((REGISTER, who.iri), (extraction.source, ident), Verdict.SAME, REASON))
        return ident

    def _entity(self, who: KnownPerson) -> Entity:
        """Somebody whom no document names: under the register's name, and one that no other has in the graph."""
        name = next(each for each in _slugs(who) if each not in self.taken)
        self.taken.add(name)
        self.known[who.iri] = Entity(name, EntityType.PERSON, who.name, known=who.iri)
        return self.known[who.iri]

    def identities(self) -> Identities:
        """The identities with what was found, in their order."""
        entities = {(e.type.value, e.slug): e for e in (*self.before.entities, *self.entity_of.values())}
        judgements = {*self.before.judgements, *self.judgements}
        return replace(
            self.before,
            entities=tuple(entities[key] for key in sorted(entities)),
            entity_of={**self.before.entity_of, **self.entity_of},
            judgements=tuple(sorted(judgements, key=lambda j: (j.left, j.right, j.verdict, j.reason))),
        )


def _slugs(who: KnownPerson) -> Iterator[str]:
    """Names to choose from."""
    plain = slug(who.name)
    yield plain
    yield from (f"{plain}-{slug(held.post)}" for held in who.memberships if held.post)
    yield from (f"{plain}-{number}" for number in range(2, 1_000_000))
