"""Dates that a voice gives: the document's own words for them, read as every other date is, or a date that these
words are.

A date given in figures is taken where the document says one that is the same or more precise, or where all that it has
of year, month and day is said by the document: a month and a day without a year are of the year about the document's
own date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.voice.body import Body
from graph_builder.model import Document, Span

__all__ = ["date_of", "dates_said"]

ISO = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def date_of(told: str, body: Body, near: Span, *, future: bool = False) -> str | None:
    """The date that some words, or figures, of a voice mean; None where the document does not say it.

    Of several places of these words the one nearest to the evidence counts; `future` says that they look ahead.
    """
    if ISO.fullmatch(told):
        return told if _said(told, body) else None
    for spans in sorted(body.find(told), key=lambda s: abs(s[0].start - near.start)):
        span = Span(spans[0].start, spans[-1].end)
        for when in dates_said(body.document, future=future):
            if when.span.meets(span):
                return when.iso
    return None


@lru_cache(maxsize=16)
def dates_said(document: Document, *, future: bool) -> tuple[When, ...]:
    """Every date that the body says, looking back or ahead."""
    said = (dates_in(document.text, p, document.published, future=future, british=True) for p in document.body)
    return tuple(when for dates in said for when in dates)


def _said(iso: str, body: Body) -> bool:
    if iso == (body.document.published or "")[: len(iso)]:
        return True  # "today", and whatever is told as news
    if any(when.iso.startswith(iso) for ahead in (False, True) for when in dates_said(body.document, future=ahead)):
        return True
    year, *rest = iso.split("-")
    words = body.plain.casefold()
    near = {str(int(body.document.published[:4]) + step) for step in (-1, 0, 1)} if body.document.published else ()
    if not (re.search(rf"(?<!\d){year}(?!\d)", words) or (rest and year in near)):
        return False
    if rest and not re.search(rf"\b{MONTHS[int(rest[0]) - 1]}[a-z]*\b", words):
        return False
    return len(rest) < 2 or bool(re.search(rf"(?<!\d){int(rest[1])}(?:st|nd|rd|th)?(?![\d\w])", words))
