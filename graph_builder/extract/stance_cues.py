"""The cue words of stances, as the parser meets them: verbs with particles, nouns, predicates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.vocabulary import Cue as Sort

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ABOUT", "CARRIERS", "IDLE", "LIGHT", "NAMING", "Cue", "felt", "noun", "predicate", "reversed_by", "serves", "verb"]

# Verbs under which an infinitive still tells the subject's own stance: "decided to back", "wants to see".
CARRIERS = frozenset(["decide", "agree", "choose", "continue", "want", "wish", "vote", "go", "come", "begin", "rush", "hasten", "like", "be", "have"])
LIGHT = frozenset(["give", "express", "voice", "offer", "declare", "reiterate", "repeat", "renew", "raise", "issue", "announce", "state", "make", "lend", "have", "reaffirm", "pledge", "signal", "register", "share", "sound"])
NAMING = frozenset(["call", "describe", "brand", "label", "dub", "hail", "denounce", "dismiss", "condemn", "deem", "consider", "term", "slam", "characterise", "view", "regard"])
# Verbs after "we will" that promise nothing.
IDLE = frozenset(["be", "have", "see", "know", "need", "hope", "like", "wait", "remember", "think", "say", "find", "get", "hear", "miss", "want", "lose", "feel", "never", "go", "come"])
# Verbs of events or of service that are stances only by the way; the cue is kept in the ontology for its other senses.
LOOSE = frozenset("introduce launch announce unveil implement deliver bring_in roll_out allocate invest target plan aim intend set_aside devote dedicate offer like love enjoy thank value accept trust second salute cheer promote fight block frustrate test press show table float need require expect seek deserve hope prefer counter contest strike combat blame regret risk undermine damage hurt harm weaken erode threaten predict probe challenge suspect assure prepare earmark propose suggest advise hesitate insist prioritise want see_through credit blast fault rap pan slate brand believe_in respect appreciate admire defend complain".replace("_", " ").split())
KEPT = frozenset(["want", "propose", "defend", "suggest", "predict", "challenge", "block", "promote", "accept", "blame", "regret", "insist", "threaten"])
ABOUT: Mapping[str, frozenset[str]] = {
    "supports": frozenset(["for", "of", "to", "in"]), "opposes": frozenset(["to", "of", "against", "with", "at", "over"]),
    "calls-for": frozenset(["for"]), "commits-to": frozenset(["to", "of"]), "warns-of": frozenset(["about", "over", "of", "at"]),
    "questions": frozenset(["about", "over", "on"]),
}  # fmt: skip
SPOKEN_OF = frozenset(["support", "backing", "opposition", "objection", "concern", "call", "demand", "plea", "appeal", "pledge", "promise", "commitment", "doubt", "criticism", "endorsement", "praise", "warning", "fear", "reservation", "approval", "hostility", "rejection", "request", "worry", "scepticism", "condemnation", "undertaking", "assurance", "vow", "guarantee", "recommendation", "welcome"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that tells a stance, where it stands in a sentence."""

    code: str
    particle: Token | None = None  # the "for" of "call for"
    addressee: bool = False  # its object is the one who is to act
    strong: bool = True


@cache
def _verbs() -> Mapping[str, str]:
    return vocabulary.cues("stance", Sort.VERB)


@cache
def _addressed() -> Mapping[str, str]:
    return vocabulary.cues("stance", Sort.ADDRESSEE_VERB)


def verb(token: Token) -> Cue | None:
    """The stance that a verb tells, with its particle, or None."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in ("prt", "prep", "agent", "advmod") and child.i > token.i:
            pair = f"{lemma} {child.lower_}"
            if pair in _addressed() and (lemma, child.lower_) != ("call", "for"):
                return Cue(_addressed()[pair], child, addressee=True)
            if pair in _verbs() and pair not in LOOSE:
                return Cue(_verbs()[pair], child)
    clause = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"), None)
    if lemma in _addressed() and clause is not None and lemma not in ("want", "need", "expect", "like", "force", "direct", "require", "remind"):
        return Cue(_addressed()[lemma], addressee=True)
    if lemma in _verbs() and (lemma not in LOOSE or lemma in KEPT):
        return Cue(_verbs()[lemma], strong=lemma not in KEPT)
    return None


def serves(token: Token, noun_: Token) -> bool:
    """Whether "supports", "backs" or "promotes" is what a body does for people, not what it thinks of a thing."""
    if token.lemma_ not in ("support", "back", "promote", "defend", "champion", "help"):
        return False
    bare = noun_.tag_ in ("NNS", "NN") and not any(c.dep_ in ("det", "poss") for c in noun_.children)
    return bare and noun_.tag_ == "NNS"


def reversed_by(token: Token) -> bool:
    """Whether a verb above denies it: "refused to back", "stopped short of endorsing"."""
    above = token.head
    if token.dep_ == "pcomp":
        above = token.head.head
        return token.head.lower_ == "of" and (above.lower_ == "short" or above.lemma_ == "short") or token.head.lower_ in ("without", "against")
    return token.dep_ == "xcomp" and above.lemma_ in ("refuse", "decline", "fail", "stop", "neglect")


@cache
def _nouns() -> Mapping[str, str]:
    return {word: code for word, code in vocabulary.cues("stance", Sort.NOUN).items() if word in SPOKEN_OF}


def noun(token: Token) -> str | None:
    """The stance that a noun tells."""
    return _nouns().get(token.lemma_.lower())


@cache
def _predicates() -> Mapping[str, str]:
    return {re.sub(r"^(?:a|an|the) ", "", word): code for word, code in vocabulary.cues("stance", Sort.PREDICATE).items()}


# Praise and blame that say too little by themselves to be a stance on what they are said of.
FAINT = frozenset("opportunity chance right good great bold ambitious success win fair positive progress sound practical robust brave proud joy weak poor thin odd strange curious key due urgent priority overdue historic real right_way model exciting happy keen open behind on_side joke regret worry concern danger risk threat crisis fragile vulnerable emergency stark grim bleak needed required necessary".replace("_", " ").split())
FELT = frozenset("delighted pleased thrilled glad proud grateful thankful supportive encouraged heartened disappointed concerned worried alarmed afraid fearful nervous uneasy anxious troubled disturbed angry dismayed appalled opposed sceptical skeptical unconvinced unpersuaded doubtful unsure uncertain convinced persuaded happy unhappy satisfied dissatisfied committed determined keen enthusiastic excited frustrated sad wary shocked horrified saddened relieved confident".split())


def felt(token: Token) -> bool:
    """Whether the predicate is said of the one who feels it, not of what it is about."""
    return token.lower_ in FELT


def predicate(token: Token) -> str | None:
    """The stance that a predicate tells, its longest cue first; "too narrow" is against."""
    first = token.left_edge.i
    words = [t.lower_ for t in token.doc[first : token.i + 1] if t.dep_ not in ("det", "poss") and not t.is_quote]
    if "too" in words and token.pos_ == "ADJ":
        return "opposes"
    for size in range(len(words), 0, -1):
        cue = " ".join(words[-size:])
        code = _predicates().get(cue)
        if code in ("warns-of", "questions") and not felt(token):
            continue
        if code is not None and (cue not in FAINT or felt(token)):
            return code
    return "questions" if token.lower_ in ("persuaded", "convinced") and any(c.dep_ == "neg" for c in token.head.children) else None
