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

AT = re.compile(
    r"\b(?:in|at|near|outside|across|MP for|Member for|[Cc]onstituency of|town of|village of|city of|through)"
    r"\s(?:the\s)?$|\b(?:MP|MSP|Member|councillor|candidate) for (?:[A-Z][\w-]+ )+and $"
)
IN = re.compile(r"(?<!confidence )(?<!trust )(?<!faith )(?<!belief )(?<!interest )\b[Ii]n $")
POST_IN = re.compile(r"\b([\w-]+) in $")
FROM = re.compile(r"\bfrom\s$")
HOLDER_OF = re.compile(r"\b(\w+) (?:of|at|for) (?:the )?$")
BELONGING = re.compile(r"[A-Z][\w’'-]+ (?:of|at|from) (?:the )?$")
NAMED_SO = re.compile(r"\b(\w+) (?:called|named) $")
# The post of somebody who is named before it, and then the body: "Ann Lee, Chief Executive, ".
SIGNED = re.compile(
    r"(?:[A-Z][\w’'.-]+|\))[,;] (?:and )?(?:(?!the |its |their |our |an? |his |her |whose |when )[\w’'-]+ ){0,5}$"
)
OWNED = re.compile(r"^(?:['’]s?)? (?:own )?(?:[a-z]+ ){0,3}([a-z]+)\b")
APPOSED = re.compile(r"^,? (?:\d{1,3}, )?(?:(?:the|a|an|its|their|who|our) )?((?:[\w’'-]+ ){0,4}?)([a-z]+)\b")
CAREER = re.compile(
    r"^ (?:(?:will|has|is|was|to|have|had|had been|has been|is to) )?(?:step(?:s|ped)? down|resign(?:s|ed)?|retire[sd]?"
    r"|take(?:s|n)? over as|took over as|succeed(?:s|ed)?|replace[sd]? (?:her|him)|(?:re-?)?appointed|promoted)\b"
)
LAST = re.compile(r"([\w-]+)(,?)\s$")


@cache
def _one_of(code: str) -> str:
    """A pattern for any of the words of one code of the scheme `name-pattern`."""
    return "|".join(map(re.escape, sorted(patterns.name_words(code))))


def votes(text: str, span: Span) -> dict[str, float]:
    """How much the words around a name speak for a person, a body or a place."""
    found: dict[str, float] = defaultdict(float)
    if described(text, span, surely=True):
        found["organisation"] += 8  # the text says it outright
    before, after = text[max(0, span.start - 90) : span.start], text[span.end : span.end + 60]
    for label, weight in (*_placed(before, after), *_posted(before), *_after(before, after)):
        found[label] += weight
    if "&" in span.of(text):
        found.pop("place", None)
    return found


def _placed(before: str, after: str) -> Iterator[tuple[str, float]]:
    """What says that a name is a place's: "in Leek", "the Leek-based firm"."""
    post = POST_IN.search(before)
    if IN.search(before) and not after.startswith(("'s", "’s")):
        if post is None or post.group(1).casefold() not in lexicon.post_heads():
            yield "place", 2.5
    elif AT.search(before):
        yield "place", 1.5
    elif FROM.search(before):
        yield "place", 0.7
    if re.match(r"-(?:based|born|area)\b", after):
        yield "place", 4.0


def _posted(words: str) -> Iterator[tuple[str, float]]:
    """What a post before a name says of it."""
    heads = lexicon.post_heads()
    if last := LAST.search(words):
        yield from _after_noun(words[: last.start()], last.group(1), bool(last.group(2)))
    held = HOLDER_OF.search(words)
    if held and held.group(1).casefold() in heads and "(" not in words[-3:]:
        yield "organisation", 1.2
    if re.search(rf"\b(?:{_one_of('maker')}) by $", words):
        yield "person", 1.5
    so = NAMED_SO.search(words)
    if so and so.group(1).casefold() in heads - lexicon.body_heads():
        yield "person", 2.5
    if re.search(rf"(?i)\b(?:{_one_of('vessel')}) $", words):
        yield "work", 4.0
    if re.search(rf"\b(?:{_one_of('paper')})(?:,? |,? [“\"‘'])$", words):
        yield "work", 3.0


def _after_noun(before: str, noun: str, comma: bool) -> Iterator[tuple[str, float]]:
    """A person after the noun of a post, or a body: "the solicitors Orme Pike", "Ann Lee, Director, Hearth Aid"."""
    heads = lexicon.post_heads() - lexicon.body_heads()
    if noun in patterns.name_words("firm"):
        yield "organisation", 4.0
    elif noun in patterns.name_words("leading"):
        yield "organisation", 2.5
    elif noun.casefold() in heads or noun.removesuffix("s") in heads:
        signed = comma and SIGNED.search(before)
        yield ("organisation" if signed else "person"), 2.5


def _after(before: str, words: str) -> Iterator[tuple[str, float]]:
    """What the words after a name say of it; after "Ann Lee of Kell", "who" is Ann Lee."""
    heads = lexicon.post_heads()
    apposed, other = APPOSED.match(words), BELONGING.search(before)
    if words.startswith(",") and apposed and apposed.group(2) in heads and not other:
        yield "person", 2.0
    if re.match(r"^,? who\b", words) and not other:
        yield "person", 2.0
    owned = OWNED.match(words)
    if words.startswith(("'s", "’s")) and owned and owned.group(1) in heads:
        yield "organisation", 1.5
    if re.match(rf"^,? (?:{_one_of('speaking')})\b", words):
        yield "person", 0.5
    if CAREER.match(words):
        yield "person", 2.0
