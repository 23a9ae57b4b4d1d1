"""What "it", "that" and "them" stand for where somebody takes a stance on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.topics import is_vague, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Antecedents"]

PLURAL = frozenset(["they", "them", "these", "those", "both"])
ROLES = {"nsubj": 2.0, "nsubjpass": 2.2, "dobj": 2.0, "pobj": 1.0, "attr": 0.8, "conj": 0.8, "ROOT": 1.0}
NOT_THINGS = frozenset(["DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "QUANTITY", "ORDINAL", "PERSON", "GPE", "NORP"])
SENTENCES = 4  # how many sentences back a pronoun looks


@dataclass(slots=True)
class Antecedents:
    """The things that a document has spoken of, and what the last stances were on."""

    text: Text
    cast: Cast
    recent: list[tuple[int, int, str]] = field(default_factory=list)  # paragraph, token, topic of the stances found

    def remember(self, paragraph: Paragraph, token: Token, topic: str) -> None:
        """Take note of what a stance was on."""
        self.recent.append((paragraph.number, token.i, topic))

    def of(self, paragraph: Paragraph, token: Token, pronoun: str) -> str:
        """The topic that a pronoun at this place means; empty where nothing near fits."""
        said_of = next(
            (
                g
                for t in token.sent
                if t.lower_ in ("of", "about") and t.dep_ == "prep" and t.head.lemma_ in ("say", "add")
                for g in t.children
                if g.dep_ == "pobj"
            ),
            None,
        )
        if said_of is not None and not is_vague(noun_phrase(said_of)):
            return noun_phrase(said_of)  # "“It's a disgrace,” she said of the fee"
        if pronoun not in PLURAL:
            for number, at, topic in reversed(self.recent[-3:]):
                same = number == paragraph.number and at < token.i
                if same and token.i - at < 45 and paragraph.doc[at].sent.start != token.sent.start:
                    return topic
        scored = [(score, -i, words) for i, (score, words) in enumerate(self.candidates(paragraph, token, pronoun))]
        return max(scored)[2] if scored else ""

    def candidates(self, paragraph: Paragraph, token: Token, pronoun: str) -> Iterator[tuple[float, str]]:
        """Noun phrases before the pronoun, nearest sentence first, each with how likely it is meant."""
        for distance, (place, sentence) in enumerate(self.before(paragraph, token)):
            for noun in sentence:
                if (distance == 0 and noun.i >= token.i) or not self.is_thing(place, noun, plural=pronoun in PLURAL):
                    continue
                words = noun_phrase(noun)
                if not is_vague(words):
                    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "its") for c in noun.children)
                    yield ROLES.get(noun.dep_, 0.3) + 0.7 * definite - 0.9 * distance, words

    def before(self, paragraph: Paragraph, token: Token) -> Iterator[tuple[Paragraph, list[Token]]]:
        """The sentence of the pronoun, and those before it."""
        left = SENTENCES
        for number in range(paragraph.number, max(-1, paragraph.number - 2), -1):
            place = next((p for p in self.text.paragraphs if p.number == number), None)
            if place is None:
                continue  # a paragraph without words
            for sentence in reversed(list(place.doc.sents)):
                if place is paragraph and sentence.start > token.i:
                    continue
                yield place, list(sentence)
                left -= 1
                if not left:
                    return

    def is_thing(self, paragraph: Paragraph, noun: Token, *, plural: bool) -> bool:
        """Whether a noun names something that a stance could be on, in this number."""
        if (
            noun.pos_ not in ("NOUN", "PROPN")
            or noun.dep_ in ("compound", "poss", "npadvmod")
            or noun.ent_type_ in NOT_THINGS
        ):
            return False
        if (noun.tag_ in ("NNS", "NNPS")) is not plural:
            return False
        apposed = any(c.dep_ == "appos" and self.cast.is_person_at(paragraph.span_of(c)) for c in noun.children)
        return (
            not apposed
            and self.cast.mention_at(paragraph.span_of(noun)) is None
            and noun.lemma_ not in lexicon.post_heads()
        )
