"""Events that a record is: the speech it transcribes, the written questions it prints, the meeting it minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.event_phrases import tidied
from graph_builder.extract.happenings import Happening, Part, Scene
from graph_builder.extract.written_questions import written_questions
from graph_builder.model import Span

__all__ = ["attendance", "debate", "minutes", "questions_in_writing", "speech", "urgent"]

SPEECH = re.compile(
    r"(?i)\b(?:transcript of (?:the|a|his|her|my|this) (?:speech|lecture|address)|check against delivery|"
    r"(?:speech|lecture|address) (?:as delivered|(?:given|delivered) (?:at|to|by|in|on))|delivered on:?|"
    r"(?:speech|lecture|address|remarks) (?:at|to|by)\b)"
)
NAMED = re.compile(r"(?i)\b(?:speech|lecture|address|remarks)\b")
URGENT = re.compile(
    r"(?i)urgent question\)?\s*:?\s*To ask .{3,120}? if (?:he|she|they) will make a statement on (?P<on>[^.\n]+)"
)
TABLED = re.compile(r"(?i)\b(?:tabled|asked|answered|date)\b")
PRESENT = re.compile(
    r"(?i)^(?:members |councillors |governors |also )?(?:present|in attendance|attendees|attending|attended by)\b"
)
APOLOGIES = re.compile(r"(?i)\bapologies\b")
ABSENT = re.compile(r"(?i)^(?:apologies|absent)\b")
CHAIR = re.compile(r"^\W{0,2}(?:\(|in the )[Cc]hair\b")
WRITTEN = re.compile(r"(?i)\bwritten (?:questions?|answers?)\b|\bUIN \d|\btabled on\b")
ASKED = re.compile(r"^To ask .*?, (?=how|what|when|whether|if|why|which|who|pursuant|for|with|to)")
TOPIC = 9  # words of a question that say what it is about
CONSIDERED = re.compile(r"(?i)\bI beg to move,? that this House has considered (?P<on>[^.\n]+)")
SEAT = re.compile(r"\[(?P<name>[^\]\n]{3,60}?),? in the Chair\]", re.IGNORECASE)
MEETING = re.compile(r"(?i)\b(?:meeting|minutes|session)\b")
HEADS = 3  # paragraphs that say what was minuted
MANY = 3  # people present
OPENING = 6  # paragraphs in which a transcript says what it is
NEAR = 8  # paragraphs above a question in which its date stands


def speech(scene: Scene, first: Span, when: When | None) -> Iterator[Happening]:
    """The speech that the document transcribes, by its author, on the day that its head names."""
    document, opening = scene.text.document, scene.text.paragraphs[:OPENING]
    named = [m.referent for p in opening for m in scene.cast.mentions_in(p.span) if scene.cast.is_person(m.referent)]
    author = scene.cast.author or next(iter(named), None)
    words = "\n".join(p.span.of(document.text) for p in opening)
    if author is None or not NAMED.search(document.title or words[:200]) or not SPEECH.search(words):
        return
    days = [w for p in opening for w in dates_in(document.text, p.span, document.published) if len(w.iso) == 10]
    label = document.title or f"Speech by {scene.name(author)}"
    parts: list[Part] = [(author, "speaker")]
    yield Happening(
        "speech", label, first, "event/document/speech", days[0] if days else when, parts=parts, confidence=0.9
    )


def debate(scene: Scene, first: Span, when: When | None) -> Iterator[Happening]:
    """The debate of a house that the document records, on what it "has considered"; all who spoke, and the chair."""
    text = scene.text.document.text
    moved = CONSIDERED.search(text)
    if moved is None:
        return
    seat = SEAT.search(text)
    chair = scene.cast.mentions_in(Span(*seat.span("name")))[:1] if seat is not None else []
    spoke = [s.speaker for s in scene.said if s.form == "direct" and s.speaker and scene.cast.is_person(s.speaker)]
    parts: list[Part] = [(m.referent, "chair") for m in chair]
    parts += [(r, "speaker") for r in spoke if not scene.cast.quoted(first.start)]
    label = f"Debate on {tidied(moved['on'])}"
    forms = [scene.text.document.title] if scene.text.document.title else []
    yield Happening("debate", label, first, "event/document/debate", when, parts=parts, confidence=0.9, forms=forms)


def minutes(scene: Scene, first: Span, when: When | None) -> Iterator[Happening]:
    """The meeting whose minutes the document is: those present, and the body that met."""
    document, present = scene.text.document, list(attendance(scene))
    heads = [p for p in scene.text.paragraphs[:HEADS] if MEETING.search(p.span.of(document.text))]
    if len(present) < MANY or not heads:
        return
    head = heads[0].span
    days = [w for w in dates_in(document.text, head, document.published) if len(w.iso) == len("2024-01-01")]
    bodies = [m.referent for m in scene.cast.mentions_in(head) if not scene.cast.is_person(m.referent)]
    label = f"Meeting of {scene.name(bodies[0])}" if bodies else tidied(head.of(document.text))
    parts: list[Part] = [*present, *((r, "organiser") for r in bodies[:1])]
    yield Happening(
        "meeting", label, first, "event/document/minutes", days[0] if days else when, parts=parts, confidence=0.85
    )


def urgent(scene: Scene) -> str:
    """What the urgent question of a sitting was on, as its label; empty where there was none."""
    match = URGENT.search(scene.text.document.text)
    return "" if match is None else f"Urgent question on {tidied(match['on'])}"


def questions_in_writing(scene: Scene) -> Iterator[Happening]:
    """Each written question that the document prints, with who asked, who answered, and the day it was put."""
    turns = list(written_questions(scene.text, scene.cast)) if WRITTEN.search(scene.text.document.text) else []
    for number, asked in enumerate(turns):
        words = asked.parts[0].of(scene.text.document.text)
        if asked.speaker is None or not words.startswith("To ask"):
            continue
        reply = next((t for t in turns[number + 1 : number + 2] if t.speaker != asked.speaker), None)
        parts: list[Part] = [(asked.speaker, "asker")]
        parts += [(reply.speaker, "answerer")] if reply is not None and reply.speaker else []
        on = " ".join(ASKED.sub("", words).split()[:TOPIC])
        yield Happening(
            "parliamentary-question",
            f"Written question by {scene.name(asked.speaker)} on {tidied(on)}",
            asked.parts[0],
            "event/document/written-question",
            _tabled(scene, asked.parts[0]),
            parts=parts,
            confidence=0.85,
        )


def _tabled(scene: Scene, asked: Span) -> When | None:
    """The day that stands nearest above a question, where a line says that it was tabled."""
    document = scene.text.document
    above = [p for p in scene.text.paragraphs if p.span.start <= asked.start][-NEAR:]
    for paragraph in reversed(above):
        end = min(paragraph.span.end, asked.start)
        if end > paragraph.span.start and TABLED.search(document.text, paragraph.span.start, end):
            days = list(dates_in(document.text, Span(paragraph.span.start, end), document.published))
            if days:
                return days[0]
    return None


def attendance(scene: Scene) -> Iterator[Part]:
    """Those whom the minutes list as present, one of them in the chair; not those who sent apologies."""
    text = scene.text.document.text
    for paragraph in scene.text.paragraphs:
        words = paragraph.span.of(text)
        if not PRESENT.match(words) or ABSENT.match(words):
            continue
        sorry = APOLOGIES.search(words)
        end = paragraph.span.start + sorry.start() if sorry else paragraph.span.end
        for mention in scene.cast.mentions_in(Span(paragraph.span.start, end)):
            if scene.cast.is_person(mention.referent):
                chairs = CHAIR.match(text[mention.span.end : mention.span.end + 20].lstrip(" ,"))
                yield mention.referent, "chair" if chairs else "participant"
