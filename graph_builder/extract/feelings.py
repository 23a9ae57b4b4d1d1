"""Stances told by feelings: "I am delighted by the choice", "we were disappointed by the answer"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import first_child, modals, negated, object_of, subject_of
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stance_verbs import OPPOSITE
from graph_builder.extract.topics import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["WON", "felt_code", "felt_stance"]

SIGHT = frozenset(["see", "hear", "learn", "read", "find", "say", "note"])
WON = frozenset(["persuaded", "convinced"])
DOUBTING = frozenset(["less", "hardly", "yet"])
MODEST = frozenset(["less", "yet", "quite", "rather", "slightly", "somewhat"])
# "all for it", "right behind it"
STANDING_FOR = {"for": frozenset(["all"]), "behind": frozenset("right fully firmly squarely solidly entirely".split())}
CLAUSES = frozenset(["prep", "agent", "ccomp", "xcomp", "advcl"])


def felt_code(verb: Token, predicate: Token) -> str | None:
    """The stance of a feeling, None where the predicate is none; to be "less persuaded" is to question."""
    if predicate.lower_ in WON:
        doubted = negated(verb) or any(c.lower_ in DOUBTING for c in (*predicate.children, *verb.children))
        return "questions" if doubted else None
    if predicate.lower_ in STANDING_FOR and predicate.dep_ == "prep":
        beside = predicate.doc[max(0, predicate.i - 1) : predicate.i].text.lower()
        return "supports" if beside in STANDING_FOR[predicate.lower_] else None
    return stance_cues.felt(predicate)


def felt_stance(floor: Floor, paragraph: Paragraph, verb: Token, predicate: Token) -> Iterator[Found]:
    """The stance of whoever feels so; where the parser sees a passive, the verb is its own predicate."""
    code, about = felt_code(verb, predicate) or "", felt_about(verb, predicate)
    if about is not None and about.tag_ == "VB" and about.dep_ == "xcomp" and code != "commits-to":
        return  # "would be glad to come"
    if predicate.lower_ == "grateful" and about is not None and about.head.lower_ == "to" and floor.record:
        return  # thanks for an answer in a debate
    if "would" in modals(verb) and code == "supports":
        return  # "would be glad to see the letters"
    less = any(c.lower_ == "less" for c in predicate.children) and predicate.lower_ not in WON
    denied = less or (negated(verb) and not raised(verb, predicate))
    if denied and code != "questions":
        code = OPPOSITE.get(code, "")
    if code:
        holders, words = floor.holders(paragraph, subject_of(verb)), phrase(about) if about is not None else ""
        yield Found(holders, code, words, verb, "verdict/felt", modest(verb, predicate), denied, about)


def raised(verb: Token, predicate: Token) -> bool:
    """Whether "not" only raises it: "could not be more pleased"."""
    return bool(modals(verb) & {"could", "can"}) and any(c.lower_ == "more" for c in predicate.children)


def felt_about(verb: Token, predicate: Token) -> Token | None:
    """What a feeling is about: "by the answer", "to see the fee go", "that the post is empty"."""
    if predicate.lower_ in STANDING_FOR:
        return first_child(predicate, "pobj", "pcomp")
    reach = {c.i: c for c in (*predicate.children, *verb.children) if c.dep_ in CLAUSES and c.i > predicate.i}
    for _, child in sorted(reach.items()):
        inner = first_child(child, "pobj", "pcomp") if child.dep_ in ("prep", "agent") else child
        if inner is not None:
            return (object_of(inner) or inner) if inner.lemma_ in SIGHT else inner
    return None


def modest(verb: Token, predicate: Token) -> bool:
    """Whether the feeling is hedged."""
    return any(c.lower_ in MODEST for c in predicate.children) or bool(modals(verb) & {"would", "may", "might"})
