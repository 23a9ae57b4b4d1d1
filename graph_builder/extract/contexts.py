"""What the words beside a name say of what it names: a person after a post, a body after "chief executive of"."""

from __future__ import annotations

import re
from collections import defaultdict

from graph_builder.extract import lexicon
from graph_builder.extract.organisations import described
from graph_builder.model import Span

__all__ = ["votes"]

IN = re.compile(
    r"\b(?:in|at|near|outside|across|MP for|Member for|[Cc]onstituency of|town of|village of|city of|travelled to|through)"
    r"\s(?:the\s)?$|\b(?:MP|MSP|Member|councillor|candidate) for (?:[A-Z][\w-]+ )+and $"
)
FROM = re.compile(r"\bfrom\s$")
DONE_BY = re.compile(r"\b(?:founded|led|chaired|written|drawn up|set up|signed|headed|edited|run) by $")
HOLDER_OF = re.compile(r"\b(\w+) (?:of|at|for) (?:the )?$")
OWNED = re.compile(r"^(?:['’]s?)? (?:own )?(?:[a-z]+ ){0,3}([a-z]+)\b")
APPOSED = re.compile(r"^,? (?:\d{1,3}, )?(?:(?:the|a|an|its|their|who|our) )?((?:[\w’'-]+ ){0,4}?)([a-z]+)\b")
SAID = re.compile(r"^,? (?:said|says|told|added|asked|replied|warned|argued|wrote|insisted|explained)\b")


def votes(text: str, span: Span) -> dict[str, float]:
    """How much the words around a name speak for a person, a body or a place."""
    before, after = text[max(0, span.start - 50) : span.start], text[span.end : span.end + 60]
    found: dict[str, float] = defaultdict(float)
    if described(text, span):
        found["organisation"] += 3
    if IN.search(before):
        found["place"] += 1.5
    elif FROM.search(before):
        found["place"] += 0.7
    heads = lexicon.post_heads()
    last = re.search(r"([\w-]+),?\s$", before)
    if last and last.group(1).casefold() in heads and last.group(1).casefold() not in lexicon.body_heads():
        found["person"] += 2.5
    holder = HOLDER_OF.search(before)
    if holder and holder.group(1).casefold() in heads and "(" not in before[-3:]:
        found["organisation"] += 1.2
    if DONE_BY.search(before):
        found["person"] += 1.5
    apposed = APPOSED.match(after)
    if after.startswith(",") and apposed and apposed.group(2) in heads | {"who"}:
        found["person"] += 2.0
    if re.match(r"^,? who\b", after):
        found["person"] += 2.0
    owned = OWNED.match(after)
    if after.startswith(("'s", "’s")) and owned and owned.group(1) in heads:
        found["organisation"] += 1.5
    if SAID.match(after):
        found["person"] += 0.5
    return found
