"""Who is meant by whom over all documents: referents that were judged the same become one entity.

Only pairs that share a word of their names are judged, so the cost grows with the names in common.
A referent joins a group only where it is judged the same as the group's first member and different
from none of the others: no chain of weak links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from graph_builder.model import (
    Document,
    Entity,
    EntityType,
    Extraction,
    Identities,
    Judgement,
    Referent,
    Verdict,
)
from graph_builder.names import fold, person_name, slug
from graph_builder.resolve.judge import SMALL, Judged, Known, judge_bodies, judge_events, judge_people

__all__ = ["resolve"]

JUDGES: Mapping[EntityType, Callable[[Known, Known], Judged]] = {
    EntityType.PERSON: judge_people,
    EntityType.ORGANISATION: judge_bodies,
    EntityType.EVENT: judge_events,
}


def resolve(extractions: Iterable[Extraction], documents: Mapping[str, Document]) -> Identities:
    """The entities that the documents' referents mean, the same whatever the order of the documents."""
    known = sorted(
        (k for e in extractions for k in _known(e)), key=lambda k: (_rank(k), k.source, k.referent.id)
    )
    groups: list[list[Known]] = []
    judgements: list[Judgement] = []
    near: dict[tuple[EntityType, str], list[int]] = defaultdict(list)
    for each in known:
        group = _group(each, groups, near, judgements)
        if group is None:
            groups.append([each])
            group = len(groups) - 1
        else:
            groups[group].append(each)
        for key in _keys(each.referent):
            if group not in near[each.referent.type, key]:
                near[each.referent.type, key].append(group)
    return _identities(groups, judgements)


def _rank(known: Known) -> tuple[str, int, int]:
    """Register entries and the fullest names first: they found the groups that shorter ones join."""
    referent = known.referent
    return referent.type.value, 0 if referent.known else 1, -len(fold(referent.name).split())


def _known(extraction: Extraction) -> Iterator[Known]:
    names = {r.id: r for r in extraction.referents}
    ties: dict[str, set[str]] = defaultdict(set)
    parties: dict[str, set[str]] = defaultdict(set)
    areas: dict[str, set[str]] = defaultdict(set)
    for role in extraction.roles:
        body = names.get(role.organisation or "")
        if body is not None and body.kind == "political-party":
            parties[role.person].add(fold(body.name))
        else:
            ties[role.person].add(fold(role.post) if role.post not in ("Member of Parliament", "councillor") else "")
            ties[role.person].add(fold(body.name) if body is not None and body.kind != "legislature" else "")
        if role.area and role.post == "Member of Parliament":
            areas[role.person].add(fold(role.area))
    dates = {e.event: (e.start, e.end) for e in extraction.events}
    for referent in extraction.referents:
        start, end = dates.get(referent.id, (None, None))
        own = ties[referent.id] - {"", "member", "chair", "chief executive"}
        yield Known(
            referent, extraction.source, frozenset(own), frozenset(parties[referent.id]), frozenset(areas[referent.id]), start, end
        )


def _keys(referent: Referent) -> set[str]:
    """Words by which others may find this referent; two that share none are never compared."""
    forms = {referent.name, *referent.forms}
    if referent.type is EntityType.PERSON:
        return {fold(person_name(f).surname or f) for f in forms} | {fold(f) for f in forms}
    words = {w for f in forms for w in fold(f).split()} - SMALL
    initials = {"".join(w[0] for w in fold(f).split() if w not in SMALL) for f in forms if " " in f}
    whole = {fold(f) for f in forms}
    return words | whole | initials | ({referent.known} if referent.known else set())


def _group(
    each: Known, groups: list[list[Known]], near: Mapping[tuple[EntityType, str], list[int]], judgements: list[Judgement]
) -> int | None:
    """The group that `each` joins, if any; what was judged on the way is kept."""
    judge = JUDGES[each.referent.type]
    candidates = sorted({g for key in _keys(each.referent) for g in near.get((each.referent.type, key), ())})
    joined: int | None = None
    same: list[tuple[int, Judgement]] = []
    for g in candidates:
        verdicts = [(judge(member, each), member) for member in groups[g] if member.source != each.source or each.referent.type is EntityType.EVENT]
        if len(verdicts) < len(groups[g]):  # the same document already told the two apart
            continue
        (verdict, reason), first = verdicts[0]
        agreed = next(((v, m) for v, m in verdicts if v[0] is Verdict.SAME), None)
        contradicted = any(v[0] is Verdict.DIFFERENT and v[1] != "different names" for v, _ in verdicts)
        if agreed and not contradicted:
            (verdict, reason), first = agreed
            same.append((g, _judgement(first, each, verdict, reason)))
        elif verdict is Verdict.UNSURE:
            judgements.append(_judgement(first, each, verdict, reason))
    if same and (len(same) == 1 or _certain(same)):
        joined = same[0][0]
        judgements.append(same[0][1])
    else:
        judgements += [Judgement(j.left, j.right, Verdict.UNSURE, f"{j.reason}, but so do others") for _, j in same]
    return joined


def _certain(same: list[tuple[int, Judgement]]) -> bool:
    return same[0][1].reason in ("the same entry of the register", "the same full name", "the same name")


def _judgement(left: Known, right: Known, verdict: Verdict, reason: str) -> Judgement:
    return Judgement((left.source, left.referent.id), (right.source, right.referent.id), verdict, reason)


def _identities(groups: list[list[Known]], judgements: list[Judgement]) -> Identities:
    taken: set[tuple[EntityType, str]] = set()
    entities: list[Entity] = []
    entity_of: dict[tuple[str, str], Entity] = {}
    order = sorted(groups, key=lambda g: (g[0].referent.type.value, slug(_best(g).name), g[0].source, g[0].referent.id))
    for group in order:
        best = _best(group)
        name = slug(best.name)
        number = 1
        while (best.type, name) in taken:
            number += 1
            name = f"{slug(best.name)}-{number}"
        taken.add((best.type, name))
        forms = dict.fromkeys(f for k in group for f in (k.referent.name, *k.referent.forms) if f != best.name)
        known = next((k.referent.known for k in group if k.referent.known), None)
        entity = Entity(name, best.type, best.name, _kind(group), tuple(sorted(forms)), known)
        entities.append(entity)
        entity_of.update({(k.source, k.referent.id): entity for k in group})
    return Identities(tuple(entities), entity_of, tuple(sorted(judgements, key=lambda j: (j.left, j.right))))


def _best(group: list[Known]) -> Referent:
    """The referent that names the entity: the fullest name, the commonest, the first in the alphabet."""
    counts: dict[str, int] = defaultdict(int)
    for k in group:
        counts[k.referent.name] += 1
    return min((k.referent for k in group), key=lambda r: (r.known is None, -len(fold(r.name).split()), -counts[r.name], r.name))


def _kind(group: list[Known]) -> str | None:
    counts: dict[str, int] = defaultdict(int)
    for k in group:
        if k.referent.kind:
            counts[k.referent.kind] += 2 if k.referent.kind != "other" else 1
    return min(counts, key=lambda kind: (kind == "other", -counts[kind], kind)) if counts else None
