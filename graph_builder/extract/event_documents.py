"""The event that a document itself is: an open letter, a report that came out, a session of questions, a write-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.event_questions import oral_questions
from graph_builder.extract.event_records import attendance, debate, minutes, questions_in_writing, speech
from graph_builder.extract.happenings import Happening, Part, Scene
from graph_builder.model import Span
from graph_builder.names import fold

__all__ = ["document_events"]

CLOSING = re.compile(
    r"(?i)yours (?:sincerely|faithfully|truly|ever)|signed|(?:kind|best|warm) (?:regards|wishes)|signatories"
)
COPY = re.compile(r"(?i)cc\b|copy|copied")
PREFIX = re.compile(r"(?i)^(?:event )?(?:write-up|report|recap|summary|round-up|notes)\s*[:–—-]\s*")
GATHERING = re.compile(
    r"(?i)\b(?:round ?table|seminar|workshop|symposium|webinar|panel|hustings|"
    r"event (?:report|write-up|summary)|(?:note|report|record|minutes|proceedings) of (?:a|the) meeting|minutes)\b"
)
HOSTED = re.compile(
    r"(?i)\b(?:chaired|moderated|introduced|hosted) by our\b|\bwe (?:hosted|held|convened)\b|"
    r"\bour [^.]{3,60} in the chair\b"
)
ANSWER = re.compile(r"(?i)(?:the )?(?:\w+ )?government(?:[’']s)? (?:response|reply) to (?:the )?\w")
FLOOR = re.compile(r"(?i)^(?:questions?(?: and answers)?|from the floor|q ?& ?a|discussion|audience questions)$")
DEBATED = re.compile(r"(?i)\b(?:the|this|our) (?:evening[’']s )?debate\b")
CHAIRED = re.compile(r"(?i)\b(?:chaired|moderated|hosted) by\b|\bin the chair\b|\b(?:who )?(?:chaired|moderated)\b")
PAID = re.compile(r"(?i)\b(?:sponsored|paid for|supported|funded) by\b")
MANY = 3  # people who speak at an event that a title names
OPENING = 3  # paragraphs that say where and when
SIGNATURE = 200  # characters of a line of signatories
LEADING = 16  # characters that may stand before the name in one
TAIL = 6  # characters that may follow a body's name in a list of signatories


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
        label, author = f"Publication of {document.title}", (scene.cast.voice, "author")
        yield Happening("publication", label, first, "event/document/report", when, parts=[author], confidence=0.9)
    elif recorded := [*debate(scene, first, when), *minutes(scene, first, when)]:
        yield recorded[0]
    elif document.genre == "parliamentary-questions":
        yield from list(questions_in_writing(scene)) or oral_questions(scene, first, when)
    elif spoken := list(speech(scene, first, when)):
        yield from spoken
    elif document.title and ANSWER.match(document.title):
        yield _answer(scene, first, when, document.title)
    elif document.title and _tells_of_one(scene, document.title):
        yield _write_up(scene, first, PREFIX.sub("", document.title))


def _answer(scene: Scene, first: Span, when: When | None, title: str) -> Happening:
    """The coming out of what a government answers to a review, which is what the document is."""
    label = f"Publication of the {title.removeprefix('The ')}"
    parts: list[Part] = [(r.id, "author") for r in scene.cast.referents.values() if r.kind == "government"][:1]
    return Happening("publication", label, first, "event/document/response", when, parts=parts, confidence=0.85)


# -- a write-up ---------------------------------------------------------------------------------------


def _tells_of_one(scene: Scene, title: str) -> bool:
    """Whether the document is a write-up: its genre says so, or its title and the number of those who speak in it."""
    if scene.text.document.genre == "event-report":
        return True
    opening = " ".join(p.span.of(scene.text.document.text) for p in scene.text.paragraphs[:OPENING])
    speaking = {s.speaker for s in scene.said if s.speaker and scene.cast.is_person(s.speaker)}
    speaking |= {r for r, _ in attendance(scene)}
    return bool(GATHERING.search(title) or HOSTED.search(opening)) and len(speaking) >= MANY


def _write_up(scene: Scene, first: Span, title: str) -> Happening:
    """The meeting or debate that the document tells of, on the first day that it names."""
    text, paragraphs = scene.text.document.text, scene.text.paragraphs
    opening = paragraphs[:OPENING]
    dates = [
        w
        for p in opening
        for w in dates_in(text, p.span, scene.text.document.published)
        if len(w.iso) == len("2024-01-01")
    ]
    published = scene.text.document.published
    when = next((w for w in dates if w.iso != published), None)
    kind = "debate" if any(DEBATED.search(p.span.of(text)) for p in paragraphs) else "meeting"
    parts = list(_offices(scene, opening[0].span.start, opening[-1].span.end))
    parts += [*attendance(scene), *((r, "organiser") for r in _publisher(scene))]
    return Happening(
        kind, title, first, "event/document/write-up", when, parts=parts + list(_speakers(scene)), confidence=0.85
    )


def _publisher(scene: Scene) -> list[str]:
    """The body on whose pages the document stands."""
    name = fold(scene.text.document.publisher or "")
    found = [
        r.id for r in scene.cast.referents.values() if name and not scene.cast.is_person(r.id) and fold(r.name) == name
    ]
    return found or ([scene.cast.voice] if scene.cast.voice else [])


def _offices(scene: Scene, start: int, end: int) -> Iterator[Part]:
    """Who was in the chair, and who paid, as the opening says."""
    for paragraph in scene.text.paragraphs:
        for sentence in paragraph.doc.sents:
            span = paragraph.span_of(sentence)
            if not start <= span.start < end:
                continue
            words = span.of(scene.text.document.text)
            for pattern, role, person in ((CHAIRED, "chair", True), (PAID, "sponsor", False)):
                match = pattern.search(words)
                if match:
                    yield from _beside(scene, Span(span.start + match.start(), span.end), span, role, person=person)


def _beside(scene: Scene, after: Span, sentence: Span, role: str, *, person: bool) -> Iterator[Part]:
    """The first one named after the words, or else the last before them."""
    fits = [m for m in scene.cast.mentions_in(sentence) if scene.cast.is_person(m.referent) == person]
    later = [m for m in fits if m.span.start >= after.start]
    earlier = [m for m in fits if m.span.end <= after.start]
    yield from ((m.referent, role) for m in (later[:1] or earlier[-1:]))


def _speakers(scene: Scene) -> Iterator[Part]:
    """Those who speak in it: speakers, and from the questions on, whoever had not spoken before as an asker."""
    text = scene.text.document.text
    floor = next((p.span.start for p in scene.text.paragraphs if FLOOR.match(p.span.of(text).strip())), len(text))
    for said in sorted(scene.said, key=lambda s: s.parts[0].start):
        early = said.parts[0].start < floor
        if said.speaker and scene.cast.is_person(said.speaker) and (early or said.form != "reported"):
            yield said.speaker, "speaker" if early else "asker"


# -- an open letter -----------------------------------------------------------------------------------


def _letter(scene: Scene, first: Span, when: When | None) -> Happening:
    """The open letter that the document is, with whoever is written to at its head and signs at its end."""
    text, cast, paragraphs = scene.text.document.text, scene.cast, scene.text.paragraphs
    openings = [p.span.of(text) for p in paragraphs]
    greeting = next((i for i, words in enumerate(openings) if words.startswith("Dear ")), 0)
    closing = next((i for i, words in enumerate(openings) if CLOSING.match(words)), len(paragraphs))
    head = [
        m.referent
        for p in paragraphs[: greeting + 1]
        if not COPY.match(p.span.of(text))
        for m in cast.mentions_in(p.span)
        if cast.is_person(m.referent)
    ]
    foot = [r for p in paragraphs[closing:] for line in _lines(text, p.span) for r in _signing(scene, line)]
    foot = foot or _listed(scene, greeting)
    authors = [cast.voice] if cast.voice else [a for a in cast.authors if a not in foot]
    parts = [(a, "author") for a in authors]
    parts += [(r, "signatory") for r in dict.fromkeys(foot) if r not in head] + [
        (r, "addressee") for r in dict.fromkeys(head)
    ]
    addressees = scene.names(list(dict.fromkeys(head)))
    title = scene.text.document.title
    label = f"Open letter to {addressees}" if addressees else title or "Open letter"
    return Happening(
        "letter",
        label,
        first,
        "event/document/letter",
        when,
        parts=parts,
        confidence=0.9,
        forms=[title] if title else [],
    )


def _listed(scene: Scene, greeting: int) -> list[str]:
    """Those who sign a letter that ends without a greeting: lines that begin with a name and are no sentence."""
    text = scene.text.document.text
    lines = [line for p in scene.text.paragraphs[greeting + 1 :] for line in _lines(text, p.span)]
    short = [
        line
        for line in lines
        if line.end - line.start < SIGNATURE and not line.of(text).rstrip().endswith((".", "?", "!", ":", "”"))
    ]
    names = [
        r
        for line in short
        if any(m.span.start - line.start < LEADING for m in scene.cast.mentions_in(line)[:1])
        for r in _signing(scene, line)
    ]
    return names if len(names) > 1 else []


def _signing(scene: Scene, line: Span) -> Iterator[str]:
    """The people of a line of signatories, or the body that is all of it."""
    named = scene.cast.mentions_in(line)
    people = [m.referent for m in named if scene.cast.is_person(m.referent)]
    yield from people
    if not people:
        words = line.of(scene.text.document.text).rstrip()
        yield from (
            m.referent
            for m in named
            if m.span.start - line.start < TAIL and line.start + len(words) - m.span.end < TAIL
        )


def _lines(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for line in span.of(text).splitlines(keepends=True):
        yield Span(at, at + len(line))
        at += len(line)
