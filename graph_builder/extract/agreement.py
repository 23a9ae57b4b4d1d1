"""Two voices on who said what: the rules over the parse, and the encoder.

The rules are precise and explain themselves, so where both see the same words theirs stand, surer than before.
What only the encoder sees is taken with less, and only where it is a clause under a word of saying or stands in
quotation marks: it was taught to find beliefs, wishes and plans too, which are stances and no statements.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from graph_builder.extract.narration import Frame
from graph_builder.extract.reported import finite
from graph_builder.extract.sayings import Saying, form_of, parts_of
from graph_builder.extract.speech_verbs import SUBJECTS, Cue, agent_of, cue_at, passive, pattern
from graph_builder.extract.succession import Item
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Attribution", "agreed"]

SAME = 0.5  # share of the words of two findings that makes them one
PHRASED = frozenset(["clear", "point", "plain", "case", "known", "adamant", "insistent", "record"])
SHORTEST = 3  # words of a quotation that only the encoder sees
APART = 0.5  # share of the shorter one's words that a finding may have in common with another one and still be new


class Attribution(Protocol):
    """Who said what, as the encoder sees it."""

    @property
    def source(self) -> tuple[Span, ...]:
        """The words that name the speaker."""

    @property
    def cue(self) -> Span | None:
        """The words of saying."""

    @property
    def content(self) -> tuple[Span, ...]:
        """The words said."""

    @property
    def probability(self) -> float:
        """How sure the encoder is."""


def agreed(items: Sequence[Item], attributions: Sequence[Attribution]) -> list[Item]:
    """The items, surer where the encoder agrees, with what only the encoder sees, each in its sentence's place."""
    frames = [item for item in items if isinstance(item, Frame)]
    starts = [frame.span.start for frame in frames]
    sayings: dict[int, list[Saying]] = {}
    for item in items:
        if isinstance(item, Saying):
            for number in {item.frame.paragraph.number, item.ends_in.paragraph.number}:
                sayings.setdefault(number, []).append(item)
    added: dict[int, list[Saying]] = {}
    for attribution in attributions:
        at = (attribution.cue or attribution.content[0]).start
        frame = frames[max(bisect_right(starts, at) - 1, 0)] if frames else None
        if frame is None or not frame.span.start <= at < frame.span.end:
            continue  # a heading or a quotation of its own: no sentence says whose it is
        near = sayings.get(frame.paragraph.number, [])
        best = max(near, key=lambda s: shared(s.parts, attribution.content), default=None)
        if best is not None and shared(best.parts, attribution.content) >= SAME:
            best.confidence = min(0.98, best.confidence + 0.05 * attribution.probability)
            best.named = tuple(attribution.source)
        elif (new := learned(frame, attribution, near)) is not None:
            near.append(new)
            added.setdefault(id(frame), []).append(new)
    return list(woven(items, added))


def woven(items: Sequence[Item], added: dict[int, list[Saying]]) -> Iterator[Item]:
    """The items, each sentence followed by the sayings added to it."""
    for item in items:
        yield item
        if isinstance(item, Frame):
            yield from added.get(id(item), ())


def shared(parts: Sequence[Span], content: Sequence[Span]) -> float:
    """How much two findings have in common, from 0 to 1."""
    return 2 * overlap(parts, content) / sum(s.end - s.start for s in (*parts, *content))


def common(parts: Sequence[Span], content: Sequence[Span]) -> float:
    """The share of the shorter of two findings that the other one has too."""
    lengths = (sum(s.end - s.start for s in spans) for spans in (parts, content))
    return overlap(parts, content) / min(lengths)


def overlap(parts: Sequence[Span], content: Sequence[Span]) -> int:
    """The number of characters that two findings have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in parts for b in content)


def learned(frame: Frame, attribution: Attribution, near: Sequence[Saying]) -> Saying | None:
    """A saying that only the encoder sees; None where it is no statement or its words are another's already."""
    if any(common(saying.parts, attribution.content) > APART for saying in near):
        return None
    ranges = [r for span in attribution.content if (r := tokens_at(frame, span)) is not None]
    source = next((t for span in attribution.source if (t := head_at(frame, span)) is not None), None)
    parts, form = parts_of(frame, ranges), form_of(frame, ranges)
    cue = spoken(frame, attribution.cue) if attribution.cue else None
    if not parts or source is None or unsaid(frame, attribution.cue) or (cue is not None and cue.denied):
        return None
    words = [len(part.of(frame.text.document.text).split()) for part in parts]
    short = min(words) < SHORTEST if len(parts) > 1 else form == "direct" and sum(words) < SHORTEST
    loose = cue is not None and cue.token.tag_ == "VBG"  # "wrote to the minister calling for": whose call?
    unclear = loose or (cue is None and not phrased(frame, attribution.cue))
    if form == "reported" and (unclear or thought(frame, attribution.cue) or not any(tells(frame, *r) for r in ranges)):
        return None
    supposed = cue is not None and cue.supposed and form != "direct"
    if short or supposed or frame.within(source.i) is not None:
        return None
    confidence = round(0.4 + 0.35 * attribution.probability, 2)
    said = Saying(frame, "statement/learned", confidence, parts, form, cue, source, words=attribution.cue)
    said.named = tuple(attribution.source)
    return said


def tells(frame: Frame, first: int, end: int) -> bool:
    """Whether some tokens hold a clause with a subject: anything less is what somebody wants, backs or names."""
    subjects = (t for t in frame.paragraph.doc[first:end] if t.dep_ in SUBJECTS)
    return any(first <= t.head.i < end and finite(t.head) for t in subjects)


def thought(frame: Frame, cue: Span | None) -> bool:
    """Whether the words at a span tell what somebody thinks, or nothing tells of saying at all."""
    tokens = frame.paragraph.tokens(cue) if cue is not None else None
    return tokens is None or any(t.lemma_.lower() in pattern("thought") for t in tokens)


def phrased(frame: Frame, cue: Span | None) -> bool:
    """Whether the words at a span say in a phrase that it was said: "made it clear", "made the point"."""
    tokens = frame.paragraph.tokens(cue) if cue is not None else None
    return any(t.lemma_.lower() in PHRASED for t in tokens or ())


def unsaid(frame: Frame, cue: Span | None) -> bool:
    """Whether the words of saying are a passive without an agent: "asked if she would go" tells what she was asked."""
    verbs = [t for t in (frame.paragraph.tokens(cue) if cue is not None else None) or () if t.pos_ == "VERB"]
    return bool(verbs) and all(passive(t) and agent_of(t) is None for t in verbs)


def tokens_at(frame: Frame, span: Span) -> tuple[int, int] | None:
    """The tokens of a sentence that lie in a span."""
    tokens = frame.paragraph.tokens(span)
    if tokens is None or tokens.start < frame.first or tokens.start >= frame.end:
        return None
    return tokens.start, min(tokens.end, frame.end)


def head_at(frame: Frame, span: Span) -> Token | None:
    """The word that the words at a span hang on."""
    tokens = frame.paragraph.tokens(span)
    return tokens.root if tokens is not None and len(tokens) else None


def spoken(frame: Frame, span: Span) -> Cue | None:
    """The verb of saying among the words at a span; a verb of thought is none."""
    tokens = frame.paragraph.tokens(span)
    cues = (cue_at(token) for token in tokens or ())
    return next((cue for cue in cues if cue is not None and cue.verb not in pattern("thought")), None)
