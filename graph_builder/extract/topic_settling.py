"""What a stance is on once pronouns are told: "she will write to them", "the league opposes it"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract.antecedents import Antecedents
from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import first_child, object_of
from graph_builder.extract.holders import Found
from graph_builder.extract.language import Paragraph
from graph_builder.extract.topics import gerund, is_vague

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bare_deed", "settled"]

COURTESIES = frozenset(
    ["answer", "question", "hon", "friend", "lady", "gentleman", "member", "time", "thing", "things"]
)
EMPTY_DEEDS = frozenset(
    "being doing having going coming getting saying starting waiting seeing knowing looking trying".split()
)
POINTING = frozenset(["", "it", "this", "that", "they", "them", "these", "those", "both", "so"])


def settled(before: Antecedents, paragraph: Paragraph, found: Found) -> Found:
    """The stance with what a pronoun stands for as its topic."""
    token = found.topic_token
    pronoun = token.lower_ if token is not None and token.pos_ in ("PRON", "DET") else found.topic.casefold()
    if pronoun in POINTING:
        return replace(found, topic=before.of(paragraph, found.token, pronoun), topic_token=None)
    if token is not None and token.pos_ == "PRON":
        person = before.cast.who(paragraph, token)
        return replace(found, topic=before.cast.referents[person.referent].name) if person is not None else found
    if found.stance == "commits-to" and (whom := met(before.cast, paragraph, found.token)):
        return replace(found, topic=whom)
    return replace(found, topic=told(before, paragraph, found))


def told(before: Antecedents, paragraph: Paragraph, found: Found) -> str:
    """The topic, where it is vague or ends in a pronoun, with what was spoken of before."""
    words = found.topic.split()
    lowered = set(found.topic.casefold().split())
    if words[0].endswith("ing") and not lowered & POINTING:
        return found.topic  # "moving on" is on nothing
    if is_vague(found.topic) and found.topic != "-" and not lowered & COURTESIES:
        return before.of(paragraph, found.token, "it")
    last = words[-1].casefold()
    meant = before.of(paragraph, found.token, last) if len(words) > 1 and last in POINTING else ""
    return " ".join([*words[:-1], meant]) if meant else found.topic


def met(cast: Cast, paragraph: Paragraph, verb: Token) -> str:
    """The deed with the name of whom it is done to: "I will write to her"; empty where no pronoun ends it."""
    lead = next((c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ in ("to", "with")), None)
    whom = object_of(verb) or (first_child(lead, "pobj") if lead is not None else None)
    if whom is None or whom.tag_ != "PRP" or whom.lower_ not in ("him", "her", "them"):
        return ""
    person = cast.who(paragraph, whom)
    between = f" {lead.text} " if lead is not None and whom.head.i == lead.i else " "
    return f"{gerund(verb.lemma_.lower())}{between}{cast.referents[person.referent].name}" if person is not None else ""


def bare_deed(found: Found) -> bool:
    """Whether a topic that names no thing still says what is to be done: "agreed to visit", "asked her to step in"."""
    words = found.topic.casefold().split()
    return (
        found.rule in ("verb/commits-to", "verb/addressed-calls-for")
        and found.token.dep_ not in ("relcl", "xcomp")
        and len(words) == 1
        and words[0].endswith("ing")
        and words[0] not in EMPTY_DEEDS
    )
