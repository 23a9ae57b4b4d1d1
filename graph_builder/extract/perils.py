"""What people say may go wrong: "bans risk driving it underground", "villages would lose their buses"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, is_passive, modals, negated, object_of, own_subject, under
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import LONGEST, noun_phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["perils"]

UNREAL = frozenset(["if", "unless", "whether"])
FORESEEN = frozenset(["will", "would", "could", "may", "might", "shall"])
COMING = frozenset(["go", "likely", "bound", "certain", "sure", "set", "threaten", "doomed", "liable"])
LEFT = frozenset(["acomp", "oprd", "xcomp", "ccomp", "advcl", "pcomp"])  # "leave them stranded"
STANDING = frozenset(["ROOT", "conj", "ccomp", "xcomp", "parataxis", "pcomp", "relcl"])


def perils(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """What the verb says may go wrong, in somebody's own or reported words."""
    if under(verb, UNREAL) or negated(verb) or floor.told_by_others(paragraph, verb):
        return
    yield from risked(floor, paragraph, verb)
    if verb.dep_ in STANDING and not asks(verb):
        yield from foreseen(floor, paragraph, verb)


def risked(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "bans risk driving it underground", "we risk losing the boat"."""
    clause, subject = first_child(verb, "xcomp", "dobj"), own_subject(verb)
    if verb.lemma_ != "risk" or subject is None or clause is None or clause.tag_ != "VBG":
        return
    words = verb_phrase(clause, subject=False)
    if subject.pos_ != "PRON" and len(f"{noun_phrase(subject)} {words}".split()) <= LONGEST:
        words = f"{noun_phrase(subject)} {words}"
    yield Found(floor.speakers(paragraph, verb), "warns-of", words, verb, "peril/risk")


def foreseen(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Villages would lose their buses", "families will be forced out", "there would be redundancies"."""
    subject = own_subject(verb) or (own_subject(verb.head) if verb.dep_ in ("xcomp", "conj") else None)
    if not coming(verb) or not bad(verb) or (subject is not None and subject.lower_ == "i"):
        return
    thing = first_child(verb, "attr") if verb.lemma_ == "be" else None
    topic = noun_phrase(thing) if thing is not None else verb_phrase(verb)
    yield Found(floor.speakers(paragraph, verb), "warns-of", topic, verb, "peril/foreseen")


def coming(verb: Token) -> bool:
    """Whether the verb says what will or may be."""
    if modals(verb) & FORESEEN:
        return True
    over = verb.head
    shared = verb.dep_ == "conj" and not modals(verb) and verb.tag_ == "VB"
    return (shared and bool(modals(over) & FORESEEN)) or (verb.dep_ == "xcomp" and over.lemma_.lower() in COMING)


def bad(verb: Token) -> bool:
    """Whether what the verb says is bad for somebody."""
    if verb.lemma_ == "be":
        state, thing = first_child(verb, "acomp"), first_child(verb, "attr")
        if state is not None:
            return state.lower_ in stance_cues.pattern("harm-state")
        there = first_child(verb, "expl") is not None
        return there and thing is not None and thing.lemma_ in stance_cues.pattern("harm-thing")
    if verb.lemma_ == "leave" and not is_passive(verb):
        obj = object_of(verb)
        return obj is not None and any(c.dep_ in LEFT or c.lower_ == "without" for c in (*verb.children, *obj.children))
    harmed = is_passive(verb) and verb.lemma_ in stance_cues.pattern("harmed")
    return harmed or verb.lemma_ in stance_cues.pattern("harm")
