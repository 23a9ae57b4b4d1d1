"""What entities are called: a label that reads well, and a readable name that stays when documents are added.

Of several with one name, the one that most documents tell of has it plain; each other adds what sets it apart: a seat,
a body, a date, or the document that speaks of it. What many are called ("the council", "the plan") always does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from graph_builder.model import Entity, EntityType
from graph_builder.names import fold, slug
from graph_builder.resolve.bodies import COMMON, branch_of, is_acronym
from graph_builder.resolve.judge import Account, Cluster, Side

__all__ = ["Named", "entities", "with_slugs"]

LONGEST_LABEL = 10  # words of an event's label, where there is a shorter one


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that has no name of its own yet, and what may set it apart from others of its label."""

    entity: Entity
    documents: int
    first: Side
    apart: tuple[str, ...] = ()
    local: bool = False  # what many are called: the plain name is nobody's own


def entities(clusters: Iterable[Cluster], type_: EntityType) -> dict[Side, Entity]:
    """The entity of each account's referent."""
    made = [(_named(cluster, type_), [a.side for a in cluster.all_accounts()]) for cluster in clusters]
    found = with_slugs([named for named, _ in made])
    if type_ is EntityType.ORGANISATION:
        found = _with_wholes(found)
    return {side: entity for entity, (_, sides) in zip(found, made, strict=True) for side in sides}


def with_slugs(named: Sequence[Named]) -> list[Entity]:
    """The entities, in the same order, each with a readable name that no other has."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(named):
        alike[slug(each.entity.name)].append(at)
    chosen: dict[int, str] = {}
    taken = set(alike)
    numbers: dict[str, int] = {}  # how far the count has come of those that only their documents set apart
    for plain, places in alike.items():
        first, *others = sorted(places, key=lambda at: _precedence(named[at]))
        if not named[first].local:
            chosen[first] = plain
        for at in (first, *others) if named[first].local else others:
            chosen[at] = next(name for name in _apart(plain, named[at], numbers) if name not in taken)
            taken.add(chosen[at])
    return [replace(each.entity, slug=chosen[at]) for at, each in enumerate(named)]


def _precedence(named: Named) -> tuple[object, ...]:
    return named.local, named.entity.known is None, -named.documents, named.first


def _apart(plain: str, named: Named, numbers: dict[str, int]) -> Iterator[str]:
    """Names to choose from, the most telling first; a count goes on where it stopped."""
    yield from (f"{plain}-{slug(words)}" for words in named.apart)
    inside = f"{plain}-in-{slug(PurePosixPath(named.first[0]).stem)}"
    yield inside
    while True:
        numbers[inside] = numbers.get(inside, 1) + 1
        yield f"{inside}-{numbers[inside]}"


def _named(cluster: Cluster, type_: EntityType) -> Named:
    everyone = cluster.all_accounts()
    label = LABELS[type_](cluster.accounts)
    forms = {form for account in everyone for form in account.forms if form != label}
    known = next((a.referent.known for a in cluster.accounts if a.referent.known), None)
    kinds = [_kind(cluster.accounts), _kind(everyone)]
    kind = next((kind for kind in kinds if kind != "other"), kinds[0])
    entity = Entity("", type_, label, kind, tuple(sorted(forms)), known)
    apart = [value for trait in ("seat", "place", "body") for value in sorted(cluster.trait(trait))]
    apart += [cluster.first.start] if cluster.first.start else []
    local = type_ is EntityType.ORGANISATION and known is None and set(fold(label).split()) <= COMMON
    return Named(entity, len(cluster.sources), min(a.side for a in everyone), tuple(apart), local)


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
