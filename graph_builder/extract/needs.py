"""What people say is needed: "a new bridge is needed", "they have to act", "it is time for a vote"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import (
    above,
    asks,
    first_child,
    is_passive,
    modals,
    negated,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stand_ins import MOVING
from graph_builder.extract.topics import noun_phrase, phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["needs"]

MOVED = frozenset(["motion", "amendment", "petition", "bill", "proposal", "resolution"])
UNREAL = frozenset(["if", "unless", "whether", "when", "what", "who", "why", "how"])
SELF = frozenset(["i", "we", "you", "one", "it", "there", "who", "what"])


def needs(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """Whatever the words at the verb say is needed, in somebody's own or reported words."""
    if asks(verb) or under(verb, UNREAL):
        return
    yield from needed(floor, paragraph, verb)
    yield from bound(floor, paragraph, verb)
    yield from timely(floor, paragraph, verb)
    yield from moved(floor, paragraph, verb)


def needed(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "A new bridge is needed", "what we need is a bridge"."""
    if verb.lemma_ != "need" or negated(verb):
        return
    target = own_subject(verb) if is_passive(verb) else None
    if verb.dep_ == "csubj" and first_child(verb, "dobj") is not None:
        target = first_child(verb.head, "attr", "xcomp", "ccomp")
    if target is not None and target.pos_ != "PRON":
        yield Found(
            floor.speakers(paragraph, verb), "calls-for", phrase(target), verb, "need/needed", topic_token=target
        )


def bound(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Ministers have to publish it", "the council needs to listen"."""
    over = above(verb)
    if (
        verb.dep_ != "xcomp"
        or "to" not in modals(verb)
        or over.lemma_ not in ("need", "have")
        or negated(over)
        or over.dep_ not in ("ROOT", "ccomp", "conj")
        or any(c.pos_ not in ("ADV", "PART", "AUX", "VERB") for c in verb.doc[over.i + 1 : verb.i])
    ):
        return
    subject = subject_of(over)
    if subject is not None and subject.lower_ not in SELF and over.tag_ in ("VBP", "VBZ") and subject.pos_ != "PRON":
        yield Found(
            floor.speakers(paragraph, verb),
            "calls-for",
            f"{noun_phrase(subject)} {verb_phrase(verb, subject=False)}",
            verb,
            "need/bound",
        )


def timely(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "It is time for a vote", "it is time to vote"."""
    time = first_child(verb, "attr")
    if verb.lemma_ != "be" or time is None or time.lemma_ != "time" or negated(verb):
        return
    lead = next(
        (c for c in (*time.children, *verb.children) if c.dep_ == "prep" and c.lower_ == "for" and c.i > time.i), None
    )
    target = first_child(lead, "pobj") if lead is not None else None
    clause = next(
        (c for c in (*time.children, *verb.children) if c.pos_ == "VERB" and "to" in modals(c) and c.i > time.i), None
    )
    if clause is None:
        clause = next((c for c in time.children if c.dep_ in ("relcl", "acl", "ccomp") and own_subject(c)), None)
    words = verb_phrase(clause) if clause is not None else noun_phrase(target) if target is not None else "-"
    yield Found(
        floor.speakers(paragraph, verb),
        "calls-for",
        words,
        verb,
        "need/time",
        topic_token=target if clause is None else None,
    )


def moved(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Tabled an amendment to scrap the fee"."""
    paper = verb.head
    if verb.dep_ not in ("acl", "relcl", "advcl", "xcomp") or verb.tag_ != "VB" or "to" not in modals(verb):
        return
    if verb.dep_ in ("advcl", "xcomp"):
        paper = first_child(verb.head, "dobj") or paper
    if paper.lemma_ in MOVED and paper.dep_ == "dobj" and paper.head.lemma_ in MOVING | {"bring"}:
        yield Found(
            floor.holders(paragraph, subject_of(paper.head)),
            "calls-for",
            verb_phrase(verb, subject=False),
            verb,
            "need/motion",
        )
