"""Only what is sure enough: an extraction without the facts that carry less confidence than is wanted."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.model import EntityType, Extraction, Stance

__all__ = ["count", "surer"]


def surer(found: Extraction, least: float) -> Extraction:
    """The same document's facts that carry at least this confidence (0 to 1), with what hangs on them.

    An event goes with its last account, and who took part goes with it; a stance stays when only the statement
    that it was taken from goes.
    """
    if least <= 0:
        return found
    events = tuple(e for e in found.events if e.confidence >= least)
    told = {e.event for e in events}
    said = [i for i, s in enumerate(found.statements) if s.confidence >= least]
    places = {old: new for new, old in enumerate(said)}
    return replace(
        found,
        referents=tuple(r for r in found.referents if r.type is not EntityType.EVENT or r.id in told),
        roles=tuple(r for r in found.roles if r.confidence >= least),
        events=events,
        participations=tuple(p for p in found.participations if p.confidence >= least and p.event in told),
        statements=tuple(found.statements[i] for i in said),
        stances=tuple(_pointed(s, places) for s in found.stances if s.confidence >= least),
    )


def _pointed(stance: Stance, places: dict[int, int]) -> Stance:
    return replace(stance, statement=places.get(stance.statement)) if stance.statement is not None else stance


def count(found: Extraction) -> int:
    """How many facts there are."""
    return sum(map(len, (found.roles, found.events, found.participations, found.statements, found.stances)))
