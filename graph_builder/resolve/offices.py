"""Posts with the time at which they are held: what ties two names together, and what one person cannot hold at once.

A post is told by a document of a date. Held then, it ties a name to whoever holds it at about the same date; at dates
years apart it is rather a hint that somebody succeeded somebody of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from graph_builder import vocabulary
from graph_builder.model import Role
from graph_builder.names import fold
from graph_builder.vocabulary import Cue

__all__ = [
    "Office",
    "is_common",
    "is_exclusive",
    "many_hold",
    "month",
    "office",
    "post_of",
    "same_office",
    "two_at_once",
]

NEAR = 12  # months between two tellings of a post that still mean one holder of it
BEFORE, AFTER = 120, 12  # months before a document in which a former post was held, and after it, one to come
AT_ONCE = 12  # months between two tellings that are of one time

SMALL = frozenset("a an and at by for from in into of on the to with".split())
# Words of posts that many hold: a post made of these alone ties nobody to anything.
COMMON_POSTS = frozenset(
    """acting adviser analyst assistant author board business campaigner chair chairman chairwoman chief co-chair
    commissioner consultant correspondent councillor county deputy director doctor editor executive farmer firms
    former founder general governor head headteacher honorary house interim joint journalist judge lawyer leader
    lecturer local lord lords manager managing member mep minister mp msp noble officer opposition owner
    parliament parliamentary patron peer person political president principal professor regional reporter
    researcher secretary senior shadow solicitor spokesman spokesperson spokeswoman state teacher treasurer
    trustee vice volunteer writer""".split()
)


class Office(NamedTuple):
    """A post, the body in which it is held if one is told, and the months within which it is."""

    post: str
    body: str
    since: int | None
    until: int | None
    status: str

    @classmethod
    def of(cls, written: str) -> Office:
        """The office that a trait's value stands for."""
        return _office(written)


def office(role: Role, post: str, body: str, told: int | None) -> str:
    """A trait's value for a post that a document tells of, which was published in the month `told`."""
    since, until = told, told
    if role.status == "former":
        since = None if told is None else told - BEFORE
    elif role.status == "future":
        until = None if told is None else told + AFTER
    since = month(role.start) or since
    until = month(role.end) or until
    return "|".join([post, body, *("" if at is None else str(at) for at in (since, until)), role.status])


@lru_cache(maxsize=50_000)
def _office(written: str) -> Office:
    post, body, since, until, status = written.split("|")
    return Office(post, body, int(since) if since else None, int(until) if until else None, status)


@lru_cache(maxsize=20_000)
def month(date: str | None) -> int | None:
    """An ISO date as the number of its month; of a year alone, of its middle."""
    if not date or not date[:4].isdigit():
        return None
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) >= 7 else 6)


def same_office(left: Iterable[str], right: Iterable[str]) -> Iterator[tuple[Office, bool]]:
    """Each post that both hold, and whether at dates that are both told; none where the dates are years apart."""
    theirs = [Office.of(written) for written in sorted(right)]
    for mine in map(Office.of, sorted(left)):
        for other in theirs:
            if mine.post == other.post and _of_one_body(mine, other):
                apart = _apart(mine, other)
                if apart is None or apart <= NEAR:
                    yield mine, apart is not None


def _of_one_body(left: Office, right: Office) -> bool:
    """Whether two posts of one name are one body's; a post that says its own field may do without the body."""
    if left.body and right.body:
        return left.body == right.body
    return bool(not is_common(left.post))


def _apart(left: Office, right: Office) -> int | None:
    """Months between the times of two posts, none where they meet; nothing where a time is not told."""
    if None in (left.since, left.until, right.since, right.until):
        return None
    return max(0, _int(left.since) - _int(right.until), _int(right.since) - _int(left.until))


def _int(value: int | None) -> int:
    return value or 0


def two_at_once(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two are told to do work at one time of which one person seldom does both."""
    mine, yours = ([o for o in map(Office.of, sorted(side)) if o.status == "current"] for side in (left, right))
    whole, other = ([o for o in side if not in_spare_time(o.post)] for side in (mine, yours))
    if not whole or not other or any(_alike(a, b) for a in mine for b in yours):
        return False
    return any((_apart(a, b) or 0) <= AT_ONCE for a in whole for b in other)


def _alike(left: Office, right: Office) -> bool:
    """Whether two posts may be one told in two ways, or go together."""
    if left.body and left.body == right.body:
        return True
    if is_political(left.post) and is_political(right.post):
        return True
    if left.body and right.body:
        return False
    a, b = set(left.post.split()), set(right.post.split())
    return a <= b or b <= a


def in_spare_time(post: str) -> bool:
    """Whether a post goes beside other work."""
    return _ends_in(post, "spare-time")


def many_hold(post: str) -> bool:
    """Whether many hold such a post in one body at a time: a field makes it one's own, "schools minister"."""
    with_field = not is_common(post) and (is_political(post) or any(f" {of} " in post for of in ("of", "in", "for")))
    return _ends_in(post, "many") and not with_field


def is_exclusive(post: str) -> bool:
    """Whether one person holds such a post in a body at a time."""
    return post in _nouns("exclusive")


@lru_cache(maxsize=10_000)
def is_political(post: str) -> bool:
    """Whether a post is a politician's."""
    padded = f" {post} "
    return any(f" {noun} " in padded for noun in _nouns("political"))


@lru_cache(maxsize=10_000)
def post_of(words: str) -> str:
    """A post without whose it is: "the forum's director of policy" → "director of policy"."""
    return fold(words.replace("’", "'").rpartition("'s ")[2])


@lru_cache(maxsize=10_000)
def is_common(post: str) -> bool:
    """Whether a post says nothing of its own, no field and no place: alone it ties nobody to anything."""
    return {w for w in post.split() if w not in SMALL} <= COMMON_POSTS


@lru_cache(maxsize=20_000)
def _ends_in(post: str, how: str) -> bool:
    head = fold(post).split(" of ")[0].split(" for ")[0].split(" at ")[0]
    words = head.split()
    return post in _nouns(how) or any(" ".join(words[-size:]) in _nouns(how) for size in (1, 2, 3))


def _nouns(how: str) -> frozenset[str]:
    return vocabulary.words("post-pattern", how, Cue.NOUN)
