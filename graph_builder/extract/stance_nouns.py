"""Stances told by nouns: "its support for the plan", "gave a guarded welcome to it", "drew criticism from the union"."""

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

CLAUSES = frozenset(["calls-for", "commits-to", "warns-of", "questions"])


def noun_stances(floor: Floor, paragraph: Paragraph, noun: Token) -> Iterator[Found]:
    """The stance that a noun tells of its owner, of who gives it, or of whom it comes from."""
    code = stance_cues.noun(noun)
    if code is None or asks(noun.sent.text):
        return
    about, holders, denied = about_what(noun, code), *held(floor, paragraph, noun)
    if about is None and (drawn := drawn_by(noun)) is not None:
        about = drawn
    if denied:
        code = DENIED.get(code, "opposes" if code == "calls-for" else "")
    if about is None or not holders or not code:
        return
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    yield Found(holders, code, phrase(about), noun, f"noun/{code}", stance_cues.hedged(words), denied, about)


def about_what(noun: Token, code: str) -> Token | None:
    """What the noun's stance is on."""
    for child in sorted(
        [*noun.children, *(c for c in noun.head.children if c.dep_ in ("prep", "dative") and noun.dep_ == "dobj")],
        key=lambda c: c.i,
    ):
        if child.i <= noun.i:
            continue
        if child.dep_ in ("prep", "dative") and child.lower_ in stance_cues.pattern("leading"):
            return first_child(child, "pobj", "pcomp")
        if child.dep_ in ("acl", "ccomp") and code in CLAUSES:
            return child
    return None


def held(floor: Floor, paragraph: Paragraph, noun: Token) -> tuple[tuple[str, ...], bool]:
    """Who holds the stance, and whether it is denied."""
    source = next(
        (
            c
            for c in noun.children
            if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by", "among") and c.i > noun.i
        ),
        None,
    )
    if source is None and noun.dep_ in ("dobj", "pobj", "nsubjpass"):
        source = next(
            (
                c
                for c in noun.head.children
                if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by") and c.i > noun.i
            ),
            None,
        )
    if source is not None:
        return floor.holders(paragraph, first_child(source, "pobj")), False
    owner, verb = first_child(noun, "poss"), noun.head
    if owner is not None:
        return floor.holders(paragraph, owner), False
    if noun.dep_ == "dobj" and verb.lemma_ in stance_cues.pattern("lending") and not is_passive(verb):
        denied = (
            negated(verb) or any(c.lower_ == "no" for c in noun.children) or stance_cues.reversal(verb) == "refusal"
        )
        return (floor.holders(paragraph, subject_of(verb)), denied) if "to" not in modals(verb) else ((), False)
    if (
        noun.dep_ == "pobj"
        and verb.lower_ == "with"
        and verb.head.pos_ == "VERB"
        and verb.head.lemma_ in ("respond", "react", "reply")
    ):
        return floor.holders(paragraph, subject_of(verb.head)), False
    return (), False


def drawn_by(noun: Token) -> Token | None:
    """What drew it: "the fee has our support", "the plan drew criticism from the union"."""
    verb = (
        noun.head
        if noun.dep_ == "dobj"
        else noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "under")
        else None
    )
    if verb is None or verb.lemma_ not in stance_cues.pattern("drawing") | {"meet"}:
        return None
    return own_subject(verb)
