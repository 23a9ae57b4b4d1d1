"""What people say may go wrong: "bans risk driving it underground", "the fee could leave families stranded"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import first_child, negated, own_subject, under
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import LONGEST, noun_phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["perils"]

UNREAL = frozenset(["if", "unless", "whether"])
TOLD = frozenset(["news", "explainer", "event-report"])  # genres in which a peril nobody names is the reporter's


def perils(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "bans risk driving it underground", "we risk losing the boat"."""
    clause, subject = first_child(verb, "xcomp", "dobj"), own_subject(verb)
    if verb.lemma_ != "risk" or subject is None or clause is None or clause.tag_ != "VBG" or negated(verb):
        return
    if under(verb, UNREAL) or (floor.narrated(paragraph, verb) and own_genre(floor) and floor.teller(verb) is None):
        return
    words = verb_phrase(clause, subject=False)
    if subject.pos_ != "PRON" and len(f"{noun_phrase(subject)} {words}".split()) <= LONGEST:
        words = f"{noun_phrase(subject)} {words}"
    yield Found(floor.speakers(paragraph, verb), "warns-of", words, verb, "peril/risk")


def own_genre(floor: Floor) -> bool:
    """Whether the document is of a genre whose author tells no stance of theirs."""
    return floor.text.document.genre in TOLD
