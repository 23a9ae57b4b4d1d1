"""The people and bodies that one document speaks of, and what the reading has found out about them so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph_builder.extract import coreference, lexicon
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.quotation_marks import pairs
from graph_builder.model import EntityType, Mention, Referent, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cast", "Post", "Reference"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom some words mean."""

    referent: str
    words: Span
    form: str  # name · short · title · pronoun


@dataclass(slots=True)
class Post:
    """That someone holds a post, as far as the document has said so."""

    person: str
    words: frozenset[str]  # the content words of its titles
    head: str
    organisation: str | None
    at: int
    status: str = "current"  # as a role has it


@dataclass(slots=True)
class Cast:
    """Who is in a document. What they said and hold is told to it as the reading goes on.

    `author` and `authors` say "I" outside quotation marks; `voice` is the body for which "we" is said there.
    """

    text: Text
    referents: dict[str, Referent]
    mentions: list[Mention]
    author: str | None = None
    authors: tuple[str, ...] = ()
    voice: str | None = None
    floor: str | None = None  # who is speaking in a record, and is "I" there, never "he" or "she"
    reporters: frozenset[str] = frozenset()  # authors who tell what others say and are never "he" or "she"
    lines: dict[int, str] = field(default_factory=dict)  # who speaks in each paragraph of a record
    posts: list[Post] = field(default_factory=list)
    papers: dict[str, list[tuple[int, str]]] = field(
        default_factory=dict
    )  # who wrote "the letter", and where it says so
    starts: list[int] = field(default_factory=list)
    spoken: list[tuple[int, str]] = field(default_factory=list)
    _quoted: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mentions.sort(key=lambda m: m.span)
        self.starts = [m.span.start for m in self.mentions]
        words = self.text.document.text
        self._quoted = []
        for p in self.text.paragraphs:
            base = p.span.start
            self._quoted += [(base + pair.start, base + pair.end) for pair in pairs(p.span.of(words))]

    def said(self, referent: str, at: int) -> None:
        """Remember that this referent has just spoken."""
        self.spoken.append((at, referent))

    def hold(self, person: str, words: str, organisation: str | None, at: int, status: str = "current") -> None:
        """Remember that this person holds a post, called so."""
        content = [
            w for w in re.findall(r"[\w’'-]+", words.casefold()) if w not in ("of", "for", "the", "and", "a", "at")
        ]
        if content:
            head = next((w for w in content if w in lexicon.post_heads()), content[-1])
            self.posts.append(Post(person, frozenset(content), head, organisation, at, status))

    def join(self, referent: Referent, span: Span | None) -> None:
        """Take in someone whom the body's names did not give, and where the document names them, if it does."""
        self.referents[referent.id] = referent
        if span is not None and self.mention_at(span) is None:
            self.mentions.append(Mention(span, referent.id))
            self.__post_init__()

    def absorb(self, other: str, into: str) -> None:
        """Make every mention of one referent a mention of another: the two are one."""
        self.mentions = [replace(m, referent=into) if m.referent == other else m for m in self.mentions]
        forms = dict.fromkeys((*self.referents[into].forms, *self.referents.pop(other).forms))
        self.referents[into] = replace(self.referents[into], forms=tuple(forms))

    def mention_at(self, span: Span) -> Mention | None:
        """The name that stands there, if any."""
        i = bisect_right(self.starts, span.end - 1) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].span.meets(span) else None

    def mentions_in(self, span: Span) -> list[Mention]:
        """The names that lie inside, in order."""
        first = bisect_right(self.starts, span.start - 1)
        last = bisect_right(self.starts, span.end - 1)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end]

    def chamber(self, name: str) -> str | None:
        """The referent of a chamber that a seat implies without naming it, from the register."""
        entry = lexicon.register_names().get(name)
        return self.registered(entry.iri) if entry is not None else None

    def registered(self, iri: str) -> str:
        """The referent of a body of the register, made where the document has not named it yet."""
        for referent in self.referents.values():
            if referent.known == iri:
                return referent.id
        entry = lexicon.entry(iri)
        key = self.next_id(EntityType.ORGANISATION)
        name = entry.name if entry is not None else iri
        self.referents[key] = Referent(key, EntityType.ORGANISATION, name, entry.kind if entry else None, known=iri)
        return key

    def next_id(self, sort: EntityType) -> str:
        """An id for one more person or body."""
        taken = (int(r.id[1:]) for r in self.referents.values() if r.type is sort)
        return f"{sort.value[0]}{max(taken, default=0) + 1}"

    def is_person(self, referent: str) -> bool:
        """Whether this referent is a person."""
        return self.referents[referent].type is EntityType.PERSON

    def is_person_at(self, span: Span) -> bool:
        """Whether a person is named there."""
        mention = self.mention_at(span)
        return mention is not None and self.is_person(mention.referent)

    def quoted(self, at: int) -> bool:
        """Whether this place lies inside quotation marks."""
        i = bisect_right(self._quoted, (at, 1 << 60)) - 1
        return i >= 0 and self._quoted[i][0] <= at < self._quoted[i][1]

    def last_named(self, referent: str, at: int) -> int:
        """Where this referent was last named before `at`; -1 where it was not."""
        i = bisect_right(self.starts, at)
        return next((m.span.start for m in reversed(self.mentions[:i]) if m.referent == referent), -1)

    def refer(self, referent: str, words: Span, form: str) -> Reference:
        """An answer to "who?"."""
        return Reference(referent, words, form)

    def who(self, paragraph: Paragraph, token: Token) -> Reference | None:
        """Whom the noun phrase headed by `token` means, or None where the document does not settle it."""
        return coreference.who(self, paragraph, token)
