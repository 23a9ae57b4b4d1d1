"""Everything that one sentence says that somebody said.

The quotations of a sentence and the clauses of its parse are two views of the same words. The clauses are read
first, and take with them the quotations that they hold; a quotation that is left goes to the tag beside it, or
to the verb that it hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.reported import clause_of
from graph_builder.extract.sayings import Range, Saying, form_of, parts_of, widened, words_between
from graph_builder.extract.speech_nouns import accordings, estimates, nouns, owned_noun, verdicts
from graph_builder.extract.speech_tags import speaker_of, tag_of
from graph_builder.extract.speech_verbs import SUBJECTS, Cue, cues_in, pattern, subtree
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["sayings_of"]

OBJECTS = frozenset(["dobj", "oprd", "xcomp", "attr", "ccomp"])
LONGEST_TAG = 10  # tokens of a tag that may stand inside a clause
MANY_WORDS = 3  # a quotation of fewer words beside no verb of saying is a term or a jibe, not a statement


def sayings_of(frame: Frame) -> list[Saying]:
    """Everything that one sentence says that somebody said, in order."""
    cues = cues_in(frame.own())
    named = list(nouns(frame))
    given = {q: s for q, s in verdicts(frame) if not any(p.meets(t) for n in named for p in n.parts for t in s.parts)}
    held: dict[int, list[Range]] = {cue.token.i: clause_of(frame, cue) for cue in cues}
    taken = {q.first for ranges in held.values() for r in ranges for q in frame.quoted if r[0] <= q.first < r[1]}
    taken |= {quoted.first for quoted in given}
    for quoted in frame.quoted:
        if quoted.first not in taken and (cue := beside(frame, quoted, cues)) is not None:
            held[cue.token.i].append((quoted.first, quoted.end))
            taken.add(quoted.first)
    for quoted in frame.quoted:
        if quoted.first not in taken and (cue := governing(frame, quoted, cues)) is not None:
            held[cue.token.i] += [r for r in [governed(frame, quoted, cue)] if r is not None]
    found = [saying(frame, cue, merged(held[cue.token.i])) for cue in cues if held[cue.token.i]]
    found += [*accordings(frame), *named, *estimates(frame), *given.values()]
    return sorted((s for s in found if s is not None), key=lambda s: s.parts[0])


def saying(frame: Frame, cue: Cue, ranges: list[Range]) -> Saying | None:
    """What a verb of saying gives; None where it was not said, or the words are none."""
    form = form_of(frame, ranges)
    parts = whole_clause(frame, cue, parts_of(frame, ranges), form)
    if form == "reported" and not tells(frame, ranges) and not cue.fits("naming"):
        return None
    if cue.denied or not parts or (cue.supposed and form != "direct"):
        return None
    ordered = cue.token.tag_ == "VB" and not any(c.dep_ in ("nsubj", "aux") for c in cue.token.children)
    if ordered and cue.token.dep_ == "ROOT" and form == "reported":
        return None  # an order: "imagine that"
    if form == "direct" and cue.supposed and sum(1 for r in ranges for _ in words_between(frame, *r)) < 4:
        return None
    source = speaker_of(frame, cue)
    return Saying(frame, f"statement/{form}", confidence_of(cue, form), parts, form, cue, source)


def tells(frame: Frame, ranges: list[Range]) -> bool:
    """Whether reported words are a clause: anything less is a thing that somebody wants, backs or names."""
    words = [t for r in ranges for t in words_between(frame, *r)]
    named = len(words) > MANY_WORDS and any(t.lower_ == "as" for t in words)
    return named or (len(words) >= MANY_WORDS and any(t.pos_ in ("VERB", "AUX") for t in words))


def whole_clause(frame: Frame, cue: Cue, parts: list[Span], form: str) -> list[Span]:
    """The parts, made one where the tag cuts a clause so that the first is none: "He had, she said, been warned"."""
    if form == "direct" or len(parts) != 2:
        return parts
    between = frame.paragraph.tokens(Span(parts[0].end, parts[1].start))
    first = frame.paragraph.tokens(parts[0])
    if between is None or first is None or not between.start <= cue.token.i < between.end or len(between) > LONGEST_TAG:
        return parts
    main = any(t.dep_ in SUBJECTS and t.head in first and t.head.dep_ != "advcl" for t in first)
    short = len(first) <= MANY_WORDS and any(t.pos_ in ("VERB", "AUX", "PRON") for t in first)
    short = short or any(t.dep_ in ("aux", "auxpass") and t.head not in first for t in first)
    rest = frame.paragraph.tokens(parts[1]) or ()
    short = short or not any(t.pos_ in ("VERB", "AUX") for t in rest)
    adverbial = any(t.dep_ == "advcl" and t.left_edge.i == first.start for t in first)
    return parts if not (short or (adverbial and not main)) else [Span(parts[0].start, parts[1].end)]


def confidence_of(cue: Cue, form: str) -> float:
    """How often a saying of this sort is a statement of whoever the tag names."""
    base = {"direct": 0.95, "mixed": 0.9, "reported": 0.85}[form]
    bare = form == "reported" and not any(c.dep_ in ("ccomp", "parataxis") for c in cue.token.children)
    weak = form == "reported" and (cue.verb in pattern("thought") or (bare and cue.token.dep_ != "parataxis"))
    return base - 0.25 * cue.supposed - 0.2 * weak


def merged(ranges: list[Range]) -> list[Range]:
    """The ranges in order, those that touch made one."""
    done: list[Range] = []
    for first, end in sorted(ranges):
        if done and first <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((first, end))
    return done


def beside(frame: Frame, quoted: Quoted, cues: Sequence[Cue]) -> Cue | None:
    """The verb of saying whose tag stands right before or right after a quotation."""
    best: tuple[int, Cue] | None = None
    for cue in cues:
        tag = tag_of(frame, cue)
        if tag.first >= quoted.end:
            gap, side = sum(1 for _ in words_between(frame, quoted.end, tag.first)), 0
        elif tag.end <= quoted.first:
            gap, side = sum(1 for _ in words_between(frame, tag.end, quoted.first)), 1
        else:
            continue
        if side == 0 and goes_on_after(cue, quoted):
            continue
        if gap == 0 and (best is None or side < best[0]) and spoken(frame, quoted, side):
            best = (side, cue)
    return best[1] if best else None


def goes_on_after(cue: Cue, quoted: Quoted) -> bool:
    """Whether a verb behind a quotation goes on with the subject before it: "called it “a tax” and warned that"."""
    verb = cue.token
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    return verb.dep_ == "conj" and not own and verb.head.i < quoted.first and verb.nbor(-1).dep_ in ("cc", "advmod")


def spoken(frame: Frame, quoted: Quoted, side: int) -> bool:
    """Whether a quotation beside a tag is speech: a few words are, where commas set them off, a name never is."""
    words = list(words_between(frame, quoted.first, quoted.end))
    if len(words) >= MANY_WORDS:
        return not titled(words)
    doc = frame.paragraph.doc
    before = doc[quoted.first - 1].text if side else doc[quoted.end - 2].text if quoted.end > 1 else ""
    return before in (",", ":", "?", "!", ".")


def titled(words: Sequence[Token]) -> bool:
    """Whether every word of weight has a capital, as in the title of a book or a campaign."""
    weighty = [t for t in words if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "PRON", "AUX", "ADV")]
    return len(weighty) > 1 and all(t.text[0].isupper() or t.text[0].isdigit() for t in weighty)


def governing(frame: Frame, quoted: Quoted, cues: Sequence[Cue]) -> Cue | None:
    """The verb of saying that a quotation hangs on in the parse."""
    by_token = {cue.token.i: cue for cue in cues}
    token = frame.paragraph.doc[quoted.first : quoted.end].root
    for _ in range(12):
        if token.i in by_token:
            return by_token[token.i]
        if owned_noun(token):
            return None  # "rejected the suggestion, made by the council, that …"
        if token.head.i == token.i:
            break
        token = token.head
    before = [cue for cue in cues if cue.token.i < quoted.first and (cue.fits("naming") or cue.manner == "judge")]
    between = list(frame.paragraph.doc[before[-1].token.i + 1 : quoted.first]) if before else []
    return before[-1] if before and not any(t.pos_ == "VERB" for t in between) else None


def governed(frame: Frame, quoted: Quoted, cue: Cue) -> Range | None:
    """The words from the verb's object on to the quotation: "the plan “a bridge to nowhere”"."""
    alone = (quoted.first, quoted.end)
    if quoted.end <= cue.token.i:
        return None
    under = [c for c in cue.token.children if c.i > cue.token.i and c.left_edge.i < quoted.first]
    objects = [c for c in under if c.dep_ in OBJECTS]
    holder = next((c for c in under if subtree(c)[0] <= quoted.first < subtree(c)[1]), None)
    if frame.paragraph.doc[quoted.first - 1].text == ":":
        return alone
    if holder is not None and holder.dep_ == "prep" and cue.manner in ("judge", "call"):
        return widened(frame, (holder.i + 1, quoted.end))
    words = list(words_between(frame, *alone))
    long = len(words) >= MANY_WORDS and not titled(words)
    if objects and (
        cue.fits("naming") or ((long or cue.manner != "tell") and holder is not None and holder.dep_ != "prep")
    ):
        ends = [c.right_edge.i + 1 for c in under if c.dep_ in OBJECTS or c.dep_ == "prep"]
        return widened(frame, (objects[0].left_edge.i, min(max([quoted.end, *ends]), frame.end)))
    return alone if long else None
