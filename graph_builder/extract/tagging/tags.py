"""What the encoder's heads may say of a piece of text, and the values that its annotations have."""

from __future__ import annotations

from dataclasses import dataclass

from graph_builder.model import Span

__all__ = ["HEADS", "KINDS", "LINKS", "NAMES", "PARTS", "STANCES", "Attributed", "Named", "Stood"]

NAMES = (
    "O",
    "B-PER",
    "I-PER",
    "B-ORG",
    "I-ORG",
    "B-LOC",
    "I-LOC",
    "B-EVENT",
    "I-EVENT",
    "B-WORK",
    "I-WORK",
    "B-MISC",
    "I-MISC",
)
PARTS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# Whose part a piece is: no cue's (it is itself a cue), the nearest or second cue to the left or right, one further
# away; the last two are for cues that share the source of the cue before or after.
LINKS = ("none", "left", "left2", "right", "right2", "far", "shares-left", "shares-right")
KINDS = (
    *("political-party", "government", "government-department", "legislature", "parliamentary-group"),
    *("local-authority", "public-body", "charity", "professional-body", "coalition"),
    *("company", "media", "education", "inquiry", "other"),
)
STANCES = ("none", "supports", "opposes", "calls-for", "commits-to", "warns-of", "questions")
HEADS = {"parts": PARTS, "links": LINKS, "names": NAMES, "kinds": KINDS, "stances": STANCES}


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it is marked in a text, with the kind where it is an organisation's and known."""

    span: Span
    label: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Attributed:
    """Words, who says them, and the words that say so, as marked in a text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Stood:
    """Words that show where somebody stands, and the code of the stance, as marked in a text."""

    span: Span
    code: str
