"""When two documents speak of one person: the same full name, or a lesser one with a tie, and nothing against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from graph_builder.names import familiar, may_be_short_for
from graph_builder.resolve.judge import Account, Cluster, Judged, different, same, unsure
from graph_builder.resolve.offices import Office, is_exclusive, many_hold, same_office, two_at_once

__all__ = ["PeopleJudge"]

Told = Account | Cluster
AGAINST = (  # what no one can be at once, and how that is said
    ("gender", "the titles of one are a man's, of the other a woman's"),
    ("generation", "one is the elder, the other the younger"),
    ("place", "they are peers of different places"),
)
NAMED_TOGETHER = 2  # words of other names in common that speak for one debate, however little else is told
MANY_TOGETHER = 4  # and for one person in spite of two posts
IN_SPITE_OF_KIN = 8  # and in spite of relatives of whom a document speaks
LOOKED_AT = 12  # accounts of one person whose documents are compared with another's
LONG_AGO = 15  # years between two documents, after which the same post may be a son's or a daughter's
HEREDITARY = ("Duke", "Duchess", "Marquess", "Marchioness", "Earl", "Countess", "Viscount", "Viscountess")


@dataclass(frozen=True, slots=True)
class PeopleJudge:
    """People: the same full name joins unless contradicted; anything less needs a post, a body or a seat in common."""

    def rank(self, account: Account) -> tuple[object, ...]:
        """Who is known by most names, and of whom most is told, comes first."""
        told = sum(len(account.trait(t)) for t in ("seat", "place", "party", "body", "post"))
        return -len(account.trait("name")), -len(account.trait("seat")), -len(account.trait("place")), -told

    def keys(self, account: Account) -> Iterator[str]:
        """Each full name, with what sets its bearer apart and alone."""
        told = [*_ties(account, ("seat", "place", "body", "party"))]
        for name in sorted(account.trait("name")):
            yield from (f"{name}|{value}" for value in told)
            yield name

    def agree(self, cluster: Cluster, account: Account) -> Judged:
        """The same full name means the same person where anything else speaks for it and nothing against it."""
        if account.source in cluster.sources:
            return different("the same full name, but one document tells the two apart")
        against = _against(cluster, account)
        if against is not None:
            return Judged(against.verdict, f"the same full name, but {against.reason}")
        tied = _tie(cluster, account)
        shared = len(cluster.trait("party") & account.trait("party"))
        if tied:
            return same(f"the same full name, and {tied[0]}", 3 * tied[1] + shared)
        return _by_full_name(cluster, account, shared)

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """Full names first, and of those the longest."""
        longest = max(cluster.trait("known-as"), key=lambda n: (len(n.split()), len(n), n), default="")
        return not cluster.trait("name"), -len(longest.split()), -len(longest), longest, -len(cluster.accounts)

    def offered(self, cluster: Cluster) -> Iterator[str]:
        """Under the surname: with each tie, with each initial, and alone."""
        for surname, given in _names(cluster):
            yield from (f"{surname}|{tie}" for tie in _ties(cluster, ("body", "seat", "post")))
            yield from (f"{surname}|{initial}." for initial in _initials(given))
            yield from (f"{part}|{given[0]}" for part in surname.split("-") if given)
            yield surname

    def wanted(self, cluster: Cluster) -> Iterator[str]:
        """The surname with what is told, or with a body that the document names; then with the initial, or alone."""
        for surname, given in _names(cluster):
            yield from (f"{surname}|{tie}" for tie in _ties(cluster, ("body", "seat", "post", "named")))
            yield from (f"{surname}|{initial}." for initial in _initials(given))
            yield from (f"{part}|{given[0]}" for part in surname.split("-") if given)
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
        bare = relation in (SURNAME, INITIAL, MARRIED)
        tied = (_sole_tie if bare else _tie)(fuller, lesser)
        if tied is None and relation != MARRIED:
            tied = _named_beside(fuller, lesser) or _named_together(fuller, lesser)
        if tied is None and relation == MIDDLE and fuller.trait("party") & lesser.trait("party"):
            tied = "the same party", 1
        return same(f"{relation}, and {tied[0]}", tied[1]) if tied else unsure(relation)


MARRIED = "the same given name, and a surname that is part of the other's"
SURNAME = "the same surname"
INITIAL = "the same surname, and an initial of the same given name"
MIDDLE = "the same name but for a middle one"


def _against(left: Told, right: Told) -> Judged | None:
    """What speaks against two being one person, if anything does."""
    for trait, reason in AGAINST:
        if left.trait(trait) and right.trait(trait) and not left.trait(trait) & right.trait(trait):
            return different(reason)
    if bool(left.trait("generation")) != bool(right.trait("generation")):
        return unsure("only one is called the elder or the younger")
    if _ages_differ(left.trait("born"), right.trait("born")):
        return different("their ages do not agree")
    if _in_both_houses(left, right):
        return different("one sits in the Lords while the other sits in the Commons")
    tied = bool(left.trait("body") & right.trait("body"))
    if _other_seats(left.trait("seat"), right.trait("seat")):
        reason = "they sit for different places"
        return unsure(reason) if tied else different(reason)
    if left.trait("party") and right.trait("party") and not (tied or left.trait("party") & right.trait("party")):
        return unsure("they belong to different parties")
    return None


def _ages_differ(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether no year of birth of one is, within what an age leaves open, one of the other."""
    gaps = [abs(int(a) - int(b)) for a in left for b in right]
    return bool(gaps) and min(gaps) > 2


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


def _tie(left: Told, right: Told) -> tuple[str, int] | None:
    """What both are told to be, and its weight."""
    if _years_between(left, right) > LONG_AGO and not left.trait("born") & right.trait("born"):
        return None
    return _sole_tie(left, right) or (
        ("a post in the same body", 3) if left.trait("body") & right.trait("body") and not _succeeded(left, right) else None
    )


def _sole_tie(left: Told, right: Told) -> tuple[str, int] | None:
    """What both are told to be that no second one of their surname is likely to be, and its weight."""
    small = left.trait("small-body") & right.trait("small-body")
    for held, dated in same_office(left.trait("office"), right.trait("office")):
        if not many_hold(held.post) or held.body in small:
            where = " in the same body" if held.body else ""
            return f"the same post{where}{' at the same date' if dated else ''}", 4 if held.body else 2
    if left.trait("seat") & right.trait("seat") and _years_between(left, right) <= LONG_AGO:
        return "the same seat", 3
    if small and not (_posts_in(left, small) and _posts_in(right, small)):
        return "a post in the same body", 3
    return None


def _posts_in(who: Told, bodies: Set[str]) -> set[str]:
    """The posts that someone holds in some bodies."""
    return {held.post for held in map(Office.of, who.trait("office")) if held.body in bodies}


def _both_members(left: Told, right: Told) -> bool:
    """Whether both are or were MPs, of seats that do not differ."""
    posts = ({o.post for o in map(Office.of, who.trait("office"))} for who in (left, right))
    return all("member of parliament" in held for held in posts)


def _succeeded(left: Told, right: Told) -> bool:
    """Whether both hold a post of one body that one holds at a time, at dates years apart."""
    mine, yours = (
        {(o.post, o.body) for o in map(Office.of, w.trait("office")) if o.body and is_exclusive(o.post)}
        for w in (left, right)
    )
    return bool(mine & yours)


def _years_between(left: Told, right: Told) -> int:
    """Years between the nearest two documents that tell of them; 0 where no date is known."""
    mine, yours = ({int(date[:4]) for date in who.trait("published")} for who in (left, right))
    return min((abs(a - b) for a in mine for b in yours), default=0)


def _by_full_name(cluster: Cluster, account: Account, shared: int) -> Judged:
    """The same full name without a post in common: what the documents name beside it speaks for one person or two."""
    full = "the same full name"
    together = max(len(a.trait("beside") & account.trait("beside")) for a in _few(cluster))
    if warned := sorted(cluster.trait("namesake") | account.trait("namesake")):
        return unsure(f"{full}, but a document tells of a namesake: “{warned[0]}”")
    if together < IN_SPITE_OF_KIN and (kin := sorted(cluster.trait("kin") | account.trait("kin"))):
        return unsure(f"{full}, but a document speaks of a {kin[0]}, who may bear it too")
    if two_at_once(cluster.trait("office"), account.trait("office")) and together < MANY_TOGETHER:
        return unsure(f"{full}, but two posts at one time that one person seldom holds")
    if any(name.split("-")[0] == "hereditary" for name in account.trait("name")) and _years_between(cluster, account):
        return unsure(f"{full}, but a title that is inherited")
    if _both_members(cluster, account) and not _years_between(cluster, account) > LONG_AGO:
        return same(f"{full}, and both sat in the Commons", 3 + shared)
    unknown = not all(who.trait("worded") for who in (cluster, account))
    if together >= NAMED_TOGETHER or (together and _years_between(cluster, account) < LONG_AGO) or unknown:
        return same(full, shared + min(together, 5))
    return unsure(f"{full}, but nothing else in common")


def _named_beside(fuller: Cluster, lesser: Cluster) -> tuple[str, int] | None:
    """A body that one belongs to and the other's document names: enough where the post agrees or none is told."""
    near = fuller.trait("body") & lesser.trait("named") | lesser.trait("body") & fuller.trait("named")
    if not near or fuller.trait("namesake") | lesser.trait("namesake"):
        return None
    told = [Office.of(o) for who in (fuller, lesser) for o in who.trait("office")]
    small = fuller.trait("small-body") | lesser.trait("small-body")
    if not near & small and not any(o.body in near and not many_hold(o.post) for o in told):
        return None
    if fuller.trait("common-post") & lesser.trait("common-post"):
        return "the same post, in a body that both documents name", 2
    pronouns = {*fuller.trait("pronoun"), *lesser.trait("pronoun"), *fuller.trait("gender"), *lesser.trait("gender")}
    if lesser.trait("post") or lesser.trait("common-post") or lesser.trait("body") or len(pronouns) > 1:
        return None
    return "the other's body is named beside it", 1


def _named_together(fuller: Cluster, lesser: Cluster) -> tuple[str, int] | None:
    """Many of the same names beside it, in documents of one time, where no post and no rank tells them apart."""
    if fuller.trait("office") and lesser.trait("office") or _warned(fuller) or _warned(lesser):
        return None
    if fuller.trait("rank") and lesser.trait("rank") and not fuller.trait("rank") & lesser.trait("rank"):
        return None
    together = max(len(a.trait("beside") & b.trait("beside")) for a in _few(fuller) for b in _few(lesser))
    near = _years_between(fuller, lesser) <= 1
    return ("the same names beside it, at the same date", 1) if near and together >= MANY_TOGETHER else None


def _warned(who: Told) -> bool:
    return bool(who.trait("namesake") or who.trait("kin"))


def _few(cluster: Cluster) -> list[Account]:
    return cluster.accounts[:LOOKED_AT]


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
        married = given[:1] == lesser_given[:1] != () and _barrelled(surname, other)
        return (1, MARRIED) if married else (0, "")
    if not given or not lesser_given:
        return 1, SURNAME
    if given[0] == lesser_given[0]:
        return (0, "") if _middles_differ(given[1:], lesser_given[1:]) else (3, MIDDLE)
    short, long = sorted((given[0], lesser_given[0]), key=len)
    if may_be_short_for(short, long) or may_be_short_for(long, short):
        return 2, INITIAL if len(short) == 1 else "the same surname, and a short form of the given name"
    return 0, ""


def _barrelled(surname: str, other: str) -> bool:
    """Whether one surname is a part of the other: "holt" of "holt-marsh"."""
    short, long = sorted((surname, other), key=len)
    return short in long.split("-")


def _middles_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(not (a.startswith(b) or b.startswith(a)) for a, b in zip(left, right, strict=False))
