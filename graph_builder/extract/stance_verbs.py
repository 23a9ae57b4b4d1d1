"""Stances told by verbs: "welcomed the review", "urged ministers to act", "voted against the motion"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    above,
    agent_of,
    asks,
    complements,
    conditional,
    first_child,
    is_passive,
    modals,
    negated,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.joined_demands import also_asked, listed_nouns
from graph_builder.extract.stance_topics import VOTES, asked, topic_of
from graph_builder.extract.topics import phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["OPPOSITE", "verb_stances"]

STANDING = frozenset(
    ["ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis", "pcomp", "acl", "xcomp", "csubj", "csubjpass", "dep"]
)
OPPOSITE = {"supports": "opposes", "opposes": "supports"}
DENIED = {"supports": "opposes"}
UNADDRESSED = {"encourage": ("you",), "invite": ("you",), "tell": ("me", "us", "you", "them", "him", "her")}
PAPERS = frozenset(["letter", "petition", "motion", "statement", "submission"])
JOINING = frozenset(["calls-for", "commits-to"])  # stances that one verb may tell of several things
UNWANTED = frozenset(
    ["want", "need", "recommend", "like", "favour"]
)  # "not" before these is against, before others nothing
POSSIBLE = frozenset(["would", "could", "might", "may"])
UNREAL = frozenset(["if", "unless", "whether", "until"])


def verb_stances(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """The stance that a verb tells of its subject, or of its agent in the passive."""
    cue = stance_cues.verb(verb) if verb.dep_ in STANDING else None
    if cue is None or under(verb, UNREAL) or not tells(verb):
        return
    holders = floor.holders(paragraph, holder_of(verb)) or (floor.agents(paragraph, verb) if is_passive(verb) else ())
    code, denied = turned(verb, cue.code)
    if not code or asks(verb):
        return
    if spent(verb, cue, code):
        return
    topic, token = topic_of(verb, cue)
    if not topic and verb.doc[verb.sent.end - 1].text == ":":
        return  # a list follows that tells it
    if token is not None and (serves(verb, token) or beside_the_point(floor, paragraph, cue, token)):
        return
    hedged = bool(modals(verb) & POSSIBLE) or conditional(verb) or stance_cues.hedged(wording(verb))
    rule = "verb/vote" if verb.lemma_ in VOTES else f"verb/addressed-{code}" if cue.addressee else f"verb/{code}"
    found = Found(holders, code, topic, verb, rule, hedged, denied, token, floor.on_behalf_of(paragraph, verb))
    yield found
    if code in JOINING and not denied and not is_passive(verb):
        yield from joined(found, verb, cue)


def joined(first: Found, verb: Token, cue: stance_cues.Cue) -> Iterator[Found]:
    """The same stance on what else the verb's clauses or nouns name."""
    clause = asked(verb) if cue.addressee or cue.infinitive else next(complements(verb), None)
    if first.topic_token is not None:
        for noun in listed_nouns(verb, first.topic_token):
            yield replace(first, topic=phrase(noun), token=noun, topic_token=noun)
    elif clause is not None and first.topic != "-":
        for other in also_asked(verb, clause):
            yield replace(first, topic=verb_phrase(other, subject=not cue.addressee), token=other)


def spent(verb: Token, cue: stance_cues.Cue, code: str) -> bool:
    """Whether the words tell no stance after all: what readers are invited to, whom a survey questioned."""
    if cue.addressee and any(t.dep_ == "dobj" and t.lower_ in UNADDRESSED.get(verb.lemma_, ()) for t in verb.children):
        return True
    if verb.lemma_ == "question" and is_passive(verb) and verb.dep_ in ("acl", "relcl"):
        return True
    if (errand := voted_to(verb)) is not None and stance_cues.verb(errand) is not None:
        return True  # "voted to boycott it" is told by the boycott
    return cue.addressee and bool(modals(verb) & {"will", "shall"}) and code == "calls-for"  # "I will ask officials"


def tells(verb: Token) -> bool:
    """Whether the verb says what its subject does think, not what someone is asked to do or what something is for."""
    over = above(verb)
    if verb.dep_ == "xcomp":
        return (
            over.lemma_ in stance_cues.pattern("carrying")
            or stance_cues.felt(over) == "supports"
            or stance_cues.reversal(verb) is not None
        )
    if "to" in modals(verb):
        doing = over if verb.dep_ == "advcl" else over.head if verb.dep_ == "acl" and over.dep_ == "dobj" else None
        return doing is not None and own_subject(verb) is None and doing.lemma_ in stance_cues.pattern("asking")
    if verb.tag_ == "VB" and not modals(verb) and own_subject(verb) is None and verb.dep_ in ("ROOT", "ccomp"):
        return False
    return verb.dep_ != "ccomp" or verb.tag_ != "VB" or bool(modals(verb))


def voted_to(verb: Token) -> Token | None:
    """What was voted to be done: "voted to boycott it"."""
    return first_child(verb, "xcomp") if verb.lemma_ == "vote" else None


def holder_of(verb: Token) -> Token | None:
    """Who holds the stance: the subject, the agent of a passive, who moved the paper that says it."""
    over = above(verb)
    if is_passive(verb):
        return agent_of(verb)
    if verb.dep_ == "xcomp" and over.pos_ == "ADJ":
        return subject_of(over.head)  # "were delighted to back it"
    lead = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "pobj" else verb.head
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "pcomp") and (lead.lower_ == "to" or lead.lemma_ in PAPERS):
        main = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
        signed = first_child(main, "nsubjpass") if main is not None else None
        if main is not None and signed is not None and signed.lemma_ in PAPERS:
            return agent_of(main)  # "a letter calling for … was signed by"
        if lead.lower_ == "to":
            return subject_of(main) if main is not None else None  # "wrote to the minister calling for …"
    return subject_of(verb)


def turned(verb: Token, code: str) -> tuple[str, bool]:
    """The stance once negation and refusal are reckoned with, none where nothing is left, and whether they were."""
    undone = stance_cues.reversal(verb)
    if undone == "failure":
        return "", True
    denied = negated(verb) or (
        verb.tag_ == "VB" and verb.dep_ in ("conj", "xcomp") and negated(above(verb)) and own_subject(verb) is None
    )
    if denied is (undone is not None):
        return code, False
    return DENIED.get(code, "opposes" if verb.lemma_ in UNWANTED else ""), True


def beside_the_point(floor: Floor, paragraph: Paragraph, cue: stance_cues.Cue, noun: Token) -> bool:
    """Whether what follows is no thing to want or to doubt: a motion that is moved, a witness who is questioned."""
    if cue.code == "calls-for":
        return noun.lemma_ in ("motion", "amendment", "question")
    return cue.code == "questions" and floor.cast.mention_at(paragraph.span_of(noun)) is not None


def serves(verb: Token, noun: Token) -> bool:
    """Whether "supports" or "backs" is what a body does for people, not what it thinks of a thing."""
    if verb.lemma_ not in stance_cues.pattern("serving") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def wording(verb: Token) -> str:
    """The words from the verb's own adverbs to those that go closely with it, in which a hedge would stand."""
    before = [c.left_edge.i for c in verb.children if c.dep_ in ("advmod", "aux", "neg", "npadvmod")]
    after_it = [c.right_edge.i for c in verb.children if c.dep_ in ("advmod", "prep") and c.right_edge.i < verb.i + 12]
    return verb.doc[min([verb.i, *before]) : max([verb.i, *after_it]) + 1].text
