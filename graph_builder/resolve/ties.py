"""What ties two names to one person: a post at one date, a seat, a small body, and the names that stand beside both."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from graph_builder.resolve.entries import tie_to_entry
from graph_builder.resolve.judge import Account, Cluster, Judged, Told, same, unsure
from graph_builder.resolve.offices import Office, is_exclusive, is_political, many_hold, same_office, two_at_once
from graph_builder.resolve.subject import in_common

__all__ = ["by_full_name", "named_beside", "named_together", "one_subject", "sole_tie", "tie"]

SUBJECT = 3  # rarer words in common near one full name that speak for one person
SOME = 2  # words of other names in common that speak for one debate, and in it for one person
MANY = 4  # and in spite of two posts, or where only the surname is the same
IN_SPITE_OF_KIN = 8  # and in spite of relatives of whom a document speaks
PEER = "member of the house of lords"
LOOKED_AT = 12  # accounts of one person whose documents are compared with another's
LONG_AGO = 15  # years between two documents, after which the same post may be a son's or a daughter's
ONE_TERM = 5  # and after which a seat may be another's of the surname


def tie(left: Told, right: Told) -> tuple[str, int] | None:
    """What both are told to be, and its weight."""
    if years_between(left, right) > LONG_AGO and not left.trait("born") & right.trait("born"):
        return tie_to_entry(left, right)
    if left.trait("seat") & right.trait("seat"):
        return "the same seat", 3
    in_one_body = left.trait("body") & right.trait("body") and not _succeeded(left, right)
    found = ("a post in the same body", 3) if in_one_body else None
    return sole_tie(left, right) or found or tie_to_entry(left, right)


def sole_tie(left: Told, right: Told) -> tuple[str, int] | None:
    """What both are told to be that no second one of their surname is likely to be, and its weight."""
    small = left.trait("small-body") & right.trait("small-body")
    for held, dated in same_office(left.trait("office"), right.trait("office")):
        if not many_hold(held.post) or held.body in small:
            where = " in the same body" if held.body else ""
            return f"the same post{where}{' at the same date' if dated else ''}", 4 if held.body else 2
    if left.trait("seat") & right.trait("seat") and years_between(left, right) <= ONE_TERM:
        return "the same seat", 3
    if small and not (_posts_in(left, small) and _posts_in(right, small)):
        return "a post in the same body", 3
    return tie_to_entry(left, right)


def _posts_in(who: Told, bodies: AbstractSet[str]) -> set[str]:
    """The posts that someone holds in some bodies."""
    return {held.post for held in map(Office.of, who.trait("office")) if held.body in bodies}


def _succeeded(left: Told, right: Told) -> bool:
    """Whether both hold a post of one body that one holds at a time, at dates years apart."""
    mine, yours = (
        {(o.post, o.body) for o in map(Office.of, w.trait("office")) if o.body and is_exclusive(o.post)}
        for w in (left, right)
    )
    return bool(mine & yours)


def years_between(left: Told, right: Told) -> int:
    """Years between the nearest two documents that tell of them; 0 where no date is known."""
    mine, yours = ({int(date[:4]) for date in who.trait("published")} for who in (left, right))
    return min((abs(a - b) for a in mine for b in yours), default=0)


def by_full_name(cluster: Cluster, account: Account, shared: int) -> Judged:
    """The same full name without a post in common: what the documents name beside it speaks for one person or two.

    Its reason goes on from the words "the same full name".
    """
    if cluster.trait("hereditary") & account.trait("hereditary") and years_between(cluster, account):
        return unsure(", but a title that is inherited")
    if (
        _both_members(cluster, account)
        and years_between(cluster, account) <= LONG_AGO
        and not account.trait("namesake")
    ):
        return same(", and both sat in Parliament or in the government", 3 + shared)
    twice = two_at_once(cluster.trait("office"), account.trait("office"))
    if not twice and _led_one(cluster, account):
        return same(", and the same that they lead or founded", 3 + shared)
    together = max(_together(each, account, twice) for each in _few(cluster))
    if together >= 0:
        return same("", shared + min(together, 5))
    return unsure(f", but {_doubt(cluster, account, twice)}")


def _together(one: Account, other: Account, twice: bool) -> int:
    """Words of other names that two documents share, where there are enough of them; else less than nothing."""
    found = len(one.trait("beside") & other.trait("beside"))
    about = in_common(one.trait("subject"), other.trait("subject"), SUBJECT)
    if one.trait("namesake") or other.trait("namesake"):
        return -1
    if not (twice or _kin(one, other) or (one.trait("worded") and other.trait("worded"))):
        return 0
    if about and not twice and not _kin(one, other):
        return max(found, 0)
    return found if found >= (IN_SPITE_OF_KIN if _kin(one, other) else MANY if twice else SOME) else -1


def _led_one(cluster: Cluster, account: Account) -> bool:
    """Whether both lead a review or a campaign of one subject, or founded one body, and no kin or namesake is told."""
    near = years_between(cluster, account) <= LONG_AGO
    warned = _warned(cluster) or _warned(account)
    return near and not warned and bool(cluster.trait("led") & account.trait("led"))


def _doubt(cluster: Cluster, account: Account, twice: bool) -> str:
    """Why the same full name is not enough."""
    if warned := sorted(cluster.trait("namesake") | account.trait("namesake")):
        return f"a document tells of a namesake: “{warned[0]}”"
    if twice:
        return "two posts at one time that one person seldom holds"
    kin = sorted(cluster.trait("kin") | account.trait("kin"))
    return f"a document speaks of a {kin[0]}, who may bear it too" if kin else "nothing else in common"


def _kin(one: Account, other: Account) -> bool:
    return bool(one.trait("kin") or other.trait("kin"))


def _both_members(left: Told, right: Told) -> bool:
    """Whether both are or were MPs, peers or ministers, of seats that do not differ."""
    posts = ([o.post for o in map(Office.of, who.trait("office"))] for who in (left, right))
    return all(any(is_political(post) or post == PEER for post in held) for held in posts)


def named_beside(fuller: Cluster, lesser: Cluster) -> tuple[str, int] | None:
    """A body that one belongs to and the other's document names: enough where the post agrees or none is told."""
    near = fuller.trait("body") & lesser.trait("named") | lesser.trait("body") & fuller.trait("named")
    if not near or fuller.trait("namesake") | lesser.trait("namesake"):
        return None
    if years_between(fuller, lesser) > 1:
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


def named_together(fuller: Cluster, lesser: Cluster) -> tuple[str, int] | None:
    """Many of the same names beside it, in documents of one time, where no post and no rank tells them apart."""
    if (fuller.trait("office") and lesser.trait("office")) or _warned(fuller) or _warned(lesser):
        return None
    if fuller.trait("rank") and lesser.trait("rank") and not fuller.trait("rank") & lesser.trait("rank"):
        return None
    together = max(len(a.trait("beside") & b.trait("beside")) for a in _few(fuller) for b in _few(lesser))
    near = years_between(fuller, lesser) <= 1
    return ("the same names beside it, at the same date", 1) if near and together >= MANY else None


def one_subject(fuller: Cluster, lesser: Cluster, least: int) -> tuple[str, int] | None:
    """So many rarer words about both, where nothing tells of kin or a namesake and no two posts are held at once."""
    if _warned(fuller) or _warned(lesser) or two_at_once(fuller.trait("office"), lesser.trait("office")):
        return None
    told = ({*who.trait("gender"), *who.trait("pronoun")} for who in (fuller, lesser))
    if len(set().union(*told)) > 1 or years_between(fuller, lesser) > LONG_AGO:
        return None
    pairs = ((a.trait("subject"), b.trait("subject")) for a in _few(fuller) for b in _few(lesser))
    return ("the same subject", 1) if any(in_common(a, b, least) for a, b in pairs) else None


def _warned(who: Told) -> bool:
    return bool(who.trait("namesake") or who.trait("kin"))


def _few(cluster: Cluster) -> list[Account]:
    return cluster.accounts[:LOOKED_AT]
