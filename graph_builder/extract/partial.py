"""Names of which a voice sees only a part, made whole by what the other voices see of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph_builder.extract import lexicon
from graph_builder.extract.words import LINKS, Candidate
from graph_builder.model import Span

__all__ = ["completed"]

BODIES = frozenset(["organisation", "place", "person"])


def completed(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, parts of names that the recogniser sees whole made whole, posts cut where a person begins."""
    ordered = sorted(found, key=lambda c: c.span)
    seen = [c for c in ordered if c.voice == "model"]
    starts = [c.span.start for c in seen]
    people = [c.span for c in ordered if c.voice == "encoder" and c.label == "person" and " " in c.span.of(text)]
    for candidate in ordered:
        if candidate.voice == "post":
            yield _before_person(text, candidate, people)
            continue
        whole = _whole(text, candidate, seen, starts) if candidate.voice == "encoder" else None
        yield whole or candidate
    yield from _joined(text, [c for c in ordered if c.voice == "encoder"])


def _before_person(text: str, post: Candidate, people: Sequence[Span]) -> Candidate:
    """A post that ends where a person's name begins: "Secretary for Transport | Ann Lee"."""
    i = bisect_left(people, post.span.start + 1, key=lambda p: p.start)
    if i == len(people) or people[i].start >= post.span.end:
        return post
    words = Span(post.span.start, people[i].start).of(text).rstrip(" ,")
    whole = words.split()[-1] not in LINKS and " " in words and " of " not in people[i].of(text)
    return replace(post, span=Span(post.span.start, post.span.start + len(words))) if whole else post


def _whole(text: str, part: Candidate, seen: Sequence[Candidate], starts: Sequence[int]) -> Candidate | None:
    """The name that the recogniser sees where the encoder sees one word of it: "Kell | Homes"."""
    if " " in part.span.of(text) or part.label not in BODIES:
        return None
    for model in seen[max(0, bisect_left(starts, part.span.start) - 1) : bisect_left(starts, part.span.end)]:
        words = model.span.of(text).split(" ")
        meets = model.span.covers(part.span) and part.span.start in (model.span.start, model.span.end - len(words[-1]))
        if meets and 1 < len(words) < 5 and all(map(_namely, words)):
            label = model.label if model.label == "organisation" and part.label == "person" else part.label
            return replace(part, span=model.span, label=label)
    return None


def _namely(word: str) -> bool:
    """Whether a word may be inside a name: a capital, and no post, party or possessive."""
    low = word.casefold()
    ends = word.endswith(("'s", "’s", ",", "."))
    known = lexicon.post_words() | lexicon.party_words() | lexicon.sentence_openers()
    return word[0].isupper() and not ends and low not in known and low not in LINKS


def _joined(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A body's name with the place that begins it: "Kell | Noise Action"."""
    for place, body in pairwise(found):
        if place.label == "place" and body.label == "organisation" and place.span.end + 1 == body.span.start:
            registered = body.span.of(text) in lexicon.register_names()
            if text[place.span.end] == " " and not registered and " " not in place.span.of(text):
                yield replace(body, span=Span(place.span.start, body.span.end))
