"""Verbs of saying in a sentence: which they are, who is their subject, and whether anything was said at all.

The verbs themselves and how each may be used are data: the schemes `speech` and `speech-pattern` of the ontology.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "SUBJECTS",
    "Cue",
    "agent_of",
    "antecedent",
    "cue_at",
    "cues_in",
    "is_tag",
    "passive",
    "pattern",
    "source_of",
    "subject_of",
    "subtree",
]

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
MODALS = frozenset(
    ["will", "wo", "would", "may", "might", "can", "ca", "could", "shall", "should", "must", "'ll", "’ll", "'d", "’d"]
)
NEGATIVE = frozenset(["never", "neither", "nor", "hardly", "nobody", "none", "no-one"])
REFUSALS = frozenset(["decline", "refuse", "fail", "avoid", "stop", "hesitate", "forget", "omit"])
CONDITIONS = frozenset(["if", "unless", "whether", "lest", "before"])
QUESTIONS = frozenset(["whether", "if", "about", "why", "how", "what", "when", "who", "where", "which", "on"])
CLAUSES = frozenset(["xcomp", "ccomp", "conj", "advcl", "acl", "relcl", "parataxis", "pcomp"])


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A word of saying, as the sentence uses it."""

    token: Token
    verb: str  # the lemma with its particle: "point out"
    manner: str  # a code of the scheme `speech`
    last: int  # the token of the particle, or the verb's own
    denied: bool = False  # "did not say", "declined to say"
    supposed: bool = False  # "will say", "if they say", "to say"

    def fits(self, name: str) -> bool:
        """Whether the verb may be used in that way, a code of the scheme `speech-pattern`."""
        return self.verb in pattern(name) or self.token.lemma_.lower() in pattern(name)


@cache
def pattern(name: str) -> frozenset[str]:
    """The verbs that are used in one way, a code of the scheme `speech-pattern`."""
    return frozenset(vocabulary.concept("speech-pattern", name).words(vocabulary.Cue.VERB))


def manners() -> Mapping[str, str]:
    """Every verb of saying and its class."""
    return vocabulary.cues("speech", vocabulary.Cue.VERB)


def cue_at(token: Token) -> Cue | None:
    """The word of saying that a token is, if it is one."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("amod", "compound", "aux", "auxpass"):
        return None
    verb, last = longest(token)
    manner = manners().get(verb)
    if manner is None or (passive(token) and agent_of(token) is None):
        return None
    return Cue(token, verb, manner, last, denied(token), supposed(token))


def longest(token: Token) -> tuple[str, int]:
    """The verb with its particles, where the ontology knows it so, and the token that it ends with."""
    lemma, doc = token.lemma_.lower(), token.doc
    for reach in (3, 2, 1):
        words = [t.lower_ for t in doc[token.i + 1 : token.i + 1 + reach]]
        if len(words) == reach and " ".join([lemma, *words]) in manners():
            return " ".join([lemma, *words]), token.i + reach
    for child in token.children:
        if child.dep_ == "prt" and f"{lemma} {child.lower_}" in manners():
            return f"{lemma} {child.lower_}", token.i
    return lemma, token.i


def passive(token: Token) -> bool:
    """Whether the verb tells what was done to its subject: "was told", "asked by", "a letter written by"."""
    kinds = {child.dep_ for child in token.children}
    if kinds & {"auxpass", "nsubjpass"} or put_to(token):
        return True
    if token.dep_ == "conj" and token.tag_ == "VBN" and not kinds & (SUBJECTS | {"aux"}) and passive(token.head):
        return True  # "was handed a map and told to walk"
    bare = token.tag_ == "VBN" and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    if token.dep_ == "acl" and token.sent.root.pos_ in ("NOUN", "PROPN") and token.nbor(-1).text == ",":
        return False  # the parser took the only verb of the sentence for a participle
    if token.dep_ == "conj" and "ccomp" in kinds:
        return False
    return bare and not kinds & SUBJECTS and token.dep_ in ("acl", "advcl", "ROOT", "conj", "relcl")


def put_to(token: Token) -> bool:
    """Whether a question is put to whoever stands before the verb: "The council, asked whether it would pay, said"."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    asked = token.lower_ in ("asked", "pressed", "questioned", "quizzed", "challenged")
    return asked and token.i > 0 and token.nbor(-1).text == "," and after in QUESTIONS


def agent_of(token: Token) -> Token | None:
    """Who did it, in the passive: "announced by the minister"."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and passive_form(token)):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def passive_form(token: Token) -> bool:
    """Whether the verb has the form that a passive needs."""
    return token.tag_ in ("VBN", "VBD")


def denied(token: Token) -> bool:
    """Whether it was not said: negated, or something that somebody declined to say."""
    before = (child for child in token.children if child.i < token.i and child.nbor().text != ",")
    if any(child.dep_ == "neg" or child.lower_ in NEGATIVE for child in before):
        return True
    if any(child.dep_ in SUBJECTS and child.lower_ in NEGATIVE for child in token.children):
        return True
    over = token.head
    if token.dep_ == "xcomp" or (token.dep_ == "pcomp" and over.head.lemma_ in REFUSALS):
        return over.lemma_ in REFUSALS or over.head.lemma_ in REFUSALS or any(c.dep_ == "neg" for c in over.children)
    return False


def supposed(token: Token) -> bool:
    """Whether it is only imagined, wished or to come: "will say", "may argue", "if they say", "wants to say"."""
    children = list(token.children)
    if any(c.dep_ == "aux" and c.lower_ in MODALS for c in children):
        return token.nbor(-1).lower_ != "only" and next_word(token) != "only"  # "would only say that"
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in children):
        over = token.head  # "wrote to say" and "went on to say" tell of something said
        told = over.lemma_ in manners() or over.lemma_ in pattern("turn")
        return token.dep_ not in ("xcomp", "advcl") or not told or supposed(over)
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in children):
        return True
    inverted = any(c.dep_ == "aux" and c.lemma_ == "do" for c in children)
    return inverted and token.sent.text.rstrip("\"'”’ ").endswith("?")


def next_word(token: Token) -> str:
    """The word after a token, in small letters."""
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def source_of(token: Token) -> Token | None:
    """The word for whoever says it: the subject of the verb, or of the verb that it hangs on."""
    if passive(token):
        return agent_of(token)
    verb = token
    for _ in range(4):
        subject = subject_of(verb)
        if subject is not None:
            return antecedent(subject)
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ == "pcomp":
            verb = verb.head  # "by saying"
        if verb.dep_ not in CLAUSES and verb.dep_ != "prep":
            break
        verb = verb.head.head if verb == token and astray(verb) else verb.head
        if verb.dep_ == "nsubj" or verb.pos_ in ("NOUN", "PROPN"):
            return verb
        if passive(verb):
            return next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb; of two, the one that stands nearer before it."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else subjects[0] if subjects else None


def astray(verb: Token) -> bool:
    """Whether a verb of saying was read as part of what another one says: "said it was late and warned that"."""
    over = verb.head
    clause = any(c.dep_ == "ccomp" for c in verb.children) and not any(c.dep_ == "ccomp" for c in over.children)
    return verb.dep_ == "conj" and over.dep_ == "ccomp" and over.head.lemma_ in manners() and clause


def antecedent(subject: Token) -> Token:
    """What "who" and "which" stand for; any other subject is itself."""
    if subject.lower_ in ("who", "which", "that") and subject.head.dep_ in ("relcl", "acl"):
        return subject.head.head
    return subject


def subtree(token: Token) -> tuple[int, int]:
    """The range of tokens that hang on one."""
    return token.left_edge.i, token.right_edge.i + 1


def is_tag(tokens: Sequence[Token]) -> bool:
    """Whether some tokens are no more than a speech tag: a subject, a verb of saying, and no clause under it."""
    for token in tokens:
        cue = cue_at(token)
        if cue is not None:
            head = tokens[: token.i - tokens[0].i]
            short = len(head) < 12 and not any(t.pos_ == "VERB" for t in head)
            return short and not any(c.dep_ == "ccomp" and c.i > token.i for c in token.children)
    return False


def cues_in(tokens: Iterable[Token]) -> list[Cue]:
    """The words of saying among some tokens, in order."""
    return [cue for token in tokens if (cue := cue_at(token)) is not None]
