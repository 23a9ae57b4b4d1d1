"""What announces somebody's words: the subject of a sentence that ends in a colon, and the block that may follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract.language import Paragraph
from graph_builder.extract.narration import Frame
from graph_builder.extract.sayings import Saying
from graph_builder.extract.speech_tags import speaker_of
from graph_builder.extract.speech_verbs import SUBJECTS, Cue, cues_in

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announcing", "block", "item_of", "subject_before"]

FEWEST = 3  # words of a clause in a list
LIST_SIGN = ("-", "–", "—", "•", "*", "·")


def subject_before(frame: Frame, end: int) -> Token | None:
    """The subject of the sentence before a colon, or, where it has no verb, the word that it hangs on."""
    doc = frame.paragraph.doc
    own = [doc[i] for i in range(frame.first, end) if frame.within(i) is None]
    subjects = [t for t in own if t.dep_ in SUBJECTS and t.head.i < end]
    if subjects:
        return subjects[0]
    return next((t for t in own if t.pos_ in ("NOUN", "PROPN") and (t.dep_ == "ROOT" or t.head.i >= end)), None)


def announcing(frame: Frame) -> Saying | None:
    """A saying without words as yet: the last verb of saying before the colon, or the subject of the sentence."""
    cues = [cue for cue in cues_in(frame.own()) if not cue.denied]
    cue: Cue | None = cues[-1] if cues else None
    source = speaker_of(frame, cue) if cue else subject_before(frame, frame.end - 1)
    if source is None:
        return None
    return Saying(frame, "statement/announced", 0.9 if cue else 0.7, [], "direct", cue, source)


def block(paragraph: Paragraph) -> bool:
    """Whether a paragraph without marks can be a block quotation: full sentences, and no item of a list."""
    words = paragraph.doc.text.strip()
    return len(words.split()) > 5 and words[-1] in ".!?…" and not words.startswith(LIST_SIGN) and not words[0].isdigit()


def item_of(frame: Frame, announced: Saying) -> Saying | None:
    """One of the clauses that a list gives as somebody's words: "It finds that:" before "- one court is shut;"."""
    doc = frame.paragraph.doc
    words = [t for t in doc if not t.is_space and t.text not in LIST_SIGN]
    if not words or frame.first > words[0].i or frame.end <= words[-1].i or frame.quoted:
        return None
    if not (words[0].is_lower or doc.text.lstrip().startswith(LIST_SIGN)):
        return None
    that = words[0].lower_ == "that"
    introduced = [t.lower_ for t in announced.frame.paragraph.doc if t.is_alpha][-1:] == ["that"]
    if not (that or (introduced and announced.cue is not None)):
        return None
    while words and words[-1].lower_ in ("and", "or", "but", ";", ",", "."):
        words.pop()
    if len(words) <= FEWEST or not any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    parts = [frame.place(words[1 if that else 0].i, words[-1].i + 1)]
    item = Saying(announced.frame, "statement/listed", 0.8, parts, "reported", announced.cue, announced.source)
    item.last = frame
    return item
