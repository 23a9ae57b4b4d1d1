"""What one sentence says that somebody said: the verb of saying, its speech tag, and the words that hang on it.

The quotations of a sentence and the clauses of its parse are two views of the same words. The clauses are read
first, and take with them the quotations that they hold; a quotation that is left goes to the tag beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.speech_verbs import SUBJECTS, Cue, cue_at, pattern, source_of, subtree
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Range", "Saying", "Tag", "clause_of", "form_of", "parts_of", "speaker_of", "tag_of"]

PUNCTUATION = frozenset([",", ";", ":", "-", "–", "—", "--", ".", "…", "!", "?", "(", ")"])
TAG_PARTS = frozenset(["dative", "prep", "npadvmod", "advmod", "agent", "nsubj", "prt", "acomp", "intj"])
COMPLEMENTS = frozenset(["ccomp", "xcomp"])
ADVERBIAL = frozenset(["before", "after", "when", "while", "as", "because", "since", "until", "although", "though"])
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


def speaker_of(frame: Frame, cue: Cue) -> Token | None:
    """The word for whoever says it: never one inside quotation marks, where the parse has lost its way."""
    verb = cue.token
    source = source_of(verb)
    near = neighbour(frame, verb)
    if near is not None and near.dep_ == "appos" and any(c.lower_ == "whose" for c in near.head.children):
        return near
    lost = source is None or (source.head.i != verb.i and near not in source.subtree)
    if near is not None and lost and verb.dep_ not in ("acl", "conj"):
        return near
    if source is not None and frame.first <= source.i < frame.end and frame.within(source.i) is None:
        return source
    first = max([frame.first, *(q.end for q in frame.quoted if q.end <= verb.i)])
    limit = min([frame.end, *(q.first for q in frame.quoted if q.first > verb.i)])
    return nominal(frame, first, verb.i) or nominal(frame, cue.last + 1, limit)


def neighbour(frame: Frame, verb: Token) -> Token | None:
    """The name right before a verb, where the parse has given the verb no subject: "whose chair, Ann Orr, said"."""
    i = verb.i - 1
    while i >= frame.first and (frame.paragraph.doc[i].dep_ in ("aux", "advmod") or frame.paragraph.doc[i].text == ","):
        i -= 1
    if i < frame.first or frame.within(i) is not None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    return frame.paragraph.doc[i] if frame.paragraph.doc[i].pos_ == "PROPN" else None


def nominal(frame: Frame, first: int, end: int) -> Token | None:
    """The head of the noun phrase that some tokens begin with."""
    for token in frame.paragraph.doc[first:end]:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            while token.dep_ in ("compound", "poss", "nmod", "amod", "det") and token.i < token.head.i < end:
                token = token.head
            return token
        if not (token.is_punct or token.pos_ in ("DET", "ADJ", "NUM", "CCONJ", "ADV", "SPACE")):
            return None
    return None


def tag_of(frame: Frame, cue: Cue) -> Tag:
    """Where the speech tag of a verb of saying lies; it never reaches into a quotation."""
    verb = cue.token
    first = verb.i
    for child in verb.children:
        if child.i < verb.i and child.dep_ in SUBJECTS:
            first = min(first, child.left_edge.i)
        elif child.i < verb.i and child.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.i - child.i < 4:
            first = min(first, child.i)
    after = max([frame.first, *(q.end for q in frame.quoted if q.end <= verb.i)])
    speaker = speaker_of(frame, cue)
    if speaker is not None and after > frame.first and after <= speaker.i < first:
        first = after
    gap = frame.paragraph.doc[after:first]
    if after > frame.first and not any(t.pos_ in ("VERB", "AUX") or t.text in ".;:" for t in gap):
        first = after
    first = max(first, after)
    belongs = set(range(verb.i, cue.last + 1))
    for child in verb.children:
        addressed = child.dep_ == "dobj" and cue.fits("addressee-object")
        if child.i > verb.i and (child.dep_ in TAG_PARTS or addressed):
            belongs.update(range(*subtree(child)))
    end, limit = verb.i, min([q.first for q in frame.quoted if q.first > verb.i], default=frame.end)
    while end < limit and end in belongs:
        end += 1
    return Tag(first, end)


# -- what the clauses of the parse hold -------------------------------------------------------------


def clause_of(frame: Frame, cue: Cue) -> list[Range]:
    """What was said, as far as a clause gives it: under the verb, or around its tag; empty where none does."""
    tag = tag_of(frame, cue)
    apart = tag.first > frame.first and (frame.paragraph.doc[tag.first - 1].is_punct or frame.within(tag.first - 1))
    apart = apart and not doc_stop(frame, tag.first - 1)
    before = next((c for c in cue.token.children if c.dep_ == "ccomp" and c.i < tag.first), None)
    after = [c for c in bearing(cue).children if c.dep_ in COMPLEMENTS and c.i > cue.last and told(cue, c)]
    if before is None and (cue.token.dep_ == "parataxis" or (not after and postposed(frame, cue, tag))):
        before = cue.token.head
    outright = any(c.lower_ == "that" for child in after for c in child.children)
    outright = outright or any(child.left_edge.i == tag.end for child in after)
    if before is not None and apart and not outright and (finite(before) or not after):
        return around(frame, cue, tag, before)
    if not after:
        return phrased(frame, cue)
    if not outright and (cue.manner == "utter" or cue.fits("quotation-only")):
        return []
    ranges = [below(frame, cue, child) for child in after]
    return [widened(frame, (min(a for a, _ in ranges), max(b for _, b in ranges)))]


def postposed(frame: Frame, cue: Cue, tag: Tag) -> bool:
    """Whether the tag ends its sentence, where the parse takes it for an adverbial: "…, the council said on Friday"."""
    marked = any(c.dep_ in ("mark", "cc", "advmod") and c.i < cue.token.i for c in cue.token.children)
    subject = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in cue.token.children)
    whole = all(t.is_punct for t in frame.paragraph.doc[tag.end : frame.end])
    return cue.token.dep_ in ("advcl", "conj", "dep") and subject and whole and not marked and tag.first > frame.first


def phrased(frame: Frame, cue: Cue) -> list[Range]:
    """What was said, where a phrase gives it: "described it as timely", "accused the board of dithering"."""
    verb = cue.token
    end = min(verb.right_edge.i + 1, frame.end)
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ == "of" and cue.fits("of-phrase"):
            return [widened(frame, (child.i + 1, min(child.right_edge.i + 1, frame.end)))]
        if child.dep_ == "dobj" and child.i > verb.i and cue.verb in as_verbs():
            after = [t for t in verb.doc[child.i + 1 : end] if t.lower_ == "as"]
            if after and not any(t.pos_ == "VERB" for t in verb.doc[child.i : after[0].i]):
                return [widened(frame, (child.left_edge.i, end))]
    return []


@cache
def as_verbs() -> frozenset[str]:
    """Verbs that give a thing a name with "as"."""
    return frozenset(vocabulary.concept("speech-pattern", "naming").words(vocabulary.Cue.AS_VERB))


def told(cue: Cue, clause: Token) -> bool:
    """Whether a clause under a verb of saying is what was said, and not when, why or what it was said of."""
    if any(c.dep_ == "mark" and c.lower_ in ADVERBIAL for c in clause.children):
        return False
    if clause.dep_ == "ccomp" and finite(clause):
        return True
    asked = cue.fits("to-infinitive") and cue.fits("addressee-object") and cue.verb in pattern("urging")
    return asked and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def finite(clause: Token) -> bool:
    """Whether a clause has a verb with a tense, or is a question that the parser gave none."""
    tensed = ("VBZ", "VBD", "VBP", "MD")
    asks = any(t.tag_ in ("WP", "WRB", "WDT", "WP$") or t.lower_ in ("whether", "if") for t in clause.lefts)
    return asks or clause.tag_ in tensed or any(c.tag_ in tensed for c in clause.children if c.dep_ in ("aux", "auxpass", "cop"))


def bearing(cue: Cue) -> Token:
    """The verb that the clause hangs on: "know" in "wants to know whether"."""
    last = cue.token.doc[cue.last]
    return last if last.pos_ == "VERB" else cue.token


def below(frame: Frame, cue: Cue, clause: Token) -> Range:
    """The clause under the verb, and a clause coordinated with the verb that goes on with the same subject."""
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    if clause.dep_ == "xcomp":
        first = min([first, *(c.left_edge.i for c in cue.token.children if c.dep_ == "dobj" and c.i < clause.i)])
    subject = next((c.lower_ for c in clause.children if c.dep_ in SUBJECTS and c.pos_ == "PRON"), None)
    for other in cue.token.children:
        again = [c.lower_ for c in other.children if c.dep_ in SUBJECTS or c.lower_ == "that"]
        if other.dep_ == "conj" and other.i > clause.i and ("that" in again or (subject and subject in again)):
            end = max(end, other.right_edge.i + 1)
    first, end = max(first, cue.last + 1), min(end, frame.end)
    return first, min([end, *(cut for t in frame.paragraph.doc[first:end] if (cut := aside_at(frame, t, clause)))])


def aside_at(frame: Frame, token: Token, clause: Token) -> int | None:
    """Where a clause with its own verb of saying begins that the parse has drawn into another's: ", adding that"."""
    if token.i <= clause.i or frame.within(token.i) is not None or any(c.dep_ in SUBJECTS for c in token.children):
        return None
    cue, before = cue_at(token), token.nbor(-1)
    if cue is None or not any(c.dep_ == "ccomp" or c.i in [q.first for q in frame.quoted] for c in token.children):
        return None
    if token.tag_ == "VBG" and before.text == ",":
        return before.i
    joined = before.dep_ == "cc" and token.dep_ == "conj" and token.head is clause and token.tag_ in ("VBD", "VBZ")
    return before.i if joined else None


def around(frame: Frame, cue: Cue, tag: Tag, clause: Token) -> list[Range]:
    """What the tag leaves of its sentence: "Ministers come and go, she said; the scaffolding stays"."""
    whole = cue.token.dep_ in ("ROOT", "parataxis", "ccomp") or clause.dep_ == "ROOT" or clause is cue.token.head
    start = frame.first if whole else max(clause.left_edge.i, frame.first)
    stops = [i for i in range(start, min(tag.first, clause.i)) if doc_stop(frame, i)]
    start = stops[-1] + 1 if stops else start
    ranges = [(start, tag.first)] if start < tag.first else []
    aside = {
        i
        for child in cue.token.children
        if child.dep_ in ASIDE and child.i > cue.token.i and child.i != clause.i
        for i in range(*subtree(child))
    }
    if tag.end < frame.end and frame.paragraph.doc[tag.end].text in (",", ";", ":", "-", "–", "—"):
        end = tag.end
        while end < frame.end and (end not in aside or frame.within(end) is not None):
            end += 1
        ranges.append((tag.end, end))
    return ranges


def doc_stop(frame: Frame, i: int) -> bool:
    """Whether a new clause begins after this token, whatever the parse says."""
    return frame.paragraph.doc[i].text in (":", ";") and frame.within(i) is None


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
