"""What one sentence says that somebody said: the verb of saying, its speech tag, and the words that hang on it.

The quotations of a sentence and the clauses of its parse are two views of the same words. The clauses are read
first, and take with them the quotations that they hold; a quotation that is left goes to the tag beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.speech_verbs import SUBJECTS, Cue, subtree
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Range", "Saying", "Tag", "clause_of", "form_of", "parts_of", "tag_of"]

PUNCTUATION = frozenset([",", ";", ":", "-", "–", "—", "--", ".", "…", "!", "?", "(", ")"])
TAG_PARTS = frozenset(["dobj", "dative", "prep", "npadvmod", "advmod", "agent", "nsubj", "prt", "acomp", "intj"])
ASIDE = frozenset(["advcl", "conj", "cc"])

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

    @property
    def ends_in(self) -> Frame:
        """The sentence that holds its last words."""
        return self.last or self.frame


@dataclass(frozen=True, slots=True)
class Tag:
    """The speech tag, as tokens: from the subject to the last word that only says how and to whom it was said."""

    first: int
    end: int


def tag_of(frame: Frame, cue: Cue) -> Tag:
    """Where the speech tag of a verb of saying lies; it never reaches into a quotation."""
    verb = cue.token
    first = verb.i
    for child in verb.children:
        if child.i < verb.i and child.dep_ in SUBJECTS:
            first = min(first, child.left_edge.i)
        elif child.i < verb.i and child.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.i - child.i < 4:
            first = min(first, child.i)
    first = max([first, frame.first, *(q.end for q in frame.quoted if q.end <= verb.i)])
    belongs = set(range(verb.i, cue.last + 1))
    for child in verb.children:
        if child.i > verb.i and child.dep_ in TAG_PARTS:
            belongs.update(range(*subtree(child)))
    end, limit = verb.i, min([q.first for q in frame.quoted if q.first > verb.i], default=frame.end)
    while end < limit and end in belongs:
        end += 1
    return Tag(first, end)


# -- what the clauses of the parse hold -------------------------------------------------------------


def clause_of(frame: Frame, cue: Cue) -> list[Range]:
    """What was said, as far as a clause gives it: under the verb, or around its tag; empty where none does."""
    after = [child for child in bearing(cue).children if child.dep_ == "ccomp" and child.i > cue.last]
    if after:
        ranges = [below(frame, cue, child) for child in after]
        return [widened(frame, (min(a for a, _ in ranges), max(b for _, b in ranges)))]
    before = next((c for c in cue.token.children if c.dep_ == "ccomp" and c.i < cue.token.i), None)
    if before is None and cue.token.dep_ == "parataxis":
        before = cue.token.head
    return around(frame, cue, before) if before is not None else []


def bearing(cue: Cue) -> Token:
    """The verb that the clause hangs on: "know" in "wants to know whether"."""
    last = cue.token.doc[cue.last]
    return last if last.pos_ == "VERB" else cue.token


def below(frame: Frame, cue: Cue, clause: Token) -> Range:
    """The clause under the verb, and a clause coordinated with the verb that goes on with the same subject."""
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    subject = next((c.lower_ for c in clause.children if c.dep_ in SUBJECTS and c.pos_ == "PRON"), None)
    for other in cue.token.children:
        again = [c.lower_ for c in other.children if c.dep_ in SUBJECTS or c.lower_ == "that"]
        if other.dep_ == "conj" and other.i > clause.i and ("that" in again or (subject and subject in again)):
            end = max(end, other.right_edge.i + 1)
    return max(first, cue.last + 1), min(end, frame.end)


def around(frame: Frame, cue: Cue, clause: Token) -> list[Range]:
    """What the tag leaves of its sentence: "Ministers come and go, she said; the scaffolding stays"."""
    tag = tag_of(frame, cue)
    whole = cue.token.dep_ in ("ROOT", "parataxis", "ccomp") or clause.dep_ == "ROOT"
    start = frame.first if whole else max(clause.left_edge.i, frame.first)
    ranges = [(start, tag.first)] if start < tag.first else []
    aside = {
        i
        for child in cue.token.children
        if child.dep_ in ASIDE and child.i > cue.token.i and child.i != clause.i
        for i in range(*subtree(child))
    }
    rest = [i for i in range(tag.end, frame.end) if i not in aside]
    if rest and rest[0] == tag.end and frame.paragraph.doc[tag.end].text in (",", ";", ":", "-", "–", "—"):
        stop = next((b for a, b in zip(rest, [*rest[1:], rest[-1] + 2], strict=True) if b != a + 1), 0)
        ranges.append((tag.end, rest[rest.index(stop) - 1] + 1 if stop in rest else rest[-1] + 1))
    return ranges


def widened(frame: Frame, words: Range) -> Range:
    """The range, with the whole of every quotation that it cuts into or that stands right behind it."""
    first, end = words
    for quoted in frame.quoted:
        gap = [t for t in frame.paragraph.doc[end : quoted.first] if not t.is_punct] if quoted.first >= end else []
        beside = quoted.first >= end and not gap and quoted.first - end < 2
        if (quoted.first < end and first < quoted.end) or beside:
            first, end = min(first, quoted.first), max(end, quoted.end)
    return first, end


# -- from tokens to words ---------------------------------------------------------------------------


def parts_of(frame: Frame, ranges: list[Range]) -> list[Span]:
    """The words of some ranges as spans; one that is a quotation and nothing else goes without its marks."""
    parts: list[Span] = []
    for first, end in ranges:
        first, end = trimmed_range(frame, first, end)
        if first >= end:
            continue
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
        end -= 1
    return first, end


def skipped(token: Token) -> bool:
    """Whether a token at the beginning of what was said is none of it."""
    return token.is_space or token.text in PUNCTUATION or (token.lower_ == "that" and token.dep_ == "mark")


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
