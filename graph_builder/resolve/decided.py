"""Who is who where a person has decided it: whom to join, whom to keep apart, and what to call them.

A correction names an entity as the graph does (`person/ian-corder`), or by its name, alone or as one document has it
(`Ian Corder in ferry.txt`). Both the names that the graph would have without corrections and those that it has with
the others are understood, so that a file of corrections may be written over many builds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph_builder import vocabulary
from graph_builder.decisions import Correction, Decision
from graph_builder.model import Entity, EntityType, Judgement, Verdict
from graph_builder.names import fold, slug
from graph_builder.resolve.clusters import Joining, kept_apart
from graph_builder.resolve.entries import settled
from graph_builder.resolve.judge import Account, Cluster, Judge, Side
from graph_builder.resolve.naming import Dates, Naming, entities

__all__ = ["Decided", "Known", "Pointer"]

OF_NAMES = (Decision.SAME, Decision.DIFFERENT)
OF_LABELS = (Decision.RENAME, Decision.KIND)
KINDS = {EntityType.ORGANISATION: "organisation-kind", EntityType.EVENT: "event-kind"}
Sides = frozenset[Side]
Key = tuple[str, str]  # how it is called, and what
Apart = dict[Side, frozenset[Side]]


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a correction calls an entity: its type and slug, or its name; and the document, if one is meant."""

    written: str
    type: EntityType | None
    name: str
    source: str | None

    @classmethod
    def of(cls, written: str, sources: Iterable[str]) -> Pointer:
        """It, of words; `sources` are the documents that there are."""
        known = set(sources)
        bare = written.strip().strip("<>")
        at = bare.rfind(" in ")
        while at >= 0 and bare[at + 4 :] not in known:
            at = bare.rfind(" in ", 0, at)
        name, source = (bare[:at], bare[at + 4 :]) if at >= 0 else (bare, None)
        *_, kind, local = ("", *name.replace(":", "/", 1).split("/")[-2:]) if "/" in name or ":" in name else ("", "")
        type_ = next((t for t in EntityType if t.value == kind), None)
        return cls(written, type_, local if type_ else name, source)


@dataclass(slots=True)
class Known:
    """Everything of one type by its names, as one resolution gave them."""

    type: EntityType
    entity_of: Mapping[Side, Entity]
    forms: Mapping[Side, Sequence[str]]  # the names that the document gives it
    former: Mapping[str, Sequence[Entity]] = field(default_factory=dict)
    index: dict[Key, list[Side]] = field(default_factory=dict)  # made when the first correction is looked up

    def meant(self, pointer: Pointer) -> Sides:
        """Where whoever is meant is told of; nothing where nobody goes by that, or more than one."""
        if pointer.type not in (None, self.type):
            return frozenset()
        if not self.index:
            self.index.update(self._indexed())
        own = ("slug", pointer.name) if pointer.type else ("name", fold(pointer.name))
        told = ("told slug", pointer.name) if pointer.type else ("told name", fold(pointer.name))
        former = [("slug", e.slug) for e in self.former.get(pointer.name, ())] if pointer.type else []
        for keys in ([own, *former], [told]):
            sides = frozenset(s for k in keys for s in self.index.get(k, ()) if pointer.source in (None, s[0]))
            if sides and len({self.entity_of[s].slug for s in sides}) == 1:
                return sides
        return frozenset()

    def _indexed(self) -> dict[Key, list[Side]]:
        """Every account by its entity's own names, and by those that its document gives."""
        found: dict[Key, list[Side]] = defaultdict(list)
        for side, entity in self.entity_of.items():
            found["slug", entity.slug].append(side)
            found["name", fold(entity.name)].append(side)
            for form in self.forms[side]:
                found["told slug", slug(form)].append(side)
                found["told name", fold(form)].append(side)
        return found


@dataclass(slots=True)
class Decided:
    """What people decided of entities, and what of it has found whom it means."""

    corrections: tuple[Correction, ...]
    sources: frozenset[str]
    amiss: dict[Correction, str] = field(default_factory=dict)

    @classmethod
    def of(cls, corrections: Iterable[Correction], sources: Iterable[str]) -> Decided:
        """Of the corrections those that are about entities; `sources` are the documents that there are."""
        those = tuple(c for c in corrections if c.decision in (*OF_NAMES, *OF_LABELS))
        return cls(those, frozenset(sources), dict.fromkeys(those, ""))

    @property
    def unfit(self) -> tuple[tuple[Correction, str], ...]:
        """The corrections that fitted nothing, and why."""
        return tuple((c, why or f"nothing is called {' or '.join(c.about)}") for c, why in self.amiss.items())

    def joined(
        self, accounts: Iterable[Account], judge: Judge, type_: EntityType, dates: Dates
    ) -> tuple[Mapping[Side, Entity], Naming, list[Judgement]]:
        """The entities of all accounts of one type, as judged and as people decided."""
        every = list(accounts)
        joining = Joining(judge)
        entity_of: Mapping[Side, Entity]
        entity_of, naming = entities(settled(joining.clusters(every)), type_, dates)
        judgements = joining.judgements
        known = [Known(type_, entity_of, forms := {a.side: a.forms for a in every}, naming.former)]
        fitting: dict[Correction, list[Sides]] = {}
        while new := self.settle(OF_NAMES, fitting, known):
            fitting |= new
            entity_of, naming, judgements = self._rejoined(every, judge, type_, dates, fitting)
            known.append(Known(type_, entity_of, forms, naming.former))
        return self.called(entity_of, known), naming, judgements

    def settle(
        self, of: Sequence[Decision], fitting: Mapping[Correction, object], known: Sequence[Known]
    ) -> dict[Correction, list[Sides]]:
        """The corrections that now find everyone whom they mean, and did not before."""
        found = {}
        for each in self.corrections:
            if each.decision in of and each in self.amiss and each not in fitting:
                meant = [self._meant(Pointer.of(name, self.sources), known) for name in each.about]
                if all(meant):
                    found[each] = meant
        return found

    def _meant(self, pointer: Pointer, known: Sequence[Known]) -> Sides:
        return next((sides for one in known if (sides := one.meant(pointer))), frozenset())

    def _rejoined(
        self,
        accounts: Sequence[Account],
        judge: Judge,
        type_: EntityType,
        dates: Dates,
        fitting: Mapping[Correction, list[Sides]],
    ) -> tuple[Mapping[Side, Entity], Naming, list[Judgement]]:
        """Everything judged again, with those apart whom people keep apart; then those together whom they join."""
        apart = self._apart(fitting)
        joining = Joining(judge, apart)
        clusters = list(settled(joining.clusters(accounts)))
        for each, meant in fitting.items():
            if each.decision is Decision.SAME:
                clusters = self._together(clusters, each, meant, apart)
        entity_of, naming = entities(clusters, type_, dates)
        judgements = [j for j in joining.judgements if j.verdict is Verdict.SAME or not _one(j, entity_of)]
        return entity_of, naming, [*judgements, *self.judgements(fitting)]

    def _apart(self, fitting: Mapping[Correction, list[Sides]]) -> Apart:
        """Whom people keep apart from whom: "Ian Corder in ferry.txt" and "Ian Corder" is he there and he elsewhere."""
        found: Apart = {}
        for each, meant in fitting.items():
            if each.decision is Decision.DIFFERENT:
                self.amiss.pop(each, None)
                for at, left in enumerate(meant):
                    for right in meant[at + 1 :]:
                        self._keep_apart(each, left, right, found)
        return found

    def _keep_apart(self, each: Correction, left: Sides, right: Sides, found: Apart) -> None:
        left, right = (left - right or left, right) if right <= left else (left, right - left or right)
        if left & right:
            self.amiss[each] = "both names mean the very same: say in which document each is meant"
            return
        for mine, yours in ((left, right), (right, left)):
            found.update({side: found.get(side, frozenset()) | yours for side in mine})

    def _together(
        self, clusters: list[Cluster], each: Correction, meant: Sequence[Sides], apart: Apart
    ) -> list[Cluster]:
        """The clusters, with those of one correction as one, unless another keeps them apart."""
        self.amiss.pop(each, None)
        holding = {a.side: cluster for cluster in clusters for a in cluster.all_accounts()}
        those = {id(c): c for sides in meant for c in (holding[min(sides)],)}
        if len(those) == 1:
            return clusters
        first, *others = those.values()
        if any(kept_apart(a, b, apart) for a in those.values() for b in those.values() if a is not b):
            self.amiss[each] = "another correction says that they are different"
            return clusters
        for other in others:
            for account in other.accounts:
                first.take(account)
            for lesser in other.joined:
                first.join(lesser)
        return [c for c in clusters if c is first or id(c) not in those]

    def judgements(self, fitting: Mapping[Correction, list[Sides]]) -> Iterator[Judgement]:
        """What people judged, as far as it fits."""
        for each, meant in fitting.items():
            if each in self.amiss:
                continue
            reason = each.why or f"decided by {each.who or 'a person'}"
            for other in meant[1:]:
                left, right = sorted((min(meant[0]), min(other - meant[0] or other)))
                yield Judgement(left, right, Verdict(each.decision.value), reason, each)

    def called(self, entity_of: Mapping[Side, Entity], known: Sequence[Known]) -> Mapping[Side, Entity]:
        """The entities under the names and of the kinds that people gave them."""
        for each, (sides,) in self.settle(OF_LABELS, {}, known[::-1]).items():
            old = entity_of[min(sides)]
            try:
                new = _relabelled(old, each)
            except ValueError as error:
                self.amiss[each] = str(error)
                continue
            self.amiss.pop(each, None)
            entity_of = {side: new if e.slug == old.slug else e for side, e in entity_of.items()}
        return entity_of


def _one(judgement: Judgement, entity_of: Mapping[Side, Entity]) -> bool:
    left, right = (entity_of.get(side) for side in (judgement.left, judgement.right))
    return left is not None and right is not None and left.slug == right.slug


def _relabelled(entity: Entity, each: Correction) -> Entity:
    """The entity with its new name or kind; ValueError where it can have no such kind."""
    to = each.get("to") or ""
    decided = (*entity.decided, each)
    if each.decision is Decision.RENAME:
        aliases = {*entity.aliases, entity.name} - {to}
        return replace(entity, name=to, aliases=tuple(sorted(aliases)), decided=decided)
    scheme = KINDS.get(entity.type)
    codes = [concept.code for concept in vocabulary.concepts(scheme)] if scheme else []
    if to not in codes:
        wanted = f"a kind is one of {', '.join(codes)}" if codes else f"a {entity.type.value} has no kind"
        raise ValueError(f"{to} is no kind of it: {wanted}")
    return replace(entity, kind=to, decided=decided)
