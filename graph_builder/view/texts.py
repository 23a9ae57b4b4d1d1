"""The documents' texts as the page shows them, and where in them each piece of evidence stands.

A text is the article's paragraphs, one on a line. Where all texts together are more than a page should carry, the
paragraphs without evidence give way to `CUT`, and the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph_builder.model import Document
from graph_builder.view.model import Evidence, Source

__all__ = ["CUT", "Texts"]

CUT = "\f"  # a paragraph of this alone stands for those left out
_FREE = 40_000  # characters of text that any page may carry
_EACH = 150  # and so many more for each piece of evidence


class Texts:
    """What the documents say, by source; evidence is looked up in it by its words."""

    def __init__(self, documents: Iterable[Document], quotes: Mapping[str, set[str]]) -> None:
        self._texts = {d.source: _paragraphs(d, quotes.get(d.source, set())) for d in documents}
        self._known: dict[tuple[str, str], tuple[int, int]] = {}
        room = _FREE + _EACH * sum(len(found) for found in quotes.values())
        if sum(map(len, self._texts.values())) > room:
            for source, text in self._texts.items():
                self._texts[source] = _shortened(text, [_place(text, quote) for quote in quotes.get(source, ())])

    def of(self, source: Source) -> Source:
        """The document with its text."""
        return replace(source, text=self._texts.get(source.key, ""))

    def found(self, evidence: Evidence) -> Evidence:
        """The evidence with its place, where its document's text is known and holds it."""
        about = (evidence.source, evidence.quote)
        if about not in self._known:
            text = self._texts.get(evidence.source, "")
            self._known[about] = _place(text, evidence.quote) if evidence.quote else (-1, -1)
        start, end = self._known[about]
        return replace(evidence, start=start, end=end)


def _paragraphs(document: Document, quotes: set[str]) -> str:
    """The article; and before it whatever evidence stands outside of it, so that none is without its place."""
    body = "\n".join(filter(None, (" ".join(span.of(document.text).split()) for span in document.body)))
    body = body.replace(CUT, " ")
    outside = sorted(quote for quote in quotes if quote and _place(body, quote)[0] < 0)
    return "\n".join([*outside, body])


def _place(text: str, quote: str) -> tuple[int, int]:
    """Where a sentence stands; of several places rather the one that is a whole paragraph, as a heading is."""
    flat = text.replace("\n", " ")
    starts = [match.start() for match in re.finditer(re.escape(quote), flat)]
    if not starts:
        return -1, -1
    whole = (s for s in starts if text[s - 1 : s] in {"", "\n"} and text[s + len(quote) :][:1] in {"", "\n"})
    start = next(whole, starts[0])
    return start, start + len(quote)


def _shortened(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Only the paragraphs that hold evidence; each run of others is one `CUT`."""
    kept: list[str] = []
    start = 0
    wanted = [place for place in places if place[0] >= 0]
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        holds = any(first < end and start < last for first, last in wanted)
        if holds or kept[-1:] != [CUT]:
            kept.append(paragraph if holds else CUT)
        start = end + 1
    return "\n".join(kept)
