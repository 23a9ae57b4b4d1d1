"""What the reading may have missed: sentences with a verb of speech from which no statement was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.extract.language import Text
from graph_builder.extract.speech_verbs import cue_at
from graph_builder.model import Span, Statement, Unattributed

__all__ = ["unheard"]


def unheard(text: Text, spoken: Sequence[Statement | Unattributed]) -> Iterator[Span]:
    """The sentences, in order. A verb that is denied or only supposed ("if she says") tells no speech."""
    taken = sorted(s.evidence if isinstance(s, Statement) else s.span for s in spoken)
    for paragraph, sentence in text.sentences():
        span = paragraph.span_of(sentence)
        if any(t.meets(span) for t in taken):
            continue
        cues = (cue_at(token) for token in sentence)
        if any(cue is not None and not cue.denied and not cue.supposed for cue in cues):
            yield span
