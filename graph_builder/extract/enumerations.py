"""Names that stand in a list: "the union, the league and the Harbour Trust"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph
from graph_builder.model import Mention, Span

__all__ = ["listed", "nominal"]

# What may stand between two names of a list: a comma or "and", and a few words that describe the second.
JOIN = r"(?:\s*\([^()]*\))?\s*(?P<join>,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+)"
LINK = re.compile(JOIN + r"(?:the\s+|its\s+)?(?:[a-z][\w’'-]*\s+){0,5}")
AFFILIATION = re.compile(r"\s*(?:\(|,?\s(?:of|from|at|for)\s(?:the\s)?(?:[a-z][\w’'-]*\s+){0,4})")
VERBAL = frozenset(["VERB", "AUX", "ADP", "SCONJ", "PRON"])


def listed(cast: Cast, paragraph: Paragraph, mention: Mention) -> list[Mention]:
    """The names of the list that a name is in, itself among them; itself alone where it is in none."""
    sentence = cast.text.sentence_at(mention.span)
    names = [m for m in cast.mentions_in(sentence) if m.form != "pronoun"]
    if mention not in names:
        return [mention]
    at = names.index(mention)
    runs = [list(linked(cast, paragraph, names[i:])) for i in range(at + 1)]
    found = [m for run in runs if mention in run for m in run]
    return list(dict.fromkeys(found)) or [mention]


def linked(cast: Cast, paragraph: Paragraph, names: Sequence[Mention]) -> Iterator[Mention]:
    """The first name and those of its sort that a list joins to it, whose last link is an "and"."""
    words, run, joined, last = cast.text.document.text, [names[0]], False, names[0].span.end
    for mention in names[1:]:
        gap, alike = Span(last, mention.span.start), cast.is_person(mention.referent) is cast.is_person(run[0].referent)
        link = LINK.fullmatch(gap.of(words)) if nominal(paragraph, gap) else None
        if link is not None and alike:
            run.append(mention)
            joined = "and" in link.group("join") or "as well" in link.group("join")
        elif link is not None or AFFILIATION.fullmatch(gap.of(words)) is None or cast.is_person(mention.referent):
            break
        if joined:
            break
        last = mention.span.end + words.startswith(")", mention.span.end)
    yield from run if joined else run[:1]


def nominal(paragraph: Paragraph, gap: Span) -> bool:
    """Whether the words between two names hold no verb or preposition."""
    tokens = [t for t in paragraph.tokens(gap) or () if paragraph.span_of(t).start >= gap.start]
    return not any(t.pos_ in VERBAL and t.lower_ not in ("as", "well") for t in tokens)
