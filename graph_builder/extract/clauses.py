"""What the parser says of a clause: its subject, objects, negation and modality, and a short name for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["complements", "conjuncts", "gerund", "is_passive", "modals", "negated", "noun_phrase", "object_of", "subject_of", "verb_phrase"]

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those"])
CUT = frozenset(["relcl", "appos", "punct", "advcl", "parataxis", "cc", "conj"])
LONGEST = 14  # words of a topic


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, its own or the one that it shares with the verb above it."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp") and depth < 3:
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        return subject_of(above, depth + 1) if above.i != verb.i else None
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive says: the noun after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((g for g in child.children if g.dep_ == "pobj"), None)
    return None


def object_of(verb: Token) -> Token | None:
    """The direct object."""
    return next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "PUNCT"), None)


def complements(verb: Token) -> Iterator[Token]:
    """The verbs of the clauses that the verb takes: "that …", "to …", "whether …"."""
    return (c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "pcomp"))


def conjuncts(noun: Token) -> list[Token]:
    """A noun and those joined to it by "and" or commas."""
    return [noun, *(c for c in noun.conjuncts if c.i > noun.i)]


def negated(verb: Token) -> bool:
    """Whether the verb is denied: "not", "never", "no longer", or a subject with "no"."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "hardly", "neither") for c in verb.children):
        return True
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(c.lower_ == "no" for c in subject.children)


def modals(verb: Token) -> frozenset[str]:
    """Its auxiliaries, lower case."""
    return frozenset(c.lower_ for c in verb.children if c.dep_ == "aux")


def noun_phrase(noun: Token) -> str:
    """The noun with what belongs to it, short enough to be read alone, without the article before it."""
    doc = noun.doc
    first, last = noun.left_edge.i, noun.right_edge.i + 1
    for token in doc[noun.i + 1 : last]:
        if token.dep_ in CUT and token.head.i >= noun.i and _breaks(token, noun):
            last = token.left_edge.i if token.dep_ != "punct" else token.i
            break
    while first < noun.i and (doc[first].lower_ in DETERMINERS or doc[first].dep_ in ("punct", "cc", "preconj")):
        first += 1
    return tidy(doc[first : min(last, first + LONGEST)].text)


def _breaks(token: Token, noun: Token) -> bool:
    if token.dep_ in ("cc", "conj"):
        return token.head.i == noun.i and token.dep_ == "cc" and False
    if token.dep_ == "punct":
        return token.text in ",;:—–(" and not (token.text == "," and any(c.dep_ == "conj" for c in token.head.children))
    return token.left_edge.i > noun.i


def verb_phrase(verb: Token, *, subject: bool = True) -> str:
    """The clause as a noun phrase: "members closing", "releasing the fund"; auxiliaries go, a negation stays."""
    doc = verb.doc
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    head = f"being {verb.text}" if passive else gerund(verb.lemma_.lower())
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    parts = [noun_phrase(own)] if subject and own is not None and own.pos_ != "PRON" else []
    if any(c.dep_ == "neg" for c in verb.children):
        parts.append("not")
    last = verb.right_edge.i + 1
    for token in doc[verb.i + 1 : last]:
        if token.dep_ in ("advcl", "parataxis", "cc", "conj") and token.head.i == verb.i:
            last = token.left_edge.i if token.dep_ != "cc" else token.i
            break
        if token.text in ";:—–" and token.head.i == verb.i:
            last = token.i
            break
    room = max(4, LONGEST - len(" ".join(parts).split()))
    parts += [head, doc[verb.i + 1 : min(last, verb.i + room)].text]
    return tidy(" ".join(p for p in parts if p))


def gerund(lemma: str) -> str:
    """The -ing form of a verb."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    if re.fullmatch(r"(?:[^aeiou]*[aeiou][bdgmnprt]|begin|admit|commit|permit|refer|prefer|regret|control|cut|put|set|stop|plan|transfer)", lemma):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


def tidy(words: str) -> str:
    """Single spaces, and no punctuation or dangling small words at the ends."""
    text = " ".join(words.split()).strip(" ,;:.–—-“”\"'‘")
    text = re.sub(r"(?:\s(?:the|a|an|of|to|for|and|or|in|on|by|with|that|at|from|as|if|but|which|who|its|their))+$", "", text)
    return text.strip(" ,;:.–—-“”\"‘")
