"""What people want, told as a question or a wish: "Why not run it daily?", "Let's bring it back", "I'd rather"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, modals, negated, object_of, own_subject
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import gerund, noun_phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["rhetoric"]

# After "let's" or "why not" these ask for nothing in a debate.
CHATTING = frozenset(
    "be see say look hope face remember imagine start begin hear go talk forget pretend suppose take put wait".split()
)
RIGHT = frozenset(["right", "fair", "acceptable", "justified", "reasonable", "sensible", "just", "sustainable"])
KNOWING = frozenset(["care", "know", "believe", "trust", "bother", "worry", "think", "be", "listen"])


def rhetoric(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """Whatever the verb asks or proposes so."""
    if asks(verb):
        yield from why_not(floor, paragraph, verb)
        yield from why_should(floor, paragraph, verb)
        yield from how_right(floor, paragraph, verb)
        return
    yield from let_us(floor, paragraph, verb)
    yield from rather(floor, paragraph, verb)


def why_not(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Why not run a smaller boat?"."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]]
    if verb.tag_ in ("VB", "VBP") and before == ["why", "not"] and verb.lemma_ not in CHATTING:
        words = verb_phrase(verb, subject=False).removeprefix("not ")
        yield Found(floor.speakers(paragraph, verb), "calls-for", words, verb, "rhetoric/why-not")


def why_should(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Why should the islands pay twice?": they should not."""
    subject = own_subject(verb)
    should = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "should"), None)
    why = next((c for c in verb.children if c.lower_ == "why"), None)
    if subject is None or should is None or why is None or should.i > subject.i or verb.lemma_ in KNOWING:
        return
    code = "calls-for" if negated(verb) else "opposes"
    words = verb_phrase(verb).replace("not ", "", 1) if negated(verb) else verb_phrase(verb)
    yield Found(floor.speakers(paragraph, verb), code, words, verb, "rhetoric/why-should", negated=True)


def how_right(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "How can it be right to charge pupils?": it is not."""
    predicate, how = first_child(verb, "acomp"), next((c for c in verb.children if c.lower_ == "how"), None)
    if verb.lemma_ != "be" or predicate is None or predicate.lower_ not in RIGHT or not modals(verb) & {"can", "could"}:
        return
    ahead = [c for c in (*verb.children, *predicate.children) if c.i > predicate.i]
    clause = next(
        (c for c in ahead if c.dep_ in ("xcomp", "ccomp", "advcl", "csubj") and c.pos_ in ("VERB", "AUX")), None
    )
    if clause is not None and how is not None and negated(verb) is False:
        words = verb_phrase(clause)
        yield Found(floor.speakers(paragraph, verb), "opposes", words, verb, "rhetoric/how-right", negated=True)


def let_us(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Let's bring back the night boat"."""
    subject = own_subject(verb)
    if verb.dep_ != "ccomp" or verb.head.lemma_ != "let" or subject is None or verb.lemma_ in CHATTING:
        return
    if subject.lower_ not in ("'s", "’s", "us") or verb.head.tag_ != "VB" or own_subject(verb.head) is not None:
        return
    if object_of(verb) is None and first_child(verb, "prep") is None:
        return
    no = negated(verb) or negated(verb.head)
    code, words = "opposes" if no else "calls-for", verb_phrase(verb, subject=False).removeprefix("not ")
    yield Found(floor.speakers(paragraph, verb), code, words, verb, "rhetoric/let-us", negated=no)


def rather(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "She would rather keep the old one", "I'd sooner the council froze them"."""
    word = next((c for c in verb.children if c.dep_ == "advmod" and c.lower_ in ("rather", "sooner")), None)
    subjects = sorted((c for c in verb.children if c.dep_ == "nsubj"), key=lambda c: c.i)
    if word is None or not subjects or "would" not in modals(verb) or word.i > verb.i:
        return
    other = subjects[1] if len(subjects) > 1 else None
    if other is None and (stance_cues.verb(verb) is not None or (object_of(verb) is None)):
        return
    own = verb_phrase(verb, subject=False).removeprefix("not ").removeprefix(verb.text)
    words = (
        f"{noun_phrase(other)} {gerund(verb.lemma_)} {own}" if other is not None else verb_phrase(verb, subject=False)
    )
    no = negated(verb)
    code = "opposes" if no else "calls-for"
    yield Found(
        floor.holders(paragraph, subjects[0]), code, words.removeprefix("not "), verb, "rhetoric/rather", negated=no
    )
