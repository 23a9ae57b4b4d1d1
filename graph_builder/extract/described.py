"""Somebody who speaks and whom no name stands for: the words that describe them ("two officials", "a survey")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract.narration import Frame
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["described_at"]

INDEFINITE = frozenset(["some", "many", "others", "several", "most", "few", "those", "all", "one", "both", "another"])
SHARES = frozenset(["%", "percent", "cent", "pc", "none"])
RELATIVE = frozenset(["who", "that", "which"])
APART = frozenset(["relcl", "appos", "acl", "conj", "cc", "punct"])  # what is told beside the description
LONGEST = 15  # words


def described_at(frame: Frame, source: Token) -> Span | None:
    """The words that describe whoever a noun phrase is about; None where they are a bare pronoun."""
    if source.lower_ in RELATIVE:
        if source.head.dep_ != "relcl" or source.head.head.i == source.i:
            return None
        source = source.head.head
    if source.dep_ == "poss" or (source.pos_ not in ("NOUN", "PROPN", "NUM") and source.lower_ not in INDEFINITE):
        return None
    if source.tag_ == "CD" or source.lower_ in SHARES:
        return None  # "61% say": nobody in particular
    last = source.i
    for child in sorted(source.rights, key=lambda t: t.i):
        if child.dep_ in APART or child.left_edge.i != last + 1:
            break
        last = child.right_edge.i
    first = max(source.left_edge.i, frame.first)
    if last - first >= LONGEST:
        first, last = max(first, source.i - LONGEST // 2), source.i
    return frame.place(first, last + 1)
