"""What people say that they will not do, and whether they agree: "would not sign it", "the league doesn't agree"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, is_passive, modals, negated, object_of, own_subject, under
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["refusals"]

TELLING = frozenset("say tell announce add confirm insist state reply vow warn pledge promise".split())
UNREAL = frozenset(["if", "unless", "whether", "when", "until", "because"])
# "will not rest until" and the like refuse nothing.
STEADY = frozenset("rest hesitate stop give forget tolerate shy hide solve help happen let waver apologise".split())
THEIRS = frozenset(["member", "staff", "teacher", "driver", "crew", "councillor", "mp"])
AGREEING = frozenset(["agree", "disagree"])


def refusals(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """The stance of whoever refuses to do what the verb says, or agrees with what was said."""
    if verb.pos_ != "VERB" or asks(verb) or under(verb, UNREAL):
        return
    yield from refused(floor, paragraph, verb)
    yield from agreed(floor, paragraph, verb)


def refused(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The league said its members would not collect the fee", "We will not collect it"."""
    subject = own_subject(verb)
    if subject is None or not negated(verb) or not modals(verb) & {"will", "would"} or object_of(verb) is None:
        return
    if is_passive(verb) or verb.lemma_ in STEADY | stance_cues.pattern("idle") or stance_cues.verb(verb) is not None:
        return
    holders = tellers(floor, paragraph, verb, subject)
    words = verb_phrase(verb, subject=False).replace("not ", "", 1)
    yield Found(holders, "opposes", words, verb, "refusal/will-not", negated=True)


def tellers(floor: Floor, paragraph: Paragraph, verb: Token, subject: Token) -> tuple[str, ...]:
    """Who tells that they themselves, or their members, will not do it."""
    over = verb.head
    teller = own_subject(over) if verb.dep_ == "ccomp" and over.lemma_ in TELLING else None
    if teller is None or subject.lower_ in ("i", "we"):
        return ()  # "I won't do Wednesdays" is no stance in a debate
    found, owner = floor.holders(paragraph, teller), first_child(subject, "poss")
    if subject.lemma_.lower() in THEIRS and owner is not None and owner.lower_ in ("its", "their"):
        return found
    doers = floor.holders(paragraph, subject)
    return doers if doers and set(doers) <= set(found) else ()


def agreed(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The league does not agree", "I agree": what it is on was said before."""
    if verb.lemma_ not in AGREEING or is_passive(verb) or modals(verb) - {"does", "do", "did"}:
        return
    if any(
        c.dep_ in ("prep", "ccomp", "xcomp", "dobj", "prt", "advcl", "conj") and c.i > verb.i for c in verb.children
    ):
        return
    subject = own_subject(verb)
    if subject is None or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return
    against = negated(verb) is (verb.lemma_ == "agree")
    if against:
        yield Found(floor.holders(paragraph, subject), "opposes", "", verb, "refusal/disagree", negated=negated(verb))
