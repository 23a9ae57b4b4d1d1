"""What an event that a clause tells is called: "Appointment of … as …", "Letter from … to …", or the clause itself."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph_builder.extract.event_fuller import fuller
from graph_builder.extract.event_kinds import is_object_of, kind_of, noun_kind, verb_kind
from graph_builder.extract.event_phrases import ENDS, capital, clause, phrase, tidied
from graph_builder.extract.happenings import Part, Scene, Told, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["label_of"]

LEAVING = {
    "resign": "Resignation",
    "retire": "Retirement",
    "sack": "Dismissal",
    "oust": "Dismissal",
    "deselect": "Deselection",
}
LONG = 14  # words of what was announced
DEEDS = ("vote", "appointment", "resignation")  # events of their own, whoever announces them
SHORT = 7  # words of a phrase inside a label


def label_of(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    """The label of what a clause tells; empty where none reads well alone."""
    kind = told.kind or "other"
    if told.cancelled and told.done is not None:
        return capital(phrase(scene, told.paragraph, told.done))
    named = {
        "appointment": _appointment,
        "resignation": _departure,
        "letter": _letter,
        "meeting": _meeting,
        "vote": _vote,
        "incident": _death,
    }.get(kind)
    label = named(scene, told, parts) if named else ""
    label = label or _of_object(scene, told, parts) or _response(scene, told, parts)
    if kind == "announcement" and not label:
        label = _announced(told)
    if label or kind == "letter":
        return label or _signed(scene, told)
    label = clause(scene, told.paragraph, told.verb)
    return label if len(label.split()) > len(scene.names([r for r, _ in parts[:1]]).split()) + 1 else ""


def _announced(told: Told) -> str:
    """What was announced in a clause, after the verb or before it: "Announcement that rents will rise"."""
    clauses = [c for c in told.verb.children if c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX")]
    if told.verb.lemma_ != "announce" or not clauses or verb_kind(clauses[0], None) in DEEDS:
        return ""
    said = told.paragraph.span_of(clauses[0].doc[clauses[0].left_edge.i])
    if told.when is not None and clauses[0].i > told.verb.i and told.when.span.start > said.start:
        return ""  # the day of what is announced
    words = [t for t in clauses[0].subtree if t.i != told.verb.i and t.lower_ != "that"]
    kept = itertools.takewhile(lambda t: t.text not in ENDS, words[:LONG])
    return f"Announcement that {tidied(''.join(t.text_with_ws for t in kept))}"


def _of(parts: Sequence[Part], *roles: str) -> list[str]:
    return [r for r, role in parts if role in roles]


def _appointment(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    who = _of(parts, "appointee")
    post = next((c for c in told.verb.children if c.dep_ in ("attr", "oprd")), None)
    if post is None and told.verb.lemma_ in ("promote", "appoint", "elevate", "reappoint"):
        post = next(objects_of(told.verb, "as", "to"), None)
    if told.verb.lemma_ in ("succeed", "replace"):
        before = told.done if told.done is not None and told.done != told.doer else None
        old = [r for r in scene.who(told.paragraph, before) if r not in who]
        return f"Appointment of {scene.names(who)} to succeed {scene.names(old)}" if who and old else ""
    post = post if post is not None else next(objects_of(told.verb, "as"), None)
    if not who or post is None or post.pos_ == "PRON":
        return ""
    return f"Appointment of {scene.names(who)} as {phrase(scene, told.paragraph, post, SHORT)}"


def _departure(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    who = [r for r in _of(parts, "subject", "participant") if scene.cast.is_person(r)]
    if not who:
        return ""
    lead = f"{LEAVING.get(told.verb.lemma_, 'Departure')} of {scene.name(who[0])}"
    post = next(objects_of(told.verb, "as"), None)
    if post is not None:
        return f"{lead} as {phrase(scene, told.paragraph, post, SHORT)}"
    left = told.done if told.done is not None else next(objects_of(told.verb, "from"), None)
    body = [r for r in scene.who(told.paragraph, left) if not scene.cast.is_person(r)]
    return f"{lead} from {scene.name(body[0])}" if body else lead


def _letter(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    if told.verb.lemma_ not in ("write", "email", "send"):
        return ""
    addressees, authors = _of(parts, "addressee"), _of(parts, "author")
    by = scene.names(authors) or _plain(scene, told, told.doer)
    to = scene.names(addressees) or _plain(scene, told, next(objects_of(told.verb, "to"), None))
    if not to or not parts:
        return ""
    return f"Letter from {by} to {to}" if by else f"Letter to {to}" if addressees else ""


def _signed(scene: Scene, told: Told) -> str:
    """The clause, unless it is about nothing that a reader knows: "More than forty people signed the letter"."""
    return clause(scene, told.paragraph, told.verb) if told.done is not None and told.done.pos_ != "PRON" else ""


def _plain(scene: Scene, told: Told, noun: Token | None) -> str:
    return phrase(scene, told.paragraph, noun, SHORT) if noun is not None and noun.pos_ != "PRON" else ""


def _meeting(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    lemma, everyone = told.verb.lemma_, [r for r, _ in parts]
    if lemma in ("visit", "tour") and told.done is not None and told.done.pos_ != "PRON":
        visitors = f" by {scene.names(_first(scene, told))}" if _first(scene, told) else ""
        return f"Visit{visitors} to {phrase(scene, told.paragraph, told.done, SHORT)}"
    if lemma in ("ring", "phone", "telephone") and len(everyone) > 1:
        return f"Telephone call between {scene.name(everyone[0])} and {scene.name(everyone[1])}"
    if lemma == "meet" and len(everyone) > 1:
        return f"Meeting between {scene.name(everyone[0])} and {scene.name(everyone[1])}"
    if lemma in ("hold", "host", "convene") and told.done is not None and noun_kind(told.done):
        by = _first(scene, told)
        thing = capital(phrase(scene, told.paragraph, told.done))
        return f"{thing} by {scene.names(by)}" if by and len(thing.split()) < SHORT else thing
    return ""


def _first(scene: Scene, told: Told) -> list[str]:
    return scene.who(told.paragraph, told.doer)


def _vote(scene: Scene, told: Told, _: Sequence[Part]) -> str:
    thing = told.done
    if (decided := _to_do(scene, told)) and told.verb.lemma_ == "vote":
        return decided
    if told.verb.lemma_ in ("vote", "ballot", "abstain"):
        thing = next(objects_of(told.verb, "for", "against", "on", "from"), None)
        thing = (
            thing
            if thing is not None
            else next((g for c in told.verb.children if c.dep_ == "prep" for g in objects_of(c, "of")), None)
        )
    on = next(objects_of(told.verb, "on"), None)
    thing = on if on is not None and is_object_of(on, "vote") else thing
    if thing is None or thing.pos_ == "PRON" or thing.like_num or thing.lemma_ == "vote":
        return ""
    return f"Vote on {phrase(scene, told.paragraph, thing)}"


def _to_do(scene: Scene, told: Told) -> str:
    """What was voted, as a heading: "Porters Union votes to boycott the scheme"."""
    task = next((c for c in told.verb.rights if any(g.lower_ == "to" and g.dep_ == "aux" for g in c.lefts)), None)
    by = scene.names(_first(scene, told)) or capital(_plain(scene, told, told.doer))
    if task is None or task.pos_ != "VERB" or not by:
        return ""
    if not any(t.text == "," or t.lower_ == "following" for t in task.doc[told.verb.i : task.i]):
        return ""  # the plain clause reads as well
    rest = task.doc[task.i : min(task.right_edge.i + 1, task.i + 9)]
    done = tidied("".join(t.text_with_ws for t in itertools.takewhile(lambda t: t.text not in ENDS, rest)))
    many = told.doer is not None and told.doer.tag_ in ("NNS", "NNPS")
    return f"{by} {'vote' if many else 'votes'} to {done}"


def _death(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    who = [r for r in _of(parts, "subject") if scene.cast.is_person(r)]
    return f"Death of {scene.names(who)}" if who and told.verb.lemma_ in ("die", "drown") else ""


def _of_object(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    """The kind's own way to call an event by its object."""
    called, done = kind_of(told.kind or "other").called, told.done
    if not called or done is None or done.pos_ == "PRON":
        return ""
    body = _of(parts, "subject") if told.kind == "founding" else []
    thing = scene.name(body[0]) if body else _titled(scene, told, done)
    by = scene.names(scene.who(told.paragraph, told.doer)) or _plain(scene, told, told.doer)
    return called.format(object=thing) + (f" by {by}" if by and len(thing.split()) == 1 else "")


def _titled(scene: Scene, told: Told, done: Token) -> str:
    """The thing by its title, where one stands beside it, or by its fullest mention: "its report, Deep Water"."""
    beside = [c for c in done.children if c.dep_ == "appos"] + ([done.head] if done.dep_ == "appos" else [])
    title = next((t for t in beside if t.pos_ == "PROPN" or t.ent_type_ == "WORK_OF_ART"), None)
    if told.kind == "publication" and title is not None and not scene.who(told.paragraph, title):
        return phrase(scene, told.paragraph, title)
    own = phrase(scene, told.paragraph, done)
    found = fuller(scene, told.paragraph, done) if len(own.split()) == 1 else None
    return own if found is None else phrase(scene, *found)


def _response(scene: Scene, told: Told, parts: Sequence[Part]) -> str:
    """Its response: "The ministry will reply to the report"."""
    inner = next(objects_of(told.verb, "to"), None)
    who = scene.names([r for r, _ in parts[:1]]) or _plain(scene, told, told.doer)
    if told.verb.lemma_ not in ("respond", "reply") or inner is None or not who:
        return ""
    return f"Response of {who} to {phrase(scene, told.paragraph, inner)}"
