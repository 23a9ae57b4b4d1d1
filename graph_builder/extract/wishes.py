"""What people want, put first as "what": "what we need is a boat", "all I ask is a date"; "I'd have them buy it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, is_passive, negated, object_of, own_subject
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.joined_demands import also_asked
from graph_builder.extract.topics import phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["wishes"]

BARE = frozenset(["VB", "VBP"])  # the parser takes "that you withdraw" for what is
WANTING = frozenset(["want", "need", "like", "ask", "seek", "request", "demand", "suggest", "propose", "recommend"])


def wishes(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """Whatever the verb joins to such a "what"."""
    if asks(verb):
        return
    if verb.lemma_ == "be" and not negated(verb):
        yield from cleft(floor, paragraph, verb)
    yield from would_have(floor, paragraph, verb)
    yield from that_be(floor, paragraph, verb)


def cleft(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "What the islands need is a boat that runs on time"."""
    said = first_child(verb, "csubj")
    if said is None and (whole := own_subject(verb)) is not None and whole.lower_ in ("all", "thing"):
        said = first_child(whole, "relcl")
    if said is None or own_subject(said) is None or negated(said):
        return
    about = first_child(verb, "attr", "advcl", "ccomp", "xcomp")
    cue = stance_cues.verb(said)
    code = "calls-for" if said.lemma_ in WANTING else cue.code if cue is not None else ""
    if about is None or about.i < verb.i or not code or about.pos_ == "PRON":
        return
    noun = about if about.pos_ in ("NOUN", "PROPN") else None
    holders = floor.holders(paragraph, own_subject(said)) or floor.speakers(paragraph, verb)
    yield Found(holders, code, phrase(about), verb, "wish/what", topic_token=noun)


def would_have(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "I'd have the harbour buy the boats"."""
    over, subject = verb.head, own_subject(verb.head)
    if verb.dep_ != "ccomp" or verb.tag_ != "VB" or over.lemma_ != "have" or own_subject(verb) is None:
        return
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "'d", "’d") for c in over.children)
    if subject is not None and would and subject.lower_ in ("i", "we"):
        yield Found(floor.speakers(paragraph, verb), "calls-for", verb_phrase(verb), verb, "wish/have")


def that_be(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "We ask that the slipway be kept open": a bare verb after "that" is what should be."""
    over, subject = verb.head, own_subject(verb)
    if verb.dep_ != "ccomp" or subject is None or over.lemma_ not in ("ask", "request", "require", "propose"):
        return
    if is_passive(over) or any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children):
        return  # "I am asked whether I back it"
    bare = sorted((t for t in (verb, *verb.children) if t.dep_ in ("aux", "auxpass") or t is verb), key=lambda t: t.i)
    if bare[0].tag_ in BARE and object_of(over) is None and own_subject(over) is not None and not negated(over):
        holders = floor.holders(paragraph, own_subject(over))
        for each in (verb, *also_asked(over, verb)):
            yield Found(holders, "calls-for", verb_phrase(each), each, "wish/that")
