"""Quotations without a tag: signed in the line below, or in a sentence about whoever has just spoken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.sayings import Saying, parts_of, words_between, words_of
from graph_builder.extract.speech_verbs import SUBJECTS, cues_in

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["about_speaker", "carried_on", "signed_below"]

SIGNATURE = re.compile(
    r"[\s>*_]*(?:[-–—―~]+\s*\S|(?:[A-Z][\w’'.-]+\s+){1,4}[A-Z][\w’'-]+(?:\s+(?:MP|MSP|CBE|OBE|MBE|KC))?,\s).{1,150}"
)
ENDINGS = tuple(".!?…")
DASHES = "-–—―~"
LONGEST = 26  # tokens of a line that signs a quotation
FEWEST = 3  # words of a quotation that a sentence without a tag may give to whoever has just spoken
OTHERS = frozenset(["i", "we", "you", "he", "she", "they"])


def signed_below(quoted: Quoted, following: Frame | None) -> Saying | None:
    """A quotation whose next line is no more than a name and a post: "— Ann Orr, chair of the trust"."""
    if following is None or quoted.piece + 1 < len(quoted.quotation.pieces):
        return None
    doc, last = following.paragraph.doc, quoted.quotation.pieces[-1].paragraph
    line = doc[following.first : following.end]
    words = line.text.strip()
    behind = following.paragraph.number == last and words[0] in DASHES  # "“…” – Ann Orr, its chair"
    whole = (behind or following.first <= 1) and not any(t.is_alpha for t in doc[following.end :])
    below = following.paragraph.number == last + 1 or behind
    if not below or not whole or len(line) > LONGEST or following.quoted:
        return None
    if not SIGNATURE.fullmatch(words) or words[-1] in "?!:" or any(t.pos_ in ("VERB", "AUX") for t in line):
        return None
    source = next((t for t in line if t.pos_ == "PROPN"), None)
    while source is not None and source.dep_ == "compound" and source.i < source.head.i:
        source = source.head
    if source is None:
        return None
    return Saying(following, "statement/signed", 0.85, list(quoted.quotation.words), "direct", None, source)


def about_speaker(quoted: Quoted, frame: Frame, before: Frame | None) -> Saying | None:
    """A quotation right behind a sentence about a person: "Ann Orr was waiting by the door. “At last.”"."""
    if before is None or before.is_quotation or before.paragraph is not frame.paragraph:
        return None
    subject = main_subject(before)
    last = quoted.quotation.words[-1].of(frame.text.document.text)
    if subject is None or last[-1:] not in ENDINGS:
        return None
    parts = list(quoted.quotation.words)
    said = Saying(before, "statement/standing", 0.75, parts, "direct", None, subject)
    said.last = frame
    return said


def main_subject(frame: Frame) -> Token | None:
    """The subject of a sentence's main verb: a name, "he", "she" or a noun with an article."""
    own = [t for t in frame.own() if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in ("ROOT", "conj", "ccomp")]
    subject = own[0] if own else None
    if subject is None or subject.lower_ in ("it", "they", "we", "i", "you", "this", "that", "there", "who"):
        return None
    return subject if subject.pos_ in ("PROPN", "PRON", "NOUN") else None


def carried_on(frame: Frame, before: Saying | None) -> Saying | None:
    """A sentence with a quotation that goes on with what was said before it: "It was “a tax on the islanders”".

    It names nobody and has no verb of saying, and no other person is its subject.
    """
    quoted = next((q for q in frame.quoted if sum(1 for _ in words_between(frame, q.first, q.end)) >= FEWEST), None)
    if before is None or before.source is None or quoted is None or before.frame.paragraph is not frame.paragraph:
        return None
    own: list[Token] = [t for t in frame.own() if not t.is_space]
    if not own or any(t.pos_ == "PROPN" for t in own) or cues_in(own):
        return None
    if any(t.dep_ in SUBJECTS and t.lower_ in OTHERS for t in own) or not words_of(quoted):
        return None
    if not any(t.dep_ in SUBJECTS and t.lower_ in ("it", "this", "that", "these") for t in own):
        return None
    parts = parts_of(frame, [(frame.first, frame.end)])
    return Saying(frame, "statement/carried-on", 0.6, parts, "mixed", None, before.source)
