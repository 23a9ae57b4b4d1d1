"""The page's data as its script reads them: rows instead of names, numbers instead of words that come again.

`templates/data.js` is the other half: it makes things, facts and lines out of these rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graph_builder.view.model import KINDS, Evidence, PageData, PageFact, Source, Thing

__all__ = ["packed"]

_KINDS = [kind.code for kind in KINDS]


def packed(data: PageData, places: Mapping[str, tuple[float, float, float]]) -> dict[str, Any]:
    """What the script reads; `places` gives x, y and size of every thing."""
    packing = _Packing(data)
    return {
        "things": [[*packing.thing(thing), *places[thing.key]] for thing in data.things],
        "facts": [packing.fact(fact) for fact in data.facts],
        "sources": [_dense(asdict(source)) for source in data.sources],
        "words": list(packing.words),
        "part": data.part,
    }


class _Packing:
    """Numbers for things, facts, sources and words, in the order of their first use."""

    def __init__(self, data: PageData) -> None:
        self._things = {thing.key: i for i, thing in enumerate(data.things)} | {"": -1}
        self._sources = {source.key: _Offsets(i, source) for i, source in enumerate(data.sources)}
        self.words: dict[str, int] = {"": 0}

    def _word(self, text: str) -> int:
        return self.words.setdefault(text, len(self.words))

    def thing(self, thing: Thing) -> list[Any]:
        return [thing.key, _KINDS.index(thing.kind), thing.label, list(thing.aliases), thing.detail, thing.when]

    def fact(self, fact: PageFact) -> list[Any]:
        return [
            fact.key,
            self._word(fact.sort),
            self._things[fact.subject],
            self._word(fact.words),
            self._things[fact.object],
            fact.text,
            self._word(fact.when),
            self._word(fact.date),
            self._word(fact.until),
            self._word(fact.stance),
            [self._word(doubt) for doubt in fact.doubts],
            [part for each in fact.evidence for part in self._sources[each.source].of(each)],
        ]


class _Offsets:
    """Places in one document's text, counted as JavaScript does: characters beyond the first plane count twice."""

    def __init__(self, number: int, source: Source) -> None:
        self._number = number
        self._beyond: Sequence[int] = [i for i, c in enumerate(source.text) if c > "\uffff"]

    def of(self, evidence: Evidence) -> list[int | str]:
        """Document, start and end; or document, −1 and the words, where the text is not on the page."""
        if evidence.start < 0:
            return [self._number, -1, evidence.quote]
        return [self._number, self._units(evidence.start), self._units(evidence.end)]

    def _units(self, place: int) -> int:
        return place + sum(i < place for i in self._beyond)


def _dense(value: dict[str, object]) -> dict[str, object]:
    return {key: part for key, part in value.items() if part not in ("", (), [], False)}
