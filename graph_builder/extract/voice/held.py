"""What one document's answers gave, and the proof of it: each part of an item is looked for in the document.

Titles of events and topics are made of the document's words: no name and no figure stands in them that the document
lacks, and of their other words most are the document's own, or the ontology's for kinds of events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph_builder import vocabulary
from graph_builder.extract.voice.answers import Item, said
from graph_builder.extract.voice.body import WORD, Body
from graph_builder.extract.voice.circle import Circle
from graph_builder.extract.voice.dated import date_of
from graph_builder.extract.voice.refusals import Refused, Unproven
from graph_builder.model import Document, Fact, Referent, Span

__all__ = ["SMALL", "Sentence", "Taken", "code"]

Sentence = Callable[[Document, Span], Span]  # the sentence around a place
RULE = "voice/{}"
SURE = 0.8  # until it is known how far the voice and the rules agree
SMALL = 3  # letters of a word that may stand in any title
OWN = 2 / 3  # share of a title's words that must be the document's, or of the ontology


@dataclass(slots=True)
class Taken:
    """What one document's answers gave: facts by kind, the referents of them, and what was refused."""

    body: Body
    circle: Circle
    around: Sentence
    facts: list[Fact] = field(default_factory=list)
    events: dict[str, Referent] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)

    def evidence(self, item: Item, near: Sequence[str] = ()) -> Span:
        """Where the quoted words stand; of several places the one nearest to a name of these referents."""
        quote = said(item, "quote")
        if quote is None:
            raise Unproven("it quotes nothing")
        places = self.body.find(quote)
        if not places:
            raise Unproven("its quoted words do not stand in the document")
        forms = [f for each in near for r in [self.circle.referents[each]] for f in (r.name, *r.forms)]
        spots = [s for form in forms for s in self.body.named(form)] if len(places) > 1 else []
        best = min(places, key=lambda p: min((abs(p[0].start - s.start) for s in spots), default=0))
        return max(best, key=lambda s: s.end - s.start)

    def proof(self, kind: str, evidence: Span) -> dict[str, Any]:
        """What every fact has."""
        return {"evidence": evidence, "rule": RULE.format(kind), "confidence": SURE}

    def date(self, item: Item, name: str, near: Span, *, future: bool = False) -> str | None:
        """A date that the item gives, as the document says it."""
        told = said(item, name)
        if told is None:
            return None
        found = date_of(told, self.body, near, future=future)
        if found is None:
            raise Unproven(f"the date {told} is not said in the document")
        return found

    def place(self, item: Item, name: str) -> str | None:
        """A place or a seat that stands in the document."""
        told = said(item, name)
        if told is not None and not self.body.named(told):
            raise Unproven(f"{told} does not stand in the document")
        return told

    def title(self, item: Item, name: str) -> str:
        """A title made of the document's words and of ours."""
        told = said(item, name)
        if told is None:
            raise Unproven(f"it has no {name}")
        words = WORD.findall(told)
        named = [w for i, w in enumerate(words) if w[0].isdigit() or (i and w[0].isupper())]
        strange = [w for w in named if not self.body.has(w)]
        weighty = [w for w in words if len(w) > SMALL]
        own = [w for w in weighty if self.body.has(w) or w.casefold() in own_words()]
        if strange or len(own) < OWN * len(weighty):
            raise Unproven(f"its {name} is not made of the document's words: {told}")
        return told


@cache
def own_words() -> frozenset[str]:
    """Words of the ontology that may stand in any title: of what kinds of event are called."""
    words = (w for kind in vocabulary.concepts("event-kind") for w in (kind.label, kind.called or "", *_cues(kind)))
    return frozenset(w.casefold() for each in words for w in WORD.findall(each))


def _cues(kind: vocabulary.Concept) -> Iterator[str]:
    for sort in (vocabulary.Cue.NOUN, vocabulary.Cue.VERB):
        yield from kind.words(sort)


def code(item: Item, name: str, scheme: str, otherwise: str | None = None) -> str:
    """A code of ours."""
    told = said(item, name) or otherwise
    if told is None or told not in [each.code for each in vocabulary.concepts(scheme)]:
        raise Unproven(f"its {name} is none of ours: {told}")
    return told
