"""What a verb tells that belongs on no timeline: a state, a figure, a promise to write, an anecdote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract.clauses import modals, under
from graph_builder.extract.event_kinds import noun_kind
from graph_builder.extract.happenings import Told, antecedent, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["passing_remark", "pursued", "told_by_noun"]

AIMING = frozenset("vote agree resolve decide tempt want wish refuse intend seek promise pledge vow".split())
FINDING = frozenset("find show calculate estimate reveal suggest indicate understand say tell".split())
EVERY = frozenset(["every", "any", "each", "no", "all"])
SPEAKERS = frozenset(["i", "we"])
AHEAD = frozenset(["will", "shall", "would"])
HAPPENING = frozenset(["take", "happen", "occur", "schedule", "pencil"])
CALLING = frozenset(["phone", "ring", "telephone", "meet"])
DEMANDS = frozenset("deadline need target standard demand cost requirement challenge obligation duty criterion".split())
MAIN = frozenset(["ROOT", "conj", "ccomp", "xcomp"])


def pursued(verb: Token) -> bool:
    """Whether the verb only says to what end another one votes, agrees or intends: "voted to reject the plan"."""
    infinitive = verb.dep_ in ("xcomp", "advcl", "ccomp") and any(c.lower_ == "to" for c in verb.lefts)
    return infinitive and verb.head.lemma_ in AIMING


def told_by_noun(told: Told) -> bool:
    """Whether the verb only says that what its noun names came about: "the seminar will take place in May"."""
    thing = told.done if told.done is not None and told.verb.lemma_ in ("schedule", "pencil") else told.doer
    place = told.verb.lemma_ != "take" or any(c.lower_ == "place" for c in told.verb.children)
    return told.verb.lemma_ in HAPPENING and place and thing is not None and noun_kind(thing) is not None


def passing_remark(told: Told, people: int) -> bool:
    """Whether what is told is no event of its own, by its kind and the shape of its clause."""
    verb, doer = told.verb, told.doer
    if told.kind in (None, "other") and _of_every(told):
        return True
    if told.kind is None:
        return _state(told)
    if told.kind == "letter" and told.when is None:
        return bool(modals(verb) & AHEAD) or (doer is None and verb.tag_ == "VB")
    if told.kind == "resignation" and told.when is None:
        aside = (verb.dep_ not in MAIN and not (verb.dep_ == "relcl" and verb.tag_ == "VBD")) or under(
            verb, frozenset(["if", "until", "when", "before"])
        )
        return aside or any(True for _ in objects_of(verb, "to")) or bool(modals(verb) & AHEAD and _first(doer))
    if told.kind == "meeting" and verb.lemma_ in CALLING:
        return people < 2 and (verb.lemma_ != "meet" or (told.done is not None and told.done.lemma_ in DEMANDS))
    return told.kind == "meeting" and verb.lemma_ == "sit" and any(True for _ in objects_of(verb, "as"))


def _state(told: Told) -> bool:
    """Whether a verb of no kind tells what was going on, what is so of all, what a study found, or one's own doings."""
    verb = told.verb
    if verb.tag_ == "VBG" and any(c.lower_ in ("was", "were", "been") for c in verb.children):
        return True
    if verb.dep_ == "ccomp" and verb.head.lemma_ in FINDING and verb.head.i < verb.i:
        return bool(modals(verb) & AHEAD) or any(t.like_num for t in verb.subtree if t.ent_type_ != "DATE")
    return _first(told.doer)


def _of_every(told: Told) -> bool:
    """Whether it is said of every one of a sort: "every berth that closes"."""
    whose = [antecedent(t) for t in (told.doer, told.done) if t is not None]
    return any(c.lower_ in EVERY for t in whose for c in t.lefts)


def _first(doer: Token | None) -> bool:
    return doer is not None and (doer.lower_ in SPEAKERS or any(t.lower_ in SPEAKERS for t in doer.conjuncts))
