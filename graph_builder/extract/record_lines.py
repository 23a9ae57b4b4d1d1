"""Lines that name a speaker, told by their form: before a colon, or alone above what is said.

`Nadia Orme (Kell East) (Lab): What steps …` and `MS ORME: …` hold the words themselves; a record on the web sets
`Baroness Orme (CB)`, `Asked by Lord Vale` or `The Minister for Rivers (Tom Vale) (Lab)` on a line of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graph_builder.extract.language import Paragraph, Text, trimmed
from graph_builder.model import Span

__all__ = ["Line", "is_note", "lines_of", "speaker_names"]

BRACKETS = r"(?P<brackets>(?:\s*[(\[][^()\[\]]{1,80}[)\]]){0,3})"
LABEL = re.compile(
    r"[\s>*_“\"]*(?:Q?\d+[.)]?\s+)?(?P<label>(?:The\s+)?[A-Z][\w’'.-]*(?:[ ,][\w’'.&,-]+){0,14}?)"
    + BRACKETS
    + r"\s*[*_]*:[*_]*\s+(?=\S)"
)
ALONE = re.compile(
    r"[\s>*_#]*(?:\d+\.\s+)?(?:(?:Asked|Moved|Tabled|Put) by\s+)?"
    r"(?P<label>(?:The\s+)?[A-Z][\w’'.-]*(?:,?[ ][\w’'&.-]+){0,12}?)" + BRACKETS + r"[\s*_]*"
)
NAME = re.compile(
    r"\s*[(\[]?(?P<name>(?!(?:The|A|An|North|South|East|West|Mid|Madam|Mr|Mrs)\s+(?:Deputy|Speaker|Chair|[A-Z]\w*\s+of\b))"
    r"(?!The\b)[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'.-]*|de|la|von|van|der|bin|al|ap)){1,4})[)\]]?\s*"
)
OFFICE = re.compile(
    r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Earl|Bishop|Minister|Secretary|Speaker|Chair\w*|Chancellor|Convener|"
    r"President|Leader|Whip|Attorney|Solicitor|Advocate|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\b"
)
ADDRESS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|[Hh]on\.|noble|Minister|Mr Speaker|Order)\b")
NOTE = re.compile(r"\s*(?:\d{1,2}[.:]\d\d\s*(?:[ap]\.?\s?m\.?)?|Column \d+\w*|\d{1,2}\s?[ap]\.?m\.?)\s*")
TRAILER = re.compile(r"\s*[\[(]\d{4,}[\])]\s*$")  # the number of a question
SMALL_WORDS = frozenset("of for and the in to at on with de la von van der bin al ap & a".split())
SENTENCE_END = tuple(".?!…”\"’'—–-)]")
FEWEST = 3  # lines with a speaker, before a text counts as a record


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that begins with a speaker's name, or is no more than one."""

    paragraph: Paragraph
    label: Span
    bracketed: Span | None
    words: Span  # empty where the words stand below


def lines_of(text: Text) -> dict[int, Line]:
    """The lines that name a speaker, by the number of their paragraph: before colons, else alone."""
    colons = {p.number: line for p in text.paragraphs if (line := colon_line(text, p)) is not None}
    alone = names_alone(text) if len(colons) < FEWEST else {}
    return alone or colons


def colon_line(text: Text, paragraph: Paragraph) -> Line | None:
    """The speaker's line that a paragraph begins with, if it does."""
    words = text.document.text
    found = LABEL.match(words, paragraph.span.start, paragraph.span.end)
    if found is None or words[found.end()] in "\"“‘'" or not is_label(found):
        return None
    trailer = TRAILER.search(words, found.end(), paragraph.span.end)
    end = trailer.start() if trailer else paragraph.span.end
    if words[end - 1] not in SENTENCE_END:
        return None  # a heading or a list of links
    return Line(paragraph, label_of(found), bracketed(found), trimmed(words, Span(found.end(), end)))


def is_label(found: re.Match[str]) -> bool:
    """Whether the words look like a name or an office: capitals, but for the small words between them."""
    return all(not w[0].islower() or w.strip(",") in SMALL_WORDS for w in found.group("label").split())


def label_of(found: re.Match[str]) -> Span:
    """Where the name stands."""
    return Span(*found.span("label"))


def bracketed(found: re.Match[str]) -> Span | None:
    """Where the brackets after the name stand."""
    return Span(*found.span("brackets")) if found.group("brackets") else None


def names_alone(text: Text) -> dict[int, Line]:
    """The lines that are no more than a speaker's name, where the document is a record that sets them so.

    A list of people with what is told of each looks much the same: in a record people speak to one another, and
    some of them more than once or with their seat or party in brackets.
    """
    lines: dict[int, Line] = {}
    addressed = 0
    for paragraph, below in zip(text.paragraphs, text.paragraphs[1:], strict=False):
        line = alone(text, paragraph, below)
        if line is not None:
            lines[paragraph.number] = line
            addressed += ADDRESS.search(below.span.of(text.document.text)) is not None
    names = Counter(line.label.of(text.document.text) for line in lines.values())
    marked = sum(line.bracketed is not None for line in lines.values()) + sum(n - 1 for n in names.values())
    return lines if len(lines) >= FEWEST and marked > 1 and 2 * addressed >= len(lines) else {}


def alone(text: Text, paragraph: Paragraph, below: Paragraph) -> Line | None:
    """The name that a paragraph is, if it is no more, and speech may stand below it."""
    words = text.document.text
    found = ALONE.fullmatch(words, paragraph.span.start, paragraph.span.end)
    if found is None or not is_label(found) or found.group("label").isupper():
        return None
    spoken = below.span.of(words).rstrip(" *_")
    named = OFFICE.search(found.group("label")) or NAME.fullmatch(found.group("label"))
    another = ALONE.fullmatch(spoken)
    if not named or not spoken.endswith(SENTENCE_END) or (another and is_label(another) and spoken[-1] in ")]"):
        return None
    return Line(paragraph, label_of(found), bracketed(found), Span(paragraph.span.end, paragraph.span.end))


def is_note(words: str) -> bool:
    """Whether a line is the record's own: the time, the number of the column."""
    return NOTE.fullmatch(words) is not None


def speaker_names(text: Text) -> tuple[Span, ...]:
    """Where a record names its speakers, told by its form alone: names of people, whatever else they look like.

    Empty where the document is no record.
    """
    lines = list(lines_of(text).values())
    spans = [span for line in lines for span in (line.label, line.bracketed) if span is not None]
    named = [s for span in spans if (s := trimmed_name(text, span)) is not None]
    return tuple(named) if len(named) >= FEWEST or (len(named) > 1 and len(lines) > FEWEST) else ()


def trimmed_name(text: Text, span: Span) -> Span | None:
    """The span as a person's name of two words or more; None for an office, a seat or a party."""
    found = NAME.fullmatch(text.document.text, span.start, span.end)
    return Span(*found.span("name")) if found else None
