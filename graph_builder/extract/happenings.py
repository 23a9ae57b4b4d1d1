"""An event as one place of a document tells it, who is meant there, and what the event is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import conjuncts, noun_phrase
from graph_builder.extract.dates import When
from graph_builder.extract.language import Paragraph, Text
from graph_builder.model import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Happening", "Scene", "antecedent", "capital"]


@dataclass(slots=True)
class Happening:
    """What happened, when, and who took part, as far as one place says it."""

    kind: str
    label: str
    evidence: Span
    rule: str
    when: When | None = None
    until: str | None = None
    planned: bool = False
    parts: list[tuple[str, str]] = field(default_factory=list)  # referent, role
    confidence: float = 0.7
    forms: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """The document with its cast and its statements, in which words get their meaning."""

    text: Text
    cast: Cast
    said: Sequence[Statement]

    def who(self, paragraph: Paragraph, token: Token | None) -> list[str]:
        """Whom a noun phrase means, everyone in it; "I" and "we" are whoever speaks there."""
        if token is None:
            return []
        token = antecedent(token)
        found: list[str] = []
        for each in conjuncts(token):
            if each.lower_ in ("i", "we", "us", "me"):
                found += self.speaking(paragraph, each)
                continue
            reference = self.cast.who(paragraph, each)
            apposed = [c for c in each.children if c.dep_ == "appos"]
            if reference is None:
                named = [self.cast.mention_at(paragraph.span_of(c)) for c in apposed]
                found += [m.referent for m in named if m is not None]
            else:
                found.append(reference.referent)
        return list(dict.fromkeys(found))

    def speaking(self, paragraph: Paragraph, token: Token) -> list[str]:
        """Who says "I" or "we" here: the speaker of the words, else the author, or the body for which "we" is said."""
        at = paragraph.span_of(token).start
        inside = [s for s in self.said if any(p.start <= at < p.end for p in s.parts)]
        if inside:
            return [min(inside, key=lambda s: sum(p.end - p.start for p in s.parts)).speaker]
        if self.cast.quoted(at):
            return []
        if token.lower_ in ("we", "us") and self.cast.voice:
            return [self.cast.voice]
        return [self.cast.author] if self.cast.author else []

    def name(self, referent: str) -> str:
        """What the referent is called."""
        return self.cast.referents[referent].name

    def thing(self, paragraph: Paragraph, noun: Token) -> str:
        """A noun phrase that reads well alone: "its final report" becomes "final report of the Inquiry"."""
        noun = antecedent(noun)
        owner = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        phrase = noun_phrase(noun)
        if owner is None:
            return phrase
        who = self.who(paragraph, owner) or (self.speaking(paragraph, owner) if owner.lower_ in ("my", "our") else [])
        bare = phrase.removeprefix(owner.text + " ").removeprefix(owner.lower_ + " ")
        return f"{bare} of {self.name(who[0])}" if who else bare


def antecedent(token: Token) -> Token:
    """The noun that "which" or "who" stands for; the name that a common noun is put beside."""
    if token.lower_ in ("that", "which", "who", "whom") and token.head.dep_ == "relcl":
        token = token.head.head
    return token


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
