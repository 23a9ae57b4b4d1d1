"""Stances told by papers and gatherings: "signed a petition against the fee", "marched in protest at the cut"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import agent_of, asks, first_child, is_passive, negated, subject_of
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stand_ins import MOVING
from graph_builder.extract.topics import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["paper_stances"]

PAPERS = frozenset("petition letter motion resolution amendment statement submission article column pamphlet".split())
GATHERINGS = frozenset(
    "campaign protest rally march vigil demonstration vote fight case battle revolt rebellion".split()
)
BACKING = frozenset(
    "join back lead hold stage mount run deliver present attend speak fight hand win address head".split()
)
SIDES = {"against": "opposes", "opposing": "opposes", "supporting": "supports"}
FAVOUR = frozenset(["favour", "favor", "support"])


def paper_stances(floor: Floor, paragraph: Paragraph, noun: Token) -> Iterator[Found]:
    """As in "signed a petition against the fee", "a march in support of the crews led by the league"."""
    if noun.lemma_ not in PAPERS | GATHERINGS or asks(noun):
        return
    found = side(noun)
    if found is not None:
        code, about = found
        holders = floor.holders(paragraph, mover(noun))
        yield Found(holders, code, phrase(about), noun, f"paper/{code}", topic_token=about)


def side(noun: Token) -> tuple[str, Token] | None:
    """For or against what a paper or a gathering is."""
    beside = [c for c in noun.head.children if c.dep_ == "prep"] if noun.dep_ == "dobj" else []
    for lead in (*noun.children, *beside):
        if lead.i < noun.i or lead.dep_ not in ("prep", "acl"):
            continue
        inner = first_child(lead, "pobj", "pcomp", "dobj")
        if inner is not None and lead.lower_ in SIDES:
            return SIDES[lead.lower_], inner
        of = (
            first_child(inner, "prep") if inner is not None and lead.lower_ == "in" and inner.lower_ in FAVOUR else None
        )
        meant = first_child(of, "pobj", "pcomp") if of is not None else None
        if meant is not None:
            return "supports", meant
    return None


def mover(noun: Token) -> Token | None:
    """Who signs, starts or leads it: the subject of the verb, the agent of a passive."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_ not in MOVING | BACKING or negated(verb) or stance_cues.reversal(verb) is not None:
        return None
    if noun.dep_ == "nsubjpass" or (verb.dep_ == "acl" and is_passive(verb)):
        return agent_of(verb)
    return subject_of(verb) if noun.dep_ in ("dobj", "pobj") else None
