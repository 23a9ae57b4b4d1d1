"""What is due, opens or closes by a day: deadlines, responses, consultations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract.clauses import is_passive, object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_dates import is_planned
from graph_builder.extract.event_fuller import described, fuller
from graph_builder.extract.event_kinds import is_object_of, noun_kind
from graph_builder.extract.event_parts import parts_of_noun
from graph_builder.extract.event_phrases import capital, phrase, tidied
from graph_builder.extract.event_proceedings import telling
from graph_builder.extract.happenings import Happening, Part, Scene, antecedent, objects_of
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CLOSING", "OPEN", "answer_due", "closing", "consulting", "deadline", "deadline_is", "due", "must_by"]

CLOSING = frozenset(["close", "end", "run", "finish", "expire", "conclude"])
OPENING = frozenset(["open", "begin", "start"])
OPEN = frozenset(
    ["consultation", "call", "petition", "application", "nomination", "registration", "ballot", "referendum", "poll"]
)


def deadline(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A deadline: "Harbours have until 4 May to send their maps"."""
    inner = next(
        (
            c
            for c in verb.children
            if c.dep_ in ("xcomp", "advcl", "relcl", "acl") and any(g.lower_ == "to" for g in c.children)
        ),
        None,
    )
    subject = subject_of(verb)
    if verb.lemma_ != "have" or when is None or not when.until or inner is None or subject is None:
        return None
    who = scene.who(paragraph, subject)
    doer = scene.names(who) or phrase(scene, paragraph, subject)
    label = f"Deadline for {doer} to {_infinitive(inner)}"
    return Happening(
        "other",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/deadline",
        when,
        planned=True,
        parts=[(r, "subject") for r in who],
    )


def _infinitive(verb: Token) -> str:
    """The verb and its object in the text's own words, whose subject the label names already."""
    thing = object_of(verb)
    last = verb.i if thing is None else min(thing.right_edge.i, verb.i + 7)
    return tidied(verb.doc[verb.i : last + 1].text)


def due(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """What is due: "Its first map is due by autumn 2031"."""
    said = next(
        (c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd") and c.lower_ in ("due", "expected")), None
    )
    expected = verb if verb.lower_ == "expected" and any(c.dep_ == "auxpass" for c in verb.children) else None
    thing = subject_of(verb)
    if (said is None and expected is None) or when is None or thing is None or thing.pos_ == "PRON":
        return None
    kind = noun_kind(thing) or ("publication" if is_object_of(thing, "publication") else None)
    if kind is None or any(c.dep_ == "xcomp" for c in (said or verb).children):
        return None
    label = capital(phrase(scene, paragraph, thing)) + " due"
    author = [r for c in thing.children if c.dep_ == "poss" for r in scene.who(paragraph, c)]
    return Happening(
        kind,
        label,
        scene.sentence(paragraph, verb),
        "event/turn/due",
        when,
        planned=True,
        parts=[(r, "author") for r in author],
    )


def closing(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """What is open for a time: "The consultation opens on 2 March", "closes on 4 May", "runs until"."""
    thing = subject_of(verb)
    thing = None if thing is None else _open_thing(antecedent(thing))
    opens = verb.lemma_ in OPENING and when is not None and not when.until
    if thing is None or (verb.lemma_ not in CLOSING and not opens):
        return None
    if verb.lemma_ == "run" and not (when is not None and when.until):
        return None
    kind = noun_kind(thing) or "other"
    label = described(scene, paragraph, thing)
    return Happening(
        kind,
        label if kind != "other" else f"{'Opening' if opens else 'Close'} of the {label}",
        scene.sentence(paragraph, verb),
        "event/turn/closing",
        when if opens or kind == "other" else None,
        when.iso if when is not None and not opens and kind != "other" else None,
        planned=is_planned(scene, verb, when),
        parts=parts_of_noun(scene, paragraph, thing, kind) or _parts_elsewhere(scene, paragraph, thing, kind),
        confidence=0.85,
    )


def _parts_elsewhere(scene: Scene, paragraph: Paragraph, thing: Token, kind: str) -> list[Part]:
    """Whoever the fullest mention of the thing names with it."""
    found = fuller(scene, paragraph, thing)
    return parts_of_noun(scene, *found, kind) if found is not None else []


def _open_thing(noun: Token) -> Token | None:
    """The consultation or call that the noun is, or is the object of: "the consultation on the plan, which …"."""
    named = [t for t in noun.ancestors if t.dep_ != "ROOT" and any(c.dep_ == "appos" for c in t.children)]
    over = [noun, *(t for t in noun.ancestors if noun.dep_ == "pobj" and t.i == noun.head.head.i), *named]
    over += [c for c in noun.children if c.dep_ in ("compound", "nmod")]
    return next((t for t in over if t.lemma_.lower() in OPEN), None)


def consulting(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A consultation told by its verb: "The ministry is consulting on the scheme until 4 May"."""
    doer = subject_of(verb)
    on = next((antecedent(n) for n in objects_of(verb, "on", "about")), None)
    if verb.dep_ == "relcl" and (on is None or on.lower_ == "which"):
        on = verb.head
    ongoing = verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "be") for c in verb.children)
    if verb.lemma_ != "consult" or doer is None or on is None or (when is None and not ongoing):
        return None
    ends = when is not None and when.until
    return Happening(
        "review",
        f"Consultation on {phrase(scene, paragraph, on)}",
        scene.sentence(paragraph, verb),
        "event/turn/consulting",
        None if ends else when,
        when.iso if ends and when is not None else None,
        planned=is_planned(scene, verb, when),
        parts=[(r, "organiser") for r in scene.who(paragraph, doer)],
    )


def answer_due(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The response that is due: "The Government must respond to the report by 4 June"."""
    to = next(objects_of(verb, "to"), None)
    doer = subject_of(verb)
    if verb.lemma_ not in ("respond", "reply") or when is None or not when.until or doer is None or doer.pos_ == "PRON":
        return None
    about = f" to {phrase(scene, paragraph, to, 8)}" if to is not None and to.pos_ != "PRON" else ""
    who = scene.who(paragraph, doer)
    label = f"{capital(phrase(scene, paragraph, doer, 5))} response{about} due"
    return Happening(
        "publication",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/due",
        when,
        planned=True,
        parts=[(r, "author") for r in who],
    )


def must_by(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A day by which somebody must act: "Landlords must register by 30 September"."""
    doer = subject_of(verb)
    bound = any(c.dep_ == "aux" and c.lower_ == "must" for c in verb.children)
    if not bound or when is None or not when.until or doer is None or doer.pos_ == "PRON" or is_passive(verb):
        return None
    thing = object_of(verb)
    last = verb.i if thing is None else min(thing.right_edge.i, verb.i + 7)
    done = f"{verb.text} {phrase(scene, paragraph, thing, 7)}" if thing is not None and last > verb.i else verb.text
    who = scene.who(paragraph, doer)
    label = f"Deadline for {scene.names(who) or phrase(scene, paragraph, doer, 7)} to {done}"
    found = telling(scene, paragraph, verb, when, ("other", label, [(r, "subject") for r in who]))
    found.planned = True
    return found


def deadline_is(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A deadline by its name: "The deadline for applications is 14 June"."""
    thing = subject_of(verb)
    if verb.lemma_ != "be" or when is None or thing is None:
        return None
    dated = thing.lemma_ == "date" and any(c.lower_ == "closing" for c in thing.children)
    if thing.lemma_ != "deadline" and not dated:
        return None
    label = capital(phrase(scene, paragraph, thing))
    return telling(scene, paragraph, verb, when, ("other", label, [])) if len(label.split()) > 1 else None
