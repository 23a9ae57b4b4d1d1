"""Who says what, read off the encoder's answers: spans by their tags, joined by their links to cues."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph_builder.extract.tagging.marks import quotations
from graph_builder.extract.tagging.tags import LINKS
from graph_builder.extract.tagging.words import Run, Words, runs
from graph_builder.model import Span

__all__ = ["Attribution", "attributions"]

_SOURCE, _CUE, _CONTENT = 1, 2, 3
_SHARES_LEFT, _SHARES_RIGHT = LINKS.index("shares-left"), LINKS.index("shares-right")
_HEADS = (LINKS.index("none"), _SHARES_LEFT, _SHARES_RIGHT)
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s|\n")
_LIKELY = 0.1  # a word is taken for a source at this chance where a cue would else have none
_FAR = 0.05  # the worth of a cue beyond the end of the paragraph
_BRIDGED = 2  # words between two parts of one content that are taken into it


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of a text that are somebody's: the words themselves, those that name whose, and those that say so."""

    source: tuple[Span, ...]
    cue: Span | None
    content: tuple[Span, ...]
    probability: float


@dataclass(slots=True)
class _Case:
    """One attribution while it is put together."""

    head: Run
    source: list[Run] = field(default_factory=list)
    content: list[Run] = field(default_factory=list)


def attributions(text: str, words: Words, paragraphs: Sequence[Span]) -> Iterator[Attribution]:
    """The attributions in the order of their first words."""
    spans = runs(words.parts, words.part_begins)
    cases, orphans = _assigned(words, spans)
    _share_sources(words, cases)
    for case in cases:
        if not case.source:
            case.source = _likely_source(text, words, case) or _nearest_source(text, words, case, spans)
    quoted = [Span(p.start + q.start, p.start + q.end) for p in paragraphs for q in quotations(p.of(text))]
    found = [_finished(text, words, case, quoted) for case in cases if case.content]
    found += [Attribution((), None, (_span(words, o),), _probability(words, [o])) for o in orphans]
    yield from sorted(found, key=lambda a: (a.content[0], a.cue or a.content[0]))


def _assigned(words: Words, spans: Sequence[Run]) -> tuple[list[_Case], list[Run]]:
    """Every source and content given to the cue that its link points at; contents without any cue are left over."""
    cues = [s for s in spans if s.type == _CUE]
    heads = [c for c in cues if int(np.argmax(_link(words, c))) in _HEADS] or cues
    cases = [_Case(h) for h in heads]
    starts = [h.first for h in heads]
    orphans: list[Run] = []
    for span in spans:
        if span in heads:
            continue
        right = bisect_right(starts, span.first)
        link = _link(words, span)
        near = [
            (float(link[n]) * _at_hand(words, span, heads, i), i)
            for n, i in ((1, right - 1), (2, right - 2), (3, right), (4, right + 1))
            if 0 <= i < len(cases)
        ]
        if not near:
            orphans += [span] if span.type == _CONTENT else []
        elif span.type == _SOURCE:
            cases[max(near)[1]].source.append(span)
        elif span.type == _CONTENT:
            cases[max(near)[1]].content.append(span)
    return cases, orphans


def _at_hand(words: Words, span: Run, heads: Sequence[Run], i: int) -> float:
    """What a link to a cue is worth: little where it is in another paragraph and their own has one before them."""
    own = words.paragraphs[span.first]
    before = any(words.paragraphs[h.first] == own and h.first < span.first for h in heads[max(0, i - 2) : i + 1])
    return _FAR if before and words.paragraphs[heads[i].first] != own else 1.0


def _link(words: Words, run: Run) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    mean: np.ndarray[tuple[int], np.dtype[np.float32]] = words.links[run.first : run.last].mean(axis=0)
    return mean


def _share_sources(words: Words, cases: list[_Case]) -> None:
    """A cue that shares its source takes it from the cue before or after."""
    shared: dict[int, list[Run]] = {}
    for i, case in enumerate(cases):
        link = _link(words, case.head)
        if case.source or max(link[_SHARES_LEFT], link[_SHARES_RIGHT]) <= link[0]:
            continue
        if link[_SHARES_LEFT] > link[_SHARES_RIGHT]:
            shared[i] = next((c.source for c in reversed(cases[:i]) if c.source), [])
        elif i + 1 < len(cases):
            shared[i] = cases[i + 1].source
    for i, source in shared.items():
        cases[i].source = list(source)


def _sentence(text: str, at: int) -> Span:
    """The sentence around an offset, roughly."""
    before = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 600), at)), default=max(0, at - 600))
    after = _SENTENCE_END.search(text, at)
    return Span(before, after.end() if after else len(text))


def _likely_source(text: str, words: Words, case: _Case) -> list[Run]:
    """The likeliest source in the cue's sentence, even where other tags were likelier."""
    sentence = _sentence(text, words.starts[case.head.first])
    low = bisect_right(words.starts, sentence.start - 1)
    high = bisect_right(words.starts, sentence.end - 1)
    free = np.ones(high - low, dtype=bool)
    for run in (case.head, *case.content):
        free[max(0, run.first - low) : max(0, run.last - low)] = False
    chance = np.where(free, words.parts[low:high, _SOURCE], 0.0)
    if not len(chance) or chance.max() <= _LIKELY:
        return []
    first = last = int(np.argmax(chance))
    while first > 0 and chance[first - 1] > _LIKELY:
        first -= 1
    while last + 1 < len(chance) and chance[last + 1] > _LIKELY:
        last += 1
    return [Run(_SOURCE, low + first, low + last + 1)]


def _nearest_source(text: str, words: Words, case: _Case, spans: Sequence[Run]) -> list[Run]:
    """The source of another cue in the same sentence, the nearest to this one."""
    at = words.starts[case.head.first]
    sentence = _sentence(text, at)
    near = [s for s in spans if s.type == _SOURCE and sentence.start <= words.starts[s.first] < sentence.end]
    return [min(near, key=lambda s: abs(words.starts[s.first] - at))] if near else []


def _finished(text: str, words: Words, case: _Case, quoted: Sequence[Span]) -> Attribution:
    blocked = [_span(words, r) for r in (case.head, *case.source)]
    content = _bridged(text, [_span(words, r) for r in case.content], blocked)
    source = tuple(sorted(_span(words, r) for r in case.source))
    probability = _probability(words, [case.head, *case.content, *case.source])
    if not source:
        probability /= 2
    return Attribution(source, _span(words, case.head), _snapped(text, content, quoted), round(probability, 4))


def _span(words: Words, run: Run) -> Span:
    return Span(words.starts[run.first], words.ends[run.last - 1])


def _probability(words: Words, spans: Sequence[Run]) -> float:
    """The mean chance of the tags that were taken."""
    chances = np.concatenate([words.parts[r.first : r.last, r.type] for r in spans])
    return round(float(chances.mean()), 4)


def _bridged(text: str, spans: Sequence[Span], blocked: Sequence[Span]) -> list[Span]:
    """Parts with a word or two between them that nobody else claims are one part."""
    out: list[Span] = []
    for span in sorted(spans):
        gap = Span(out[-1].end, span.start) if out else None
        if (
            gap
            and len(_WORD.findall(gap.of(text))) <= _BRIDGED
            and "\n" not in gap.of(text)
            and not any(gap.meets(b) for b in blocked)
        ):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _snapped(text: str, spans: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """A part that holds most of a quotation holds all of it."""
    out: list[Span] = []
    for span in spans:
        start, end = span.start, span.end
        for q in quoted:
            if not q.meets(span):
                continue
            inside = len(_WORD.findall(text, max(start, q.start), min(end, q.end)))
            if inside >= 0.6 * len(_WORD.findall(q.of(text))):
                start, end = min(start, q.start), max(end, q.end)
        out.append(Span(start, end))
    return tuple(_joined(out))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans that have come to overlap, as one."""
    held: Span | None = None
    for span in sorted(spans):
        if held is None or span.start > held.end:
            if held is not None:
                yield held
            held = span
        else:
            held = Span(held.start, max(held.end, span.end))
    if held is not None:
        yield held
