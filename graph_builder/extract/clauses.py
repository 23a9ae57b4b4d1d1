"""What the parser says of a clause: its subject, objects, negation and modality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "above",
    "agent_of",
    "asks",
    "complements",
    "conditional",
    "conjuncts",
    "doubted",
    "first_child",
    "is_passive",
    "modals",
    "negated",
    "object_of",
    "own_subject",
    "subject_of",
    "under",
]

SHARING = frozenset(["conj", "xcomp", "advcl", "ccomp", "pcomp"])
DENIALS = frozenset(["never", "hardly", "neither", "nor", "scarcely", "no longer"])
CONDITIONS = frozenset(["if", "unless", "provided", "providing", "until"])
AUXILIARY = frozenset(["aux", "auxpass"])
STOPS = frozenset("?!.")
THINKING = frozenset(["think", "believe", "agree", "accept", "see", "feel", "persuade", "convince"])
WON_OVER = frozenset(["persuaded", "convinced", "satisfied", "clear", "sure"])
AGREED = frozenset(["agree", "accept", "recognise", "acknowledge"])  # "Does she agree that it is a disgrace?"
RAISING = 3  # clauses that a verb may stand below the one whose subject it shares


def first_child(token: Token, *deps: str) -> Token | None:
    """The first of its children that stands to it in one of these ways."""
    return next((c for c in token.children if c.dep_ in deps), None)


def own_subject(verb: Token) -> Token | None:
    """The subject that stands beside the verb itself, or that the parser hung on its auxiliary."""
    own = first_child(verb, "nsubj", "nsubjpass")
    if own is not None:
        # "a ferries Bill" may be two subjects to the parser
        return next((c for c in verb.children if c.i == own.i + 1 and c.dep_ == own.dep_ and c.pos_ == "PROPN"), own)
    return next((s for c in verb.children if c.dep_ in AUXILIARY if (s := first_child(c, "nsubj", "nsubjpass"))), None)


def above(verb: Token) -> Token:
    """The word that the verb's clause hangs on; the verb itself where it hangs on none."""
    return verb.head.head if verb.dep_ == "pcomp" else verb.head


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, its own or the one that it shares with the verb above it."""
    own = own_subject(verb)
    if own is not None:
        return own
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    over = above(verb)
    if verb.dep_ not in SHARING or depth >= RAISING or over.i == verb.i:
        return None
    return agent_of(over) if is_passive(over) and verb.dep_ == "advcl" else subject_of(over, depth + 1)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.dep_ == "conj" and own_subject(verb) is None and agent_of(verb) is not None and is_passive(verb.head):
        return True  # "was welcomed by one and rejected by another"
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    )


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive says: the noun after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return first_child(child, "pobj")
    return None


def object_of(verb: Token) -> Token | None:
    """The direct object, after the verb."""
    objects = [
        c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ not in ("PUNCT", "ADP") and c.i > verb.i
    ]
    return next(
        (c for c in objects if c.dep_ == "dobj" and (len(objects) == 1 or c.pos_ != "PRON")),
        objects[-1] if objects else None,
    )


def complements(verb: Token) -> Iterator[Token]:
    """The verbs of the clauses that the verb takes: "that …", "to …", "whether …"."""
    return (
        c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "pcomp") and c.pos_ in ("VERB", "AUX") and c.i > verb.i
    )


def conjuncts(noun: Token) -> list[Token]:
    """A noun and those joined to it by "and" or commas."""
    return [noun, *(c for c in noun.conjuncts if c.i > noun.i)]


def negated(verb: Token) -> bool:
    """Whether the verb is denied: "not", "never", or a subject with "no"."""
    beside = [*verb.children, *(g for c in verb.children if c.dep_ in AUXILIARY for g in c.children)]
    if any(c.dep_ == "neg" or c.lower_ in DENIALS for c in beside):
        return not any(
            c.lower_ == "only" and c.i == n.i + 1 for c in verb.subtree for n in verb.children if n.dep_ == "neg"
        )
    subject = own_subject(verb)
    return subject is not None and (
        subject.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in subject.children)
    )


def modals(verb: Token) -> frozenset[str]:
    """Its auxiliaries, lower case, shortened ones in full."""
    full = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can"}
    return frozenset(full.get(c.lower_, c.lower_) for c in verb.children if c.dep_ == "aux")


def conditional(verb: Token) -> bool:
    """Whether a clause of condition hangs on the verb."""
    return any(
        c.dep_ in ("advcl", "prep")
        and ({g.lower_ for g in c.children if g.dep_ in ("mark", "advmod")} | {c.lower_}) & CONDITIONS
        for c in verb.children
    )


def under(verb: Token, marks: frozenset[str]) -> bool:
    """Whether the verb's own clause opens with one of these words: "if it passes"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in marks and c.i < verb.i for c in verb.children)


def asks(token: Token) -> bool:
    """Whether a word stands in a question, which may be within quotation marks; what it asks to agree to is said."""
    if any(over.lemma_ in AGREED and over.i < token.i for over in token.ancestors):
        return False
    ends = (t.text for t in token.doc[token.i : token.sent.end] if t.text in STOPS)
    return next(ends, "") == "?"


def doubted(verb: Token) -> bool:
    """Whether the clause is what somebody does not think: "I do not agree that …", "she is not persuaded that …"."""
    over = verb.head
    if verb.dep_ not in ("ccomp", "xcomp", "advcl", "acl") or over.i == verb.i:
        return False
    if over.lower_ in WON_OVER and over.pos_ == "ADJ":
        return negated(over) or negated(over.head)
    return (over.lemma_ in THINKING or over.lower_ in WON_OVER) and negated(over)
