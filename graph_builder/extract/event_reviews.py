"""Reviews that the document names as bodies: such a review is an event as well, which somebody leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder import vocabulary
from graph_builder.extract.happenings import Happening, Part, Scene
from graph_builder.model import Referent, Role
from graph_builder.names import fold, person_name

__all__ = ["named_review", "named_reviews"]

REVIEW = re.compile(r"\b(?:review|inquiry|enquiry)\b", re.IGNORECASE)


def named_reviews(scene: Scene) -> Iterator[Happening]:
    """Each review by name that somebody is told to lead, or that goes by the surname of one whom the document names."""
    people = {fold(person_name(r.name).surname) for r in scene.cast.referents.values() if scene.cast.is_person(r.id)}
    for body in _reviews(scene):
        led = [role for role in scene.held if role.organisation == body.id and _leads(role)]
        surname = REVIEW.split(body.name)[0].strip()
        if led:
            parts: list[Part] = [(role.person, "chair") for role in led if role.status != "former"]
            yield Happening("review", body.name, led[0].evidence, "event/review/led", parts=parts, confidence=0.65)
        elif surname and fold(surname) in people and body.name == f"{surname} {body.name.split()[-1]}":
            first = next(m for m in scene.cast.mentions if m.referent == body.id)
            yield Happening("review", body.name, scene.text.sentence_at(first.span), "event/review/named")


def named_review(scene: Scene, words: str, at: int) -> str:
    """The full name that the last review before a place goes by, where the words there only call it one."""
    if not REVIEW.fullmatch(words):
        return ""
    reviews = {body.id: body.name for body in _reviews(scene) if words.lower() in body.name.lower().split()}
    before = [m.referent for m in scene.cast.mentions if m.span.start < at and m.referent in reviews]
    return reviews[before[-1]] if before else ""


def _reviews(scene: Scene) -> Iterator[Referent]:
    for body in scene.cast.referents.values():
        if body.kind == "inquiry" and " " in body.name and body.name[0].isupper() and REVIEW.search(body.name):
            yield body


def _leads(role: Role) -> bool:
    return role.post.lower() in vocabulary.words("participant-role", "chair", vocabulary.Cue.NOUN)
