"""What of its kind there are many of: yearly meetings, letters of the same two, votes of one chamber.

One label and the same who took part do not make two such one: what ties them is a day, documents of the same weeks, a
stage that comes once, or what they are about beyond who took part.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from graph_builder.names import fold
from graph_builder.resolve.judge import Account, Cluster
from graph_builder.resolve.wording import SMALL, content

__all__ = ["buckets", "loose", "recurs", "tied"]

MANY = frozenset(["debate", "letter", "meeting", "parliamentary-question", "speech", "vote"])
# Words of what comes round: of these only the date says which one is meant.
AGAIN = frozenset(
    """agm annual autumn biennial conference congress daily fortnightly monthly quarterly regular spring summer summit
    usual weekly winter yearly""".split()
)
ONCE = frozenset(["second reading", "third reading", "first reading", "committee stage", "report stage"])
# What says no more than that it is one of its kind.
KIND = frozenset(
    """amendment ballot bill briefing conversation debate division email gathering letter meeting motion note open
    public question session speech statement talk urgent vote""".split()
)
NEAR = 21  # days between documents that tell of one, or from the day of it until a document tells of it


def loose(account: Account) -> bool:
    """Whether there are many of it and its date does not say which: no day of a month, or of a yearly one no year."""
    precise = len(account.start or "")
    if recurs(account):
        return precise == 0
    return account.referent.kind in MANY and precise < 7


def tied(left: Account | Cluster, right: Account | Cluster) -> bool:
    """Whether two of which there are many are told within some weeks, or have more in common than who took part."""
    one, other = _first(left), _first(right)
    if recurs(one) and one.source == other.source:
        return False
    if _near(one, other):
        return True
    if recurs(one) or recurs(other):
        return False
    if one.referent.kind == "vote":
        mine, yours = ({stage for stage in ONCE for form in who.forms if stage in fold(form)} for who in (one, other))
        return bool(mine & yours)
    return any(_alike(a, b) for a, b in zip(_about(one), _about(other), strict=True))


def buckets(account: Account) -> Iterator[str]:
    """Spans of weeks of which two that are near share one."""
    day = _day(account)
    if day is not None:
        at = day.toordinal() // NEAR
        yield from (f"weeks {at + step}" for step in (0, 1))


def _first(told: Account | Cluster) -> Account:
    return told.first if isinstance(told, Cluster) else told


def recurs(account: Account) -> bool:
    """Whether it comes round, so that its words do not say which."""
    return any(content(form) & AGAIN for form in account.forms)


def _near(left: Account, right: Account) -> bool:
    """Whether two are told within weeks; a yearly one of which one document gives the day, in the weeks after it."""
    dated, other = sorted((left, right), key=lambda a: -len(a.start or ""))
    day, then = _day(dated), _day(other)
    if day is None or then is None:
        return False
    first = 0 if dated.start and recurs(dated) else -NEAR
    return first <= (then - day).days <= NEAR


def _day(account: Account) -> date | None:
    """The day of an event, or of the document that tells of it without one."""
    told = account.start if len(account.start or "") >= 7 else min(account.trait("told"), default=None)
    return date.fromisoformat(f"{told}-15"[:10]) if told and len(told) >= 7 else None


def _about(account: Account) -> tuple[frozenset[str], frozenset[str]]:
    """The words, but those that name who took part, of a label and of the sentence, that say what it was about."""
    called = account.trait("called")
    label = {word for form in account.forms for word in _plain(form)}
    return frozenset(label - called), account.trait("about") - called - KIND


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    both = len(left & right)
    return both >= 2 and 2 * both >= len(left) + len(right) - both


@lru_cache(maxsize=50_000)
def _plain(label: str) -> frozenset[str]:
    words = " ".join(word for word in label.split() if word[:1].islower())
    return content(words) - KIND - SMALL
