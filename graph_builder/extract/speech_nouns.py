"""Sayings without a verb: "according to the council", "the council's claim that"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.narration import Frame
from graph_builder.extract.sayings import Saying, form_of, parts_of, widened, words_between

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["accordings", "nouns"]


def accordings(frame: Frame) -> Iterator[Saying]:
    """What the sentence gives as somebody's words or findings: "according to the council", "in her words"."""
    doc = frame.paragraph.doc
    for token in frame.own():
        words = phrase_at(frame, token)
        source = next((t for t in doc[words - 1].children if t.dep_ == "pobj"), None) if words else None
        if source is None:
            continue
        first, end = token.i, min(source.right_edge.i + 1, frame.end)
        end = min([end, *(q.first for q in frame.quoted if q.first > source.i)])
        ranges = [r for r in ((frame.first, first), (end, frame.end)) if any(words_between(frame, *r))]
        parts, form = parts_of(frame, ranges), form_of(frame, ranges)
        if parts:
            place = frame.place(first, words)
            yield Saying(frame, "statement/according-to", 0.85, parts, form, None, source, words=place)


def phrase_at(frame: Frame, token: Token) -> int:
    """The token after a phrase like "according to" that begins at `token`; 0 where none does."""
    for phrase in phrases():
        end = token.i + len(phrase)
        if end < frame.end and all(t.lower_ == w for t, w in zip(token.doc[token.i : end], phrase, strict=True)):
            return end
    return 0


@cache
def phrases() -> tuple[tuple[str, ...], ...]:
    """The phrases before the name of whoever says it; each ends in a preposition."""
    known = vocabulary.cues("speech", vocabulary.Cue.PHRASE)
    return tuple(sorted(tuple(p.split()) for p in known if len(p.split()) > 1 and p.split()[-1] in ("to", "of")))


def nouns(frame: Frame) -> Iterator[Saying]:
    """What a noun gives as somebody's words: "her warning that", "the claim by the council that"."""
    for token in frame.own():
        if token.pos_ != "NOUN" or token.lemma_.lower() not in speech_nouns():
            continue
        clause = next((c for c in token.children if c.dep_ in ("acl", "ccomp") and marked(c)), None)
        source = owner(token)
        if clause is None or source is None or clause.i >= frame.end:
            continue
        ranges = [widened(frame, (clause.left_edge.i, min(clause.right_edge.i + 1, frame.end)))]
        parts, form = parts_of(frame, ranges), form_of(frame, ranges)
        if parts:
            place = frame.place(token.i, token.i + 1)
            yield Saying(frame, "statement/noun", 0.7, parts, form, None, source, words=place)


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns for what somebody says: "claim", "warning"."""
    return frozenset(vocabulary.cues("speech", vocabulary.Cue.NOUN))


def marked(clause: Token) -> bool:
    """Whether "that" begins a clause of its own, and does not stand for the noun before it."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def owner(noun: Token) -> Token | None:
    """Whose words the noun says they are: a possessive, or what follows "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
