"""What people say that they will do: "we will reply by May", "he said that he would publish it", "promised that …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    agent_of,
    asks,
    first_child,
    is_passive,
    modals,
    negated,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import noun_phrase, verb_phrase
from graph_builder.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["promises"]

WILL = frozenset(["will", "shall"])
STANDING = frozenset(["ROOT", "conj", "ccomp", "parataxis", "xcomp"])
TELLING = frozenset(
    "say tell pledge vow guarantee undertake announce add confirm promise insist state reply respond write explain "
    "assure".split()
)
UNREAL = frozenset(["if", "unless", "whether", "that which", "when", "until"])
SWORN = frozenset(["promise", "assure", "pledge", "vow", "guarantee", "undertake"])
OFFICES = frozenset("minister secretary chancellor mayor leader commissioner premier".split())
LASTING = frozenset(
    "run last continue start begin cost take open close remain expire apply end mean save raise".split()
)
GOVERNING = frozenset(["government", "government-department", "local-authority", "public-body", "company"])
SPECTATORS = frozenset(["legislature", "inquiry", "media"])  # bodies that others seldom promise for


def promises(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """The stance of whoever says that they will do what the verb says."""
    if verb.pos_ != "VERB" or verb.dep_ not in STANDING or asks(verb) or under(verb, UNREAL):
        return
    subject = promiser(verb)
    yield from sworn_beside(floor, paragraph, verb)
    if subject is None or verb.lemma_ in stance_cues.pattern("idle"):
        return
    if any(c.lower_ == "no" for c in subject.children) and modals(verb) & WILL and not floor.narrated(paragraph, verb):
        words = f"no {noun_phrase(subject)} {verb_phrase(verb, subject=False)}"  # "no sailing will be cut"
        yield Found(floor.speakers(paragraph, verb), "commits-to", words, verb, "promise/none")
    elif subject.lower_ in ("i", "we"):
        yield from firsthand(floor, paragraph, verb)
    else:
        yield from reported(floor, paragraph, verb, subject)
        yield from planned(floor, paragraph, verb, subject)
        yield from decreed(floor, paragraph, verb, subject)


def promiser(verb: Token) -> Token | None:
    """The subject of what will be done: the verb's own, that of "going to", or that of the "will" it is joined to."""
    over = verb.head
    if verb.dep_ == "xcomp":
        return own_subject(over) if over.lemma_ == "go" and over.tag_ == "VBG" and not negated(over) else None
    shared = verb.dep_ == "conj" and not modals(verb) and bool(modals(over) & WILL)
    return own_subject(verb) or (own_subject(over) if shared else None)


def firsthand(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "We will reply before the summer", "I shall not sign it"."""
    own = modals(verb) or (modals(verb.head) if verb.dep_ == "conj" else frozenset())
    going = verb.dep_ == "xcomp" and verb.head.lemma_ == "go"  # "I am going to publish it"
    cue = stance_cues.verb(verb)
    if cue is not None and cue.code in ("supports", "opposes"):
        return  # "I will be voting against it" tells a stance, and promises little
    if (own & WILL or going) and not negated(verb):
        yield Found(
            floor.speakers(paragraph, verb), "commits-to", verb_phrase(verb, subject=False), verb, "promise/will"
        )


def reported(floor: Floor, paragraph: Paragraph, verb: Token, subject: Token) -> Iterator[Found]:
    """As in "She said that the council would pay", "promised that the list would be published"."""
    over = verb.head if verb.dep_ in ("ccomp", "parataxis") else first_child(verb, "ccomp", "parataxis")
    teller = subject_of(over) if over is not None and over.lemma_ in TELLING else None
    if over is None or teller is None or negated(verb) or not modals(verb) & {"would", "will"}:
        return
    if floor.cast.quoted(paragraph.span_of(verb).start):
        return
    tellers = floor.holders(paragraph, teller)
    doer = agent_of(verb) if is_passive(verb) else subject
    doers = floor.holders(paragraph, doer)
    sworn = over.lemma_ in SWORN or (is_passive(verb) and all(acts(floor, t) or governs(floor, t) for t in tellers))
    if not doers and tellers and sworn:
        yield Found(tellers, "commits-to", verb_phrase(verb), verb, "promise/that")
    elif doers and not (subject.lower_ == "it" and beside(floor, verb, doers[0])):
        rule = "promise/said" if set(doers) <= set(tellers) else "promise/body"
        if rule == "promise/said" or all(speaks_for(floor, tellers, d) for d in doers):
            yield Found(doers, "commits-to", verb_phrase(verb, subject=False), verb, rule)


def beside(floor: Floor, verb: Token, doer: str) -> bool:
    """Whether "it" is rather a thing: "the trial will run till May", "the fee would cost £2", a professor said."""
    return verb.lemma_ in LASTING or floor.cast.referents[doer].kind == "education"


def speaks_for(floor: Floor, tellers: tuple[str, ...], body: str) -> bool:
    """Whether those who say what a body will do hold a post in it; of the government, ministers speak."""
    cast = floor.cast
    if cast.referents[body].kind == "government":
        return any(cast.is_person(t) for t in tellers)
    return any(p.person in tellers and p.organisation == body for p in cast.posts)


def governs(floor: Floor, referent: str) -> bool:
    """Whether it is somebody whose office can promise what will be done: a minister, a mayor, a leader."""
    held = [p for p in floor.cast.posts if p.person == referent and p.status == "current"]
    return any(OFFICES & p.words for p in held)


def planned(floor: Floor, paragraph: Paragraph, verb: Token, subject: Token) -> Iterator[Found]:
    """As in "The council will publish the list", as the document itself tells it of a body that governs or owns."""
    if (
        verb.dep_ not in ("ROOT", "conj")
        or not modals(verb) & WILL
        or is_passive(verb)
        or negated(verb)
        or not floor.narrated(paragraph, verb)
    ):
        return
    doers = floor.holders(paragraph, subject) if subject.pos_ != "PRON" else ()
    if doers and all(floor.cast.referents[d].kind in GOVERNING for d in doers):
        yield Found(doers, "commits-to", verb_phrase(verb, subject=False), verb, "promise/planned")


def decreed(floor: Floor, paragraph: Paragraph, verb: Token, subject: Token) -> Iterator[Found]:
    """As in "The figures will be published in May", said by somebody who governs."""
    if not is_passive(verb) or not modals(verb) & WILL or negated(verb) or agent_of(verb) is not None:
        return
    if verb.lemma_ not in stance_cues.pattern("governing") or subject.pos_ == "PRON":
        return
    holders = floor.speakers(paragraph, verb)
    if holders and all(governs(floor, h) or acts_for_all(floor, h) for h in holders):
        yield Found(holders, "commits-to", verb_phrase(verb), verb, "promise/decreed")


def acts_for_all(floor: Floor, referent: str) -> bool:
    """Whether it is a body that governs."""
    return floor.cast.referents[referent].kind in GOVERNING


def sworn_beside(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Every penny, she promised, would go on homes"."""
    aside = first_child(verb, "parataxis")
    teller = own_subject(aside) if aside is not None and aside.lemma_ in SWORN else None
    if teller is not None and modals(verb) & {"would", "will"} and not is_passive(verb):
        yield Found(floor.holders(paragraph, teller), "commits-to", verb_phrase(verb), verb, "promise/aside")


def acts(floor: Floor, referent: str) -> bool:
    """Whether it is a body whose people can promise in its name."""
    body = floor.cast.referents[referent]
    return body.type is EntityType.ORGANISATION and body.kind not in SPECTATORS
