"""What people say should be done: "ministers must act", "we want a date", "Publish the map", "I would keep it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    asks,
    complements,
    first_child,
    modals,
    negated,
    object_of,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stance_verbs import topic_of
from graph_builder.extract.topics import noun_phrase, phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["demands"]

NEEDED = frozenset(["must", "should", "ought", "shall"])
SUBORDINATE = frozenset(["advcl", "relcl", "acl"])
SHARED = frozenset(["agree", "accept", "believe", "think", "confirm", "recognise", "recognize"])
LEAD = re.compile(
    r"\b(?:ask|asks|asking|want|wants|call|calling|demand|demands|need|urge|recommend|recommends|recommendations|things|steps|proposals|must)\b",
    re.IGNORECASE,
)
REACH = 7  # paragraphs that a list of demands may run on from the words that lead it in
JOINING = frozenset(["congratulate", "thank", "welcome", "praise", "commend", "celebrate"])
WISHING = frozenset(["hope", "wish"])


def demands(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """Whatever the verb says should be done, in somebody's own or reported words."""
    yield from modal(floor, paragraph, verb)
    yield from wanted(floor, paragraph, verb)
    yield from ordered(floor, paragraph, verb)
    yield from proposed(floor, paragraph, verb)
    yield from answered(floor, paragraph, verb)
    yield from put_to(floor, paragraph, verb)


def modal(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The Government should legislate"; "should not" is against it."""
    subject = subject_of(verb)
    if (
        not modals(verb) & NEEDED
        or subject is None
        or verb.dep_ in SUBORDINATE
        or under(verb, frozenset(["if", "unless", "whether", "why", "how"]))
    ):
        return
    if verb.dep_ == "ccomp" and verb.head.lemma_ in ("decide", "know", "see", "ensure", "intend", "want", "ask"):
        return
    if (
        "shall" in modals(verb)
        or subject.lower_ in ("what", "who")
        or subject.lower_ in ("i", "you", "one")
        or (asks(verb.sent.text) and not agreeing(verb))
    ):
        return
    denied = negated(verb) is not disputed(verb)
    topic = verb_phrase(verb) if not negated(verb) else verb_phrase(verb).replace("not ", "", 1)
    yield Found(
        floor.speakers(paragraph, verb),
        "opposes" if denied else "calls-for",
        topic,
        verb,
        "demand/modal",
        negated=denied,
    )


def disputed(verb: Token) -> bool:
    """Whether the clause is what somebody does not think: "I do not agree that …"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in SHARED and negated(verb.head)


def agreeing(verb: Token) -> bool:
    """Whether a question only asks for agreement: "Does she agree that the fee should go?"."""
    return verb.dep_ in ("ccomp", "conj") and any(t.lemma_ in SHARED for t in verb.ancestors)


def wanted(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "We want a date", "the trust wants the Bill amended", "we need the fee that we were promised"."""
    if (
        verb.lemma_ not in ("want", "need", "like", "prefer")
        or verb.pos_ != "VERB"
        or asks(verb.sent.text)
        or under(verb, frozenset(["if", "who", "what", "whatever"]))
    ):
        return
    subject = subject_of(verb)
    if (
        subject is None
        or verb.dep_ in ("xcomp", "amod", "relcl")
        or (
            verb.lemma_ != "want" and not (subject.lower_ == "we" if verb.lemma_ == "need" else "would" in modals(verb))
        )
    ):
        return
    clause = next((c for c in complements(verb)), None)
    seen = object_of(clause) if clause is not None and clause.lemma_ in ("see", "hear", "have") else None
    if clause is not None and seen is None and own_subject(clause) is None:
        return  # "wants to leave" is no demand on anybody
    target = (
        next((c for c in clause.children if c.dep_ == "ccomp"), seen)
        if clause is not None and seen is not None
        else clause or object_of(verb)
    )
    if target is None or target.lower_ in ("know", "what"):
        return
    denied = negated(verb)
    yield Found(
        floor.holders(paragraph, subject),
        "opposes" if denied else "calls-for",
        phrase(target),
        verb,
        "demand/want",
        negated=denied,
        topic_token=target if target.pos_ in ("NOUN", "PROPN", "PRON") else None,
    )


def ordered(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Publish the map." in a list of demands, or in somebody's own words."""
    quoted = (
        verb.dep_ == "ccomp"
        and verb.head.lemma_ in ("say", "tell", "add", "urge")
        and floor.cast.quoted(paragraph.span_of(verb).start)
    )
    if (
        verb.tag_ not in ("VB", "VBP")
        or (verb.dep_ not in ("ROOT", "conj") and not quoted)
        or own_subject(verb) is not None
        or modals(verb)
        or asks(verb.sent.text)
    ):
        return
    start = next((t for t in verb.sent if t.is_alpha), verb)
    if (
        verb.lemma_ in stance_cues.pattern("ordering")
        or (verb.dep_ != "conj" and start.i != verb.i)
        or (verb.dep_ == "conj" and verb.head.i != start.i)
    ):
        return
    obj = object_of(verb)
    if (obj is None and first_child(verb, "xcomp") is None) or (
        floor.narrated(paragraph, verb) and not led(floor, paragraph)
    ):
        return
    if (
        obj is not None
        and floor.narrated(paragraph, verb)
        and any(t.lower_ in ("you", "your", "yourself", "me") for t in (obj, *obj.children))
    ):
        return  # an order to the reader
    code = "opposes" if negated(verb) else "calls-for"
    yield Found(floor.speakers(paragraph, verb), code, verb_phrase(verb), verb, "demand/order", negated=negated(verb))


def led(floor: Floor, paragraph: Paragraph) -> bool:
    """Whether words that lead in a list of demands stand not far before."""
    before = [p for p in floor.text.paragraphs if paragraph.number - REACH <= p.number < paragraph.number]
    return (
        any(LEAD.search(p.span.of(floor.text.document.text)[-160:]) for p in before)
        or LEAD.search(paragraph.doc.text) is not None
    )


def proposed(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "I would pay for it", "we would legislate", "I hope that ministers will listen"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ not in ("i", "we") or asks(verb.sent.text) or verb.dep_ in SUBORDINATE:
        return
    if verb.lemma_ in WISHING and not negated(verb):
        clause = next((c for c in complements(verb) if modals(c) & {"will", "can", "would", "could"}), None)
        cue = stance_cues.verb(clause) if clause is not None else None
        if clause is not None and cue is not None and cue.code in ("supports", "opposes") and not negated(clause):
            topic, token = topic_of(clause, cue)  # "I hope that members will vote for it"
            yield Found(floor.speakers(paragraph, verb), cue.code, topic, verb, "demand/hope", topic_token=token)
    elif (
        "would" in modals(verb)
        and verb.lemma_ not in stance_cues.pattern("idle")
        and (object_of(verb) is not None or first_child(verb, "prep", "ccomp") is not None)
        and stance_cues.verb(verb) is None
    ):
        if (
            not negated(verb)
            and not any(c.lower_ in ("sooner", "rather") for c in verb.children)
            and verb.lemma_ not in stance_cues.pattern("naming")
            and not under(verb, frozenset(["whether", "if", "that"]))
        ):
            yield Found(
                floor.speakers(paragraph, verb), "calls-for", verb_phrase(verb, subject=False), verb, "demand/would"
            )


def answered(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The answer is to bring it back"."""
    subject = own_subject(verb)
    if verb.lemma_ != "be" or subject is None or subject.lemma_ not in stance_cues.pattern("answer") or negated(verb):
        return
    clause = first_child(verb, "xcomp", "ccomp")
    target = clause if clause is not None and clause.tag_ == "VB" else None
    owner = first_child(subject, "poss")
    holders = floor.holders(paragraph, owner) if owner is not None else floor.speakers(paragraph, verb)
    if target is not None and not asks(verb.sent.text):
        yield Found(holders, "calls-for", verb_phrase(target), verb, "demand/answer")


def put_to(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Will the Minister meet them?" in a debate asks for it; "Will she join me in thanking the crew?" thanks them."""
    subject = own_subject(verb)
    if (
        not asks(verb.sent.text)
        or subject is None
        or not floor.statements_at(paragraph.span_of(verb).start)
        or verb.dep_ not in ("ROOT", "conj")
    ):
        return
    joined = next((t for t in verb.subtree if t.lemma_ in JOINING), None) if verb.lemma_ == "join" else None
    if joined is not None and (obj := object_of(joined)) is not None:
        yield Found(floor.speakers(paragraph, verb), "supports", noun_phrase(obj), verb, "demand/join", topic_token=obj)
        return
    will = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("will", "could", "would", "can")), None)
    if (
        will is None
        or will.i > subject.i
        or any(t.tag_.startswith("W") for t in verb.sent if t.i < will.i)
        or subject.lower_ in ("i", "we", "it", "this", "that", "there", "who")
    ):
        return
    holders = floor.speakers(paragraph, verb)
    if verb.lemma_ not in (
        "agree",
        "accept",
        "be",
        "have",
        "say",
        "explain",
        "tell",
        "join",
        "confirm",
        "know",
    ) and not negated(verb):
        yield Found(holders, "calls-for", verb_phrase(verb, subject=False), verb, "demand/question")
