"""What people say of a thing: "the plan is timely", "she is wrong about the cost", "the offer falls short"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    asks,
    conditional,
    doubted,
    first_child,
    modals,
    negated,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.epithets import accused, called, quoted
from graph_builder.extract.feelings import WON, felt_code, felt_stance
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stance_verbs import OPPOSITE
from graph_builder.extract.topics import phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["verdicts"]

COPULAS = frozenset(["be", "seem", "feel", "look", "sound", "remain", "become"])
UNREAL = frozenset(["if", "unless", "whether"])
FORESEEN = frozenset(["would", "will", "could"])
POSSIBLE = frozenset(["may", "might", "could"])
JUDGED = frozenset(["right", "wrong", "mistaken", "foolish", "wise", "unwise", "correct"])
ENOUGH = frozenset(["enough", "sufficient", "adequate"])
PRONOUNS = frozenset(["it", "this", "that", "they", "these", "those", "them"])


def verdicts(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """What the verb says, or somebody says by it, of a thing."""
    if asks(verb) or under(verb, UNREAL):
        return
    if verb.tag_ == "VBN" and first_child(verb, "auxpass") is not None and felt_code(verb, verb) is not None:
        yield from felt_stance(floor, paragraph, verb, verb)
    elif verb.lemma_ in COPULAS:
        yield from judged(floor, paragraph, verb)
    elif verb.lemma_ in stance_cues.pattern("naming"):
        yield from called(floor, paragraph, verb)
    yield from accused(floor, paragraph, verb)
    yield from ended(floor, paragraph, verb)
    yield from done(floor, paragraph, verb)


def judged(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "the levy is a mistake", "I am delighted by the choice", "she is wrong about the cost"."""
    predicate, subject = first_child(verb, "attr", "acomp", "oprd") or first_child(verb, "prep"), subject_of(verb)
    if predicate is None or subject is None or predicate.i < verb.i:
        return
    if felt_code(verb, predicate) is not None:
        yield from felt_stance(floor, paragraph, verb, predicate)
        return
    code, denied = (
        stance_cues.predicate(predicate) if predicate.dep_ != "prep" else None,
        negated(verb) is not doubted(verb),
    )
    if any(c.lower_ == "but" for c in predicate.children) or (doubted(verb) and verb.head.lower_ in WON):
        return  # "promising but thin"
    if negated(verb) and predicate.lower_ in ENOUGH:
        code, denied = "opposes", False
    if code is None or (denied and code not in OPPOSITE):
        yield from quoted(floor, paragraph, verb, predicate)
        return
    about = about_what(floor, paragraph, verb, predicate)
    if about is not None and not conditional(verb):
        said, hedged = OPPOSITE[code] if denied else code, bool(modals(verb) & POSSIBLE)
        yield Found(floor.judges(paragraph, verb), said, phrase(about), verb, "verdict/said", hedged, denied, about)


def about_what(floor: Floor, paragraph: Paragraph, verb: Token, predicate: Token) -> Token | None:
    """What a verdict is on: its subject, or what "it is wrong to" and "she is right to" lead to."""
    ahead = [c for c in (*predicate.children, *verb.children) if c.i > predicate.i]
    clauses = [c for c in ahead if c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and c.pos_ in ("VERB", "AUX")]
    leads = [c for c in predicate.children if c.dep_ == "prep" and c.lower_ in ("about", "on", "over")]
    led = [*(first_child(c, "pobj", "pcomp") for c in leads), *clauses]
    subject = subject_of(verb)
    if subject is None or (subject.lower_ in ("it", "there") and clauses):
        return clauses[0] if clauses else None
    if predicate.lower_ in JUDGED and led:
        return led[0]
    return subject if judgeable(floor, paragraph, subject) else None


def judgeable(floor: Floor, paragraph: Paragraph, subject: Token) -> bool:
    """Whether a subject is a thing that a verdict is on, and no person."""
    if subject.lower_ in PRONOUNS:
        return True
    return subject.pos_ != "PRON" and not floor.cast.is_person_at(paragraph.span_of(subject))


def ended(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "the offer falls short", "the plan does not go far enough"."""
    found, subject = stance_cues.verdict(verb), own_subject(verb)
    if found is None or subject is None or not judgeable(floor, paragraph, subject):
        return
    hedged, holders = bool(modals(verb) & POSSIBLE), floor.judges(paragraph, verb)
    yield Found(holders, found[0], phrase(subject), verb, "verdict/ended", hedged, topic_token=subject)


def done(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "the levy punishes the young", "ministers have ignored us": what is said to do harm."""
    code, subject = stance_cues.deed(verb), own_subject(verb)
    if code is None or subject is None or negated(verb) or verb.dep_ in ("relcl", "advcl"):
        return
    if modals(verb) & FORESEEN and verb.lemma_ in stance_cues.pattern("harm"):
        return  # what may come is warned of
    foretold = bool(modals(verb) & FORESEEN) or not floor.narrated(paragraph, verb)
    if not foretold or (subject.pos_ == "PRON" and subject.lower_ not in ("it", "this", "that")):
        return
    actor = floor.cast.mention_at(paragraph.span_of(subject)) is not None or subject.tag_ in ("NNS", "NNP", "NNPS")
    topic, hedged = verb_phrase(verb) if actor else phrase(subject), bool(modals(verb) & POSSIBLE)
    yield Found(floor.speakers(paragraph, verb), code, topic, verb, "verdict/deed", hedged, topic_token=subject)
