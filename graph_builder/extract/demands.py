"""What people say should be done: "ministers must act", "we want a date", "I would keep it", "the answer is to …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    asks,
    complements,
    doubted,
    first_child,
    modals,
    negated,
    object_of,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stance_topics import topic_of
from graph_builder.extract.topics import noun_phrase, phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["demands"]

NEEDED = frozenset(["must", "should", "ought"])
SUBORDINATE = frozenset(["advcl", "relcl", "acl"])
UNREAL = frozenset(["if", "unless", "whether", "why", "how"])
SHARED = frozenset(["agree", "accept", "believe", "think", "confirm", "recognise", "recognize"])
SETTLED = frozenset(
    ["decide", "know", "see", "ensure", "intend", "want", "ask"]
)  # "should" under these asks for nothing
NOT_ASKED = frozenset(["i", "you", "one", "what", "who"])
WISHING = frozenset(["hope", "wish"])
SEEING = frozenset(["see", "hear", "have"])


def demands(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """Whatever the verb says should be done, in somebody's own or reported words."""
    yield from modal(floor, paragraph, verb)
    if not asks(verb):
        yield from wanted(floor, paragraph, verb)
        yield from hoped(floor, paragraph, verb)
        yield from proposed(floor, paragraph, verb)
        yield from answered(floor, paragraph, verb)


def modal(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "the Government should legislate"; "should not" is against it."""
    subject = subject_of(verb)
    if not modals(verb) & NEEDED or verb.dep_ in SUBORDINATE or under(verb, UNREAL):
        return
    if subject is None or subject.lower_ in NOT_ASKED or (asks(verb) and not agreeing(verb)):
        return
    if verb.dep_ == "ccomp" and verb.head.lemma_ in SETTLED:
        return
    denied = negated(verb) is not doubted(verb)
    topic, none = asked_for(verb, subject)
    denied = denied is not none
    code, holders = "opposes" if denied else "calls-for", floor.speakers(paragraph, verb)
    yield Found(holders, code, topic, verb, "demand/modal", negated=denied)


def asked_for(verb: Token, subject: Token) -> tuple[str, bool]:
    """What should be done, and whether "there should be no …" says that it should not."""
    thing = first_child(verb, "attr", "dobj")
    if (
        (subject.lower_ == "there" or first_child(verb, "expl") is not None)
        and verb.lemma_ == "be"
        and thing is not None
    ):
        return noun_phrase(thing).removeprefix("no "), any(c.lower_ == "no" for c in thing.children)
    words = verb_phrase(verb)
    return (words.replace("not ", "", 1) if negated(verb) else words), False


def agreeing(verb: Token) -> bool:
    """Whether a question only asks for agreement: "Does she agree that the fee should go?"."""
    return verb.dep_ in ("ccomp", "conj") and any(t.lemma_ in SHARED for t in verb.ancestors)


def wanted(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "we want a date", "the trust wants the Bill amended", "we need the fee that we were promised"."""
    subject = subject_of(verb)
    if verb.pos_ != "VERB" or subject is None or verb.dep_ in ("xcomp", "amod", "relcl") or under(verb, UNREAL):
        return
    target = target_of(verb) if wants(verb, subject) else None
    if target is None or target.lower_ in ("know", "what"):
        return
    denied, noun = negated(verb), target if target.pos_ in ("NOUN", "PROPN", "PRON") else None
    code, holders = "opposes" if denied else "calls-for", floor.holders(paragraph, subject)
    yield Found(holders, code, phrase(target), verb, "demand/want", negated=denied, topic_token=noun)


def wants(verb: Token, subject: Token) -> bool:
    """Whether the verb says what its subject wants: "want", "we need", "would like"."""
    if verb.lemma_ in ("like", "prefer"):
        return "would" in modals(verb)
    return verb.lemma_ == "want" or (verb.lemma_ == "need" and subject.lower_ == "we")


def target_of(verb: Token) -> Token | None:
    """What is wanted: an object, a clause with a subject of its own, or what somebody wants to see."""
    clause = next(complements(verb), None)
    if clause is None:
        return object_of(verb)
    if clause.lemma_ in SEEING:
        return first_child(clause, "ccomp") or object_of(clause)
    return clause if own_subject(clause) is not None else None  # "wants to leave" is no demand on anybody


def hoped(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "I hope that members will vote for it"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ not in ("i", "we") or verb.lemma_ not in WISHING or negated(verb):
        return
    clause = next((c for c in complements(verb) if modals(c) & {"will", "can", "would", "could"}), None)
    cue = stance_cues.verb(clause) if clause is not None and not negated(clause) else None
    if clause is not None and cue is not None and cue.code in ("supports", "opposes"):
        topic, token = topic_of(clause, cue)
        yield Found(floor.speakers(paragraph, verb), cue.code, topic, verb, "demand/hope", topic_token=token)


def proposed(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "I would pay for it", "we would legislate for one"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ not in ("i", "we") or "would" not in modals(verb) or negated(verb):
        return
    other = stance_cues.pattern("idle") | stance_cues.pattern("naming") | WISHING
    if verb.lemma_ in other or verb.dep_ in SUBORDINATE or under(verb, UNREAL | {"that"}) or stance_cues.verb(verb):
        return
    rather = any(c.lower_ in ("sooner", "rather") for c in verb.children)
    if not rather and (object_of(verb) is not None or first_child(verb, "prep", "ccomp") is not None):
        words = verb_phrase(verb, subject=False)
        yield Found(floor.speakers(paragraph, verb), "calls-for", words, verb, "demand/would")


def answered(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "the answer is to bring it back"."""
    subject, clause = own_subject(verb), first_child(verb, "xcomp", "ccomp")
    if verb.lemma_ != "be" or subject is None or subject.lemma_ not in stance_cues.pattern("answer") or negated(verb):
        return
    owner = first_child(subject, "poss")
    holders = floor.holders(paragraph, owner) if owner is not None else floor.speakers(paragraph, verb)
    lead = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" and c.i > verb.i), None)
    thing = first_child(lead, "pobj") if lead is not None else None
    if clause is not None and clause.tag_ == "VB":
        yield Found(holders, "calls-for", verb_phrase(clause), verb, "demand/answer")
    elif thing is not None:
        yield Found(holders, "calls-for", phrase(thing), verb, "demand/answer", topic_token=thing)
