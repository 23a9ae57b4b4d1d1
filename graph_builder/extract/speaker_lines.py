"""Records of a debate or an interview, in which the speaker's name stands before a colon at the start of a paragraph.

`Nadia Orme (Pendle East) (Lab): What steps …`, `The Minister for Rivers (Tom Vale): …`, `MS ORME: …`: everything
after the colon, and in the paragraphs that follow up to the next such line, is that speaker's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract.language import Paragraph, Text, trimmed
from graph_builder.model import Span

if TYPE_CHECKING:
    from graph_builder.extract.cast import Cast

__all__ = ["Contribution", "contributions", "speaker_names"]

LABEL = re.compile(
    r"[\s>*_“\"]*(?:Q?\d+[.)]?\s+)?(?P<label>(?:The\s+)?[A-Z][\w’'.-]*(?:[ ,][\w’'.&,-]+){0,14}?)"
    r"(?P<brackets>(?:\s*[(\[][^()\[\]]{1,80}[)\]]){0,3})\s*[*_]*:[*_]*\s+(?=\S)"
)
NAME = re.compile(
    r"\s*[(\[]?(?P<name>(?!(?:The|A|An|North|South|East|West|Mid|Madam|Mr|Mrs)\s+(?:Deputy|Speaker|Chair|[A-Z]\w*\s+of\b))"
    r"(?!The\b)[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'.-]*|de|la|von|van|der|bin|al|ap)){1,4})[)\]]?\s*"
)
TRAILER = re.compile(r"\s*[\[(]\d{4,}[\])]\s*$")  # the number of a question
NOT_SPOKEN = re.compile(r"[\[(][^\])]*[\])]$|[A-Z][^.?!]*$")  # stage directions, headings
CHAIR = re.compile(r"\b(?:Speaker|Chair|Chairman|Chairwoman|Chairperson|Convener|President)\b")
SMALL_WORDS = frozenset("of for and the in to at on with de la von van der bin al ap & a".split())
FEWEST = 3  # lines with a speaker, before a text without brackets counts as a record


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one speaker says in a record until another begins."""

    speaker: str | None  # referent id
    label: Span
    paragraphs: tuple[int, ...]
    parts: tuple[Span, ...]
    chair: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that begins with a speaker's name."""

    paragraph: Paragraph
    label: Span
    bracketed: Span | None
    words: Span


def contributions(text: Text, cast: Cast) -> tuple[Contribution, ...]:
    """Every contribution of a record; none where the document is none."""
    lines = {line.paragraph.number: line for p in text.paragraphs if (line := line_of(text, p)) is not None}
    people = {r.name: r.id for r in cast.referents.values() if cast.is_person(r.id)}
    known = {number: who for number, line in lines.items() if (who := named(cast, line, people))}
    bracketed = any(line.bracketed for number, line in lines.items() if number in known)
    if len(known) < FEWEST and not (bracketed and len(known) > 1):
        return ()
    return tuple(gathered(text, lines, speakers(text, lines, known)))


def speaker_names(text: Text) -> tuple[Span, ...]:
    """Where a record names its speakers, told by its form alone: names of people, whatever else they look like.

    Empty where the document is no record.
    """
    lines = [line for p in text.paragraphs if (line := line_of(text, p)) is not None]
    spans = [span for line in lines for span in (line.label, line.bracketed) if span is not None]
    named = [s for span in spans if (s := trimmed_name(text, span)) is not None]
    return tuple(named) if len(named) >= FEWEST else ()


def trimmed_name(text: Text, span: Span) -> Span | None:
    """The span as a person's name of two words or more; None for an office, a seat or a party."""
    found = NAME.fullmatch(text.document.text, span.start, span.end)
    return Span(*found.span("name")) if found else None


def line_of(text: Text, paragraph: Paragraph) -> Line | None:
    """The speaker's line that a paragraph begins with, if it does."""
    words = text.document.text
    found = LABEL.match(words, paragraph.span.start, paragraph.span.end)
    if found is None or words[found.end()] in "\"“‘'":
        return None
    label = found.group("label").split()
    if any(w[0].islower() and w.strip(",") not in SMALL_WORDS for w in label):
        return None
    trailer = TRAILER.search(words, found.end(), paragraph.span.end)
    end = trailer.start() if trailer else paragraph.span.end
    if words[end - 1] not in ".?!…”\"’'—–-)]":
        return None  # a heading or a list of links
    brackets = Span(*found.span("brackets")) if found.group("brackets") else None
    return Line(paragraph, Span(*found.span("label")), brackets, trimmed(words, Span(found.end(), end)))


def named(cast: Cast, line: Line, people: Mapping[str, str]) -> str | None:
    """The person whom the line names, before the brackets or in them; `people` are the ids of names."""
    spans = [line.label, line.bracketed] if line.bracketed else [line.label]
    for span in spans:
        mentioned = [m.referent for m in cast.mentions_in(span) if cast.is_person(m.referent)]
        if mentioned:
            return mentioned[0]
    names = (NAME.fullmatch(cast.text.document.text, span.start, span.end) for span in spans)
    return next((people[n.group("name")] for n in names if n is not None and n.group("name") in people), None)


def speakers(text: Text, lines: dict[int, Line], known: dict[int, str]) -> dict[int, str]:
    """Who speaks in each line; a title is whoever it was given with before: "The Minister"."""
    titles = {lines[n].label.of(text.document.text).casefold(): who for n, who in sorted(known.items(), reverse=True)}
    found = dict(known)
    for number, line in lines.items():
        label = line.label.of(text.document.text).casefold()
        if number not in found and label in titles:
            found[number] = titles[label]
    return found


def gathered(text: Text, lines: dict[int, Line], who: dict[int, str]) -> Iterator[Contribution]:
    """The lines with the paragraphs that go on with them."""
    current: Line | None = None
    following: list[Paragraph] = []
    for paragraph in text.paragraphs:
        if (line := lines.get(paragraph.number)) is not None:
            if current is not None:
                yield contribution(text, current, following, who)
            current, following = line, []
        elif current is not None and goes_on(paragraph.span.of(text.document.text).strip()):
            following.append(paragraph)
        elif current is not None:
            yield contribution(text, current, following, who)
            current, following = None, []
    if current is not None:
        yield contribution(text, current, following, who)


def goes_on(words: str) -> bool:
    """Whether a paragraph without a name may be more of the words before: no heading, no stage direction."""
    return NOT_SPOKEN.fullmatch(words) is None and len(words.split()) > 4


def contribution(text: Text, line: Line, following: Sequence[Paragraph], who: dict[int, str]) -> Contribution:
    """A line and what goes on with it."""
    parts = [line.words, *(trimmed(text.document.text, p.span) for p in following)]
    numbers = (line.paragraph.number, *(p.number for p in following))
    chair = CHAIR.search(line.label.of(text.document.text)) is not None
    return Contribution(
        who.get(line.paragraph.number), line.label, numbers, tuple(p for p in parts if p.start < p.end), chair
    )
