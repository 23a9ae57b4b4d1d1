"""Timelines: a heading with a date, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from graph_builder.extract.clauses import object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_entries import entry
from graph_builder.extract.event_kinds import kind_of, noun_kind, verb_kind
from graph_builder.extract.event_phrases import capital
from graph_builder.extract.happenings import Happening, Part, Scene
from graph_builder.extract.language import Paragraph

__all__ = ["heading_events", "section_date"]

LONGEST = 120  # characters of a heading
ENDS = (".", "”", '"', ":", "!", "?", "’")
COUNTS = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
COUNTED = re.compile(
    r"(?i)\b(?:(?P<count>\w+) )?(?P<unit>days?|weeks?|months?|years?) (?P<way>later|earlier|before|after)\b"
)
FOLLOWING = re.compile(r"(?i)\bthe (?:next|following) (?P<unit>day|week|weekend|month)\b")
WEEK_AFTER = 10  # days in which the next weekend is over, whatever the day
REACH = 4  # paragraphs below a heading that stand under it


def heading_events(scene: Scene) -> Iterator[Happening]:
    """What the headings of a timeline themselves tell: "9 May 2031: The harbour opens"."""
    text = scene.text.document.text
    for number, paragraph in enumerate(scene.text.paragraphs):
        found = entry(scene, paragraph) if len(paragraph.span.of(text)) <= LONGEST else None
        words = text[found.start : paragraph.span.end].strip(" .") if found is not None else ""
        kind = _kind(paragraph) if words and not _tells(words) else None
        if found is None or kind is None:
            continue
        below = scene.text.paragraphs[number + 1] if number + 1 < len(scene.text.paragraphs) else paragraph
        yield Happening(
            kind,
            capital(words),
            paragraph.span,
            "event/heading",
            found.when,
            found.until,
            parts=_first(scene, below, kind),
            confidence=0.8,
        )


def _tells(words: str) -> bool:
    """Whether an entry goes on for more than a sentence, so that its clauses tell what happened."""
    return ". " in words


def section_date(scene: Scene, paragraph: Paragraph, words: str) -> When | None:
    """The date of the timeline's heading that a paragraph stands under, or as many days later as the words say."""
    own = entry(scene, paragraph)
    if own is not None and own.start < paragraph.span.end:
        return _later(own.when, words)
    for candidate in reversed(scene.text.paragraphs[max(0, paragraph.number - REACH) : paragraph.number]):
        when = _heading(scene, candidate)
        if when is not None:
            return _later(when, words)
        if candidate.span.end - candidate.span.start < LONGEST and not candidate.span.of(
            scene.text.document.text
        ).rstrip().endswith(ENDS):
            return None  # another heading, without a date, ends the section
    return None


def _later(when: When, words: str) -> When | None:
    """The date so many days after the heading's: "Four days later …"; None where the words count in another way."""
    match = COUNTED.search(words)
    if match is None:
        follows = FOLLOWING.search(words)
        return when if follows is None else _following(when, follows["unit"])
    days = (
        COUNTS.index(match["count"].casefold()) + 1 if match["count"] and match["count"].casefold() in COUNTS else None
    )
    if (
        days is None
        or match["unit"] is None
        or not match["unit"].startswith("day")
        or match["way"] != "later"
        or len(when.iso) < len("2024-01-01")
    ):
        return None
    return When(when.span, (date.fromisoformat(when.iso) + timedelta(days=days)).isoformat())


def _following(when: When, unit: str) -> When | None:
    """The next day, or the month where it is the same for all of the next week or weekend."""
    if len(when.iso) < len("2024-01-01"):
        return None
    day = date.fromisoformat(when.iso)
    if unit == "day":
        return When(when.span, (day + timedelta(days=1)).isoformat())
    same = unit != "month" and (day + timedelta(days=WEEK_AFTER)).month == day.month
    return When(when.span, when.iso[: len("2024-01")]) if same else None


def _heading(scene: Scene, paragraph: Paragraph) -> When | None:
    """The date that the paragraph begins with, where it is a heading and no entry with its own sentences."""
    found = entry(scene, paragraph) if paragraph.span.end - paragraph.span.start <= LONGEST else None
    if found is None:
        return None
    words = scene.text.document.text[found.start : paragraph.span.end].rstrip()
    return None if words.endswith(".") else found.when


def _kind(paragraph: Paragraph) -> str | None:
    """The first kind of event that the heading's own words tell."""
    for token in (t for t in paragraph.doc if t.ent_type_ != "DATE"):
        if token.pos_ == "VERB" and (kind := verb_kind(token, object_of(token) or subject_of(token))):
            return kind
        if token.pos_ in ("NOUN", "PROPN") and (kind := noun_kind(token)):
            return kind
    return None


def _first(scene: Scene, paragraph: Paragraph, kind: str) -> list[Part]:
    """Whoever is the subject of the first sentence below the heading."""
    first = next(iter(paragraph.doc.sents), None)
    subject = subject_of(first.root) if first is not None else None
    return [(r, kind_of(kind).places["subject"]) for r in scene.who(paragraph, subject)]
