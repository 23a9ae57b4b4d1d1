"""What stands in a list under the words that lead it in: "We ask ministers to:", "The league calls for:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import modals, negated, own_subject, subject_of
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import noun_phrase, phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["listed_stances"]

NUMBER = re.compile(r"^\W*(?:\(?(?:[a-z]|[ivx]+|\d{1,2}|R\d{1,2})[.):]|[-•*–—])\s*")
GOING_ON = re.compile(r"(?:;|,)?\s*(?:\b(?:and|or)\b)?\s*$")
REACH = 12  # items that a list may have
LONGEST = 70  # words of an item
OPENERS = frozenset(["to", "that", "for"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def listed_stances(floor: Floor, paragraph: Paragraph, token: Token) -> Iterator[Found]:
    """The stance that an item of a list tells of whoever leads it in; asked for the word that heads the item."""
    if head_of(paragraph) != token or not is_item(floor, paragraph):
        return
    lead = lead_of(floor, paragraph)
    found = leading(floor, lead) if lead is not None else None
    if lead is None or found is None:
        return
    verb, code = found
    holders = floor.holders(lead, subject_of(verb))
    denied = negated(token)
    said = {"calls-for": "opposes"}.get(code, "") if denied else code
    if said and (topic := wanted(token)):
        noun = token if token.pos_ in ("NOUN", "PROPN") else None
        yield Found(holders, said, topic, token, f"list/{said}", negated=denied, topic_token=noun)


def wanted(token: Token) -> str:
    """What an item names: its noun, or what its verb says should be done."""
    if token.pos_ not in ("VERB", "AUX"):
        return noun_phrase(token) if token.pos_ in ("NOUN", "PROPN") else ""
    subject = own_subject(token)
    words = phrase(token) if subject is not None and subject.pos_ != "PRON" else verb_phrase(token, subject=False)
    return words.replace("not ", "", 1) if negated(token) else words


@lru_cache(maxsize=1)  # asked for each word of a paragraph in turn
def head_of(paragraph: Paragraph) -> Token | None:
    """The word that heads the first sentence of an item; its number or bullet is none."""
    number = NUMBER.match(paragraph.doc.text)
    start = next((t for t in paragraph.doc if number is None or t.idx >= number.end()), None)
    if start is None:
        return None
    root = start.sent.root
    if root.idx >= start.idx and root.is_alpha:
        return root
    return next((c for c in root.children if c.i >= start.i and c.pos_ in ("NOUN", "PROPN", "VERB", "AUX")), None)


def words_of(floor: Floor, paragraph: Paragraph) -> str:
    """The words of a paragraph."""
    return paragraph.span.of(floor.text.document.text).strip()


def is_item(floor: Floor, paragraph: Paragraph) -> bool:
    """Whether a paragraph reads as part of a list: numbered, or begun or ended as no sentence is."""
    words = words_of(floor, paragraph)
    if not words or len(words.split()) > LONGEST or words.endswith(":"):
        return False
    bare = NUMBER.sub("", words)
    return bare != words or bare[:1].islower() or words.endswith((";", ",", " and", " or")) or unfinished(paragraph)


def unfinished(paragraph: Paragraph) -> bool:
    """Whether the paragraph is an order or names a thing, and tells nothing."""
    root = next((t for t in paragraph.doc if t.dep_ == "ROOT"), None)
    if root is None or len(list(paragraph.doc.sents)) > 1:
        return False
    finite = any(t.tag_ in FINITE for t in (root, *root.children) if t is root or t.dep_ in ("aux", "auxpass"))
    return (root.tag_ == "VB" or not finite) and own_subject(root) is None


def lead_of(floor: Floor, paragraph: Paragraph) -> Paragraph | None:
    """The paragraph that leads in the list, before the items that stand before this one."""
    before = [p for p in floor.text.paragraphs if paragraph.number - REACH <= p.number < paragraph.number]
    for each in reversed(before):
        words = words_of(floor, each)
        if words.endswith(":") or (words[-1:].isalpha() and not is_item(floor, each)):
            return each
        if not is_item(floor, each):
            return None
    return None


def leading(floor: Floor, lead: Paragraph) -> tuple[Token, str] | None:
    """The verb of a lead whose object is the list, and the stance that it tells."""
    last = list(lead.doc.sents)[-1]
    verbs = [t for t in last if t.pos_ in ("VERB", "AUX") and subject_of(t) is not None]
    closing = words_of(floor, lead).endswith(":")
    for verb in verbs:
        code = code_of(verb)
        rest = [t for t in verb.doc[verb.i + 1 : last.end] if t.is_alpha]
        dangling = bool(rest) and rest[-1].lower_ in OPENERS
        if code and not negated(verb) and (closing or dangling or not rest or code == "calls-for"):
            return verb, code
    return None


def code_of(verb: Token) -> str | None:
    """The stance of a verb whose object or clause is the list that follows."""
    if stance_cues.addressed(verb.lemma_.lower()) is not None or verb.lemma_ in ("want", "seek"):
        return "calls-for"
    cue = stance_cues.verb(verb)
    if cue is not None:
        return cue.code
    last = verb.i + 1 >= verb.sent.end or verb.doc[verb.i + 1].text == ":"
    return "commits-to" if modals(verb) & {"will"} and last else None
