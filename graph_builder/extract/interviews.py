"""Interviews that name nobody line by line: `Q:` and `A:`, or questions in paragraphs of their own.

The answers are those of the one person whom the introduction says was asked. Questions have no speaker: the page
seldom says who asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract.language import Paragraph, Text, trimmed
from graph_builder.model import Span

if TYPE_CHECKING:
    from graph_builder.extract.cast import Cast

__all__ = ["Turn", "turns"]

SIGN = re.compile(r"[\s>*_]*(?P<sign>Q(?:uestion)?|A(?:nswer)?|Interviewer)\s?\d*[*_]*\s*[:.][*_]*\s+(?=\S)")
TALK = (
    r"spoke (?:to|with)|speaks? (?:to|with)|talk(?:s|ed)? (?:to|with)|interview(?:s|ed)?(?: with)?|sat down with|"
    r"caught up with|met up with|joined by|questions (?:to|for)|Q ?& ?A with|conversation with|five minutes with|"
    r"put (?:our|your|some|these|the) questions to"
)
TOLD = re.compile(
    r"\b(?:(?:he|she|they) (?:tells?|told) (?:us|me)\b|(?:this|the) (?:interview|conversation) (?:has been|was|is)\b)",
    re.IGNORECASE,
)
MEETING = re.compile(rf"\b(?:{TALK})\s+(?P<after>[^.?!]{{3,160}})", re.IGNORECASE)
OWN_PAGES = frozenset(["personal-page", "blog"])  # whose author asks and answers
OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
LONGEST = 40  # words of a question that stands alone
FEWEST = 3  # of those, before a page counts as an interview


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side of an interview says before the other goes on."""

    speaker: str | None  # referent id
    label: Span
    paragraphs: tuple[int, ...]
    parts: tuple[Span, ...]


def turns(text: Text, cast: Cast) -> Iterator[Turn]:
    """The answers, and the questions where a sign marks them; none where the document is no such interview."""
    signs = {p.number: found for p in text.paragraphs if (found := sign_at(text, p)) is not None}
    kinds = [found.group("sign")[0] for found in signs.values()]
    if kinds.count("A") > 1 and len(kinds) > kinds.count("A"):
        yield from signed(text, signs, asked(text, cast, min(signs)))
        return
    questions = [p for p in text.paragraphs if is_question(text, p)]
    questions = prompts(text, questions) if len(questions) >= FEWEST else questions
    if len(questions) < FEWEST or text.document.genre in OWN_PAGES:
        return
    who = asked(text, cast, questions[0].number, met=True)
    strict = all((q.number - questions[0].number) % 2 == 0 for q in questions)
    if who == cast.author or (cast.author is not None and not strict):
        return  # an author may put questions to the reader
    answers = [(q, below) for q in questions if (below := list(answer(text, q, questions)))]
    own = sum(OWN.search(words_of(text, below)) is not None for _, below in answers)
    if who is not None and len(answers) >= FEWEST and 2 * own > len(answers):
        for question, below in answers:
            yield turn(text, who, question.span, below)


def sign_at(text: Text, paragraph: Paragraph) -> re.Match[str] | None:
    """The `Q:` or `A:` that a paragraph begins with."""
    return SIGN.match(text.document.text, paragraph.span.start, paragraph.span.end)


def signed(text: Text, signs: dict[int, re.Match[str]], who: str | None) -> Iterator[Turn]:
    """The turns that begin with a sign; what follows without one goes on with them."""
    for number, found in signs.items():
        after = min([n for n in signs if n > number], default=number + 1)
        rest = text.paragraphs[number + 1 : after]
        whole = text.paragraphs[number].span
        parts = [trimmed(text.document.text, s) for s in (Span(found.end(), whole.end), *(p.span for p in rest))]
        answers = found.group("sign").startswith("A")
        yield Turn(who if answers else None, Span(*found.span("sign")), tuple(range(number, after)), tuple(parts))


def is_question(text: Text, paragraph: Paragraph) -> bool:
    """Whether a paragraph is one short question without quotation marks."""
    words = paragraph.span.of(text.document.text).strip(" *_#>")
    return words.endswith("?") and len(words.split()) <= LONGEST and not re.search(r"[“”\"]", words)


def prompts(text: Text, questions: Sequence[Paragraph]) -> list[Paragraph]:
    """The questions, and where every other paragraph is one, the remarks that stand in such a place: "You lost."."""
    first, last = questions[0].number, questions[-1].number
    places = text.paragraphs[first : last + 1 : 2]
    remarks = [p for p in places if len(p.span.of(text.document.text).split()) <= LONGEST]
    return remarks if len(remarks) == len(places) and all(q in places for q in questions) else list(questions)


def answer(text: Text, question: Paragraph, questions: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs between a question and the next, as far as they are whole sentences."""
    for paragraph in text.paragraphs[question.number + 1 :]:
        words = paragraph.span.of(text.document.text).strip(" *_")
        if paragraph in questions or not words.endswith((".", "!", "…", "?", "”", '"', ")")):
            return
        yield paragraph


def words_of(text: Text, paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs as one."""
    return " ".join(p.span.of(text.document.text) for p in paragraphs)


def turn(text: Text, who: str, label: Span, below: Sequence[Paragraph]) -> Turn:
    """An answer, paragraph by paragraph."""
    parts = tuple(trimmed(text.document.text, p.span) for p in below)
    return Turn(who, label, tuple(p.number for p in below), parts)


def asked(text: Text, cast: Cast, first: int, *, met: bool = False) -> str | None:
    """The one person whom what stands before the first question says was asked.

    With `met` it must say that they were spoken to; else the only person that it names will do.
    """
    words = text.document.text
    before = [p.span for p in text.paragraphs[:first]]
    named = {m.referent for span in before for m in cast.mentions_in(span)}
    people = [r for r in sorted(named) if cast.is_person(r) and r not in {*cast.reporters, *cast.authors}]
    partners: set[str] = set()
    for span in before:
        for found in MEETING.finditer(words, span.start, span.end):
            near = [m.referent for m in cast.mentions_in(Span(*found.span("after"))) if m.referent in people]
            partners.update(near[:1])
    if len(partners) == 1:
        return partners.pop()
    spoken = any(sign.search(words, span.start, span.end) for span in before for sign in (MEETING, TOLD))
    return people[0] if len(people) == 1 and (spoken or not met) else None
