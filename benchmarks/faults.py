"""Which constructions were joined wrongly or missed: by how the people were named, and by the reason that was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.invented.paper import Paper
from benchmarks.scores import SORTS, Meant, Side, by_entity
from graph_builder.model import Identities, Judgement, Verdict

__all__ = ["faults"]

LISTED = 14


def faults(identities: Identities, truth: Meant, papers: Sequence[Paper]) -> Iterator[str]:
    """Lines of causes with their counts, wrong joins first."""
    ways = {(p.source, key): way for p in papers for key, way in p.ways.items()}
    for type_ in SORTS:
        found = by_entity(identities, truth, type_)
        told = _Told(identities, truth, ways)
        yield from _listed(f"{type_.value}: joined wrongly", told.wrong(found))
        yield from _listed(f"{type_.value}: missed", told.missed(found))


def _listed(title: str, counts: Counter[str]) -> Iterator[str]:
    yield f"{title} ({sum(counts.values()):,})"
    yield from (f"  {number:6,}  {cause}" for cause, number in counts.most_common(LISTED))


class _Told:
    """What the judgements say of each pair, and how each document names its people."""

    def __init__(self, identities: Identities, truth: Meant, ways: Mapping[Side, str]) -> None:
        self.truth, self.ways = truth, ways
        self.entity_of = identities.entity_of
        self.of: dict[Side, list[Judgement]] = {}
        for judgement in identities.judgements:
            for side in (judgement.left, judgement.right):
                self.of.setdefault(side, []).append(judgement)

    def way(self, side: Side) -> str:
        """How the document names whom it means."""
        return self.ways.get((side[0], self.truth.get(side, "")), self.entity_of[side].kind or "in an event")

    def wrong(self, found: Mapping[str, list[Side]]) -> Counter[str]:
        """For each judgement that joined two who are not one: its reason, and how both are named."""
        counts: Counter[str] = Counter()
        for sides in found.values():
            if len({self.truth[side] for side in sides}) == 1:
                continue
            here = set(sides)
            pairs = {
                j
                for s in sides
                for j in self.of.get(s, ())
                if j.verdict is Verdict.SAME and {j.left, j.right} <= here and self.truth[j.left] != self.truth[j.right]
            }
            counts.update(f"{j.reason}: {self.way(j.left)} + {self.way(j.right)}" for j in pairs)
        return counts

    def missed(self, found: Mapping[str, list[Side]]) -> Counter[str]:
        """For each mention outside the greatest entity of whom it means: how it is named, and what was said of it."""
        sizes: dict[str, Counter[str]] = {}
        for slug, sides in found.items():
            for side in sides:
                sizes.setdefault(self.truth[side], Counter())[slug] += 1
        main = {key: slugs.most_common(1)[0][0] for key, slugs in sizes.items()}
        counts: Counter[str] = Counter()
        for slug, sides in found.items():
            counts.update(f"{self.way(s)}: {self.why(s)}" for s in sides if main[self.truth[s]] != slug)
        return counts

    def why(self, side: Side) -> str:
        """What kept it from the others."""
        about = [j for j in self.of.get(side, ()) if j.verdict is not Verdict.SAME]
        reasons = (f"{j.verdict.value}, {j.reason}" for j in about)
        return min(reasons, default="never compared, or joined to the lesser part")
