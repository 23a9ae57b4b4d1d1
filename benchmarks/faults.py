"""Which constructions were joined wrongly or missed: who they are, how they were named, and what was said of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.invented.paper import Paper
from benchmarks.invented.world import World
from benchmarks.scores import SORTS, Meant, Side, by_entity
from graph_builder.model import Identities, Judgement, Verdict

__all__ = ["faults"]

LISTED = 16
Found = Mapping[str, list[Side]]  # the sides of each entity


def faults(identities: Identities, truth: Meant, papers: Sequence[Paper], world: World) -> Iterator[str]:
    """Lines of causes with their counts, wrong joins first."""
    ways = {(p.source, key): way for p in papers for key, way in p.ways.items()}
    told = _Told(identities, truth, ways, world)
    for type_ in SORTS:
        found = by_entity(identities, truth, type_)
        yield from _listed(f"{type_.value}: entities that hold two or more", told.together(found))
        yield from _listed(f"{type_.value}: judgements that joined two", told.wrong(found))
        yield from _listed(f"{type_.value}: mentions outside the greatest entity of theirs", told.missed(found))


def _listed(title: str, counts: Counter[str]) -> Iterator[str]:
    yield f"{title} ({sum(counts.values()):,})"
    yield from (f"  {number:6,}  {cause}" for cause, number in counts.most_common(LISTED))


class _Told:
    """What the judgements say of each pair, and how each document names its people."""

    def __init__(self, identities: Identities, truth: Meant, ways: Mapping[Side, str], world: World) -> None:
        self.truth, self.ways = truth, ways
        self.sorts = {key: person.sort for key, person in world.people.items()}
        self.sorts |= {key: f"{it.kind} {it.stage}".strip() for key, it in world.happenings.items()}
        self.sorts |= {key: body.kind for key, body in world.bodies.items()}
        self.entity_of = identities.entity_of
        self.joined: dict[Side, list[Judgement]] = defaultdict(list)
        self.apart: dict[tuple[str, str], str] = {}  # two entities, and what was said of them
        for judgement in identities.judgements:
            left, right = (self.entity_of[side].slug for side in (judgement.left, judgement.right))
            if judgement.verdict is Verdict.SAME and left == right:
                self.joined[judgement.left].append(judgement)
            else:
                self.apart[left, right] = self.apart[right, left] = f"{judgement.verdict.value}, {judgement.reason}"

    def way(self, side: Side) -> str:
        """How the document names whom it means."""
        return self.ways.get((side[0], self.truth[side]), self.sorts.get(self.truth[side], "in an event"))

    def together(self, found: Found) -> Counter[str]:
        """For each entity that holds several: what the two of whom most is told are."""
        counts: Counter[str] = Counter()
        for sides in found.values():
            most = Counter(self.truth[side] for side in sides).most_common(2)
            if len(most) > 1:
                counts[" + ".join(sorted(self.sorts.get(key, "other") for key, _ in most))] += 1
        return counts

    def wrong(self, found: Found) -> Counter[str]:
        """For each judgement that joined two who are not one: its reason, and how both are named."""
        counts: Counter[str] = Counter()
        for side in (side for sides in found.values() for side in sides):
            for it in self.joined[side]:
                if it.right in self.truth and self.truth[it.left] != self.truth[it.right]:
                    counts[f"{it.reason}: {self.way(it.left)} + {self.way(it.right)}"] += 1
        return counts

    def missed(self, found: Found) -> Counter[str]:
        """For each mention outside the greatest entity of whom it means: how it is named, and what was said of both."""
        sizes: dict[str, Counter[str]] = defaultdict(Counter)
        for slug, sides in found.items():
            for side in sides:
                sizes[self.truth[side]][slug] += 1
        main = {key: slugs.most_common(1)[0][0] for key, slugs in sizes.items()}
        counts: Counter[str] = Counter()
        for slug, sides in found.items():
            counts.update(self.why(s, slug, main[self.truth[s]], sides) for s in sides if main[self.truth[s]] != slug)
        return counts

    def why(self, side: Side, slug: str, main: str, sides: Sequence[Side]) -> str:
        """How a mention is named, and what kept its entity from the greater one."""
        among = len({self.truth[s] for s in sides}) > 1
        reason = "taken by another" if among else self.apart.get((slug, main), "never compared")
        return f"{self.way(side)}: {reason}"
