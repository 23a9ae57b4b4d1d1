"""Turns of phrase in which houses, courts and committees go their way: royal assent, leave to appeal, question time."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import is_passive, object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_dates import is_planned, when_of
from graph_builder.extract.event_fuller import described
from graph_builder.extract.event_kinds import noun_kind
from graph_builder.extract.event_parts import parts_of_noun, unique
from graph_builder.extract.event_phrases import ENDS, capital, clause, phrase, tidied
from graph_builder.extract.happenings import Happening, Part, Scene, antecedent, objects_of
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "FIGURE",
    "TALLY",
    "assent",
    "called_off",
    "division",
    "evidence_said",
    "is_undertaking",
    "leave_to_appeal",
    "passage",
    "question_time",
    "ran",
    "telling",
    "undertaking",
]

GETTING = frozenset(["get", "receive", "gain", "be", "give", "grant", "await", "obtain", "secure", "have"])
GRANTING = {
    "grant": "granted to",
    "give": "granted to",
    "win": "granted to",
    "get": "granted to",
    "obtain": "granted to",
    "refuse": "refused to",
    "deny": "refused to",
}
HEARING = frozenset(["parliamentary-group", "inquiry", "legislature"])
COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
FIGURE = rf"(?:\d[\d,]*|{COUNTED.replace(' ', '|')}|eighteen|nineteen|twenty)"
TALLY = re.compile(rf"(?i)\b{FIGURE} (?:votes? )?to {FIGURE}\b|\bby {FIGURE} votes?\b")
LAWS = frozenset(["bill", "clause", "amendment", "legislation"])
PASSING = frozenset(["return", "reach", "enter", "clear", "complete", "face"])
UNDERTAKING = frozenset(["agree", "promise", "pledge", "undertake", "vow", "decide", "resolve", "commit"])
ENDURING = frozenset(["strike", "boycott", "protest", "campaign", "walkout", "action", "march", "blockade"])


def assent(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A law's royal assent: "The Rivers Bill got royal assent on 2 May"."""
    thing = object_of(verb)
    law = subject_of(verb)
    if thing is None or thing.lemma_.lower() != "assent" or verb.lemma_ not in GETTING or when is None:
        return None
    if law is None or law.pos_ == "PRON":
        return None
    parts: list[Part] = [(r, "subject") for r in scene.who(paragraph, law)]
    label = f"Royal assent for the {phrase(scene, paragraph, law, 8)}"
    return telling(scene, paragraph, verb, when, ("legislation", label, parts))


def leave_to_appeal(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """What a court says to the wish to appeal: "The tenants were refused permission to appeal in 2023"."""
    thing = object_of(verb)
    outcome = GRANTING.get(verb.lemma_)
    if thing is None or thing.lemma_.lower() not in ("leave", "permission") or outcome is None:
        return None
    inner = next((t for t in verb.subtree if thing.i < t.i <= thing.i + 3 and t.lower_ == "appeal"), None)
    if inner is not None and when is None:
        when, _end = when_of(scene, paragraph, inner)
    if inner is None or when is None:
        return None
    asking = subject_of(verb) if is_passive(verb) or verb.lemma_ in ("win", "get", "obtain") else None
    if asking is None or (asking.pos_ == "PRON" and not scene.who(paragraph, asking)):
        return None
    who = scene.who(paragraph, asking)
    label = f"Leave to appeal {outcome} {scene.names(who) or phrase(scene, paragraph, asking, 7)}"
    return telling(scene, paragraph, verb, when, ("court-case", label, [(r, "participant") for r in who]))


def evidence_said(scene: Scene, paragraph: Paragraph, verb: Token, _: When | None) -> Happening | None:
    """Evidence that only leads to what was said in it: "In evidence to the committee in March, Ada Pell said …"."""
    noun = next((n for n in objects_of(verb, "in") if n.lemma_ in ("evidence", "testimony")), None)
    if noun is None:
        return None
    heard = [r for n in objects_of(noun, "to", "before") for r in scene.who(paragraph, n)]
    heard = [r for r in heard if scene.cast.referents[r].kind in HEARING]
    spoke = scene.who(paragraph, subject_of(verb))
    if not heard or not spoke:
        return None
    when, _end = when_of(scene, paragraph, noun)
    if when is None:
        when, _end = when_of(scene, paragraph, verb)
    label = f"Evidence of {scene.names(spoke)} to {scene.name(heard[0])}"
    parts: list[Part] = [*((r, "speaker") for r in spoke), (heard[0], "organiser")]
    return telling(scene, paragraph, verb, when, ("meeting", label, parts))


def question_time(scene: Scene, paragraph: Paragraph, verb: Token, _: When | None) -> Happening | None:
    """A question time of a house: "The minister told me at Transport Questions on 10 October that …"."""
    session = next((n for n in objects_of(verb, "at", "in", "during") if _is_session(n)), None)
    subject, other = subject_of(verb), object_of(verb)
    if session is None or subject is None or verb.lemma_ not in ("tell", "ask", "press", "say", "reply"):
        return None
    when, _end = when_of(scene, paragraph, session)
    if when is None:
        when, _end = when_of(scene, paragraph, verb)
    asks = verb.lemma_ in ("ask", "press")
    parts: list[Part] = [(r, "asker" if asks else "answerer") for r in scene.who(paragraph, subject)]
    parts += [(r, "answerer" if asks else "asker") for r in scene.who(paragraph, other)]
    if when is None or not parts:
        return None
    label = phrase(scene, paragraph, session, 6)
    return telling(scene, paragraph, verb, when, ("parliamentary-question", label, parts))


def _is_session(noun: Token) -> bool:
    """Whether the noun is the name of a question time: "Health Questions"."""
    named = any(c.dep_ in ("compound", "poss", "nmod", "amod") and c.text[:1].isupper() for c in noun.children)
    return noun.text == "Questions" and named


def undertaking(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A decision made known: "The water firms agreed in June 2022 to end the discharges"."""
    doer = subject_of(verb)
    if verb.lemma_ not in UNDERTAKING or when is None or when.until or doer is None or not is_undertaking(verb):
        return None
    who = scene.who(paragraph, doer)
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or (doer.pos_ == "PRON" and not who):
        return None
    label = clause(scene, paragraph, verb)
    task = _task(verb)
    if task is not None and " to " not in label:
        words = list(itertools.takewhile(lambda t: t.text not in ENDS, verb.doc[task.i : task.i + 9]))
        label = f"{label} to {tidied(verb.doc[task.i : task.i + len(words)].text)}" if label else ""
    vote = TALLY.search(verb.sent.text) is not None
    kind, role = ("vote", "voter") if vote else ("announcement", "organiser")
    return telling(scene, paragraph, verb, when, (kind, label, [(r, role) for r in who])) if label else None


def called_off(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The end of what goes on: "The union called off its boycott on 3 May"; a meeting called off is another thing."""
    thing = object_of(verb)
    off = any(c.lower_ == "off" for c in verb.children) if verb.lemma_ == "call" else verb.lemma_ in ("suspend", "end")
    if not off or when is None or thing is None or thing.lemma_.lower() not in ENDURING:
        return None
    who = scene.who(paragraph, subject_of(verb))
    label = clause(scene, paragraph, verb)
    return telling(scene, paragraph, verb, when, ("other", label, [(r, "organiser") for r in who])) if label else None


def is_undertaking(verb: Token) -> bool:
    """Whether somebody says with this verb what they will do: "promise", "agree", with an infinitive."""
    return verb.lemma_ in UNDERTAKING and _task(verb) is not None


def _task(verb: Token) -> Token | None:
    """What is promised: the infinitive after the verb."""
    return next(
        (c for c in verb.rights if c.dep_ in ("xcomp", "advcl") and any(g.lower_ == "to" for g in c.lefts)), None
    )


def division(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A vote of a body that parted over something: "The Committee divided on paragraph 12"."""
    thing, doer = next(objects_of(verb, "on"), None), subject_of(verb)
    if verb.lemma_ != "divide" or thing is None or doer is None or verb.tag_ != "VBD":
        return None
    who = [r for r in scene.who(paragraph, doer) if not scene.cast.is_person(r)]
    label = f"Division on {phrase(scene, paragraph, thing)}"
    return telling(scene, paragraph, verb, when, ("vote", label, [(r, "voter") for r in who])) if who else None


def passage(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A step of a bill through a house: "The Bill returns to the Commons on 11 June"."""
    bill = subject_of(verb)
    if verb.lemma_ not in PASSING or bill is None or when is None:
        return None
    if bill.lower_ == "it":
        earlier = [t for t in verb.doc[verb.sent.start : verb.i] if t.lemma_.lower() in LAWS]
        bill = earlier[-1] if earlier else bill
    if bill.lemma_.lower() not in LAWS:
        return None
    name = phrase(scene, paragraph, bill, 8)
    label = f"{name} {verb.lemma_}{'es' if verb.lemma_ == 'reach' else 's'}"
    where = next(objects_of(verb, "to"), object_of(verb))
    to = f" {'to ' if any(True for _ in objects_of(verb, 'to')) else ''}{where.text}" if where is not None else ""
    parts: list[Part] = [(r, "subject") for r in scene.who(paragraph, bill)]
    return telling(scene, paragraph, verb, when, ("legislation", label + to, parts))


def ran(scene: Scene, paragraph: Paragraph, verb: Token, _: When | None) -> Happening | None:
    """A stretch of time that something took: "The trial ran from May 2022 to June 2023"."""
    thing = subject_of(verb)
    thing = None if thing is None else antecedent(thing)
    if verb.lemma_ not in ("run", "last") or thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    when, until = when_of(scene, paragraph, verb)
    if when is None or until is None:
        return None
    kind = noun_kind(thing) or "other"
    parts = parts_of_noun(scene, paragraph, thing, kind)
    label = described(scene, paragraph, thing)
    label = label if len(label.split()) > 1 else f"{label} runs"
    found = telling(scene, paragraph, verb, when, (kind, label, parts))
    found.until = until
    return found


Told = tuple[str, str, list[Part]]  # kind, label, who takes part


def telling(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None, told: Told) -> Happening:
    """The happening that a verb tells in such a turn."""
    kind, label, parts = told
    return Happening(
        kind,
        capital(label),
        scene.sentence(paragraph, verb),
        "event/turn/proceeding",
        when,
        planned=is_planned(scene, verb, when),
        parts=unique(parts),
        confidence=0.8,
    )
