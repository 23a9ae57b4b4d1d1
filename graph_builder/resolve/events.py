"""When two documents tell of one event: the same kind, dates that agree, and words or people in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from graph_builder.names import fold
from graph_builder.resolve.against import COMMON, other_posts, told_apart
from graph_builder.resolve.judge import Account, Cluster, Judged, different, same, unsure
from graph_builder.resolve.recurring import buckets, loose, recurs
from graph_builder.resolve.wording import content

__all__ = ["EventsJudge"]

# Kinds of which one document may use one and another document another for the same event.
FAMILY = {"launch": "coming out", "publication": "coming out", "announcement": "coming out"}
ABOUT_ONE = frozenset(["appointment", "resignation"])  # events of one person: two persons, two events
# Roles that one event has one side in: others in such a role make another event.
OF_ONE = ("appointee", "asker", "author", "chair", "founder", "organiser", "publisher", "speaker", "subject")
ALIKE, FAIRLY = 0.75, 0.5  # shares of words in common


@dataclass(frozen=True, slots=True)
class EventsJudge:
    """Events: one kind, dates that do not contradict, and the same words; those who took part help or hinder."""

    def rank(self, account: Account) -> tuple[object, ...]:
        """The most precise dates first, then those of whom most is told."""
        late = "put off" in account.trait("fate")
        return late, -len(account.start or ""), -len(account.trait("agent")), -len(account.referent.name)

    def keys(self, account: Account) -> Iterator[str]:
        """Kind, day or month, and label; also each other name that says enough to be its own."""
        family = _family(account)
        for when in (*(buckets(account) if loose(account) else ()), account.start):
            yield f"{family}|{when}|{fold(account.referent.name)}"
            yield from (f"{family}|{when}|{fold(form)}" for form in account.referent.forms if _specific(form) >= 2)

    def agree(self, cluster: Cluster, account: Account) -> Judged:
        """The same label at the same date is the same event; without a date the label must say more than its kind."""
        against = told_apart(cluster, account)
        if against is not None:
            return against
        shared = cluster.trait("agent") & account.trait("agent")
        alike = fold(cluster.first.referent.name) == fold(account.referent.name)
        if account.source in cluster.sources and not alike:
            return different()
        if not shared and _others(cluster, account):
            return different("the same label, but others took part")
        if account.start or shared or _specific(account.referent.name) >= 2 or not alike:
            return same("the same label, kind and date", len(shared) + 2 * alike)
        return unsure("the same label, but no date and nobody who took part in both")

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """The most precise dates first, then what most documents tell."""
        first = cluster.first
        precise = -len(first.start or "")
        late = "put off" in first.trait("fate")
        return late, precise, -len(cluster.accounts), -len(cluster.trait("agent")), first.referent.name

    def offered(self, cluster: Cluster) -> Iterator[str]:
        """Under two words of its label, or one and who took part: at its date, and within each longer span of time."""
        start = cluster.first.start or ""
        spans = {start, start[:7], start[:4], ""}
        for key in _keys(cluster):
            yield from (f"{key}|{weeks}" for weeks in buckets(cluster.first))
            yield f"{key}|at {start}"
            yield from (f"{key}|within {span}" for span in sorted(spans))

    def wanted(self, cluster: Cluster) -> Iterator[str]:
        """The same, at or within its own date, or at any that is less precise."""
        start = cluster.first.start or ""
        wider = {start[:7], start[:4], ""} - {start}
        late = "put off" in cluster.first.trait("fate")
        weeks = tuple(buckets(cluster.first)) if loose(cluster.first) else ()
        for key in _keys(cluster):
            yield from (f"{key}|{each}" for each in weeks)
            yield f"{key}|within {start}"
            yield from (f"{key}|at {span}" for span in sorted(wider))
            yield from (f"{key}|within {span}" for span in sorted(wider) if late)

    def match(self, fuller: Cluster, lesser: Cluster) -> Judged:
        """Words in common decide; that the same took part lets fewer do, that others did asks for more."""
        if fuller.sources & lesser.sources or not _in_time(fuller.first, lesser.first):
            return different()
        against = told_apart(fuller, lesser.first)
        if against is not None:
            return against
        shared = fuller.trait("agent") & lesser.trait("agent")
        apart = not shared and _others(fuller, lesser)
        if _family(fuller.first) in ABOUT_ONE and (apart or not _of_one(fuller, lesser)):
            return different()
        if shared:
            return _of_the_same_people(fuller, lesser)
        return _of_the_same_words(fuller, lesser, apart)


class Alike(NamedTuple):
    """What two labels have in common."""

    share: float  # of their words
    specific: int  # words that say more than a kind
    words: int


def _of_the_same_words(fuller: Cluster, lesser: Cluster, apart: bool) -> Judged:
    """Most words in common, three of them of its own; on one day one is enough, in one span of time one of four."""
    alike, specific, words = _alike(fuller, lesser)
    if apart:
        return unsure("the same words, but others took part") if alike >= ALIKE and specific else different()
    days = {len(c.first.start or "") for c in (fuller, lesser)}
    enough = specific >= 3 or (specific >= 1 and 0 not in days and (days == {10} or max(specific + 2, words) >= 4))
    if alike >= ALIKE and enough:
        return same("the same kind, dates that agree, and the same words", int(10 * alike))
    if alike >= FAIRLY and specific:
        return unsure("the same kind, dates that agree, and some of the same words")
    return different()


def _of_the_same_people(fuller: Cluster, lesser: Cluster) -> Judged:
    """Few words in common are enough on one day, or of one person's coming and going; otherwise half of them."""
    alike = _alike(fuller, lesser).share
    precise = min(len(c.first.start or "") for c in (fuller, lesser))
    if precise < 10 and _family(fuller.first) in ABOUT_ONE and other_posts(fuller.first, lesser.first):
        return unsure("one person, but another post, and no day")
    enough = 0.3 if precise == 10 or _family(fuller.first) in ABOUT_ONE else FAIRLY
    if alike >= enough:
        return same("the same kind, dates that agree, and the same people or bodies", 10 + int(10 * alike))
    return unsure("the same kind and people, and dates that agree") if precise else different()


def _specific(label: str) -> int:
    """How many words of a label say more than its kind."""
    return len(content(label) - COMMON)


def _family(account: Account) -> str:
    kind = account.referent.kind or "other"
    return FAMILY.get(kind, kind)


def _others(left: Cluster, right: Cluster | Account) -> bool:
    """Whether two accounts name others in a role that one event has one side in."""
    told = ((left.trait(role), right.trait(role)) for role in OF_ONE)
    return any(a and b and not a & b for a, b in told)


def _in_time(fuller: Account, lesser: Account) -> bool:
    """Whether the dates agree, or one was put off and the other comes after its first date, within a year or so."""
    if "put off" in lesser.trait("fate") and fuller.start and lesser.start and "held" in fuller.trait("fate"):
        years = int(fuller.start[:4]) - int(lesser.start[:4])
        return fuller.start >= lesser.start and years <= 1 and not recurs(fuller)
    return _dates_agree(fuller.start, lesser.start)


def _dates_agree(left: str | None, right: str | None) -> bool:
    return not left or not right or left.startswith(right) or right.startswith(left)


def _of_one(left: Cluster, right: Cluster) -> bool:
    """Whether those appointed, or who left, are the same as far as both documents tell."""
    for role in ("appointee", "subject"):
        a, b = left.trait(role), right.trait(role)
        people = ({x for x in one if x.startswith("person/")} for one in (a, b))
        mine, yours = people
        if mine and yours and not mine & yours:
            return False
    return True


def _alike(fuller: Cluster, lesser: Cluster) -> Alike:
    """The two labels that have the greatest share of words in common."""
    pairs = [(a, b) for a in _labels(fuller) for b in _labels(lesser)]
    review = fuller.first.referent.kind == "review"
    found = (Alike(_share(a, b, review), len((a & b) - COMMON), len(a & b)) for a, b in pairs)
    return max(found, default=Alike(0.0, 0, 0))


def _share(left: frozenset[str], right: frozenset[str], review: bool) -> float:
    """The words in common among all (Dice); a review is what it looks into: of that, most of the shorter's words."""
    subject = len((left & right) - COMMON)
    if review and subject >= 3 and subject >= 0.6 * min(len(left - COMMON), len(right - COMMON)):
        return ALIKE
    return 2 * len(left & right) / (len(left) + len(right))


def _labels(cluster: Cluster) -> list[frozenset[str]]:
    """The content words of each label, those of one cluster's first accounts."""
    forms = dict.fromkeys(form for account in cluster.accounts[:3] for form in account.forms)
    return [words for form in forms if (words := content(form))]


@lru_cache(maxsize=50_000)
def _pairs(label: str) -> tuple[str, ...]:
    """Each two words of a label, the longest words first."""
    words = sorted(content(label), key=lambda w: (w in COMMON, -len(w), w))[:6]
    return tuple("+".join(sorted(pair)) for pair in combinations(words, 2))


def _keys(cluster: Cluster) -> Iterator[str]:
    family = _family(cluster.first)
    for form in cluster.first.forms:
        yield from (f"{family}|{pair}" for pair in _pairs(form))
    yield from (f"{family}|{agent}" for agent in sorted(cluster.trait("agent")))
