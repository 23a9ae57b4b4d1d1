"""What entities are called: a label that reads well, and a readable name that stays when documents are added.

The name is made of what the earliest document calls it, so that later ones change nothing. Of several with one name the
one that was told of first has it plain; each other adds what its first document tells that sets it apart: a seat, a
body, a date, or that document itself. What many are called ("the council", "the plan") always does. What it was called
while less was known leads to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from graph_builder.model import Entity, EntityType
from graph_builder.names import fold, slug
from graph_builder.resolve.body_names import COMMON, branch_of, is_acronym
from graph_builder.resolve.judge import Account, Cluster, Side

__all__ = ["Called", "Named", "Naming", "entities", "named"]

LONGEST_LABEL = 10  # words of an event's label, where there is a shorter one
UNDATED = "9999"  # after every date: what has none was read last
Dates = Mapping[str, str | None]  # source → when it was published


@dataclass(frozen=True, slots=True)
class Called:
    """What one document calls an entity, and what it tells that may set it apart from others of that name."""

    name: str
    side: Side
    published: str | None = None
    apart: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The name as the last part of an IRI."""
        return slug(self.name)

    @property
    def first(self) -> tuple[str, Side]:
        """What sorts the earliest document first."""
        return self.published or UNDATED, self.side

    def qualified(self) -> Iterator[str]:
        """Names that set it apart, the most telling first."""
        yield from (f"{self.plain}-{slug(words)}" for words in self.apart)
        yield f"{self.plain}-in-{slug(PurePosixPath(self.side[0]).stem)}"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that has no name of its own yet, and what it was called: the earliest first."""

    entity: Entity
    called: tuple[Called, ...]
    others: tuple[Called, ...] = ()  # by lesser names
    local: bool = False  # what many are called: the plain name is nobody's own

    @property
    def precedence(self) -> tuple[object, ...]:
        """Of several with one name the first has it plain."""
        return self.local, self.entity.known is None, self.called[0].first


@dataclass(slots=True)
class Naming:
    """The entities with their names, in the order in which they came, and former names with whom they lead to."""

    entities: list[Entity] = field(default_factory=list)
    former: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))


def entities(clusters: Iterable[Cluster], type_: EntityType, dates: Dates) -> tuple[dict[Side, Entity], Naming]:
    """The entity of each account's referent, and what the entities were called before."""
    every = list(clusters)
    found = named([_named(cluster, type_, dates) for cluster in every], wholes=type_ is EntityType.ORGANISATION)
    pairs = zip(found.entities, every, strict=True)
    entity_of = {account.side: entity for entity, cluster in pairs for account in cluster.all_accounts()}
    return entity_of, found


def named(waiting: Sequence[Named], wholes: bool = False) -> Naming:
    """Each with a readable name that no other has; of bodies, with what each branch is a branch of."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(waiting):
        alike[each.called[0].plain].append(at)
    chosen: dict[int, str] = {}
    taken = set(alike)
    numbers: dict[str, int] = {}  # how far the count has come of those that only their documents set apart
    for plain, places in alike.items():
        first, *others = sorted(places, key=lambda at: waiting[at].precedence)
        if not waiting[first].local:
            chosen[first] = plain
        for at in (first, *others) if waiting[first].local else others:
            chosen[at] = next(name for name in _apart(waiting[at], numbers) if name not in taken)
            taken.add(chosen[at])
    made = [replace(each.entity, slug=chosen[at]) for at, each in enumerate(waiting)]
    found = Naming(_with_wholes(made) if wholes else made)
    for entity, each in zip(found.entities, waiting, strict=True):
        for name in _former(each, entity.slug, contested=len(alike[each.called[0].plain]) > 1):
            if name not in taken:
                found.former[name].append(entity)
    return found


def _apart(each: Named, numbers: dict[str, int]) -> Iterator[str]:
    """Names to choose from; a count goes on where it stopped."""
    name = ""
    for name in each.called[0].qualified():
        yield name
    while True:
        numbers[name] = numbers.get(name, 1) + 1
        yield f"{name}-{numbers[name]}"


def _former(each: Named, now: str, contested: bool) -> set[str]:
    """What it went by in a graph of some of its documents only: another's name is never among them."""
    plain = each.called[0].plain
    found = {name for one in each.others for name in (one.plain, *one.qualified())}
    for one in each.called:
        found.add(one.plain)
        if contested or one.plain != plain:
            found.update(one.qualified())
    return found - {now}


def _named(cluster: Cluster, type_: EntityType, dates: Dates) -> Named:
    everyone = cluster.all_accounts()
    label = LABELS[type_](cluster.accounts)
    forms = {form for account in everyone for form in account.forms if form != label}
    known = next((a.referent.known for a in cluster.accounts if a.referent.known), None)
    kinds = [_kind(cluster.accounts), _kind(everyone)]
    kind = next((kind for kind in kinds if kind != "other"), kinds[0])
    entity = Entity("", type_, label, kind, tuple(sorted(forms)), known)
    local = type_ is EntityType.ORGANISATION and known is None and set(fold(label).split()) <= COMMON
    called = [_called(account, type_, dates) for account in cluster.accounts]
    others = [_called(account, type_, dates) for lesser in cluster.joined for account in lesser.accounts]
    in_register = [c for c, a in zip(called, cluster.accounts, strict=True) if a.referent.known]
    first = min(in_register or called, key=lambda one: one.first)
    return Named(entity, (first, *(one for one in called if one is not first)), tuple(others), local)


def _called(account: Account, type_: EntityType, dates: Dates) -> Called:
    apart = [value for trait in ("seat", "place", "body") for value in sorted(account.trait(trait))]
    apart += [account.start] if account.start else []
    return Called(LABELS[type_]([account]), account.side, dates.get(account.source), tuple(apart))


def _kind(accounts: Iterable[Account]) -> str | None:
    """The register's kind, else the one that most documents give; "other" only where none says more."""
    every = [a.referent for a in accounts if a.referent.kind]
    counts = Counter(r.kind for r in [r for r in every if r.known] or every)
    return min(counts, key=lambda kind: (kind == "other", -counts[kind], kind), default=None)


def _person_label(accounts: Sequence[Account]) -> str:
    """The fullest name, the commonest of those; a name in capitals is written like the others."""
    counts = Counter(a.referent.name for a in accounts)
    name = min(counts, key=lambda n: (n.isupper(), -len(n.split()), -counts[n], n))
    return name.title() if name.isupper() else name


def _body_label(accounts: Sequence[Account]) -> str:
    """The register's name, or the commonest that is no acronym, the longest of those."""
    counts = Counter(a.referent.name for a in accounts)
    known = {a.referent.name for a in accounts if a.referent.known}
    return min(known or counts, key=lambda n: (is_acronym(n), -counts[n], -len(n), n))


def _event_label(accounts: Sequence[Account]) -> str:
    """The commonest label, the longest of those that are not too long."""
    counts = Counter(a.referent.name for a in accounts)
    return min(counts, key=lambda n: (-counts[n], len(n.split()) > LONGEST_LABEL, -len(n), n))


LABELS = {
    EntityType.PERSON: _person_label,
    EntityType.ORGANISATION: _body_label,
    EntityType.EVENT: _event_label,
}


def _with_wholes(bodies: Sequence[Entity]) -> list[Entity]:
    """The bodies, with what each branch is a branch of: "NUBW Wales" of the body that goes by "NUBW"."""
    owners: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        for form in (body.name, *body.aliases):
            owners[fold(form)].add(body.slug)
    return [replace(body, part_of=_whole(body, owners)) for body in bodies]


def _whole(body: Entity, owners: Mapping[str, set[str]]) -> str | None:
    of = branch_of(body.name)
    found = owners.get(of, set()) - {body.slug} if of else set()
    return next(iter(found)) if len(found) == 1 else None
