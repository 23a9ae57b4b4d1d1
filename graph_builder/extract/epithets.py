"""What people call a thing: "called it a disgrace", "dismissed it as a stunt", "said it was “a ban with a badge”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import first_child, negated, object_of, own_subject, subject_of
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["accused", "called", "quoted"]

OPENING = frozenset("“\"‘'")
PRAISING = frozenset(["last", "only", "first", "everything", "best"])
NOUNS = frozenset(["NOUN", "ADJ", "PROPN"])
WITH_AS = frozenset(["see", "welcome", "attack", "condemn"])  # they name only with "as"


def called(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "called it a disgrace", "describes that as “a tax on thrift”"."""
    lead = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
    predicate, about = named(verb, lead)
    if predicate is None or about is None or about.i == predicate.i or (lead is None and verb.lemma_ in WITH_AS):
        return
    code = stance_cues.predicate(predicate) or (tone(predicate) if opens(predicate) else None)
    if code is not None and stance_cues.verb(verb) is None and not negated(verb):
        holders = floor.holders(paragraph, subject_of(verb))
        yield Found(holders, code, phrase(about), verb, "verdict/named", topic_token=about)


def named(verb: Token, lead: Token | None) -> tuple[Token | None, Token | None]:
    """What something is called, and what is called so."""
    predicate, about, clause = (
        first_child(verb, "oprd", "attr", "acomp"),
        object_of(verb),
        first_child(verb, "ccomp", "xcomp"),
    )
    if predicate is None and lead is not None:
        predicate = first_child(lead, "pobj", "amod", "pcomp", "acomp")
    if predicate is None and clause is not None and clause.pos_ in NOUNS and own_subject(clause) is not None:
        return clause, own_subject(clause)
    if predicate is None and about is not None and about.dep_ == "dobj":
        predicate = next(
            (c for c in verb.children if c.dep_ == "npadvmod" and c.i > about.i and c.ent_type_ == ""), None
        )
    return predicate if predicate is not None or about is None else quoted_after(about), about


def quoted_after(about: Token) -> Token | None:
    """The noun of a quotation that stands right after the object, where the parser lost the way: "called it “a …”"."""
    doc, at = about.doc, about.right_edge.i + 1
    if at + 1 >= len(doc) or doc[at].text not in OPENING:
        return None
    ahead = doc[at + 1 : at + 6]
    return next((t for t in ahead if t.pos_ in NOUNS and t.dep_ not in ("amod", "compound")), None)


def quoted(floor: Floor, paragraph: Paragraph, verb: Token, predicate: Token) -> Iterator[Found]:
    """As in "she said that a pause would be “a ban with a badge”": such words, when no cue, are mostly against."""
    subject, at = own_subject(verb), paragraph.span_of(verb).start
    if verb.lemma_ != "be" or predicate.dep_ != "attr" or negated(verb) or not opens(predicate):
        return
    if subject is None or subject.pos_ == "PRON" or floor.cast.is_person_at(paragraph.span_of(subject)):
        return
    if floor.statements_at(at) and not floor.cast.quoted(at):
        holders = floor.speakers(paragraph, verb)
        yield Found(holders, tone(predicate), phrase(subject), verb, "verdict/quoted", topic_token=subject)


def accused(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "she said the committee was “hiding behind children”": what somebody is said in quotes to do is against."""
    subject, at = own_subject(verb), paragraph.span_of(verb).start
    if (
        verb.tag_ != "VBG"
        or subject is None
        or negated(verb)
        or subject.lower_ in ("i", "we", "it", "they", "he", "she")
    ):
        return
    before = verb.doc[max(0, verb.i - 2) : verb.i]
    if verb.dep_ == "ccomp" and any(t.text in OPENING for t in before) and not floor.cast.quoted(at - 8):
        yield Found(floor.speakers(paragraph, verb), "opposes", phrase(verb), verb, "verdict/accused")


def opens(predicate: Token) -> bool:
    """Whether a quotation opens where the predicate begins."""
    first = predicate.left_edge.i
    before = predicate.doc[max(0, min(first - 1, predicate.i - 4)) : predicate.i]
    return any(t.text in OPENING for t in before)


def tone(predicate: Token) -> str:
    """For, where a superlative or a "first" says so; else against."""
    praised = any(t.tag_ in ("JJS", "RBS") or t.lower_ in PRAISING for t in predicate.subtree)
    return "supports" if praised else "opposes"
