"""Turns of phrase that tell how people and posts move: a visit, a brief that passes on, a letter, a founding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract.clauses import object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_kinds import is_object_of
from graph_builder.extract.event_parts import unique
from graph_builder.extract.event_phrases import phrase
from graph_builder.extract.happenings import Happening, Scene, objects_of
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["going_back", "passing", "told_by_letter", "visited"]


def visited(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A visit: "In November the committee came to Dunmouth"."""
    where = next((n for n in objects_of(verb, "to") if n.pos_ == "PROPN"), None)
    who = scene.who(paragraph, subject_of(verb))
    if verb.lemma_ not in ("come", "go", "travel") or when is None or where is None or not who:
        return None
    place = phrase(scene, paragraph, where, 6)
    label = f"Visit by {scene.names(who)} to {place}"
    return Happening(
        "meeting",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/visit",
        when,
        place=place,
        parts=[(r, "participant") for r in who],
    )


def passing(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """His appointment: "The housing brief passes to Kit Hale"."""
    post = subject_of(verb)
    who = [r for n in objects_of(verb, "to") for r in scene.who(paragraph, n) if scene.cast.is_person(r)]
    if verb.lemma_ not in ("pass", "go", "fall") or post is None or not is_object_of(post, "appointment") or not who:
        return None
    label = f"Appointment of {scene.names(who)} to {phrase(scene, paragraph, post, 7)}"
    return Happening(
        "appointment",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/passing",
        when,
        parts=[(r, "appointee") for r in who],
    )


def told_by_letter(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A letter: "The bank told customers by letter on Monday that …"."""
    by_letter = any(n.lower_ in ("letter", "email", "post") for n in objects_of(verb, "by", "in"))
    to, author = object_of(verb), scene.who(paragraph, subject_of(verb))
    if verb.lemma_ not in ("tell", "inform", "notify", "warn") or not by_letter or to is None or not author:
        return None
    named = scene.who(paragraph, to)
    label = f"Letter from {scene.names(author)} to {scene.names(named) or phrase(scene, paragraph, to, 7)}"
    return Happening(
        "letter",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/letter",
        when,
        parts=unique([*((r, "author") for r in author), *((r, "addressee") for r in named)]),
    )


def going_back(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """Its founding: "The ferry dates back to 1902, when Edith Orme started it"."""
    thing = subject_of(verb)
    if verb.lemma_ != "date" or when is None or thing is None or thing.pos_ == "PRON":
        return None
    started = next((t for t in verb.subtree if t.dep_ == "relcl" and t.pos_ == "VERB"), None)
    by = scene.who(paragraph, subject_of(started)) if started is not None else []
    label = f"Founding of the {phrase(scene, paragraph, thing)}" + (f" by {scene.names(by)}" if by else "")
    body = [(r, "subject") for r in scene.who(paragraph, thing) if not scene.cast.is_person(r)]
    return Happening(
        "founding",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/dates-back",
        when,
        parts=unique([*((r, "founder") for r in by), *body]),
    )
