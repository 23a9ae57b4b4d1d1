"""What tells two people of one name apart: what no one can be at once, and what leaves it open."""

from __future__ import annotations

from collections.abc import Iterable

from graph_builder.resolve.entries import contradiction
from graph_builder.resolve.judge import Judged, Told, different, unsure
from graph_builder.resolve.offices import Office

__all__ = ["against", "genders_differ"]

MOURNING = 6  # months after a death in which a post may still be told as held
AGAINST = (  # what no one can be at once, and how that is said
    ("gender", "the titles of one are a man's, of the other a woman's"),
    ("generation", "one is the elder, the other the younger"),
    ("place", "they are peers of different places"),
)


def against(left: Told, right: Told) -> Judged | None:
    """What speaks against two being one person, if anything does."""
    if (entry := contradiction(left, right)) is not None:
        return entry
    if impossible := _impossible(left, right):
        return different(impossible)
    if doubtful := _doubtful(left, right):
        return unsure(doubtful)
    tied = bool(left.trait("body") & right.trait("body") or left.trait("seat") & right.trait("seat"))
    if _other_seats(left.trait("seat"), right.trait("seat")):
        reason = "they sit for different places"
        return unsure(reason) if tied else different(reason)
    if left.trait("party") and right.trait("party") and not (tied or left.trait("party") & right.trait("party")):
        return unsure("they belong to different parties")
    return None


def _impossible(left: Told, right: Told) -> str:
    """Why no one can be both, or nothing."""
    for trait, reason in AGAINST:
        if left.trait(trait) and right.trait(trait) and not left.trait(trait) & right.trait(trait):
            return reason
    if _ages_differ(left.trait("born"), right.trait("born")):
        return "their ages do not agree"
    return "one sits in the Lords while the other sits in the Commons" if _in_both_houses(left, right) else ""


def _doubtful(left: Told, right: Told) -> str:
    """What leaves it open whether one person is both, or nothing."""
    if bool(left.trait("generation")) != bool(right.trait("generation")):
        return "only one is called the elder or the younger"
    dead = _dead_before(left, right) or _dead_before(right, left)
    return "one had died before the other held a post" if dead else ""


def _ages_differ(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether no year of birth of one is, within what an age leaves open, one of the other."""
    gaps = [abs(int(a) - int(b)) for a in left for b in right]
    return bool(gaps) and min(gaps) > 2


def _dead_before(left: Told, right: Told) -> bool:
    """Whether one is told to hold a post well after a document that told of the other's death."""
    died = min(map(int, left.trait("died")), default=None)
    held = (o.since for o in map(Office.of, right.trait("office")) if o.status == "current")
    return died is not None and any(since is not None and since > died + MOURNING for since in held)


def _in_both_houses(left: Told, right: Told) -> bool:
    """Whether one is a peer at a date at which, or before which, the other is an MP."""
    return any(
        lord.since and member.since and lord.since <= member.since
        for one, other in ((left, right), (right, left))
        for lord in _sitting(one, "member of the house of lords")
        for member in _sitting(other, "member of parliament")
    )


def _sitting(who: Told, post: str) -> list[Office]:
    return [o for o in map(Office.of, who.trait("office")) if o.post == post and o.status == "current"]


def _other_seats(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether no seat of one is, or is a part of the name of, a seat of the other."""
    pairs = [(set(a.split()), set(b.split())) for a in left for b in right]
    return bool(pairs) and not any(a <= b or b <= a for a, b in pairs)


def genders_differ(left: Told, right: Told) -> bool:
    """Whether titles and pronouns tell one as a woman, the other as a man."""
    mine, yours = (who.trait("gender") | who.trait("pronoun") for who in (left, right))
    return bool(mine and yours and not mine & yours)
