"""What the words beside a name say of what it names: a person after a post, a body after "chief executive of"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from graph_builder.extract import lexicon, patterns
from graph_builder.extract.organisations import described
from graph_builder.model import Span

__all__ = ["votes"]

IN = re.compile(
    r"\b(?:in|at|near|outside|across|MP for|Member for|[Cc]onstituency of|town of|village of|city of|through)"
    r"\s(?:the\s)?$|\b(?:MP|MSP|Member|councillor|candidate) for (?:[A-Z][\w-]+ )+and $"
)
FROM = re.compile(r"\bfrom\s$")
HOLDER_OF = re.compile(r"\b(\w+) (?:of|at|for) (?:the )?$")
OWNED = re.compile(r"^(?:['’]s?)? (?:own )?(?:[a-z]+ ){0,3}([a-z]+)\b")
APPOSED = re.compile(r"^,? (?:\d{1,3}, )?(?:(?:the|a|an|its|their|who|our) )?((?:[\w’'-]+ ){0,4}?)([a-z]+)\b")


@cache
def _one_of(code: str) -> str:
    """A pattern for any of the words of one code of the scheme `name-pattern`."""
    return "|".join(map(re.escape, sorted(patterns.name_words(code))))


def votes(text: str, span: Span) -> dict[str, float]:
    """How much the words around a name speak for a person, a body or a place."""
    found: dict[str, float] = defaultdict(float)
    if described(text, span):
        found["organisation"] += 8  # the text says it outright
    for label, weight in (
        *_before(text[max(0, span.start - 50) : span.start]),
        *_after(text[span.end : span.end + 60]),
    ):
        found[label] += weight
    return found


def _before(words: str) -> Iterator[tuple[str, float]]:
    """What the words before a name say of it."""
    if IN.search(words):
        yield "place", 1.5
    elif FROM.search(words):
        yield "place", 0.7
    heads = lexicon.post_heads()
    last = re.search(r"([\w-]+),?\s$", words)
    if last and last.group(1).casefold() in heads - lexicon.body_heads():
        yield "person", 2.5
    elif last and last.group(1).casefold().removesuffix("s") in heads and last.group(1).endswith("s"):
        yield "organisation", 4.0  # "the solicitors Orme Pike"
    held = HOLDER_OF.search(words)
    if held and held.group(1).casefold() in heads and "(" not in words[-3:]:
        yield "organisation", 1.2
    if re.search(rf"\b(?:{_one_of('maker')}) by $", words):
        yield "person", 1.5


def _after(words: str) -> Iterator[tuple[str, float]]:
    """What the words after a name say of it."""
    heads = lexicon.post_heads()
    apposed = APPOSED.match(words)
    if words.startswith(",") and apposed and apposed.group(2) in heads | {"who"}:
        yield "person", 2.0
    if re.match(r"^,? who\b", words):
        yield "person", 2.0
    owned = OWNED.match(words)
    if words.startswith(("'s", "’s")) and owned and owned.group(1) in heads:
        yield "organisation", 1.5
    if re.match(rf"^,? (?:{_one_of('speaking')})\b", words):
        yield "person", 0.5
