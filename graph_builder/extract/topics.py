"""What a stance is on, as a short noun phrase that reads well alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import first_child, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["LONGEST", "gerund", "is_vague", "noun_phrase", "phrase", "tidy", "verb_phrase"]

LONGEST = 12  # words of a topic
LEADING = frozenset("the a an this that these those any such his her its their my our your".split())
OPENERS = frozenset(["relcl", "appos", "advcl", "parataxis", "acl", "prep", "cc"])
VAGUE = frozenset(
    (
        "it this that these those they them he she him her i me we us you there what which who whom one ones "
        "something anything nothing everything everyone everybody anyone someone people person way time part "
        "lot bit more less so such all some both same other others hon friend lady gentleman case point question "
        "answer idea fact almost most kind sort matter number member thing things points questions "
        "days weeks months years"
    ).split()
)
SMALL = frozenset(["at", "on", "to", "with", "for", "of", "back", "about", "up"])
WISHED = frozenset(["want", "like", "need", "see", "have"])  # "wants the sale made an offence"
NUMBERS = frozenset("one two three four five six seven eight nine ten several many few my your first last".split())
EMPTY = re.compile(
    r"^(?:not )?(?:being )?\w+(?:ing|ed|en)"
    r"(?: (?:it|this|that|so|them|not|all|more|him|her|us|me|you|up|out|on|here|there))*$",
    re.IGNORECASE,
)
DANGLING = (
    "the a an of to for and or in on by with that at from as if but which who whom its their his her my our than "
    "when while because so not be is are was were will would"
).split()
ENDS = re.compile(r"(?:[\s,]+(?:" + "|".join(DANGLING) + r"))+$", re.IGNORECASE)
DOUBLED = re.compile(
    r"(?:[^aeiou]*[aeiou][bdgmnprt]|begin|admit|commit|permit|refer|prefer|regret|control|plan|transfer|equip)"
)


def is_vague(topic: str) -> bool:
    """Whether the words name nothing by themselves: "it", "doing so", "such things"."""
    words = topic.casefold().split()
    if not words or EMPTY.match(topic) is not None or words[0] in ("following", "above"):
        return True
    if words[0] == "doing" and words[1:2] in (["so"], ["it"], ["this"], ["that"]):
        return True
    rest = [w for w in words[1:] if w not in SMALL] if words[0].endswith("ing") and len(words) > 1 else words
    if words[-1] in ("thing", "things"):
        return True
    return all(w in VAGUE or w in NUMBERS or not w[0].isalnum() for w in rest)


def phrase(token: Token) -> str:
    """The noun, or the clause, as a topic."""
    return verb_phrase(token) if token.pos_ in ("VERB", "AUX") else noun_phrase(token)


def noun_phrase(noun: Token) -> str:
    """The noun with what belongs to it, without the determiner before it."""
    doc, first, last = noun.doc, noun.left_edge.i, noun.right_edge.i + 1
    for token in doc[noun.i + 1 : last]:
        if ends_noun(token, noun):
            last = token.left_edge.i if token.dep_ != "punct" else token.i
            break
    while first < noun.i and (doc[first].lower_ in LEADING or doc[first].dep_ in ("punct", "cc", "preconj", "predet")):
        first += 1
    return tidy(doc[first : whole(noun, first, max(last, noun.i + 1))].text)


def ends_noun(token: Token, noun: Token) -> bool:
    """Whether what belongs closely to the noun ends before this word."""
    if token.dep_ in ("relcl", "appos", "advcl", "parataxis") and token.left_edge.i > noun.i:
        return True
    if token.dep_ == "cc" and token.head.i == noun.i:
        return any(c.pos_ == "VERB" or c.ent_type_ == "PERSON" for c in noun.conjuncts)
    if token.dep_ == "punct" and token.text in ",;:—–(":
        return token.text != "," or not any(c.dep_ == "conj" for c in token.head.children)
    return False


def whole(head: Token, first: int, last: int) -> int:
    """Where to end so that no more words than fit are kept, and no constituent is cut in two."""
    if last - first <= LONGEST:
        return last
    doc, limit = head.doc, first + LONGEST
    starts = [t.left_edge.i for t in doc[head.i + 1 : last] if t.dep_ in OPENERS and head.i < t.left_edge.i <= limit]
    return max(starts, default=limit)


def verb_phrase(verb: Token, *, subject: bool = True) -> str:
    """The clause as a noun phrase: "members closing", "releasing the fund"; auxiliaries go, a negation stays."""
    passive = first_child(verb, "auxpass") is not None
    head = (
        f"being {verb.text}"
        if passive
        else verb.text
        if (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.head.lemma_ in WISHED))
        and own_subject(verb) is not None
        and not first_child(verb, "aux")
        else gerund(verb.lemma_.lower())
    )
    own = own_subject(verb)
    named = noun_phrase(own) if subject and own is not None and own.pos_ != "PRON" and own.i < verb.i else ""
    if named and len(named.split()) > LONGEST - 4:
        named = ""
    before = [named, "not" if first_child(verb, "neg") is not None else "", head]
    words = " ".join(w for w in before if w)
    room = max(3, LONGEST - len(words.split()))
    return tidy(f"{words} {rest_of(verb, room)}")


def rest_of(verb: Token, room: int) -> str:
    """What follows the verb in its own clause, no more than `room` words, no constituent cut in two."""
    doc, last = verb.doc, verb.right_edge.i + 1
    aside = [t.i for t in doc[verb.i + 1 : min(verb.i + 9, last)] if t.text == ","]
    if len(aside) > 1 and aside[0] == verb.i + 1:  # "to publish, every month, the list"
        return doc[aside[1] + 1 : min(last, aside[1] + 1 + room)].text
    for token in doc[verb.i + 1 : last]:
        ends = token.head.i == verb.i and (token.dep_ in ("advcl", "parataxis", "cc", "conj") or token.text in ";:—–,")
        if ends or token.dep_ == "relcl":
            last = token.left_edge.i if token.dep_ not in ("cc", "punct") else token.i
            break
    limit = verb.i + 1 + room
    if last > limit:
        starts = [
            t.left_edge.i for t in doc[verb.i + 2 : last] if t.dep_ in OPENERS and verb.i + 1 < t.left_edge.i <= limit
        ]
        last = max(starts, default=limit)
    return doc[verb.i + 1 : max(last, verb.i + 1)].text


def gerund(lemma: str) -> str:
    """The -ing form of a verb."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    if DOUBLED.fullmatch(lemma):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


def tidy(words: str) -> str:
    """Single spaces, and no punctuation or dangling small words at the ends."""
    text = " ".join(words.split()).strip(" ,;:.–—-“”\"'‘")
    text = ENDS.sub("", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    if len(re.findall('[“”"]', text)) % 2:
        text = re.sub('[“”"]', "", text)
    return re.sub(r"^(?:the|a|an) ", "", text.strip(' ,;:.–—-“”"‘'), flags=re.IGNORECASE)
