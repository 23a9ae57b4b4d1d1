"""An event as one place of a document tells it, and whom and what the words there mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import conjuncts
from graph_builder.extract.dates import When
from graph_builder.extract.language import Paragraph, Text
from graph_builder.model import Role, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Happening", "Part", "Scene", "Told", "antecedent", "led", "led_by", "objects_of", "prepositions"]

Part = tuple[str, str]  # referent, role


def led() -> Mapping[str, str]:
    """What the one after "by" is in an event whose noun has such a participle: "chaired by", "signed by"."""
    return vocabulary.cues("participant-role", vocabulary.Cue.VERB)


def led_by(child: Token) -> bool:
    """Whether a participle after an event's noun says by whom it is led, written or held."""
    agents = any(c.dep_ == "agent" or c.lower_ in ("by", "under") for c in child.children)
    return child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in led() and agents


@dataclass(slots=True)
class Happening:
    """What happened, when, where, and who took part, as far as one place says it."""

    kind: str
    label: str
    evidence: Span
    proofs: dict[str, Span] = field(default_factory=dict, init=False)  # the sentence of each that took part
    rule: str
    when: When | None = None
    until: str | None = None
    place: str | None = None
    planned: bool = False
    cancelled: bool = False
    parts: list[Part] = field(default_factory=list)
    confidence: float = 0.7
    forms: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """A verb that may tell an event: who does what in meaning, whatever the voice, of which kind, and when."""

    paragraph: Paragraph
    verb: Token
    doer: Token | None
    done: Token | None
    kind: str | None
    when: When | None
    until: str | None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The document with its cast, its statements and the posts that are held, in which words get their meaning."""

    text: Text
    cast: Cast
    said: Sequence[Statement]
    held: Sequence[Role] = ()

    def who(self, paragraph: Paragraph, token: Token | None) -> list[str]:
        """Whom a noun phrase means, everyone in it; "I" and "we" are whoever speaks there."""
        if token is None:
            return []
        found: list[str] = []
        for each in conjuncts(antecedent(token)):
            if each.lower_ in ("i", "we", "us", "me", "our", "my"):
                found += self.speaking(paragraph, each)
                continue
            reference = self.cast.who(paragraph, each)
            found += [reference.referent] if reference is not None else self._apposed(paragraph, each)
        return list(dict.fromkeys(found))

    def _apposed(self, paragraph: Paragraph, noun: Token) -> Iterator[str]:
        """The name that is put beside a common noun."""
        for child in (c for c in noun.children if c.dep_ == "appos"):
            mentions = (self.cast.mention_at(paragraph.span_of(each)) for each in conjuncts(child))
            yield from (m.referent for m in mentions if m is not None)

    def speaking(self, paragraph: Paragraph, token: Token) -> list[str]:
        """Who says "I" or "we" here: the speaker of the words, else the author, or the body for which "we" is said."""
        at = paragraph.span_of(token).start
        inside = [s for s in self.said if any(p.start <= at < p.end for p in s.parts)]
        if inside:
            innermost = min(inside, key=lambda s: sum(p.end - p.start for p in s.parts))
            return [innermost.speaker] if innermost.speaker else []
        if self.cast.quoted(at):
            return []
        if token.lower_ in ("we", "us", "our") and self.cast.voice:
            return [self.cast.voice]
        return [self.cast.author] if self.cast.author else []

    def name(self, referent: str) -> str:
        """What the referent is called."""
        return self.cast.referents[referent].name

    def names(self, referents: Sequence[str]) -> str:
        """What several are called together, three at the most: "A, B and C"."""
        each = [self.name(r) for r in referents[:3]]
        return " and ".join(filter(None, [", ".join(each[:-1]), *each[-1:]]))

    def sentence(self, paragraph: Paragraph, token: Token) -> Span:
        """The sentence that a token stands in, as evidence."""
        return self.text.sentence_at(paragraph.span_of(token))


def antecedent(token: Token) -> Token:
    """The noun that "which", "who" or "whose" stands for."""
    if token.lower_ == "whose":
        return next((t.head for t in token.ancestors if t.dep_ == "relcl"), token)
    if token.lower_ in ("that", "which", "who", "whom") and token.head.dep_ == "relcl":
        return token.head.head
    return token


def prepositions(head: Token, *words: str) -> Iterator[Token]:
    """The prepositions of a verb or noun, those given or all, also where one stands under another."""
    for child in head.children:
        if child.dep_ in ("prep", "dative", "agent") and (not words or child.lower_ in words):
            yield child


def objects_of(head: Token, *words: str) -> Iterator[Token]:
    """The nouns that stand after the given prepositions of a verb or noun."""
    for preposition in prepositions(head, *words):
        yield from (g for g in preposition.children if g.dep_ == "pobj")
