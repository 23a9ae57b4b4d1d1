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
    """What the sentence gives as somebody's words or findings: "according to the council"."""
    doc = frame.paragraph.doc
    for token in frame.own():
        if token.lower_ != "according" or token.i + 1 >= frame.end or doc[token.i + 1].lower_ != "to":
            continue
        source = next((t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i + 1), None)
        if source is None:
            continue
        first, end = token.i, min(source.right_edge.i + 1, frame.end)
        ranges = [r for r in ((frame.first, first), (end, frame.end)) if any(words_between(frame, *r))]
        parts, form = parts_of(frame, ranges), form_of(frame, ranges)
        if parts:
            yield Saying(
                frame, "statement/according-to", 0.85, parts, form, None, source, words=frame.place(first, first + 2)
            )


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
