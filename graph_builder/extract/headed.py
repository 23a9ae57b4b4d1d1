"""Bodies that head their own papers: a press notice's first line is the name of whoever issues it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.extract import lexicon
from graph_builder.extract.language import Text
from graph_builder.extract.words import LINKS, Candidate, words_of
from graph_builder.model import Span

__all__ = ["letterhead"]

ISSUED = re.compile(
    r"(?i)\b(?:press (?:notice|release|statement)|news (?:story|release)|media release|public notice|minutes|bulletin"
    r"|newsletter|annual report|written (?:evidence|statement|submission)|briefing|explanatory note|about us)\b"
)
LONGEST = 9  # words


def letterhead(text: Text, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """The body whose name is the whole title of a paper of its own, which goes on with its noun: "the Committee"."""
    document = text.document
    title, start = document.title or "", document.text.find(document.title or "\0")
    if start < 0 or not document.body or start >= document.body[0].start:
        return
    words = words_of(document.text, Span(start, start + len(title)))
    between = document.text[start + len(title) : document.body[0].start]
    plain = all((w.capital or w.text in LINKS) and (w.joined or not n) for n, w in enumerate(words))
    if not 2 <= len(words) <= LONGEST or not plain or not ISSUED.search(between):
        return
    heads = [w.text.casefold() for w in (words[-1], words[0]) if w.text.casefold() in lexicon.body_heads()]
    said = document.text[document.body[0].start :]
    already = any(c.span.of(document.text).casefold() == title.casefold() for c in named)
    if heads and not already and re.search(rf"(?i)\bthe {heads[0]}\b", said):
        yield Candidate(Span(words[0].start, words[-1].end), "organisation", 4.0, "letterhead")
