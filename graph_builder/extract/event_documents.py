"""The event that a document itself is: an open letter, a report that came out, a round of questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.extract.dates import When
from graph_builder.extract.happenings import Happening, Scene
from graph_builder.model import Span

__all__ = ["document_events"]

CLOSING = re.compile(r"(?i)yours (?:sincerely|faithfully|truly|ever)|signed|(?:kind|best|warm) (?:regards|wishes)|signatories")
COPY = re.compile(r"(?i)cc\b|copy|copied")


def document_events(scene: Scene) -> Iterator[Happening]:
    """At most one event, by the document's genre, dated by the document where it says its date."""
    document = scene.text.document
    if not scene.text.paragraphs:
        return
    start = scene.text.paragraphs[0].span.start
    first = scene.text.sentence_at(Span(start, start + 1))
    when = When(first, document.published) if document.published else None
    if document.genre == "open-letter":
        yield _letter(scene, first, when)
    elif document.genre == "committee-report" and document.title and scene.cast.voice:
        label = f"Publication of {document.title}"
        yield Happening("publication", label, first, "event/document", when, parts=[(scene.cast.voice, "author")], confidence=0.9)
    elif document.genre == "parliamentary-questions":
        yield from _questions(scene, first, when)


def _questions(scene: Scene, first: Span, when: When | None) -> Iterator[Happening]:
    document = scene.text.document
    lines = [s for s in scene.said if s.form == "direct" and sum(p.end - p.start for p in s.parts) > 40 and not scene.cast.quoted(s.parts[0].start)]
    asked = [s.speaker for s in lines if "?" in s.parts[-1].of(document.text)[-3:]]
    answered = [s.speaker for s in lines if s.speaker not in asked]
    busiest = max(dict.fromkeys(answered), key=answered.count, default=None)
    parts = [(r, "asker") for r in dict.fromkeys(asked)] + ([(busiest, "answerer")] if busiest else [])
    if parts:
        label = "Oral questions" + (f": {document.title}" if document.title else "")
        yield Happening("parliamentary-question", label, first, "event/document", when, parts=parts, confidence=0.8)


def _letter(scene: Scene, first: Span, when: When | None) -> Happening:
    """The open letter that the document is, with whoever is written to at its head and signs at its end."""
    text, cast, paragraphs = scene.text.document.text, scene.cast, scene.text.paragraphs
    openings = [p.span.of(text) for p in paragraphs]
    greeting = next((i for i, words in enumerate(openings) if words.startswith("Dear ")), 0)
    closing = next((i for i, words in enumerate(openings) if CLOSING.match(words)), len(paragraphs))
    head = [m.referent for p in paragraphs[: greeting + 1] if not COPY.match(p.span.of(text)) for m in cast.mentions_in(p.span) if cast.is_person(m.referent)]
    foot: list[str] = []
    for paragraph in paragraphs[closing:]:
        for line in _lines(text, paragraph.span):
            named = cast.mentions_in(line)
            foot += [m.referent for m in named if cast.is_person(m.referent)] or [m.referent for m in named[:1]]
    authors = [cast.voice] if cast.voice else [a for a in cast.authors if a not in foot]
    parts = [(a, "author") for a in authors]
    parts += [(r, "signatory") for r in dict.fromkeys(foot) if r not in head] + [(r, "addressee") for r in dict.fromkeys(head)]
    addressees = " and ".join(scene.name(r) for r in list(dict.fromkeys(head))[:2])
    title = scene.text.document.title
    label = f"Open letter to {addressees}" if addressees else title or "Open letter"
    return Happening("letter", label, first, "event/document", when, parts=parts, confidence=0.9, forms=[title] if title else [])


def _lines(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for line in span.of(text).splitlines(keepends=True):
        yield Span(at, at + len(line))
        at += len(line)
