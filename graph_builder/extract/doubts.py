"""Stances told by asking and by knowing better: "Where will the money go?", "You cannot teach reading by letter"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, modals, negated, object_of, own_subject
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import noun_phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from graph_builder.extract.language import Paragraph

__all__ = ["precepts", "questions"]

SHORTEST = 4  # words of a question that asks something by itself
AGREEING = frozenset(["agree", "accept", "join", "recognise", "acknowledge", "regret", "apologise"])
ANSWERED = frozenset(["tell", "say", "explain", "confirm", "assure", "clarify", "set"])
HEARERS = frozenset(["me", "us", "house", "member", "friend", "lords", "committee"])
PRESSING = frozenset(["press", "urge", "ask", "invite", "encourage"])
SEEING = frozenset("see say know imagine help think believe expect tell have get be do want afford".split())


def questions(floor: Floor, paragraph: Paragraph, sentence: Span) -> Iterator[Found]:
    """What a question of a debate that told nothing else asks about, or asks to be done."""
    root = sentence.root
    if root.pos_ not in ("VERB", "AUX"):  # a speaker's label before it
        root = next((c for c in root.children if c.pos_ == "VERB" and c.i > root.i), root)
    if root.pos_ not in ("VERB", "AUX") or not asks(root) or root.lemma_ in AGREEING or not floor.debated(paragraph):
        return
    if len([t for t in sentence if t.is_alpha]) < SHORTEST:
        return
    holders, first = floor.speakers(paragraph, root), next((c for c in root.children if c.dep_ == "advmod"), root)
    subject = own_subject(root)
    told = stance_cues.verb(root)
    if told is not None and told.code == "supports" and any(c.lower_ == "i" for c in root.children):
        thanked = object_of(root)  # "may I congratulate my noble friend?"
        yield Found(holders, "supports", noun_phrase(thanked) if thanked is not None else "", root, "question/welcome")
        return
    pressed = first_child(root, "xcomp", "ccomp") if root.lemma_ in PRESSING else None
    if pressed is not None and subject is not None and subject.lower_ == "i":
        yield Found(holders, "calls-for", verb_phrase(pressed, subject=False), root, "question/pressed")
    elif root.lemma_ == "tell" and (whom := object_of(root)) is not None and whom.lower_ not in HEARERS:
        yield Found(holders, "calls-for", verb_phrase(root, subject=False), root, "question/tell")
    elif subject is not None and modals(root) & {"will"} and of_office(subject) and urges(root, first):
        words = verb_phrase(root, subject=False).replace("not ", "", 1)
        yield Found(holders, "calls-for", words, root, "question/when")
    else:
        yield Found(holders, "questions", topic_asked(root), root, "question/asked")


def urges(root: Token, first: Token) -> bool:
    """Whether "when will …" or "why will … not …" asks for the deed and not for the day."""
    return root.lemma_ not in SEEING and (first.lower_ == "when" or (first.lower_ == "why" and negated(root)))


def of_office(subject: Token) -> bool:
    """Whether it is somebody who answers in a debate: the Minister, the Government, "she"."""
    return subject.lower_ in ("he", "she", "they", "ministers") or subject.pos_ == "PROPN"


def topic_asked(root: Token) -> str:
    """What a question is about; empty where only what was said before can tell."""
    asked = first_child(root, "ccomp") if root.lemma_ in ANSWERED else None
    verb = asked if asked is not None else root
    subject = own_subject(verb)
    return "" if subject is None or subject.pos_ == "PRON" else verb_phrase(verb).strip("? ")


def precepts(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "You don't mend a road by closing it", "you cannot run a ward from a raffle"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ != "you" or not negated(verb) or asks(verb) or verb.lemma_ in SEEING:
        return
    if verb.dep_ not in ("ROOT", "conj", "ccomp", "parataxis") or stance_cues.verb(verb) is not None:
        return
    by = next((c for c in verb.children if c.lower_ == "by" and first_child(c, "pcomp") is not None), None)
    way = first_child(by, "pcomp") if by is not None else None
    if way is not None:
        yield Found(floor.speakers(paragraph, verb), "opposes", verb_phrase(way), verb, "precept/by")
    elif modals(verb) & {"can"} and object_of(verb) is not None and first_child(verb, "prep") is not None:
        words = verb_phrase(verb, subject=False).removeprefix("not ")
        yield Found(floor.speakers(paragraph, verb), "opposes", words, verb, "precept/cannot")
