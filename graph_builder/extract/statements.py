"""Who said what: every statement of a document, direct, reported or mixed, with the words that prove it.

Sentence by sentence, in the order of the document: quotations, speech tags and clauses make sayings, quotations
without a tag go on with the saying before them where that is safe, and the cast says whose words they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.extract.agreement import Attribution, agreed, tells, tokens_at
from graph_builder.extract.cast import Cast, Reference
from graph_builder.extract.dates import dates_in
from graph_builder.extract.described import described_at
from graph_builder.extract.language import Text
from graph_builder.extract.lexicon import post_heads
from graph_builder.extract.narration import Frame, frames
from graph_builder.extract.quotations import quotations
from graph_builder.extract.sayings import Saying
from graph_builder.extract.speaker_lines import Contribution, contributions
from graph_builder.extract.speakers import FIRST_PERSON, FIRST_PLURAL, Speakers
from graph_builder.extract.speech_tags import tag_of
from graph_builder.extract.speech_verbs import SUBJECTS, is_tag, pattern
from graph_builder.extract.succession import Item, items
from graph_builder.extract.written_questions import written_questions
from graph_builder.model import Span, Statement, Unattributed

__all__ = ["statements"]


def statements(text: Text, cast: Cast, attributions: Sequence[Attribution] = ()) -> Iterator[Statement | Unattributed]:
    """Everything that the document says that somebody said, in order, and what no speaker was found for."""
    spoken = recorded(text, cast)
    record = {n: c for c in spoken for n in c.paragraphs}
    speakers = Speakers(cast)
    previous: Contribution | None = None
    found = items(tuple(frames(text, quotations(text), is_tag)), record)
    for item in agreed(found, attributions) if attributions else found:
        contribution = record.get(number_of(item))
        cast.floor = contribution.speaker if contribution is not None else None
        if contribution is not None and contribution is not previous:
            yield from contributed(cast, contribution, previous)
            previous = contribution
        if isinstance(item, Frame):
            speakers.see(item)
        elif isinstance(item, Unattributed):
            yield item
        else:
            yield from attributed(speakers, item, contribution)


def recorded(text: Text, cast: Cast) -> tuple[Contribution, ...]:
    """The contributions of a record, with the written questions among them whose names stand on lines of their own."""
    lines = contributions(text, cast)
    known = {n for c in lines for n in c.paragraphs}
    asked = [c for c in written_questions(text, cast) if not known.intersection(c.paragraphs)]
    return tuple(sorted((*lines, *asked), key=lambda c: c.paragraphs[0]))


def number_of(item: Item) -> int:
    """The paragraph that an item belongs to; none for words without a speaker."""
    frame = item.frame if isinstance(item, Saying) else item
    return frame.paragraph.number if isinstance(frame, Frame) else -1


def contributed(
    cast: Cast, contribution: Contribution, previous: Contribution | None
) -> Iterator[Statement | Unattributed]:
    """A speaker's contribution to a record; it is said to whoever spoke before, unless that was the chair."""
    evidence = Span(min(contribution.label.start, contribution.parts[0].start), contribution.parts[0].end)
    if contribution.speaker is None:
        yield Unattributed(evidence, "the document does not say who this speaker is")
        return
    answered = previous is not None and not previous.chair and previous.speaker != contribution.speaker
    cast.said(contribution.speaker, contribution.label.end)
    yield Statement(
        evidence=evidence,
        rule="statement/speaker-line",
        confidence=0.95,
        parts=contribution.parts,
        speaker=contribution.speaker,
        form="direct",
        speaker_words=contribution.label,
        addressee=previous.speaker if previous is not None and answered else None,
    )


def attributed(
    speakers: Speakers, saying: Saying, contribution: Contribution | None
) -> Iterator[Statement | Unattributed]:
    """The statements that a saying makes: one for each of those who said it."""
    frame = saying.frame
    evidence = Span(min(frame.span.start, saying.parts[0].start), frame.span.end)
    who = speakers.of(saying, contribution.speaker if contribution else None) if not own_voice(saying) else []
    if not who:
        first_person = contribution is not None or bool(speakers.cast.authors)
        if not own_voice(saying) and not (first_person and in_general(saying)):
            yield unnamed(saying, evidence)
        return
    speakers.said(who[-1].referent, who[-1].words.start, saying.parts)
    if contribution is None or [reference.referent for reference in who] != [contribution.speaker]:
        yield from told(speakers, saying, evidence, who)  # else the contribution is their own words already


def told(speakers: Speakers, saying: Saying, evidence: Span, who: Sequence[Reference]) -> Iterator[Statement]:
    """One statement for each of those who said it."""
    listener = speakers.addressee(saying.frame, saying.cue) if saying.cue else None
    for reference in who:
        yield Statement(
            evidence=evidence,
            rule=saying.rule,
            confidence=round(saying.confidence * (0.9 if reference.form == "pronoun" else 1.0), 2),
            parts=tuple(saying.parts),
            speaker=reference.referent,
            form=saying.form,
            speaker_words=reference.words,
            cue=cue_words(saying),
            addressee=listener.referent if listener and listener.referent != reference.referent else None,
            addressee_words=listener.words if listener else None,
            said=said_on(saying),
        )


def in_general(saying: Saying) -> bool:
    """Whether it is what people are told to say or think in general: "friends assumed that", where no post says who."""
    source, post = saying.source, saying.source is not None and saying.source.lower_ in post_heads()
    one = post and source is not None and source.left_edge.lower_ == "the"
    return saying.form == "reported" and not one and saying.rule != "statement/according-to"


def own_voice(saying: Saying) -> bool:
    """Whether the words are what the text itself says in the first person: "I think", "we recommend that".

    What its author said on another occasion is a statement: "I told him that".
    """
    if saying.form != "reported" or saying.source is None or saying.source.lower_ not in FIRST_PERSON | FIRST_PLURAL:
        return False
    cue = saying.cue
    told = saying.rule == "statement/reported" and cue is not None and cue.verb not in pattern("thought")
    return not (told and cue is not None and cue.token.tag_ == "VBD" and saying.source.dep_ in SUBJECTS)


def unnamed(saying: Saying, evidence: Span) -> Statement | Unattributed:
    """What somebody says whom no name stands for: described ("two officials"), or not settled at all."""
    standing = saying.rule == "statement/standing"  # the sentence before is about something that does not speak
    described = described_at(saying.frame, saying.source) if saying.source is not None and not standing else None
    ranges = [r for part in saying.parts if (r := tokens_at(saying.frame, part)) is not None]
    if saying.form == "reported" and not any(tells(saying.frame, *r) for r in ranges):
        described = None  # "half the country is legal": no clause of theirs
    if described is None:
        reason = "no word says who speaks" if saying.source is None else "the document does not settle who is meant"
        reason = "the quotation has no speech tag" if standing else reason
        return Unattributed(Span(saying.parts[0].start, saying.parts[-1].end), reason)
    return Statement(
        evidence=evidence,
        rule=saying.rule,
        confidence=round(saying.confidence * 0.9, 2),
        parts=tuple(saying.parts),
        speaker=None,
        form=saying.form,
        speaker_words=described,
        cue=cue_words(saying),
        said=said_on(saying),
    )


def said_on(saying: Saying) -> str | None:
    """When it was said, where the speech tag gives a date."""
    if saying.cue is None:
        return None
    document, frame = saying.frame.text.document, saying.frame
    words = frame.place(saying.cue.token.i, tag_of(frame, saying.cue).end)
    return next((when.iso for when in dates_in(document.text, words, document.published)), None)


def cue_words(saying: Saying) -> Span | None:
    """The word of saying."""
    return saying.frame.paragraph.span_of(saying.cue.token) if saying.cue else saying.words
