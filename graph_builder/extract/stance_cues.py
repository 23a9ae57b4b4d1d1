"""The cue words of stances as the parser meets them; the words themselves are in `ontology/kinds.ttl`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.clauses import above, doubted
from graph_builder.vocabulary import Cue as Sort

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Cue",
    "addressed",
    "deed",
    "felt",
    "following",
    "hedged",
    "noun",
    "pattern",
    "predicate",
    "reversal",
    "verb",
    "verdict",
]

SKIPPED = frozenset(
    ["ADV", "DET", "ADJ"]
)  # what may stand inside a cue of several words: "raised serious doubts about"
POSSESSIVE = frozenset(["PRP$"])
SEPARABLE = frozenset(["prt", "prep", "agent"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that tells a stance, where it stands in a sentence."""

    code: str
    last: Token | None = None  # the last word of a cue of several: the "for" of "call for"
    addressee: bool = False  # its object is the one who is to act
    infinitive: bool = False  # it is a cue only with an infinitive


@cache
def pattern(code: str) -> frozenset[str]:
    """The words that help to tell a stance in one way."""
    concept = vocabulary.concept("stance-pattern", code)
    return frozenset(word for sort in Sort for word in concept.words(sort))


@cache
def _longer(sort: Sort) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Cues of several words by their first, the longest before the others."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue, code in vocabulary.cues("stance", sort).items():
        first, *rest = cue.split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), code))
    return {first: tuple(sorted(rest, key=lambda r: (-len(r[0]), r))) for first, rest in found.items()}


def following(token: Token, rest: Sequence[str]) -> Token | None:
    """The last of the words that follow a verb in this order, a few others between them; None where they don't."""
    at, doc = token.i + 1, token.doc
    for word in rest:
        skipped = 0
        while at < len(doc) and not fits(doc[at], word) and doc[at].pos_ in SKIPPED and skipped < 3:
            at, skipped = at + 1, skipped + 1
        if at >= len(doc) or not fits(doc[at], word):
            return None
        at += 1
    return doc[at - 1]


def fits(token: Token, word: str) -> bool:
    """Whether a token is this word of a cue."""
    return word in (token.lower_, token.lemma_.lower()) or (word == "one's" and token.tag_ in POSSESSIVE)


def verb(token: Token) -> Cue | None:
    """The stance that a verb tells, its longest cue first, or None."""
    lemma = token.lemma_.lower()
    for sort in (Sort.ADDRESSEE_VERB, Sort.VERB):
        for rest, code in _longer(sort).get(lemma, ()):
            last = following(token, rest) or (separated(token, rest[0]) if len(rest) == 1 else None)
            if last is not None:
                return Cue(code, last, addressee=sort is Sort.ADDRESSEE_VERB)
    infinitive = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB" and c.i > token.i for c in token.children)
    if addressed(lemma) is not None and infinitive:
        return Cue("calls-for", addressee=True)
    simple = vocabulary.cues("stance", Sort.VERB).get(lemma)
    if simple is not None:
        return Cue(simple)
    meant = vocabulary.cues("stance", Sort.INFINITIVE).get(lemma)
    return Cue(meant, infinitive=True) if meant is not None and infinitive else None


def separated(token: Token, particle: str) -> Token | None:
    """The particle of a verb where other words stand between: "called again for"."""
    found = (c for c in token.children if c.dep_ in SEPARABLE and c.lower_ == particle and c.i > token.i)
    return next((c for c in found if not any(g.pos_ == "NUM" for g in c.children)), None)  # "by nine votes to two"


def addressed(lemma: str) -> str | None:
    """The stance of a verb whose object is the one who is to act."""
    return vocabulary.cues("stance", Sort.ADDRESSEE_VERB).get(lemma)


def verdict(token: Token) -> tuple[str, Token] | None:
    """The stance of a verb and what follows it that are said of the topic, "falls short", and its last word."""
    if doubted(token) and (worked := _longer(Sort.VERDICT).get("not")) is not None:
        return next(((code, token) for rest, code in worked if rest == (token.lemma_.lower(),)), None)
    for first in (
        token.lemma_.lower(),
        *(c.lower_ for c in token.children if c.dep_ in ("neg", "aux") and c.i == token.i - 1),
    ):
        start = token if first == token.lemma_.lower() else token.nbor(-1)
        for rest, code in _longer(Sort.VERDICT).get({"n't": "not", "n’t": "not"}.get(first, first), ()):
            last = following(start, rest)
            if last is not None:
                return code, last
    return None


def deed(token: Token) -> str | None:
    """The stance of a verb that says what harm or what good its subject does: "punishes", "ignored"."""
    return vocabulary.cues("stance", Sort.VERDICT).get(token.lemma_.lower())


def reversal(token: Token) -> str | None:
    """How a verb above undoes it: `refusal` ("refused to back"), `failure` ("stopped short of"), `withdrawal`."""
    over, lemma = above(token), above(token).lemma_.lower()
    if token.dep_ == "pcomp" and token.head.lower_ in ("without", "against"):
        return "refusal"
    if token.dep_ not in ("xcomp", "pcomp", "dobj") or over.i == token.i:
        return None
    words = {
        lemma,
        *(
            f"{lemma} {w}"
            for w in ("short of", "from", "to", "away from", "back from")
            if w.split()[0] in {c.lower_ for c in over.subtree}
        ),
    }
    return next((c.code for c in vocabulary.concepts("reversal") if words & set(c.words(Sort.VERB))), None)


def noun(token: Token) -> str | None:
    """The stance that a noun tells."""
    return vocabulary.cues("stance", Sort.NOUN).get(token.lemma_.lower())


def felt(token: Token) -> str | None:
    """The stance of a predicate that is said of the one who feels it, not of what it is about."""
    return vocabulary.cues("stance", Sort.FELT).get(token.lower_)


@cache
def _predicates() -> Mapping[str, str]:
    return {
        re.sub(r"^(?:a|an|the) ", "", word): code for word, code in vocabulary.cues("stance", Sort.PREDICATE).items()
    }


def predicate(token: Token) -> str | None:
    """The stance of a predicate that is said of the topic, its longest cue first; "too narrow" is against."""
    doc = token.doc
    words = [
        t.lower_
        for t in doc[token.left_edge.i : token.i + 1]
        if t.dep_ not in ("det", "poss", "neg") and not t.is_quote
    ]
    if "too" in words and token.pos_ == "ADJ" and not any(c.dep_ == "xcomp" for c in token.children):
        return "opposes"
    after = [t.lower_ for t in doc[token.i + 1 : token.i + 6] if not t.is_quote]
    for size in range(len(words), 0, -1):
        longer = (" ".join([*words[-size:], *after[:more]]) for more in (5, 4, 3, 2, 1, 0))
        code = next((c for cue in longer if (c := _predicates().get(cue)) is not None), None)
        if code is not None:
            return code
    return None


@cache
def _reserve() -> re.Pattern[str]:
    concept = vocabulary.concept("hedge", "reserved")
    words = [w for sort in (Sort.PHRASE, Sort.PREDICATE) for w in concept.words(sort)]
    return re.compile(
        r"\b(?:"
        + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
        + r"|cautiously|tentatively|reluctantly|grudgingly)\b",
        re.IGNORECASE,
    )


def hedged(words: str) -> bool:
    """Whether words make the stance that they tell less than whole: "cautiously", "in principle"."""
    return _reserve().search(words) is not None
