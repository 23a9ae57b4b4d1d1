"""Events that a clause tells: "The charity was founded in 1987 by …", "wrote to us last week"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.event_dates import is_planned, place_of, when_of
from graph_builder.extract.event_headings import section_date
from graph_builder.extract.event_kinds import is_object_of, is_speech, kind_of, noun_kind, takes, unreal, verb_kind
from graph_builder.extract.event_labels import label_of
from graph_builder.extract.event_parts import parts_of_verb
from graph_builder.extract.event_questions import asked_in_prose
from graph_builder.extract.event_turns import turn
from graph_builder.extract.happenings import Happening, Part, Scene, Told, antecedent
from graph_builder.extract.language import Paragraph
from graph_builder.vocabulary import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clause_events"]

STATES = frozenset(
    (
        "be have do say tell run live work serve remain stay continue spend need mean cost include want think "
        "believe know expect hope see hear call look try use like feel seem keep get go come grow rise fall "
        "double reach wait fail"
    ).split()
)
LIGHT = frozenset(
    (
        "deliver submit give hold make present produce conduct lead chair complete finish return send issue "
        "lodge commission open begin start bring win call"
    ).split()
)
CALLING_OFF = frozenset(["cancel", "abandon", "postpone", "scrap", "call", "shelve", "axe"])
COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
FIGURE = rf"(?:\d[\d,]*|{COUNTED.replace(' ', '|')}|eighteen|nineteen|twenty)"
TALLY = re.compile(rf"(?i)\b{FIGURE} (?:votes? )?to {FIGURE}\b|\bby {FIGURE} votes?\b")
PEOPLE_ONLY = ("appointment", "resignation")


def clause_events(scene: Scene, paragraph: Paragraph, verb: Token) -> Iterator[Happening]:
    """The event that a verb tells, if it tells one that belongs on a timeline."""
    told = _read(scene, paragraph, verb)
    special = asked_in_prose(scene, paragraph, verb) or turn(scene, paragraph, verb, told.when)
    if special is not None or unreal(verb):
        yield from [special] if special is not None else []
        return
    if scene.cast.quoted(paragraph.span_of(verb).start) and (told.when is None or told.kind is None):
        return
    told = _cancelled(scene, told) or told
    happening = _event(scene, told)
    if happening is not None:
        yield happening


def _read(scene: Scene, paragraph: Paragraph, verb: Token) -> Told:
    doer, done = subject_of(verb), object_of(verb)
    if is_passive(verb):
        doer, done = agent_of(verb), doer
    elif (outcome := _put_after(verb)) is not None:
        doer, done = agent_of(verb), outcome
    doer, done = _named(scene, paragraph, doer), _named(scene, paragraph, done)
    when, until = when_of(scene, paragraph, verb)
    kind = verb_kind(verb, _outcome(done if done is not None else doer))
    noun = noun_kind(done) if done is not None and verb.lemma_ in LIGHT else None
    if noun and kind in (None, "other", "launch") and noun != "publication":
        kind = noun
    if kind in (None, "other") and _counted(verb):
        kind = "vote"
    if when is None and kind is not None and _in_present(verb) and verb.dep_ in ("ROOT", "conj"):
        when = section_date(scene, paragraph, verb.sent.text)
    return Told(paragraph, verb, doer, done, kind, when, until)


def _in_present(verb: Token) -> bool:
    """Whether a timeline tells it: "becomes", "is made"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return not auxiliaries if verb.tag_ in ("VBZ", "VBP", "VB") else bool(auxiliaries) and auxiliaries <= {"is", "are"}


def _counted(verb: Token) -> bool:
    """Whether figures for and against stand with a verb of deciding: "backed by 211 votes to 187"."""
    decides = verb.lemma_.lower() in kind_of("vote").words(Cue.OBJECT_VERB)
    return decides and TALLY.search(verb.sent.text) is not None


def _put_after(verb: Token) -> Token | None:
    """What a bare participle after a comma says something of: "the report of the board, published this morning"."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.i < verb.sent.start + 2 or verb.nbor(-1).text != ",":
        return None
    over = [verb.nbor(-2), *verb.nbor(-2).ancestors]
    ours = over[: next((i for i, t in enumerate(over) if t.i == verb.head.i), 0)]
    return next((t for t in reversed(ours) if t.pos_ in ("NOUN", "PROPN")), None)


def _named(scene: Scene, paragraph: Paragraph, token: Token | None) -> Token | None:
    """The name that a common noun describes: "Fair Fares, a campaign set up by …" is Fair Fares."""
    if token is None:
        return None
    token = antecedent(token)
    described = token.dep_ == "appos" and token.pos_ == "NOUN"
    return token.head if described and scene.cast.mention_at(paragraph.span_of(token.head)) is not None else token


def _outcome(done: Token | None) -> Token | None:
    """What came out: "the report" also where the words stand after "the report of the board led by Ada Pell"."""
    if done is None or is_object_of(done, "publication"):
        return done
    for above in done.ancestors:
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in ("acl", "relcl"):
            return done
        if is_object_of(above, "publication"):
            return above
    return done


def _cancelled(scene: Scene, told: Told) -> Told | None:
    """The event that was called off, where the verb says so of one."""
    off = told.verb.lemma_ != "call" or any(c.lower_ == "off" for c in told.verb.children)
    if told.verb.lemma_ not in CALLING_OFF or not off or told.done is None:
        return None
    kind = noun_kind(told.done)
    if kind in (None, "other"):
        return None
    when, until = when_of(scene, told.paragraph, told.done, ahead=True)
    return replace(told, kind=kind, when=when, until=until, cancelled=True)


def _event(scene: Scene, told: Told) -> Happening | None:
    verb, kind = told.verb, told.kind
    if kind is None and (told.when is None or is_speech(verb) or verb.lemma_ in STATES):
        return None
    certain = told.cancelled or _tallied(told)
    if told.when is None and not certain and not (kind is not None and kind_of(kind).undated):
        return None
    parts = parts_of_verb(scene, replace(told, kind=kind or "other"))
    settled = _settled(scene, told, parts)
    if settled is None or not (told.when or parts or certain):
        return None
    done = _outcome(told.done) if settled == "publication" else told.done
    label = label_of(scene, replace(told, kind=settled, done=done), parts)
    if not label:
        return None
    return Happening(
        settled,
        label,
        scene.sentence(told.paragraph, verb),
        f"event/clause/{settled}",
        told.when,
        told.until,
        place_of(scene, told.paragraph, verb),
        planned=is_planned(scene, verb, told.when),
        cancelled=told.cancelled,
        parts=parts,
    )


def _tallied(told: Told) -> bool:
    """Whether it belongs on a timeline undated: a vote with its figures, an amendment that was tabled."""
    if told.kind == "legislation":
        return told.done is not None and is_object_of(told.done, "legislation") and told.verb.lemma_ == "table"
    return told.kind == "vote" and TALLY.search(told.verb.sent.text) is not None


def _settled(scene: Scene, told: Told, parts: Sequence[Part]) -> str | None:
    """The kind after a look at who takes part: only bodies are founded, only people appointed."""
    people = any(scene.cast.is_person(r) for r, _ in parts)
    kind, dated = told.kind, told.when is not None
    if kind == "founding" and not any(role == "subject" and not scene.cast.is_person(r) for r, role in parts):
        return "launch" if dated and told.done is not None and told.verb.lemma_ != "form" else None
    if kind in PEOPLE_ONLY and (not people or (not dated and _weak(scene, told, parts))):
        return None
    if kind == "letter" and not dated and len({role for _, role in parts}) < 2:
        return None
    if kind == "review" and not dated and not told.cancelled:
        return None
    if kind == "launch" and told.verb.lemma_ in ("begin", "start") and people:
        return None
    named = parts or (told.doer is not None and told.doer.pos_ != "PRON" and told.verb.tag_ in ("VBD", "VBN"))
    return kind or (
        "other" if named and told.when is not None and not told.when.until and told.done is not None else None
    )


def _weak(scene: Scene, told: Told, parts: Sequence[Part]) -> bool:
    """Whether an undated change of post is too loosely told: "joined us", "left before the vote"."""
    if told.verb.lemma_ in ("join", "leave", "depart", "replace"):
        return not any(not scene.cast.is_person(r) for r, _ in parts)
    return takes(told.verb, "appointment") and not any(
        c.dep_ in ("attr", "dobj", "oprd", "prep", "agent") for c in told.verb.children
    )
