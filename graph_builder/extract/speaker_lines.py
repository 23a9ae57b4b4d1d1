"""Records of a debate or an interview: whose words stand after a speaker's name.

Everything after the colon, or below a name that stands alone, is that speaker's own, and so are the paragraphs
that follow, up to the next such line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph_builder.extract.interviews import Turn, turns
from graph_builder.extract.language import Paragraph, Text, trimmed
from graph_builder.extract.record_lines import FEWEST, NAME, Line, is_note, lines_of
from graph_builder.model import EntityType, Referent, Span
from graph_builder.names import person_name

if TYPE_CHECKING:
    from graph_builder.extract.cast import Cast

__all__ = ["Contribution", "contributions"]

NOT_SPOKEN = re.compile(r"[\[(][^\])]*[\])]$|[A-Z][^.?!]*$")  # stage directions, headings
MANY = 5  # lines, each in a paragraph of its own, before a record is one where that is so
CHAIR = re.compile(r"\b(?:Speaker|Chair|Chairman|Chairwoman|Chairperson|Convener|President)\b")
PRELATE = re.compile(
    r"(?:The\s+)?(?P<name>(?:Lord\s+)?(?:Arch)?[Bb]ishop of (?:[A-Z][\w’'.-]*(?:\s+(?:and|&)\s+)?\s*)+)"
)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one speaker says in a record until another begins."""

    speaker: str | None  # referent id
    label: Span
    paragraphs: tuple[int, ...]
    parts: tuple[Span, ...]
    chair: bool = False


def contributions(text: Text, cast: Cast) -> tuple[Contribution, ...]:
    """Every contribution of a record or an interview; none where the document is neither."""
    lines = lines_of(text)
    called = names(cast)
    known = {number: who for number, line in lines.items() if (who := named(cast, line, called))}
    bracketed = any(line.bracketed for number, line in lines.items() if number in known)
    if len(known) < FEWEST and not (bracketed and len(known) > 1):
        return tuple(turned(turn) for turn in turns(text, cast))
    return tuple(gathered(text, lines, speakers(text, lines, known)))


def turned(turn: Turn) -> Contribution:
    """A turn of an interview as a contribution."""
    return Contribution(turn.speaker, turn.label, turn.paragraphs, turn.parts)


def names(cast: Cast) -> Mapping[str, str]:
    """The people by what a record may call them: the whole name, and a part of it or initials that only one has."""
    people = [(r.id, r.name.casefold(), person_name(r.name)) for r in cast.referents.values() if cast.is_person(r.id)]
    short = [(key, w.casefold()) for key, _, name in people for w in {*name.words[:1], *name.words[-1:]}]
    short += [(key, capitals(" ".join(name.words))) for key, _, name in people if len(name.words) > 1]
    often = Counter(word for _, word in short)
    return {word: key for key, word in short if often[word] == 1} | {full: key for key, full, _ in people}


def capitals(name: str) -> str:
    """The capital letters of a name, without accents, which an interview may call its speakers by: "MO’DK"."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if c.isupper())


def named(cast: Cast, line: Line, called: Mapping[str, str]) -> str | None:
    """The person whom the line names, before the brackets or in them."""
    words = cast.text.document.text
    spans = [line.label, line.bracketed] if line.bracketed else [line.label]
    initials = capitals(line.label.of(words)) if line.label.of(words).isupper() else ""
    if len(initials) > 1 and initials in called:
        return called[initials]
    for span in spans:
        mentioned = [m.referent for m in cast.mentions_in(span) if cast.is_person(m.referent)]
        if mentioned:
            return mentioned[0]
    if prelate := PRELATE.fullmatch(line.label.of(words)):
        return called.get(prelate.group("name").casefold()) or joined(cast, line.label, prelate.group("name"))
    found = (NAME.fullmatch(words, span.start, span.end) for span in spans)
    full = next((called[n.group("name").casefold()] for n in found if n and n.group("name").casefold() in called), None)
    alone = person_name(line.label.of(words)).words
    return full or (called.get(alone[0].casefold()) if len(alone) == 1 else None)


def joined(cast: Cast, label: Span, name: str) -> str:
    """The referent of a bishop, whom a record calls by the see alone."""
    key, end = cast.next_id(EntityType.PERSON), label.end
    cast.join(Referent(key, EntityType.PERSON, name, forms=(name,)), Span(end - len(name), end))
    return key


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
        words = paragraph.span.of(text.document.text).strip()
        if (line := lines.get(paragraph.number)) is not None:
            if current is not None:
                yield from contribution(text, current, following, who)
            current, following = line, []
        elif is_note(words):
            continue  # the time or the column: whoever speaks goes on below it
        elif current is not None and (goes_on(words) or (first_below(current, following) and words[-1] in ".?!")):
            following.append(paragraph)
        elif current is not None:
            yield from contribution(text, current, following, who)
            current, following = None, []
    if current is not None:
        yield from contribution(text, current, spoken(current, following, lines), who)


def spoken(last: Line, following: Sequence[Paragraph], lines: dict[int, Line]) -> Sequence[Paragraph]:
    """What goes on with the last line: nothing where every line before it holds all that its speaker says."""
    numbers = sorted(lines)
    single = len(numbers) > MANY and all(b - a == 1 for a, b in pairwise(numbers))
    return [] if single and last.words.start < last.words.end else following


def first_below(line: Line, following: Sequence[Paragraph]) -> bool:
    """Whether the words right below a name that stands alone come next."""
    return not following and line.words.start == line.words.end


def goes_on(words: str) -> bool:
    """Whether a paragraph without a name may be more of the words before: no heading, no stage direction."""
    return NOT_SPOKEN.fullmatch(words) is None and len(words.split()) > 4


def contribution(
    text: Text, line: Line, following: Sequence[Paragraph], who: Mapping[int, str]
) -> Iterator[Contribution]:
    """A line and what goes on with it; nothing where a name has no words."""
    parts = [p for p in (line.words, *(trimmed(text.document.text, p.span) for p in following)) if p.start < p.end]
    numbers = (line.paragraph.number, *(p.number for p in following))
    chair = CHAIR.search(line.label.of(text.document.text)) is not None
    if parts:
        yield Contribution(who.get(line.paragraph.number), line.label, numbers, tuple(parts), chair)
