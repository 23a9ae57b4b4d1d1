"""Turns of phrase that tell an event in a way of their own: evidence given, deadlines, what is due, what dates back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_changes import going_back, passing, told_by_letter, visited
from graph_builder.extract.event_dates import is_planned
from graph_builder.extract.event_deadlines import answer_due, closing, consulting, deadline, deadline_is, due, must_by
from graph_builder.extract.event_kinds import unreal
from graph_builder.extract.event_money import money
from graph_builder.extract.event_parts import unique
from graph_builder.extract.event_phrases import capital, phrase, tidied
from graph_builder.extract.event_proceedings import (
    assent,
    called_off,
    division,
    evidence_said,
    leave_to_appeal,
    passage,
    question_time,
    ran,
    undertaking,
)
from graph_builder.extract.event_publications import appeared, published, reported
from graph_builder.extract.event_votes import counted
from graph_builder.extract.happenings import Happening, Part, Scene, antecedent, objects_of
from graph_builder.extract.language import Paragraph
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["turn"]

HEARING = frozenset(["parliamentary-group", "inquiry", "legislature"])
ASKING = frozenset(["question", "grill", "quiz", "interview", "hear", "cross-examine"])
BODIES = frozenset(
    [
        "cabinet",
        "committee",
        "council",
        "board",
        "panel",
        "executive",
        "governors",
        "trustees",
        "court",
        "tribunal",
        "assembly",
    ]
)


Turn = Callable[[Scene, Paragraph, "Token", When | None], Happening | None]


def turn(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The event that a verb tells in one of these turns; None where it tells none."""
    told = TURNS if not unreal(verb) else [each for each in TURNS if each not in FACTUAL]
    found = (each(scene, paragraph, verb, when) for each in told)
    return next((each for each in found if each is not None), None)


def _evidence(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """Evidence to a body that takes it: "told the committee on 4 May that …", "gave evidence to the inquiry"."""
    given = verb.lemma_ in ("give", "submit") and (thing := object_of(verb)) is not None and thing.lemma_ == "evidence"
    told = verb.lemma_ == "tell" and when is not None
    appeared = verb.lemma_ in ("appear", "testify") and any(True for _ in objects_of(verb, "before", "to"))
    if not (given or told or appeared or verb.lemma_ in ("take", "hear")):
        return None
    if verb.lemma_ in ("take", "hear") and (thing := object_of(verb)) is not None and thing.lemma_ == "evidence":
        return _taken(scene, paragraph, verb, when)
    to = [object_of(verb)] if told else [*objects_of(verb, "to", "before")]
    heard = [r for noun in to for r in scene.who(paragraph, noun) if scene.cast.referents[r].kind in HEARING]
    spoke = scene.who(paragraph, subject_of(verb))
    beside = [r for noun in objects_of(verb, "alongside", "with") for r in scene.who(paragraph, noun)]
    if not heard or not spoke:
        return None
    found = _hearing(scene, scene.sentence(paragraph, verb), when, spoke, heard[0])
    found.parts = unique([*found.parts, *((r, "speaker") for r in beside)])
    return found


def _taken(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The same from the other side: "The committee took evidence from Ada Pell on 6 March"."""
    heard = [r for r in scene.who(paragraph, subject_of(verb)) if not scene.cast.is_person(r)]
    thing = object_of(verb)
    spoke = [
        r
        for head in (verb, thing)
        if head is not None
        for n in objects_of(head, "from")
        for r in scene.who(paragraph, n)
    ]
    if not heard or not spoke or when is None:
        return None
    return _hearing(scene, scene.sentence(paragraph, verb), when, spoke, heard[0])


def _hearing(scene: Scene, evidence: Span, when: When | None, spoke: Sequence[str], body: str) -> Happening:
    """Evidence that some gave to a body."""
    return Happening(
        "meeting",
        f"Evidence of {scene.names(spoke)} to {scene.name(body)}",
        evidence,
        "event/turn/evidence",
        when,
        parts=unique([*((r, "speaker") for r in spoke), (body, "organiser")]),
        confidence=0.85,
    )


def _heard(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A hearing: "The committee will question the minister on 5 December"."""
    if verb.lemma_ not in ASKING or when is None:
        return None
    asks = [r for r in scene.who(paragraph, subject_of(verb)) if scene.cast.referents[r].kind in HEARING]
    answers = [r for r in scene.who(paragraph, object_of(verb)) if scene.cast.is_person(r)]
    if not asks or not answers:
        return None
    parts: list[Part] = [(asks[0], "asker"), *((r, "answerer") for r in answers)]
    label = f"Hearing of {scene.names(answers)} by {scene.name(asks[0])}"
    return Happening(
        "meeting",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/hearing",
        when,
        planned=_ahead(verb),
        parts=parts,
        confidence=0.85,
    )


def _considered(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The body's meeting: "The cabinet will consider the petition on 5 June", "it will go to the full council"."""
    if verb.lemma_ == "decide":
        return _deciding(scene, paragraph, verb, when)
    considers = verb.lemma_ in ("consider", "discuss") or (
        verb.lemma_ == "look" and any(True for _ in objects_of(verb, "at"))
    )
    doer = agent_of(verb) if is_passive(verb) else subject_of(verb)
    done = subject_of(verb) if is_passive(verb) else object_of(verb) or next(objects_of(verb, "at"), None)
    before = next((n for n in objects_of(verb, "to", "before") if n.lemma_.lower() in BODIES), None)
    if verb.lemma_ in ("go", "come") and before is not None:
        considers, doer, done = True, before, subject_of(verb)
    if not considers or when is None or doer is None or done is None or done.pos_ == "PRON":
        return None
    who = [r for r in scene.who(paragraph, doer) if not scene.cast.is_person(r)]
    if not who and doer.lemma_.lower() not in BODIES:
        return None
    owner = [r for c in doer.children if c.dep_ == "poss" for r in scene.who(paragraph, c)]
    done = antecedent(done)
    label = f"{capital(phrase(scene, paragraph, doer, 6))} considers {phrase(scene, paragraph, done, 7)}"
    return Happening(
        "meeting",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/considered",
        when,
        planned=is_planned(scene, verb, when),
        parts=unique((r, "organiser") for r in (who or owner)),
    )


def _deciding(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The body's meeting: "The council will decide on 12 June whether to sell the baths"."""
    mark = next((t for t in verb.subtree if t.i > verb.i and t.lower_ == "whether"), None)
    doer = subject_of(verb)
    if mark is None or when is None or doer is None or doer.pos_ == "PRON" or mark.head.head.i != verb.i:
        return None
    who = [r for r in scene.who(paragraph, doer) if not scene.cast.is_person(r)]
    if not who and doer.lemma_.lower() not in BODIES:
        return None
    words = tidied(verb.doc[mark.i : min(mark.head.right_edge.i + 1, mark.i + 10)].text)
    return Happening(
        "meeting",
        f"{capital(phrase(scene, paragraph, doer, 6))} decides {words}",
        scene.sentence(paragraph, verb),
        "event/turn/considered",
        when,
        planned=is_planned(scene, verb, when),
        parts=[(r, "organiser") for r in who],
    )


def _ahead(verb: Token) -> bool:
    return any(c.lower_ in ("will", "to", "would", "shall", "'ll", "’ll") for c in verb.children if c.dep_ == "aux")


FACTUAL: frozenset[Turn] = frozenset(
    [money, published, appeared, reported, counted, assent, leave_to_appeal, called_off, undertaking, division, passage]
)
TURNS: tuple[Turn, ...] = (
    counted,
    question_time,
    evidence_said,
    _evidence,
    _heard,
    told_by_letter,
    deadline,
    due,
    answer_due,
    closing,
    consulting,
    _considered,
    visited,
    passing,
    going_back,
    assent,
    leave_to_appeal,
    must_by,
    deadline_is,
    called_off,
    undertaking,
    division,
    passage,
    ran,
    published,
    appeared,
    reported,
    money,
)
