"""When two documents speak of one person: the same full name, or a lesser one with a tie, and nothing against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_builder.names import familiar, may_be_short_for
from graph_builder.resolve.entries import (
    beside,
    contradiction,
    entries_meant,
    is_entry,
    same_party,
    tie_to_entry,
    two_entries,
)
from graph_builder.resolve.judge import Account, Cluster, Judged, different, same, unsure

__all__ = ["PeopleJudge"]

Told = Account | Cluster
AGAINST = (  # what no one can be at once, and how that is said
    ("gender", "the titles of one are a man's, of the other a woman's"),
    ("generation", "one is the elder, the other the younger"),
    ("place", "they are peers of different places"),
)
TIES = (  # what both documents say of the person, how that is said, and how much it weighs
    ("body", "a post in the same body", 3),
    ("seat", "the same seat", 3),
    ("post", "the same post", 2),
)


@dataclass(frozen=True, slots=True)
class PeopleJudge:
    """People: the same full name joins unless contradicted; anything less needs a post, a body or a seat in common."""

    def rank(self, account: Account) -> tuple[object, ...]:
        """Those in the register first, then who is known by most names, and of whom most is told."""
        told = sum(len(account.trait(t)) for t in ("seat", "place", "party", "body", "post"))
        names, seats, places = (-len(account.trait(trait)) for trait in ("name", "seat", "place"))
        return not is_entry(account), names, seats, places, -told

    def keys(self, account: Account) -> Iterator[str]:
        """Each full name, with what sets its bearer apart and alone."""
        told = [*_ties(account, ("seat", "place", "body", "party")), *entries_meant(account)]
        for name in sorted(account.trait("name")):
            yield from (f"{name}|{value}" for value in told)
            yield name

    def agree(self, cluster: Cluster, account: Account) -> Judged:
        """The same full name means the same person, unless something contradicts."""
        if two_entries(cluster, account):
            return different()
        if account.source in cluster.sources:
            return different("the same full name, but one document tells the two apart")
        against = _against(cluster, account)
        if against is not None:
            return Judged(against.verdict, f"{beside(cluster, account)}the same full name, but {against.reason}")
        tied, entry = _tie(cluster, account), tie_to_entry(cluster, account)
        shared = len(cluster.trait("party") & account.trait("party")) + same_party(cluster, account)
        reason = f"{beside(cluster, account)}the same full name{f', {entry[0]}' if entry else ''}"
        return same(reason, (3 * tied[1] if tied else 0) + shared)

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """Full names first, and of those the longest."""
        longest = max(cluster.trait("known-as"), key=lambda n: (len(n.split()), len(n), n), default="")
        return not cluster.trait("name"), -len(longest.split()), -len(longest), longest, -len(cluster.accounts)

    def offered(self, cluster: Cluster) -> Iterator[str]:
        """Under the surname: with each tie, with each initial, and alone."""
        for surname, given in _names(cluster):
            yield from (f"{surname}|{tie}" for tie in _ties(cluster, ("body", "seat", "post")))
            yield from (f"{surname}|{entry}" for entry in entries_meant(cluster))
            yield from (f"{surname}|{initial}." for initial in _initials(given))
            yield surname

    def wanted(self, cluster: Cluster) -> Iterator[str]:
        """The surname with what is told, or with a body that the document names; then with the initial, or alone."""
        for surname, given in _names(cluster):
            yield from (f"{surname}|{tie}" for tie in _ties(cluster, ("body", "seat", "post", "named")))
            yield from (f"{surname}|{entry}" for entry in entries_meant(cluster))
            yield from (f"{surname}|{initial}." for initial in _initials(given))
            if not given:
                yield surname

    def match(self, fuller: Cluster, lesser: Cluster) -> Judged:
        """A lesser name is the person of the fuller one only with a tie, and where no document has both."""
        names = [_relation(a, b) for a in _names(fuller) for b in _names(lesser)]
        relation = max(names, default=(0, ""))[1]
        if not relation or fuller.trait("name") & lesser.trait("name") or fuller.sources & lesser.sources:
            return different()
        against = _against(fuller, lesser)
        if against is not None:
            return Judged(against.verdict, f"{relation}, but {against.reason}")
        tied = _tie(fuller, lesser) or _named_beside(fuller, lesser)
        if tied is None and relation == MIDDLE and fuller.trait("party") & lesser.trait("party"):
            tied = "the same party", 1
        relation = f"{beside(fuller, lesser)}{relation}"
        joint = "" if tie_to_entry(fuller, lesser) == tied else " and"
        return same(f"{relation},{joint} {tied[0]}", tied[1]) if tied else unsure(relation)


MIDDLE = "the same name but for a middle one"


def _against(left: Told, right: Told) -> Judged | None:
    """What speaks against two being one person, if anything does."""
    if (against := contradiction(left, right)) is not None:
        return against
    for trait, reason in AGAINST:
        if left.trait(trait) and right.trait(trait) and not left.trait(trait) & right.trait(trait):
            return different(reason)
    if bool(left.trait("generation")) != bool(right.trait("generation")):
        return unsure("only one is called the elder or the younger")
    tied = bool(left.trait("body") & right.trait("body"))
    if _other_seats(left.trait("seat"), right.trait("seat")):
        reason = "they sit for different places"
        return unsure(reason) if tied else different(reason)
    if left.trait("party") and right.trait("party") and not (tied or left.trait("party") & right.trait("party")):
        return unsure("they belong to different parties")
    return None


def _other_seats(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether no seat of one is, or is a part of the name of, a seat of the other."""
    pairs = [(set(a.split()), set(b.split())) for a in left for b in right]
    return bool(pairs) and not any(a <= b or b <= a for a, b in pairs)


def _tie(left: Told, right: Told) -> tuple[str, int] | None:
    """What both are told to be, and its weight."""
    tied = ((reason, weight) for trait, reason, weight in TIES if left.trait(trait) & right.trait(trait))
    return next(tied, None) or tie_to_entry(left, right)


def _named_beside(fuller: Cluster, lesser: Cluster) -> tuple[str, int] | None:
    """A body that one belongs to and the other's document names: enough where the post agrees or none is told."""
    if not (fuller.trait("body") & lesser.trait("named") or lesser.trait("body") & fuller.trait("named")):
        return None
    if fuller.trait("common-post") & lesser.trait("common-post"):
        return "the same post, in a body that both documents name", 2
    pronouns = {*fuller.trait("pronoun"), *lesser.trait("pronoun"), *fuller.trait("gender"), *lesser.trait("gender")}
    if lesser.trait("post") or lesser.trait("common-post") or lesser.trait("body") or len(pronouns) > 1:
        return None
    return "the other's body is named beside it", 1


def _names(cluster: Cluster) -> list[tuple[str, tuple[str, ...]]]:
    """Surname and given names of each name that it is known by; given names are wanting in some."""
    split = (name.partition("\t") for name in sorted(cluster.trait("known-as")))
    return [(surname, tuple(given.split())) for surname, _, given in split]


def _ties(who: Told, traits: Iterable[str]) -> Iterator[str]:
    for trait in traits:
        if values := who.trait(trait):
            yield from sorted(values)


def _initials(given: tuple[str, ...]) -> list[str]:
    """The first letters under which a given name is to be sought: "bill" also under W."""
    if not given:
        return []
    return sorted({given[0][0], *(long[0] for long in familiar(given[0]))})


def _relation(fuller: tuple[str, tuple[str, ...]], lesser: tuple[str, tuple[str, ...]]) -> tuple[int, str]:
    """How the names of two belong together, the closest highest; nothing where they do not."""
    (surname, given), (other, lesser_given) = fuller, lesser
    if surname != other:
        return 0, ""
    if not given or not lesser_given:
        return 1, "the same surname"
    if given[0] == lesser_given[0]:
        return (0, "") if _middles_differ(given[1:], lesser_given[1:]) else (3, MIDDLE)
    short, long = sorted((given[0], lesser_given[0]), key=len)
    if may_be_short_for(short, long) or may_be_short_for(long, short):
        initial = len(short) == 1
        return 2, f"the same surname, and {'an initial of the same' if initial else 'a short form of the'} given name"
    return 0, ""


def _middles_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(not (a.startswith(b) or b.startswith(a)) for a, b in zip(left, right, strict=False))
