"""Names as the encoder sees them, made whole: parts joined, possessives and parties cut off, two bodies told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph_builder.extract import lexicon
from graph_builder.extract.encoder import Name
from graph_builder.extract.language import Text
from graph_builder.extract.words import Candidate, namelike, without_possessive
from graph_builder.model import Span

__all__ = ["encoded"]

ENCODED = {"PER": "person", "ORG": "organisation", "LOC": "place", "EVENT": "event", "WORK": "work", "MISC": "work"}
LIKELY = 0.3  # a kind of which it is less sure is none
SURE = 0.5  # a name of which the encoder is less sure is no candidate


def encoded(text: Text) -> Iterator[Candidate]:
    """What the encoder takes for names, weighed by how sure it is; parts that only a space parts are one name."""
    words, whole = text.document.text, None
    for name in (n for n in text.reading.names if n.span.of(words) != "The"):
        each = _encoded(text, name)
        if whole is not None and _goes_on(words, whole, each):
            whole = replace(whole, span=Span(whole.span.start, each.span.end), weight=max(whole.weight, each.weight))
            continue
        if whole is not None and _usable(words, whole):
            yield from _apart(words, whole)
        whole = each
    if whole is not None and _usable(words, whole):
        yield from _apart(words, whole)


def _apart(words: str, candidate: Candidate) -> Iterator[Candidate]:
    """Two bodies that the encoder took for one: "the Federation of Bakers and Leek Town Council"."""
    candidate = _trimmed(words, candidate)
    left, joined, right = candidate.span.of(words).rpartition(" and ")
    heads = lexicon.body_heads()
    two = joined and all(any(w in heads for w in side.casefold().split()) for side in (left, right))
    if candidate.label != "organisation" or not two or left.split()[-1].casefold() in ("for", "of"):
        yield candidate
        return
    start = candidate.span.start
    yield replace(candidate, span=Span(start, start + len(left)))
    yield replace(candidate, span=Span(candidate.span.end - len(right), candidate.span.end))


def _goes_on(words: str, left: Candidate, right: Candidate) -> bool:
    """Whether two names of one sort are parts of one: only a space between, and of a person only one word each side."""
    if left.label != right.label or words[left.span.end : right.span.start] != " ":
        return False
    single = " " not in left.span.of(words) or " " not in right.span.of(words)
    return single or left.label != "person"


def _encoded(text: Text, name: Name) -> Candidate:
    kind = name.kind if name.kind_probability >= LIKELY else None
    words = text.document.text
    whole = _hyphenated(words, name.span)
    span = _without_party(words, whole) if name.label == "PER" else _without_article(words, whole, kind)
    return Candidate(span, ENCODED[name.label], 3.0 * name.probability, "encoder", None, kind)


def _without_article(text: str, span: Span, kind: str | None) -> Span:
    """The name without "The" before it; a newspaper keeps it."""
    article = "" if kind == "media" else "The "
    return Span(span.start + len(article), span.end) if article and span.of(text).startswith(article) else span


TAIL = re.compile(r"(?:,?\s(?:and|or|of|for|the|The|in|at|by|from|with|to|a))+$")


def _trimmed(text: str, candidate: Candidate) -> Candidate:
    """A name less small words at its end."""
    tail = TAIL.search(candidate.span.of(text))
    start = candidate.span.start
    return replace(candidate, span=Span(start, start + tail.start())) if tail else candidate


def _hyphenated(text: str, span: Span) -> Span:
    """A name's span with the rest of its hyphenated word: "Orme-|Pike"."""
    before = re.search(r"[A-Z][\w’']*-$", text[max(0, span.start - 30) : span.start])
    after = re.match(r"(?:-[A-Z][\w’']*)+", text[span.end : span.end + 40])
    return Span(
        span.start - len(before.group()) if before else span.start, span.end + (len(after.group()) if after else 0)
    )


def _without_party(text: str, span: Span) -> Span:
    """A person's name less a possessive ending and a party's name after it: "Ada Pell Conservative"."""
    span = without_possessive(text, span)
    last = span.of(text).split(" ")[-1]
    alone = last.casefold() in lexicon.party_words() and " " in span.of(text)
    return Span(span.start, span.end - len(last) - 1) if alone else span


def _usable(words: str, candidate: Candidate) -> bool:
    return candidate.weight >= 3.0 * SURE and namelike(candidate.span.of(words))
