"""Events that a noun names: "the meeting on 20 August", "the independent review of …", "7 March 2023: …" as a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import event_cues
from graph_builder.extract.clauses import agent_of, noun_phrase, subject_of
from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.event_clauses import looks_ahead, when_of
from graph_builder.extract.happenings import Happening, Scene, capital
from graph_builder.extract.language import Paragraph
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["heading_events", "noun_events"]

DONE_BY = frozenset(["hold", "lead", "write", "send", "publish", "launch", "organise", "host", "table", "conduct", "chair", "start", "begin", "issue", "run", "call", "convene"])
UNDATED = frozenset(["letter", "legislation", "campaign"])
BETWEEN = frozenset(["letter", "meeting", "speech", "publication", "review", "campaign", "debate"])


def noun_events(scene: Scene, paragraph: Paragraph, noun: Token) -> Iterator[Happening]:
    """The event that a noun names, where it has a date, or is a review of something, or a letter of someone."""
    kind = event_cues.noun_kind(noun)
    at = paragraph.span_of(noun)
    if kind is None or noun.dep_ in ("compound", "poss", "amod", "nmod") or scene.cast.mention_at(at) is not None:
        return
    when, until = when_of(scene, paragraph, noun)
    verb = noun.head
    if when is None and noun.dep_ in ("nsubj", "nsubjpass", "attr") and verb.pos_ in ("VERB", "AUX"):
        plain = event_cues.verb_kind(verb) in (None, "other", "launch") and not event_cues.is_speech(verb)
        when, until = when_of(scene, paragraph, verb) if plain else (None, None)
    parts = _parts(scene, paragraph, noun, kind)
    phrase = scene.thing(paragraph, noun)
    whole = len(phrase.split()) > 2 and any(c.dep_ in ("prep", "acl") for c in noun.children)
    if when is None and not (kind == "review" and whole) and not (kind in UNDATED and parts):
        return
    if (scene.cast.quoted(at.start) and not parts) or (kind == "publication" and when is None):
        return
    label = capital(phrase)
    named = [f"{'by' if role != 'addressee' else 'to'} {scene.name(r)}" for r, role in parts[:2] if scene.name(r) not in label]
    if not whole and named:
        label = f"{label} {' '.join(named)}"
    if len(label.split()) < 2 and not parts:
        return
    yield Happening(kind, label, scene.text.sentence_at(at), f"event/noun/{kind}", when, until, looks_ahead(noun), parts, 0.65)


def _parts(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> list[tuple[str, str]]:
    """Who takes part, by possessive and preposition: "her letter to", "the report by", "the review led by"."""
    frame = event_cues.FRAMES[kind]
    found: list[tuple[str, str]] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found += [(r, "chair" if kind == "review" and scene.cast.is_person(r) else frame.subject) for r in scene.who(paragraph, child)]
        elif child.dep_ == "prep":
            inner = next((g for g in child.children if g.dep_ == "pobj"), None)
            role = {"by": frame.subject, "from": frame.subject, "to": frame.to, "with": frame.subject, "between": frame.subject}.get(child.lower_)
            if role and (kind in BETWEEN or child.lower_ == "by"):
                found += [(r, role) for r in scene.who(paragraph, inner)]
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            role = "chair" if child.lemma_ in ("lead", "chair", "head") else "signatory" if child.lemma_ == "sign" else frame.subject
            found += [(r, role) for r in scene.who(paragraph, agent_of(child))]
    if noun.dep_ == "dobj" and noun.head.lemma_ in DONE_BY:
        role = "chair" if noun.head.lemma_ == "chair" else frame.subject
        found += [(r, role) for r in scene.who(paragraph, subject_of(noun.head))]
    return list(dict.fromkeys(found))


HEADING = re.compile(r"\s*[:–—-]\s+(?=\S)")


def heading_events(scene: Scene) -> Iterator[Happening]:
    """Headings of a timeline: a date, then what happened: "7 March 2023: A commission is announced"."""
    document = scene.text.document
    for number, paragraph in enumerate(scene.text.paragraphs):
        if len(paragraph.span.of(document.text)) > 120:
            continue
        when = next(iter(dates_in(document.text, paragraph.span, document.published)), None)
        if when is None or when.span.start - paragraph.span.start > 12:
            continue
        lead = HEADING.match(document.text, when.span.end)
        if lead is None or lead.end() >= paragraph.span.end:
            continue
        label = document.text[lead.end() : paragraph.span.end].strip(" .")
        following = scene.text.paragraphs[number + 1] if number + 1 < len(scene.text.paragraphs) else paragraph
        kind = _kind(paragraph) or _kind(following) or "other"
        yield Happening(kind, capital(label), paragraph.span, "event/heading", when, parts=_named_first(scene, following, kind), confidence=0.8)


def _kind(paragraph: Paragraph) -> str | None:
    first = next(iter(paragraph.doc.sents), None)
    for token in first if first is not None else ():
        if token.pos_ == "VERB" and (kind := event_cues.verb_kind(token)):
            return kind
        if token.pos_ == "NOUN" and (kind := event_cues.noun_kind(token)):
            return kind
    return None


def _named_first(scene: Scene, paragraph: Paragraph, kind: str) -> list[tuple[str, str]]:
    """Whoever is the subject of the first sentence below the heading."""
    first = next(iter(paragraph.doc.sents), None)
    subject = subject_of(first.root) if first is not None else None
    return [(r, event_cues.FRAMES[kind].subject) for r in scene.who(paragraph, subject)]


def section_date(scene: Scene, paragraph: Paragraph) -> When | None:
    """The date of the timeline's heading that a paragraph stands under, if it stands under one."""
    before = [p for p in scene.text.paragraphs if p.number < paragraph.number]
    for candidate in reversed(before[-4:]):
        words = candidate.span.of(scene.text.document.text)
        when = next(iter(dates_in(scene.text.document.text, candidate.span, scene.text.document.published)), None)
        if when is not None and len(words) <= 120 and HEADING.match(words, when.span.end - candidate.span.start):
            return When(Span(when.span.start, when.span.end), when.iso)
    return None
