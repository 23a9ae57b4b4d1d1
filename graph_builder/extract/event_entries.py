"""Entries of a timeline: the date that a paragraph begins with, and where its words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.happenings import Scene
from graph_builder.extract.language import Paragraph
from graph_builder.model import Span

__all__ = ["Entry", "entry", "is_timeline", "of_entry"]

LEAD = re.compile(r"\s*(?:[:–—-]\s+|\s\|\s|$)(?=\S|$)")
YEAR = re.compile(r"\W{0,3}(?P<year>(?:19|20)\d\d)(?=\s*(?:[:–—-]\s|$))")
JOINED = re.compile(r"\s*(?:to|until|and|or|[-–—])\s*")
INDENT = 12  # characters that may stand before its date
HEAD = 60  # characters in which the date stands
MANY = 3  # entries that make a timeline


@dataclass(frozen=True, slots=True)
class Entry:
    """A date, the end of a stretch of time, and where the words after it begin."""

    when: When
    until: str | None
    start: int


def entry(scene: Scene, paragraph: Paragraph) -> Entry | None:
    """The date that the paragraph begins with, where a dash, a colon or nothing follows it."""
    document, span = scene.text.document, paragraph.span
    dates = list(dates_in(document.text, Span(span.start, min(span.end, span.start + HEAD)), document.published))
    year = YEAR.match(document.text, span.start, span.end)
    if year is not None:
        dates = [When(Span(*year.span("year")), year["year"])]
    if not dates or dates[0].span.start - span.start > INDENT:
        return None
    last = dates[0]
    for later in dates[1:2]:
        between = document.text[last.span.end : later.span.start]
        last = later if JOINED.fullmatch(between) and later.iso >= last.iso else last
    lead = LEAD.match(document.text, last.span.end, span.end)
    if lead is None:
        return None
    return Entry(dates[0], last.iso if last is not dates[0] else None, min(lead.end(), span.end))


def of_entry(
    scene: Scene, paragraph: Paragraph, when: When | None, until: str | None
) -> tuple[When | None, str | None]:
    """The dates of a timeline's entry as its head gives them, where the parser took them for the verb's."""
    found = entry(scene, paragraph) if when is not None else None
    if found is None or when is None or when.span.start >= found.start:
        return when, until
    return found.when, found.until


def is_timeline(scene: Scene) -> bool:
    """Whether the document goes from date to date."""
    found = 0
    for paragraph in scene.text.paragraphs:
        found += entry(scene, paragraph) is not None
        if found >= MANY:
            return True
    return False
