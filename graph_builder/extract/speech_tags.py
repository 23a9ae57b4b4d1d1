"""The speech tag, `she told reporters on Monday`: where it lies in its sentence, and the word for whoever speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract.narration import Frame
from graph_builder.extract.speech_verbs import Cue, source_of, subject_of, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Tag", "speaker_of", "tag_of"]

TAG_PARTS = frozenset(["dative", "prep", "npadvmod", "advmod", "agent", "nsubj", "prt", "acomp", "intj"])


@dataclass(frozen=True, slots=True)
class Tag:
    """The speech tag, as tokens: from the subject to the last word that only says how and to whom it was said."""

    first: int
    end: int


def tag_of(frame: Frame, cue: Cue) -> Tag:
    """Where the speech tag of a verb of saying lies; it never reaches into a quotation."""
    verb = cue.token
    first = verb.i
    subject = subject_of(verb)
    for child in verb.children:
        if child.i < verb.i and child == subject:
            first = min(first, child.left_edge.i)
        elif child.i < verb.i and child.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.i - child.i < 4:
            first = min(first, child.i)
    after = max([frame.first, *(q.end for q in frame.quoted if q.end <= verb.i)])
    speaker = speaker_of(frame, cue)
    if speaker is not None and after > frame.first and after <= speaker.i < first:
        first = after
    gap = frame.paragraph.doc[after:first]
    if after > frame.first and not any(t.pos_ in ("VERB", "AUX") or t.text in ".;:" for t in gap):
        first = after
    first = max(first, after)
    belongs = set(range(verb.i, cue.last + 1))
    for child in verb.children:
        addressed = child.dep_ == "dobj" and cue.fits("addressee-object")
        if child.i > verb.i and (child.dep_ in TAG_PARTS or addressed):
            belongs.update(range(*subtree(child)))
    end, limit = verb.i, min([q.first for q in frame.quoted if q.first > verb.i], default=frame.end)
    while end < limit and end in belongs:
        end += 1
    return Tag(first, end)


def speaker_of(frame: Frame, cue: Cue) -> Token | None:
    """The word for whoever says it: never one inside quotation marks, where the parse has lost its way."""
    verb = cue.token
    source = source_of(verb)
    if source is None and verb.tag_ == "VBG":
        source = source_of(verb.sent.root)  # "…, saying: “…”": the subject of the whole sentence
    near = neighbour(frame, verb)
    if near is not None and near.dep_ == "appos" and any(c.lower_ == "whose" for c in near.head.children):
        return near
    lost = source is None or (source.head.i != verb.i and near not in list(source.subtree))
    if near is not None and lost and verb.dep_ not in ("acl", "conj"):
        return near
    if source is not None and frame.first <= source.i < frame.end and frame.within(source.i) is None:
        return source
    first = max([frame.first, *(q.end for q in frame.quoted if q.end <= verb.i)])
    limit = min([frame.end, *(q.first for q in frame.quoted if q.first > verb.i)])
    return nominal(frame, first, verb.i) or nominal(frame, cue.last + 1, limit)


def neighbour(frame: Frame, verb: Token) -> Token | None:
    """The name right before a verb, where the parse has given the verb no subject: "whose chair, Ann Orr, said"."""
    i = verb.i - 1
    doc = frame.paragraph.doc
    while i >= frame.first and (doc[i].dep_ in ("aux", "advmod") or doc[i].text in (",", ")")):
        opening = [t.i for t in doc[frame.first : i] if t.text == "("] if doc[i].text == ")" else []
        i = opening[-1] - 1 if opening else i - 1
    if i < frame.first or frame.within(i) is not None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    name = frame.paragraph.doc[i]
    while name.dep_ == "pobj" and name.head.head.i >= frame.first and name.head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        name = name.head.head  # "MP for Fordham": the seat is not who speaks
    return name if frame.paragraph.doc[i].pos_ == "PROPN" else None


def nominal(frame: Frame, first: int, end: int) -> Token | None:
    """The head of the noun phrase that some tokens begin with."""
    for token in frame.paragraph.doc[first:end]:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
            while head.dep_ in ("compound", "poss", "nmod", "amod", "det") and head.i < head.head.i < end:
                head = head.head
            return head
        if not (token.is_punct or token.pos_ in ("DET", "ADJ", "NUM", "CCONJ", "ADV", "SPACE")):
            return None
    return None
