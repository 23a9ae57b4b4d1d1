"""Events that a clause tells: "The charity was founded in 1987 by …", "wrote to us last week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.event_dates import date_before, is_planned, place_of, when_of
from graph_builder.extract.event_entries import entry, is_timeline, of_entry
from graph_builder.extract.event_headings import section_date
from graph_builder.extract.event_kinds import is_object_of, is_speech, kind_of, noun_kind, takes, unreal, verb_kind
from graph_builder.extract.event_labels import label_of
from graph_builder.extract.event_limits import passing_remark, pursued, told_by_noun
from graph_builder.extract.event_parts import parts_of_verb
from graph_builder.extract.event_proceedings import TALLY, is_undertaking
from graph_builder.extract.event_questions import asked_in_prose
from graph_builder.extract.event_turns import turn
from graph_builder.extract.happenings import Happening, Part, Scene, Told, antecedent, objects_of
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
        "lodge commission open begin start bring win call launch order"
    ).split()
)
SUING = frozenset("seek launch lodge face pursue threaten lose mount begin start bring issue file".split())
CALLING_OFF = frozenset(["cancel", "abandon", "postpone", "scrap", "call", "shelve", "axe"])
OFFICES = frozenset(
    "secretary minister commissioner chancellor speaker mayor ombudsman regulator president premier inspector".split()
)
GOING_ON = ("protest", "review", "campaign", "meeting", "debate", "court-case")
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
    if (
        pursued(verb)
        or told_by_noun(told)
        or (verb.lemma_ == "vote" and verb.tag_ == "VBG" and told.done is None and told.when is None)
    ):
        return
    told = _cancelled(scene, told) or told
    happening = _event(scene, told)
    if happening is not None:
        yield happening


def _read(scene: Scene, paragraph: Paragraph, verb: Token) -> Told:
    doer, done = subject_of(verb), object_of(verb) or _relative(verb)
    if is_passive(verb):
        doer, done = agent_of(verb), doer
    elif (outcome := _put_after(verb)) is not None:
        doer, done = agent_of(verb), outcome
    doer, done = _named(scene, paragraph, doer), _named(scene, paragraph, done)
    when, until = when_of(scene, paragraph, verb)
    kind = verb_kind(verb, _outcome(done if done is not None else doer))
    noun = noun_kind(done) if done is not None and verb.lemma_ in LIGHT else None
    if verb.lemma_ in SUING and done is not None and noun_kind(done) == "court-case":
        kind = "court-case"
    if noun and kind in (None, "other", "launch") and noun != "publication":
        kind = noun
    if done is None and doer is not None and verb.lemma_ in ("begin", "start") and noun_kind(doer) in GOING_ON:
        kind = noun_kind(doer)
    if kind in (None, "other") and _counted(verb):
        kind = "vote"
    when, until = of_entry(scene, paragraph, when, until)
    if when is None and _is_main(verb) and _in_present(verb) and (kind or is_undertaking(verb) or _opens(scene, verb)):
        when = section_date(scene, paragraph, verb.sent.text)
    if when is None and kind == "vote" and TALLY.search(verb.sent.text):
        when = date_before(scene, paragraph, verb)
    return Told(paragraph, verb, doer, done, kind, when, until)


def _opens(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells what an entry of a timeline is about: the first one after its date."""
    first = next((t for t in verb.doc if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "conj", "ccomp")), verb)
    return verb.i == first.i and verb.dep_ == "ROOT" and is_timeline(scene)


def _relative(verb: Token) -> Token | None:
    """The object that stands before the verb of its relative clause: "the hall that she opened"."""
    return next((c for c in verb.lefts if c.dep_ == "dobj" and verb.dep_ == "relcl"), None)


def _is_main(verb: Token) -> bool:
    """Whether a main clause has the verb, also where the parser took its subject's description for the head."""
    beside = verb.dep_ == "relcl" and verb.head.i == verb.sent.root.i and verb.head.pos_ in ("NOUN", "PROPN")
    own = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return verb.dep_ in ("ROOT", "conj") or (beside and own is not None and own.pos_ in ("NOUN", "PROPN"))


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
    settled = None if passing_remark(told, len(parts)) else _settled(scene, told, parts)
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
    """Whether it belongs on a timeline undated: a vote with its figures, an amendment tabled, a court turned to."""
    if told.kind == "legislation":
        return told.done is not None and is_object_of(told.done, "legislation") and told.verb.lemma_ == "table"
    if told.kind == "court-case":
        return told.done is not None and told.verb.lemma_ in SUING and noun_kind(told.done) == "court-case"
    return told.kind == "vote" and TALLY.search(told.verb.sent.text) is not None


def _settled(scene: Scene, told: Told, parts: Sequence[Part]) -> str | None:
    """The kind after a look at who takes part: only bodies are founded, only people appointed."""
    people = any(scene.cast.is_person(r) for r, _ in parts)
    kind, dated = told.kind, told.when is not None
    if kind is None:
        return "other" if _points_to(told, parts) or _entered(scene, told) else None
    if kind == "founding" and not any(role == "subject" and not scene.cast.is_person(r) for r, role in parts):
        return "launch" if dated and told.done is not None and told.verb.lemma_ != "form" else None
    if kind == "resignation" and not people and dated and told.done is not None and told.done.pos_ != "PRON":
        return "other"
    if kind in PEOPLE_ONLY:
        given = [scene.cast.is_person(r) for r, role in parts if role == "appointee"]
        return kind if people and (not given or any(given)) and (dated or not _weak(scene, told, parts)) else None
    if _idle(told, people=people):
        return None
    return kind if dated or _stands_undated(told, parts) else None


def _idle(told: Told, *, people: bool) -> bool:
    """Whether the verb of beginning or attending has nothing with it that would be an event."""
    if told.kind == "launch" and told.verb.lemma_ in ("begin", "start"):
        return people or told.verb.tag_ == "VBG"
    return told.verb.lemma_ == "attend" and (told.done is None or noun_kind(told.done) is None)


def _stands_undated(told: Told, parts: Sequence[Part]) -> bool:
    """Whether it belongs on a timeline without a date: a letter from one to another, a review that was called off."""
    if told.kind == "letter":
        to = next(objects_of(told.verb, "to"), None)
        office = to is not None and to.lemma_.lower() in OFFICES and bool(parts) and told.verb.lemma_ == "write"
        return office or len({role for _, role in parts}) > 1
    return told.kind != "review" or told.cancelled


def _points_to(told: Told, parts: Sequence[Part]) -> bool:
    """Whether a clause of no kind tells, with its day, what somebody did, or what became of something known."""
    thing, verb = told.done, told.verb
    if thing is None or told.when is None or told.when.until:
        return False
    if parts or (told.doer is not None and told.doer.pos_ != "PRON" and (verb.tag_ in ("VBD", "VBN") or _coming(verb))):
        return True
    pointed = thing.pos_ == "PROPN" or any(c.dep_ == "poss" or c.lower_ in ("the", "this") for c in thing.children)
    noun = thing.pos_ in ("NOUN", "PROPN")
    return noun and pointed and is_passive(verb) and verb.dep_ in ("ROOT", "conj")


def _entered(scene: Scene, told: Told) -> bool:
    """Whether a timeline's entry tells it, with somebody or something named as its subject."""
    named = told.doer is not None and told.doer.pos_ in ("NOUN", "PROPN")
    return named and _in_present(told.verb) and entry(scene, told.paragraph) is not None and _opens(scene, told.verb)


def _coming(verb: Token) -> bool:
    """Whether a main clause says what will be."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    bound = "to" in auxiliaries and verb.dep_ == "xcomp" and verb.head.lower_ in ("is", "are")
    return bound or (verb.dep_ == "ROOT" and bool(auxiliaries & {"will", "’ll", "'ll"}))


def _weak(scene: Scene, told: Told, parts: Sequence[Part]) -> bool:
    """Whether an undated change of post is too loosely told: "joined us", "left before the vote"."""
    if told.verb.dep_ == "pcomp":
        return True  # "before becoming"
    if told.verb.lemma_ in ("join", "leave", "depart", "replace"):
        return not any(not scene.cast.is_person(r) for r, _ in parts)
    return takes(told.verb, "appointment") and not any(
        c.dep_ in ("attr", "dobj", "oprd", "prep", "agent") for c in told.verb.children
    )
