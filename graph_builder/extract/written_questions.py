"""Written questions to ministers: "To ask the Secretary of State …", the member's name above, the answer below.

The names stand on lines of their own, as a record prints them: the member before the question, the minister
between the question and the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.language import Paragraph, Text, trimmed
from graph_builder.extract.speaker_lines import Contribution
from graph_builder.model import Mention, Span

if TYPE_CHECKING:
    from graph_builder.extract.cast import Cast

__all__ = ["written_questions"]

QUESTION = re.compile(r"(?:^|(?<=: )|(?<=\] )|(?<=\) ))To ask (?:the|His|Her)\b")
ENDING = re.compile(r"\s*[\[(](?:UIN |HL)?\d{3,}[\])]?\s*$")
REACH = 8  # lines between a name and the words
SHORT = 14  # words; a longer line is no heading


def written_questions(text: Text, cast: Cast) -> Iterator[Contribution]:
    """The questions and their answers, in order; none where the document has no such question."""
    words = text.document.text
    for i, paragraph in enumerate(text.paragraphs):
        found = QUESTION.search(paragraph.span.of(words))
        if found is None:
            continue
        asked = trimmed(words, Span(paragraph.span.start + found.start(), end_of(words, paragraph)))
        asker = name_before(text, cast, i, asked.start)
        if asker is not None:
            yield Contribution(asker.referent, asker.span, (paragraph.number,), (asked,))
            yield from answer(text, cast, i, asker)


def end_of(words: str, paragraph: Paragraph) -> int:
    """Where a question ends, without its number."""
    number = ENDING.search(words, paragraph.span.start, paragraph.span.end)
    return number.start() if number else paragraph.span.end


def name_before(text: Text, cast: Cast, i: int, end: int) -> Mention | None:
    """The person named last before a question, in its own line or in one of the short lines above it."""
    for paragraph in reversed(text.paragraphs[max(0, i - REACH) : i + 1]):
        if paragraph is not text.paragraphs[i] and len(paragraph.doc) > SHORT:
            return None
        people = people_in(cast, Span(paragraph.span.start, min(end, paragraph.span.end)))
        if people:
            return people[-1]
    return None


def answer(text: Text, cast: Cast, i: int, asker: Mention) -> Iterator[Contribution]:
    """The paragraphs of the answer that follows a question, and the minister who gives it."""
    minister: Mention | None = None
    parts: list[Paragraph] = []
    for paragraph in text.paragraphs[i + 1 :]:
        body = len(paragraph.doc) > SHORT
        if QUESTION.search(paragraph.span.of(text.document.text)) or (parts and not body):
            break
        people = [] if body else [m for m in people_in(cast, paragraph.span) if m.referent != asker.referent]
        minister = people[0] if people else minister
        if body and minister is None:
            break
        parts += [paragraph] if body else []
        if not parts and paragraph.number - text.paragraphs[i].number > REACH:
            break
    if minister is not None and parts:
        spans = tuple(trimmed(text.document.text, p.span) for p in parts)
        yield Contribution(minister.referent, minister.span, tuple(p.number for p in parts), spans)


def people_in(cast: Cast, span: Span) -> list[Mention]:
    """The people named in a span."""
    return [m for m in cast.mentions_in(span) if cast.is_person(m.referent)]
