"""What else is asked for or promised beside the first: "that you withdraw it, and that the Senate be given a vote"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import first_child, modals, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["also_asked", "listed_nouns"]

JOINED = frozenset(["conj", "ccomp", "xcomp", "advcl", "acl"])
BARE = frozenset(["VB", "VBN", "VBP", "VBD"])
MORE = frozenset(
    ["more", "better", "new", "an", "a", "greater", "further", "tougher", "stronger", "fewer", "less", "the"]
)


def also_asked(verb: Token, first: Token) -> Iterator[Token]:
    """The verbs of the clauses that follow the first one under a verb of asking, opened by the same word."""
    opener, members = opened_by(first), {verb.i, first.i}
    for token in verb.doc[first.i + 1 : verb.sent.end]:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ not in JOINED or token.head.i not in members:
            continue
        if token.tag_ in BARE and opened_by(token) == opener != "" and sooner(token, first):
            members.add(token.i)
            yield token


def sooner(token: Token, first: Token) -> bool:
    """Whether the clause has a subject where the first one has, so that it says what another should do."""
    return (own_subject(token) is None) is (own_subject(first) is None) or token.dep_ == "conj"


def opened_by(verb: Token) -> str:
    """The "that" or "to" with which the verb's clause opens."""
    if first_child(verb, "mark") is not None and any(c.lower_ == "that" for c in verb.children if c.dep_ == "mark"):
        return "that"
    return "to" if "to" in modals(verb) else ""


def listed_nouns(verb: Token, first: Token) -> Iterator[Token]:
    """The other things in "called for a ban, a register and more staff"."""
    last = max((t.i for t in first.conjuncts), default=first.i)
    members = {first.i, *(t.i for t in first.conjuncts)}
    strayed = [c for c in verb.children if c.dep_ in ("dobj", "appos") and c.i > first.i and c.pos_ == "NOUN"]
    members |= {t.i for s in strayed for t in (s, *s.conjuncts)}
    for token in verb.doc[first.i + 1 : max([last, *members]) + 1]:
        if token.i in members and token.pos_ in ("NOUN", "PROPN") and token.i != first.i and a_thing(token):
            yield token


def a_thing(noun: Token) -> bool:
    """Whether the noun is a thing of its own, and no second half of one: it has an article or a "more"."""
    return noun.pos_ == "NOUN" and any(c.lower_ in MORE and c.i < noun.i for c in noun.children)
