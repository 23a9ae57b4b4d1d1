"""What people ask of others to their face: "Publish the map." in a list of demands, "Will the Minister meet them?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, modals, negated, object_of, own_subject
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import noun_phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["orders"]

LEAD = re.compile(
    r"\b(?:asks?|asking|wants?|call|calling|demands?|need|urge|recommends?|recommendations|things|steps|proposals|must)\b",
    re.IGNORECASE,
)
REACH = 7  # paragraphs that a list of demands may run on from the words that lead it in
TAIL = 160  # code points at the end of a paragraph in which those words stand
STARTING = frozenset(
    "first second third fourth fifth firstly secondly thirdly finally lastly then next please so".split()
)
SAYING = frozenset(["say", "tell", "add", "urge"])
READER = frozenset(["you", "your", "yourself", "me"])
JOINING = frozenset(["congratulate", "thank", "welcome", "praise", "commend", "celebrate"])
ASKING = frozenset(["will", "could", "would", "can"])
UNASKED = frozenset(["i", "we", "it", "this", "that", "there", "who"])
ASSURING = frozenset(["confirm", "assure", "guarantee", "promise", "reassure"])
UNSURE = frozenset(["whether", "if", "what", "when", "how", "why", "which", "who"])
TALK = frozenset(["agree", "accept", "be", "have", "say", "explain", "tell", "join", "confirm", "know"])


def orders(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """What the verb orders, or asks of somebody present."""
    if asks(verb):
        yield from put_to(floor, paragraph, verb)
    elif is_order(floor, paragraph, verb) and meant(floor, paragraph, verb):
        code, holders = "opposes" if negated(verb) else "calls-for", floor.speakers(paragraph, verb)
        yield Found(holders, code, verb_phrase(verb), verb, "demand/order", negated=negated(verb))


def is_order(floor: Floor, paragraph: Paragraph, verb: Token) -> bool:
    """Whether the verb opens its sentence as an order, or is joined to one that does."""
    if verb.tag_ not in ("VB", "VBP") or own_subject(verb) is not None or modals(verb):
        return False
    quoted = verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING and floor.cast.quoted(paragraph.span_of(verb).start)
    if verb.dep_ not in ("ROOT", "conj") and not quoted:
        return False
    start = next((t for t in verb.sent if t.is_alpha and t.lower_ not in STARTING), verb)
    return (verb.head if verb.dep_ == "conj" else verb).i == start.i


def meant(floor: Floor, paragraph: Paragraph, verb: Token) -> bool:
    """Whether an order is a demand in the debate, and none to the reader."""
    obj = object_of(verb)
    if verb.lemma_ in stance_cues.pattern("ordering") or (obj is None and first_child(verb, "xcomp") is None):
        return False
    if not floor.narrated(paragraph, verb):
        return True
    return led(floor, paragraph) and not (obj is not None and any(t.lower_ in READER for t in (obj, *obj.children)))


def led(floor: Floor, paragraph: Paragraph) -> bool:
    """Whether words that lead in a list of demands stand in the paragraph or not far before."""
    words = floor.text.document.text
    before = [p for p in floor.text.paragraphs if paragraph.number - REACH <= p.number < paragraph.number]
    tails = [paragraph.doc.text, *(p.span.of(words)[-TAIL:] for p in before)]
    return any(LEAD.search(tail) for tail in tails)


def put_to(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """A question in a debate: "Will the Minister meet them?", "Will she join me in thanking the crew?"."""
    subject = own_subject(verb)
    if subject is None or verb.dep_ not in ("ROOT", "conj") or floor.narrated(paragraph, verb):
        return
    holders = floor.speakers(paragraph, verb)
    joined = next((t for t in verb.subtree if t.lemma_ in JOINING), None) if verb.lemma_ == "join" else None
    if joined is not None and (obj := object_of(joined)) is not None:
        yield Found(holders, "supports", noun_phrase(obj), verb, "demand/join", topic_token=obj)
    elif inverted(verb, subject) and verb.lemma_ in ASSURING and (sure := first_child(verb, "ccomp")) is not None:
        if sure.doc[sure.left_edge.i].lower_ not in UNSURE:
            yield Found(holders, "calls-for", verb_phrase(sure), verb, "demand/assurance")
    elif inverted(verb, subject) and verb.lemma_ not in TALK and not negated(verb):
        yield Found(holders, "calls-for", verb_phrase(verb, subject=False), verb, "demand/question")


def inverted(verb: Token, subject: Token) -> bool:
    """Whether the question asks somebody to do it: "will the Minister …", with no "when" or "why" before."""
    will = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ASKING), None)
    if will is None or will.i > subject.i or subject.lower_ in UNASKED:
        return False
    return not any(t.tag_.startswith("W") for t in verb.sent if t.i < will.i)
