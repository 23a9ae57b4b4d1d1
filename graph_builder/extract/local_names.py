"""Shapes of the names of bodies of some sorts: Welsh ones, firms with brackets, and those of a vale or an isle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph_builder.extract import lexicon, patterns
from graph_builder.extract.language import Paragraph
from graph_builder.extract.words import Candidate, without_possessive
from graph_builder.model import Span

__all__ = ["local_bodies", "welsh"]

CAPITAL = r"[A-ZÀ-ÝŴŶ][\w’'-]+"
SMALL = r"(?:y|yr|i|a|ac|o|ar|er|dros|am|yng|ym|yn|’r|'r)"
FIRM = re.compile(
    rf"{CAPITAL}(?:(?: | & | and ){CAPITAL}){{0,4}} \({CAPITAL}(?: {CAPITAL}| & {CAPITAL}){{0,2}}\)"
    r" (?:Ltd|Limited|plc|PLC|LLP)\b"
)
# A place that has "of" in it, before the rest of a name: "Vale of Orme Hospitals Trust".
OF_PLACE = re.compile(
    r"\b(?:Vale|Isle|Isles|Forest|City|Royal Borough|Borough|Mull|Bay|Peak) of (?:the )?"
    rf"{CAPITAL}(?: (?:and )?{CAPITAL}){{1,6}}"
)


@cache
def _welsh() -> re.Pattern[str]:
    nouns = "|".join(sorted(noun.capitalize() for noun in patterns.name_words("welsh-body")))
    return re.compile(rf"\b(?:{nouns})(?:(?: {SMALL})*(?: {CAPITAL}|-{CAPITAL}))+")


def welsh(written: str) -> bool:
    """Whether words are the Welsh name of a body."""
    return _welsh().fullmatch(written) is not None


def local_bodies(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Bodies named in Welsh, firms with brackets in their names, bodies of places that have "of" in them."""
    whole = paragraph.span.start, paragraph.span.end
    for match in (*_welsh().finditer(text, *whole), *FIRM.finditer(text, *whole)):
        yield Candidate(without_possessive(text, Span(*match.span())), "organisation", 6.0, "shape")
    for match in OF_PLACE.finditer(text, *whole):
        if any(word.casefold() in lexicon.body_heads() for word in match.group().split()[2:]):
            yield Candidate(without_possessive(text, Span(*match.span())), "organisation", 4.0, "shape")
