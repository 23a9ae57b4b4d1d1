"""What ties two names of bodies to one: who holds a post there, who leads it, and the names that stand beside both."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.names import fold
from graph_builder.resolve.body_names import COMMON, OTHER_BODY, SMALL, is_acronym, letters
from graph_builder.resolve.judge import Account, Cluster, Judged, same

__all__ = ["by_holder", "headed", "held", "together"]

LOOKED_AT = 12  # documents that tell of one body whose other names are compared
# What makes another body of the rest of a name when it stands before it: "Shadow Cabinet", "Welsh Rowers' Union".
OTHERS = (OTHER_BODY - COMMON) | frozenset(["deputy", "former", "junior", "new", "old", "shadow", "young"])


def together(cluster: Cluster, account: Account, least: int = 1) -> bool:
    """Whether two documents name so many others, or one holder of a post, beside it; or no words are at hand."""
    if cluster.trait("holder") & account.trait("holder"):
        return True
    few = cluster.accounts[:LOOKED_AT]
    if not account.trait("worded") or not cluster.trait("worded"):
        return True
    return any(len(a.trait("beside") & account.trait("beside")) >= least for a in few)


def headed(cluster: Cluster, account: Account) -> bool:
    """Whether the one document names, by the surname at least, somebody who holds a post there by the other."""
    return bool(
        _surnames(cluster) & account.trait("beside")
        or any(_surnames(account) & a.trait("beside") for a in cluster.accounts[:LOOKED_AT])
    )


def _surnames(told: Account | Cluster) -> set[str]:
    return {holder.split()[-1] for holder in told.trait("holder")}


def held(cluster: Cluster) -> Iterator[str]:
    """Each acronym, ending of its names and branch, with each holder of a post there, or of one of no told body."""
    for holder in sorted(cluster.trait("holder") | cluster.trait("posted")):
        yield from (
            f"{ending}|{holder}" for ending in sorted(_short(cluster) | _endings(cluster) | cluster.trait("branch"))
        )


def by_holder(one: Cluster, other: Cluster) -> Judged | None:
    """The two as one where the same person holds a post in both and one is called by the end of the other's name."""
    if not (
        one.trait("holder") & (other.trait("holder") | other.trait("posted"))
        or one.trait("posted") & other.trait("holder")
    ):
        return None
    if one.trait("branch") & other.trait("branch"):
        return same("the same branch, and the same person holds a post there", 3)
    if one.trait("explained") & other.trait("explained"):
        return same("the same acronym, and the same person holds a post there", 3)
    if _whole(one) & _endings(other) or _whole(other) & _endings(one):
        return same("the end of the other's name, and the same person holds a post there", 3)
    return None


def _short(cluster: Cluster) -> set[str]:
    return {letters(form) for form in cluster.trait("form") if is_acronym(form)}


def _whole(cluster: Cluster) -> set[str]:
    """Its names of two words or more, folded."""
    return {fold(form) for form in cluster.trait("form") if not is_acronym(form) and " " in fold(form)}


def _endings(cluster: Cluster) -> set[str]:
    """What its names, or their last two words or more, are, folded: "harbour trust" of "Leek Harbour Trust"."""
    found = set()
    for name in _whole(cluster):
        words = name.split()
        for at in range(len(words) - 1):
            if not set(words[:at]) & (OTHERS | SMALL) and words[at] not in SMALL:
                found.add(" ".join(words[at:]))
    return found
