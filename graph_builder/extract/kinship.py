"""Names that a document's own words tell apart: "his son, Ian Corder", "no relation", "the other Mr Bevan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph_builder.extract.language import Text
from graph_builder.extract.patterns import name_words
from graph_builder.model import Span
from graph_builder.names import fold, person_name

__all__ = ["told_apart"]

REACH = 400  # characters back in which the one stands from whom a name is told apart
BEFORE, BEHIND = 60, 80  # characters about a name that may tell it apart
OTHER = re.compile(r"(?i)\b(?:the|that|this) other (?:[a-z]+ )?$")
CONFUSED = re.compile(r"(?i)\b(?:confused with|mistaken for|not to be mistaken for)\s+(?:the )?$")
UNRELATED = re.compile(r"(?i)^[^.;:!?]*?\b(?:no relation|not related|unrelated|namesake|of the same name)\b")
# Of whom it tells one apart that no name stands for.
SOMEBODY = re.compile(
    r"^[^.;:!?]*?\b(?:no relation|not related|unrelated) (?:of|to) (?:the|a|an) [a-z]"
)  # named nowhere


def told_apart(text: Text, named: Sequence[tuple[Span, str]]) -> dict[Span, Span]:
    """The mentions of people that are told to be somebody else than one before, and which mention of that one."""
    found: dict[Span, Span] = {}
    mentions = sorted(named)
    for at, (span, written) in enumerate(mentions):
        before = [m for m in mentions[:at] if span.start - m[0].end <= REACH]
        lead = text.document.text[max(0, span.start - BEFORE) : span.start]
        tail = text.document.text[span.end : span.end + BEHIND]
        alike = [m for m in before if _surname(m[1]) == _surname(written)]
        if alike and (OTHER.search(lead) or CONFUSED.search(lead) or _unrelated(tail)):
            found[span] = alike[-1][0]
        elif alike and alike[-1] == before[-1] and (_kin_before().search(lead) or _kin_behind().search(tail)):
            found[span] = before[-1][0]  # whose relative it is
    return found


def _unrelated(tail: str) -> bool:
    """Whether words behind a name say that its bearer is not the one before, rather than somebody who is not named."""
    return bool(UNRELATED.search(tail)) and not SOMEBODY.search(tail)


def _surname(written: str) -> str:
    name = person_name(written)
    return fold(name.surname or " ".join(name.words))


def _kin() -> str:
    words = name_words("kinswoman") | name_words("kinsman")
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _kin_before() -> re.Pattern[str]:
    """Relatives right before a name: "his elder son, ", "whose father was "."""
    who = r"(?:\b(?:his|her|their|my|whose)|['’]s)"
    joined = r"(?:,?\s+(?:also )?(?:called|named|is|was)|,)?"
    return re.compile(rf"(?i){who} (?:[a-z-]+ )?(?:{_kin()}){joined}\s+(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady) )?$")


@cache
def _kin_behind() -> re.Pattern[str]:
    """Relatives right behind a name: ", his father, "."""
    return re.compile(rf"(?i)^,? (?:who is )?(?:his|her|their) (?:[a-z-]+ )?(?:{_kin()})\b")
