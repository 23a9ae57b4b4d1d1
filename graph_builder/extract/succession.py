"""What goes on from one sentence into the next: words announced by a colon, quotations without a tag of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from graph_builder.extract.announcements import announcing, block, item_of, subject_before
from graph_builder.extract.language import trimmed
from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.sayings import Saying, words_of
from graph_builder.extract.sentence_speech import sayings_of
from graph_builder.extract.speech_tags import speaker_of
from graph_builder.extract.speech_verbs import SUBJECTS, cues_in
from graph_builder.extract.standing_quotations import about_speaker, carried_on, signed_below
from graph_builder.model import Span, Unattributed

__all__ = ["Item", "items"]

LONG = 4  # words; a shorter quotation without a tag is a term, a title or a jibe
DASHES = ("-", "–", "—", "―", "--", "~")

Item = Frame | Saying | Unattributed


@dataclass(slots=True)
class Reading:
    """How far the reading has come, and what it has found."""

    record: Collection[int]  # the paragraphs of a debate, which are somebody's words already
    found: list[Item] = field(default_factory=list)
    saying: Saying | None = None  # the last one, which a quotation may still go on with
    announced: Saying | None = None  # one that ends with a colon and has no words yet
    listed: bool = False  # whether the words announced are the items of a list
    frame: Frame | None = None  # the last sentence
    between: Frame | None = None  # a sentence after the last saying whose subject is only "he", "she" or "they"
    claimed: set[int] = field(default_factory=set)  # where quotations begin that have a speaker


def items(sentences: Sequence[Frame], record: Collection[int]) -> list[Item]:
    """The sentences in order, each followed by what it says that somebody said."""
    reading = Reading(record)
    for frame, following in zip_longest(sentences, sentences[1:]):
        item = item_of(frame, reading.announced) if reading.announced is not None else None
        if item is not None:
            reading.found += [frame, item]
            reading.frame, reading.listed = frame, True
            continue
        if reading.listed:
            reading.announced, reading.listed = None, False
        if reading.announced is not None and not announced_words(reading, frame):
            reading.announced = None
        if frame.paragraph.number not in record and frame.is_quotation:
            untagged(reading, frame, following)
        elif reading.announced is None or reading.announced.ends_in is not frame:
            narrated(reading, frame)
        reading.frame = frame
    return reading.found


def narrated(reading: Reading, frame: Frame) -> None:
    """A sentence of the narrator's own, with its sayings and the quotations that have none."""
    sayings = sayings_of(frame)
    for saying in sayings:
        saying.parts = [p for p in saying.parts if p.start not in reading.claimed]
    sayings = [s for s in sayings if s.parts]
    for saying in sayings:
        claim(reading, saying)
    reading.found.append(frame)
    if frame.paragraph.number not in reading.record:
        carried = carried_on(frame, reading.saying) if not sayings and follows(reading) else None
        if carried is not None:
            claim(reading, carried)
            sayings = [carried]
        sayings += [s for q in frame.quoted if (s := colon(reading, frame, q) or dash(reading, frame, q))]
        reading.found += unclaimed(reading, frame)
    reading.found += sayings
    if sayings or not (speaks_of_same(reading, frame) or asks(reading, frame)):
        reading.saying, reading.between = sayings[-1] if sayings else None, None
    else:
        reading.between = frame
    if frame.leads_on and ends_paragraph(frame):
        reading.announced = announcing(frame)


def claim(reading: Reading, saying: Saying) -> None:
    """Mark the quotations of a saying as said by somebody."""
    for quoted in saying.frame.quoted:
        if any(part.meets(piece.words) for part in saying.parts for piece in quoted.quotation.pieces):
            reading.claimed.update(piece.words.start for piece in quoted.quotation.pieces)


# -- quotations that stand alone --------------------------------------------------------------------


def untagged(reading: Reading, frame: Frame, following: Frame | None) -> None:
    """A sentence that is a quotation: more of the last saying, or a new one by whoever has just spoken."""
    for quoted in frame.quoted:
        if quoted.piece > 0 or quoted.quotation.pieces[0].words.start in reading.claimed:
            continue
        before = reading.saying
        goes_on = before is not None and follows(reading) and likely(before, frame, quoted)
        signed = signed_below(quoted, following)
        if before is None or signed is not None or not goes_on:
            stands_alone(reading, frame, quoted, signed)
            continue
        same = before.ends_in.paragraph is frame.paragraph
        if same and before.form == "direct" and reading.frame is before.ends_in:
            before.parts += quoted.quotation.words
            before.last = frame
        else:
            confidence = 0.85 if same else 0.7
            again = Saying(before.frame, "statement/goes-on", confidence, list(quoted.quotation.words), "direct")
            again.cue, again.source, again.last = before.cue, before.source, frame
            reading.found.append(again)
            reading.saying = again
        reading.claimed.add(quoted.quotation.pieces[0].words.start)


def stands_alone(reading: Reading, frame: Frame, quoted: Quoted, signed: Saying | None) -> None:
    """A quotation that goes on with nothing: signed below, or said by whomever the sentence before is about."""
    told = signed or about_speaker(quoted, frame, reading.frame)
    if told is not None:
        reading.claimed.add(quoted.quotation.pieces[0].words.start)
        reading.found.append(told)
        reading.saying = told if signed is None else reading.saying
    elif not runs_on(quoted):
        reading.found.append(Unattributed(whole(quoted), "the quotation has no speech tag"))


def speaks_of_same(reading: Reading, frame: Frame) -> bool:
    """Whether a sentence right behind a saying in its paragraph is about the one who said it: "She smiled."."""
    if reading.saying is None or reading.saying.ends_in.paragraph is not frame.paragraph or not follows(reading):
        return False
    subject = next((t for t in frame.own() if t.dep_ in SUBJECTS), None)
    return subject is not None and subject.lower_ in ("he", "she", "they")


def asks(reading: Reading, frame: Frame) -> bool:
    """Whether a sentence behind a quotation asks whoever was quoted, who then answers: "“…” Will it last? “…”"."""
    last = reading.saying.ends_in if reading.saying is not None else None
    asked = frame.paragraph.doc[frame.end - 1].text == "?" and not frame.quoted
    return asked and last is not None and last.paragraph is frame.paragraph and last.is_quotation


def follows(reading: Reading) -> bool:
    """Whether nothing but the last saying, or a sentence about the same speaker, stands before a quotation."""
    return (
        reading.saying is not None
        and reading.frame is not None
        and reading.frame in (reading.saying.ends_in, reading.between)
    )


def likely(before: Saying, frame: Frame, quoted: Quoted) -> bool:
    """Whether a quotation looks like more speech: in a paragraph of its own it ends as a sentence does."""
    if before.ends_in.paragraph is frame.paragraph:
        return True
    last = quoted.quotation.words[-1].of(frame.text.document.text)
    return len(last.split()) > LONG and last[-1] in ".!?…"


def runs_on(quoted: Quoted) -> bool:
    """Whether the quotation goes on in the next paragraph, where its tag may stand."""
    return quoted.piece + 1 < len(quoted.quotation.pieces)


def whole(quoted: Quoted) -> Span:
    """The place of a quotation's words."""
    return Span(quoted.quotation.words[0].start, quoted.quotation.words[-1].end)


def unclaimed(reading: Reading, frame: Frame) -> Iterator[Unattributed]:
    """The quotations inside a sentence that look like somebody's words and that nobody is said to have said."""
    for quoted in frame.quoted:
        start = quoted.quotation.pieces[0].words.start
        if start in reading.claimed or quoted.piece > 0 or runs_on(quoted):
            continue
        words = frame.paragraph.doc[quoted.first : quoted.end]
        if sum(t.is_alpha for t in words) >= LONG and any(t.pos_ in ("VERB", "AUX") for t in words):
            yield Unattributed(whole(quoted), "no word of saying stands with the quotation")


# -- words announced by a colon ---------------------------------------------------------------------


def colon(reading: Reading, frame: Frame, quoted: Quoted) -> Saying | None:
    """A quotation after a colon, where the words before it have no verb of saying: "Ann Orr, its chair: “…”"."""
    doc, k = frame.paragraph.doc, quoted.first - 1
    while k > frame.first and doc[k].is_space:
        k -= 1
    if quoted.quotation.pieces[0].words.start in reading.claimed or k < frame.first or doc[k].text != ":":
        return None
    cues = [cue for cue in cues_in(doc[frame.first : k]) if not cue.denied]
    source = speaker_of(frame, cues[-1]) if cues else subject_before(frame, k)
    if source is None or sum(t.is_alpha for t in doc[quoted.first : quoted.end]) < LONG:
        return None
    reading.claimed.add(quoted.quotation.pieces[0].words.start)
    return Saying(frame, "statement/colon", 0.8, list(words_of(quoted)), "direct", None, source)


def dash(reading: Reading, frame: Frame, quoted: Quoted) -> Saying | None:
    """A quotation with no more than a name after it: "“…” — Ann Orr, its chair"."""
    doc, k = frame.paragraph.doc, quoted.end
    while k < frame.end and doc[k].is_space:
        k += 1
    rest = doc[k + 1 : frame.end]
    if quoted.quotation.pieces[0].words.start in reading.claimed or k >= frame.end or doc[k].text not in DASHES:
        return None
    source = next((t for t in rest if t.pos_ == "PROPN"), None)
    if source is None or any(t.pos_ in ("VERB", "AUX") for t in rest) or len(rest) > 20:
        return None
    while source.dep_ == "compound" and source.i < source.head.i < frame.end:
        source = source.head
    reading.claimed.add(quoted.quotation.pieces[0].words.start)
    return Saying(frame, "statement/signed", 0.85, list(words_of(quoted)), "direct", None, source)


def announced_words(reading: Reading, frame: Frame) -> bool:
    """Whether a sentence begins or goes on with the words that were announced; they are added to the saying."""
    saying = reading.announced
    if saying is None:
        return False
    if saying.last is not None:
        return frame.paragraph is saying.last.paragraph and not saying_is_quoted(saying) and move(saying, frame)
    quoted = frame.quoted[0] if frame.quoted and frame.quoted[0].first <= frame.first + 1 else None
    if quoted is not None and frame.is_quotation:
        reading.claimed.add(quoted.quotation.pieces[0].words.start)
        saying.parts = [*quoted.quotation.words]
    elif quoted is None and saying.cue is not None and block(frame.paragraph):
        saying.parts = [trimmed(frame.text.document.text, frame.paragraph.span)]
    else:
        return False
    saying.last = frame
    reading.found.append(saying)
    reading.saying = saying
    return True


def saying_is_quoted(saying: Saying) -> bool:
    """Whether the announced words stand in quotation marks, so that what follows them is something else."""
    return bool(saying.last and saying.last.quoted)


def move(saying: Saying, frame: Frame) -> bool:
    """Let a saying end in a later sentence of the same block."""
    saying.last = frame
    return True


def ends_paragraph(frame: Frame) -> bool:
    """Whether no word follows in its paragraph."""
    return not any(t.is_alpha for t in frame.paragraph.doc[frame.end :])
