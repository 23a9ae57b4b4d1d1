"""How the register's entry of a person and what a document tells of somebody are compared.

Whatever is dated was compared before, at the date of the document: the traits here say which entries an account agrees
with in a seat, a body, a post or a party (`seat-of` …), which it contradicts, and of an entry, which it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph_builder.resolve.judge import Account, Cluster, Judged, different, unsure

__all__ = [
    "REGISTER",
    "beside",
    "contradiction",
    "entries_meant",
    "is_entry",
    "same_party",
    "settled",
    "tie_to_entry",
    "two_entries",
]

REGISTER = ""  # the source of an account that no document gives
TIES = (  # what entry and document both say of the person, how that is said, and how much it weighs
    ("seat-of", "who sat for the same place", 3),
    ("body-of", "who had a post in the same body", 3),
    ("post-of", "who held the same post", 2),
)
Told = Account | Cluster


def is_entry(account: Account) -> bool:
    """Whether an account is a register's and no document's."""
    return account.source == REGISTER


def entries_meant(who: Told) -> Iterator[str]:
    """The entries that it is, or agrees with: where such are to be sought."""
    for trait in ("entry", *(trait for trait, _, _ in TIES), "party-of"):
        yield from sorted(who.trait(trait))


def two_entries(left: Told, right: Told) -> bool:
    """Whether the two are different entries of the register, which are never one person."""
    entries = left.trait("entry"), right.trait("entry")
    return all(entries) and entries[0] != entries[1]


def contradiction(left: Told, right: Told) -> Judged | None:
    """What an entry says against being the person of a document, at that document's date."""
    if two_entries(left, right):
        return different()
    if _shared(left, right, "barred"):
        return different("the register has them sit for another place then")
    if _shared(left, right, "doubted") and tie_to_entry(left, right) is None:
        return unsure("the register has them in another party then")
    return None


def tie_to_entry(left: Told, right: Told) -> tuple[str, int] | None:
    """What ties an entry and the person of a document at that document's date, and its weight."""
    return next(((reason, weight) for trait, reason, weight in TIES if _shared(left, right, trait)), None)


def beside(left: Told, right: Told) -> str:
    """How a reason begins, where one of the two is an entry: "the register's entry of "."""
    return "the register's entry of " if bool(left.trait("entry")) != bool(right.trait("entry")) else ""


def same_party(left: Told, right: Told) -> bool:
    """Whether the entry belonged to the party that the document gives."""
    return bool(_shared(left, right, "party-of"))


def _shared(left: Told, right: Told, trait: str) -> bool:
    return bool(left.trait("entry") & right.trait(trait) or right.trait("entry") & left.trait(trait))


def settled(clusters: Iterable[Cluster]) -> Iterator[Cluster]:
    """The clusters without the register's own accounts, each known as the entry that it held; none is left empty."""
    for cluster in clusters:
        known = next((a.referent.known for a in cluster.all_accounts() if is_entry(a)), None)
        if known is None:
            yield cluster
            continue
        parts = [_told([a for a in c.accounts if not is_entry(a)], known) for c in (cluster, *cluster.joined)]
        told = [part for part in parts if part.accounts]
        for lesser in told[1:]:
            told[0].join(lesser)
        yield from told[:1]


def _told(accounts: Sequence[Account], known: str) -> Cluster:
    """What documents tell of one person whom the register knows."""
    made = Cluster([])
    for account in accounts:
        made.take(replace(account, referent=replace(account.referent, known=known)))
    return made
