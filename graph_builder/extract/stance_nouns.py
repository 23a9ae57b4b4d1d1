"""Stances told by nouns: "its support for the plan", "gave a guarded welcome to it", "drew criticism from"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, is_passive, modals, negated, own_subject, subject_of
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stance_verbs import DENIED
from graph_builder.extract.topics import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["noun_stances"]

SHARING = frozenset(["share", "echo"])
REACTING = frozenset(["respond", "react", "reply"])
CLAUSES = frozenset(["calls-for", "commits-to", "warns-of", "questions"])


def noun_stances(floor: Floor, paragraph: Paragraph, noun: Token) -> Iterator[Found]:
    """The stance that a noun tells of its owner, of who gives it, or of whom it comes from."""
    code = stance_cues.noun(noun)
    if code is None or asks(noun):
        return
    if noun.lemma_ in stance_cues.pattern("taking"):
        yield from taken(floor, paragraph, noun, code)
        return
    about, holders, denied = about_what(noun, code), *held(floor, paragraph, noun)
    if (given := given_by(noun)) is not None:  # "the plan has the backing of the union"
        about, holders, denied = own_subject(noun.head), floor.holders(paragraph, given), negated(noun.head)
    if not holders and (feared := said_to_be(noun)) is not None:
        owner = first_child(noun, "poss")
        about, holders = (
            feared,
            floor.holders(paragraph, owner) if owner is not None else floor.speakers(paragraph, noun),
        )
    if about is None and (drawn := drawn_by(noun)) is not None:
        about = drawn
    if denied:
        code = DENIED.get(code, {"calls-for": "opposes", "opposes": "supports"}.get(code, ""))
    if about is None or not code:
        return
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    yield Found(holders, code, phrase(about), noun, f"noun/{code}", stance_cues.hedged(words), denied, about)


def taken(floor: Floor, paragraph: Paragraph, noun: Token, code: str) -> Iterator[Found]:
    """As in "She is a critic of the fee", "Mr Orr, a supporter of the plan", "its opponents include the union"."""
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "for")), None)
    about = first_child(of, "pobj") if of is not None else None
    holder = subject_of(noun.head) if noun.dep_ == "attr" else noun.head if noun.dep_ == "appos" else None
    if noun.dep_ in ("nsubj", "ROOT", "conj") and noun.head.lemma_ == "include":
        holder = first_child(noun.head, "dobj", "attr")
    listed = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("including", "like", "such")), None)
    holder = first_child(listed, "pobj") if listed is not None else holder
    if about is not None and holder is not None and not (noun.dep_ == "attr" and negated(noun.head)):
        yield Found(
            floor.holders(paragraph, holder), code, phrase(about), noun, f"noun/taker-{code}", topic_token=about
        )


def given_by(noun: Token) -> Token | None:
    """Whose support it is that something has: "has the backing of the union"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in stance_cues.pattern("drawing") or own_subject(verb) is None:
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return first_child(of, "pobj") if of is not None else None


def said_to_be(noun: Token) -> Token | None:
    """What is feared in "there is a risk that …" and "my worry is that …"."""
    verb = noun.head
    if verb.lemma_ != "be" or stance_cues.noun(noun) not in ("warns-of", "questions") or negated(verb):
        return None
    if noun.dep_ == "attr" and first_child(verb, "expl") is not None:
        return next(
            (c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and c.pos_ in ("VERB", "AUX")), None
        )
    return first_child(verb, "ccomp") if noun.dep_ == "nsubj" and first_child(noun, "poss") is not None else None


def about_what(noun: Token, code: str) -> Token | None:
    """What the noun's stance is on."""
    beside = list(noun.head.children) if noun.dep_ == "dobj" else []
    given = next((c for c in beside if c.dep_ == "dative" and c.pos_ in ("NOUN", "PROPN")), None)
    if given is not None:
        return given  # "gave the plan its backing"
    leads = {c.i: c for c in (*noun.children, *(c for c in beside if c.dep_ in ("prep", "dative"))) if c.i > noun.i}
    for _, child in sorted(leads.items()):
        if child.dep_ in ("prep", "dative") and child.lower_ in stance_cues.pattern("leading"):
            return first_child(child, "pobj", "pcomp")
        if child.dep_ in ("acl", "ccomp") and code in CLAUSES:
            return child
    if code == "calls-for":  # "repeated his call for boats to be lit", "faced calls from the union to act"
        return next((c for c in beside if c.dep_ in ("advcl", "xcomp") and c.i > noun.i and "to" in modals(c)), None)
    return None


def held(floor: Floor, paragraph: Paragraph, noun: Token) -> tuple[tuple[str, ...], bool]:
    """Who holds the stance, and whether it is denied."""
    source, owner, verb = source_of(noun), owner_of(noun), noun.head
    if source is not None:
        return floor.holders(paragraph, first_child(source, "pobj")), False
    if owner is not None and not (noun.dep_ == "dobj" and verb.lemma_ in SHARING):
        return floor.holders(paragraph, owner), False
    if noun.dep_ == "dobj" and verb.lemma_ in stance_cues.pattern("lending") and not is_passive(verb):
        no = any(c.lower_ == "no" for c in noun.children)
        denied = negated(verb) or no or stance_cues.reversal(verb) == "refusal"
        return (floor.holders(paragraph, subject_of(verb)), denied) if "to" not in modals(verb) else ((), False)
    if noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_ in REACTING:
        return floor.holders(paragraph, subject_of(verb.head)), False
    return (), False


def owner_of(noun: Token) -> Token | None:
    """Whose it is. In what others are to do, "its" is theirs: "called on the council to keep to its pledge"."""
    owner = first_child(noun, "poss")
    if owner is None or owner.tag_ != "PRP$" or owner.lower_ in ("my", "our"):
        return owner
    deed = next((verb for verb in noun.ancestors if verb.pos_ in ("VERB", "AUX")), None)
    return own_subject(deed) if deed is not None and "to" in modals(deed) else owner


def source_of(noun: Token) -> Token | None:
    """The "from" or "by" that leads to whom a stance comes from: "criticism from the union"."""
    own = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by", "among")]
    beside = noun.head.children if noun.dep_ in ("dobj", "pobj", "nsubjpass") or noun.head.lemma_ == "come" else ()
    joined = [c for c in beside if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by")]
    return next((c for c in (*own, *joined) if c.i > noun.i), None)


def drawn_by(noun: Token) -> Token | None:
    """What drew it: "the fee has our support", "the plan met with opposition"."""
    verb = noun.head if noun.dep_ == "dobj" else None
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "under"):
        verb = noun.head.head
    if verb is None or verb.lemma_ not in stance_cues.pattern("drawing") | {"meet"}:
        return None
    return own_subject(verb)
