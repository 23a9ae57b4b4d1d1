"""Who else holds the stance just told: "and so do our friends at the Trust", "as does the union", "neither do we"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import first_child
from graph_builder.extract.holders import Floor, Found

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["echoed"]

OPENING = frozenset(["so", "neither", "nor", "as"])
STANDING = frozenset(["do", "be", "have", "will", "would"])


def echoed(floor: Floor, paragraph: Paragraph, verb: Token, before: Sequence[Found]) -> Iterator[Found]:
    """The last stance of the sentence once more, with those whom the echo names."""
    if verb.lemma_ not in STANDING or verb.i == verb.sent.start or verb.nbor(-1).lower_ not in OPENING:
        return
    told = next((f for f in reversed(before) if f.token.sent.start == verb.sent.start and f.token.i < verb.i), None)
    subject = next((t for t in verb.children if t.i > verb.i and t.dep_ in ("nsubj", "dobj", "attr")), None)
    if told is None or subject is None or any(t.pos_ == "VERB" for t in verb.doc[verb.i + 1 : subject.i]):
        return
    at = next((c for c in subject.children if c.dep_ == "prep" and c.lower_ in ("at", "in", "of")), None)
    inner = first_child(at, "pobj") if at is not None and subject.pos_ == "NOUN" else None  # "our friends at the Trust"
    holders = (floor.holders(paragraph, inner) if inner is not None else ()) or floor.holders(paragraph, subject)
    yield replace(told, holders=holders, token=verb, rule=f"echo/{told.stance}")
