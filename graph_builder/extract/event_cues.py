"""The cue words of events, and who takes part in each kind of event as what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.vocabulary import Cue as Sort

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FRAMES", "PAPERS", "STRONG", "TAKING", "Frame", "is_speech", "noun_kind", "verb_kind"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the subject, the object and the one after "to" or "with" are in events of a kind, and how it is named."""

    subject: str
    object: str = "subject"
    to: str = "participant"
    label: str = ""  # "Publication of {object}"; empty: the clause itself


FRAMES: Mapping[str, Frame] = {
    "appointment": Frame("appointer", "appointee", "participant"),
    "resignation": Frame("subject", "participant", "participant"),
    "launch": Frame("organiser", "subject", "participant", "Launch of {object}"),
    "publication": Frame("author", "subject", "participant", "Publication of {object}"),
    "letter": Frame("author", "addressee", "addressee"),
    "founding": Frame("founder", "subject", "participant", "Founding of {object}"),
    "vote": Frame("voter", "subject", "participant"),
    "meeting": Frame("participant", "participant", "participant"),
    "debate": Frame("speaker", "subject", "participant"),
    "speech": Frame("speaker", "participant", "addressee"),
    "review": Frame("organiser", "subject", "participant"),
    "campaign": Frame("organiser", "subject", "participant"),
    "protest": Frame("organiser", "subject", "participant"),
    "election": Frame("participant", "participant", "participant"),
    "legislation": Frame("author", "subject", "participant"),
    "announcement": Frame("organiser", "subject", "addressee", "Announcement of {object}"),
    "funding": Frame("organiser", "participant", "participant"),
    "court-case": Frame("participant", "subject", "participant"),
    "incident": Frame("subject", "subject", "participant"),
    "parliamentary-question": Frame("asker", "answerer", "answerer"),
    "other": Frame("participant", "subject", "participant"),
}
# Kinds that stand on a timeline even without a date, where someone named takes part.
STRONG = frozenset(["appointment", "resignation", "letter", "founding"])
# Verbs whose subject is the one who takes the post.
TAKING = frozenset(["become", "succeed", "replace", "take", "start", "join"])
PAPERS = frozenset("report paper findings response recommendations conclusions figures data statistics results study survey guidance plan strategy consultation document note letter statement bill evidence analysis research map list book".split())
VERBS: Mapping[str, str] = {
    "become": "appointment", "appoint": "appointment", "reappoint": "appointment", "promote": "appointment", "succeed": "appointment",
    "replace": "appointment", "install": "appointment", "nominate": "appointment", "take over": "appointment", "take charge": "appointment", "join": "appointment", "take up": "appointment",
    "resign": "resignation", "quit": "resignation", "step down": "resignation", "stand down": "resignation", "retire": "resignation",
    "sack": "resignation", "part company": "resignation", "step aside": "resignation",
    "launch": "launch", "open": "launch", "unveil": "launch", "start": "launch", "begin": "launch", "roll out": "launch", "introduce": "launch", "come into force": "legislation",
    "publish": "publication", "release": "publication", "issue": "publication", "report": "publication", "produce": "publication",
    "write": "letter", "sign": "letter", "found": "founding", "co-found": "founding", "establish": "founding", "form": "founding", "set up": "founding",
    "vote": "vote", "defeat": "vote", "carry": "vote", "pass": "vote", "meet": "meeting", "ring": "meeting", "phone": "meeting", "adopt": "vote", "approve": "vote", "reject": "vote", "respond": "publication", "leave": "resignation", "visit": "other", "attend": "meeting", "hear": "meeting", "host": "meeting",
    "debate": "debate", "address": "speech", "speak": "speech", "review": "review", "investigate": "review", "consult": "review", "examine": "review",
    "protest": "protest", "march": "protest", "demonstrate": "protest", "strike": "protest", "elect": "election", "win": "election",
    "table": "legislation", "amend": "legislation", "enact": "legislation", "repeal": "legislation", "legislate": "legislation",
    "announce": "announcement", "fund": "funding", "award": "funding", "sue": "court-case", "rule": "court-case", "convict": "court-case",
    "die": "incident", "kill": "incident", "collapse": "incident", "spill": "incident", "close": "other", "end": "other", "scrap": "other", "stop": "other",
    "withdraw": "other", "abolish": "other", "sell": "other", "buy": "other", "merge": "other", "abandon": "other", "cancel": "other", "wind up": "other",
}  # fmt: skip
NOUNS_OUT = frozenset("plan figures figure guidance strategy research paper article note study email law act action case start end move call return exit walk address book summit pilot charter manifesto trial service programme scheme issue".split())


def verb_kind(verb: Token) -> str | None:
    """The kind of event that a verb tells, or None."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "dobj", "prep", "advmod") and (kind := VERBS.get(f"{lemma} {child.lower_}")):
            return kind
    if lemma == "write":
        return "letter" if any(c.dep_ in ("prep", "dative") and c.lower_ == "to" for c in verb.children) else None
    if lemma in ("make", "name") and any(c.dep_ == "oprd" for c in verb.children):
        return "appointment"
    if lemma in ("give", "take") and any(c.dep_ == "dobj" and c.lower_ == "evidence" for c in verb.children):
        return "meeting"
    return VERBS.get(lemma)


@cache
def _nouns() -> Mapping[str, str]:
    return {word: code for word, code in vocabulary.cues("event-kind", Sort.NOUN).items() if word not in NOUNS_OUT}


def noun_kind(noun: Token) -> str | None:
    """The kind of event that a noun names, by the longest of its cues that ends with it."""
    before = noun.doc[max(0, noun.i - 2) : noun.i]
    words = [t.lower_ for t in before] + [noun.lemma_.lower()]
    for size in (3, 2, 1):
        if kind := _nouns().get(" ".join(words[-size:])):
            return kind
    return None


@cache
def _speech() -> frozenset[str]:
    return frozenset(vocabulary.cues("speech", Sort.VERB)) - frozenset(VERBS)


def is_speech(verb: Token) -> bool:
    """Whether the verb only tells that something was said."""
    return verb.lemma_.lower() in _speech() or verb.lemma_.lower() in ("call", "want", "think", "believe", "know", "expect", "hope", "see", "hear")
