"""Words that somebody is said to have said, as one sentence gives them: from ranges of its tokens to spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.speech_verbs import SUBJECTS, Cue
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Range", "Saying", "form_of", "parts_of", "widened", "words_between", "words_of"]

PUNCTUATION = frozenset([",", ";", ":", "-", "–", "—", "--", ".", "…", "!", "?", "(", ")"])

Range = tuple[int, int]  # tokens of the frame's paragraph


@dataclass(slots=True, eq=False)
class Saying:
    """Words that somebody is said to have said, as the sentence gives them; whose they are is asked later."""

    frame: Frame
    rule: str
    confidence: float
    parts: list[Span]
    form: str
    cue: Cue | None = None
    source: Token | None = None
    last: Frame | None = None  # the sentence that it ends in, where quotations after its own go on with it
    words: Span | None = None  # the words of saying, where they are no verb
    named: tuple[Span, ...] = ()  # what names the speaker, as the encoder sees it

    @property
    def ends_in(self) -> Frame:
        """The sentence that holds its last words."""
        return self.last or self.frame


def widened(frame: Frame, words: Range) -> Range:
    """The range, with the whole of every quotation that it cuts into or that stands right behind it."""
    first, end = words
    for quoted in frame.quoted:
        gap = [t for t in frame.paragraph.doc[end : quoted.first] if not t.is_punct] if quoted.first >= end else []
        beside = quoted.first >= end and not gap and quoted.first - end < 2
        if (quoted.first < end and first < quoted.end) or beside:
            first, end = min(first, quoted.first), max(end, quoted.end)
    return first, end


def parts_of(frame: Frame, ranges: list[Range]) -> list[Span]:
    """The words of some ranges as spans; one that is a quotation and nothing else goes without its marks."""
    parts: list[Span] = []
    for first, end in (trimmed_range(frame, *words) for words in ranges):
        if first >= end or (end - first == 1 and frame.paragraph.doc[first].pos_ in ("CCONJ", "SCONJ", "ADV")):
            continue  # no more than punctuation, or the "but" before a tag
        inside = [q for q in frame.quoted if first <= q.first and q.end <= end]
        if inside and not any(frame.within(i) is None and is_word(frame, i) for i in range(first, end)):
            parts += [span for q in inside for span in words_of(q)]
        else:
            parts.append(frame.place(first, end))
    return parts


def words_of(quoted: Quoted) -> tuple[Span, ...]:
    """The words of a quotation: all of it where it begins or ends here, for it may run over several paragraphs."""
    last = quoted.piece + 1 == len(quoted.quotation.pieces)
    return quoted.quotation.words if quoted.piece == 0 or last else ()


def is_word(frame: Frame, i: int) -> bool:
    """Whether a token is a word or a number."""
    return frame.paragraph.doc[i].is_alpha or any(c.isalnum() for c in frame.paragraph.doc[i].text)


def trimmed_range(frame: Frame, first: int, end: int) -> Range:
    """The range without punctuation at its ends, and without a leading "that"."""
    doc = frame.paragraph.doc
    while first < end and frame.within(first) is None and skipped(doc[first]):
        first += 1
    while end > first and frame.within(end - 1) is None and (doc[end - 1].is_space or doc[end - 1].text in PUNCTUATION):
        if doc[end - 1].text == ")" and "(" in [t.text for t in doc[first:end]]:
            break
        end -= 1
    return first, end


def skipped(token: Token) -> bool:
    """Whether a token at the beginning of what was said is none of it."""
    return token.is_space or token.text in PUNCTUATION or (token.lower_ == "that" and token.dep_ not in SUBJECTS)


def form_of(frame: Frame, ranges: list[Range]) -> str:
    """Whether the words are quoted, reported, or both."""
    kinds = {
        frame.within(i) is not None
        for first, end in (trimmed_range(frame, *r) for r in ranges)
        for i in range(first, end)
        if is_word(frame, i)
    }
    return "mixed" if len(kinds) == 2 else "direct" if True in kinds else "reported"


def words_between(frame: Frame, first: int, end: int) -> Iterator[Token]:
    """The words among some tokens."""
    return (t for t in frame.paragraph.doc[first:end] if is_word(frame, t.i))
