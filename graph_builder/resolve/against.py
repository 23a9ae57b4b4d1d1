"""What tells two events apart, whatever else they share: their stages, bills, places, chairs, fates and times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph_builder.names import fold
from graph_builder.resolve.judge import Account, Cluster, Judged, different, unsure
from graph_builder.resolve.recurring import loose, near, tied
from graph_builder.resolve.wording import content

__all__ = ["COMMON", "is_stage", "other_posts", "told_apart"]

# What anything of its kind is called: two events need more in common than these words.
COMMON = frozenset(
    """announcement annual appointed appointment become becomes bill campaign committee consultation debate election
    evidence final founding funding general government group hearing independent inquiry interim launch letter
    meeting minister motion national new open oral plan promoted publication published question report
    resignation resigned response review scheme speech statement step survey vote work year""".split()
)
# Words of which two events have one each: the second reading and the third, the interim report and the final one.
STAGES = (
    frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split()),
    frozenset("interim final initial".split()),
    frozenset("spring summer autumn winter".split()),
    frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    frozenset(str(year) for year in range(1900, 2100)),
    frozenset("commons lords".split()),
    frozenset("opening closing launch close".split()),
)
PLACE = re.compile(r"\b(?:in|at|outside|near) (?:the )?((?:[A-Z][\w’'-]+(?: (?=[A-Z])|\b))+)")
BILL = re.compile(r"((?:[A-Z][\w’'-]+(?:,? (?:and |of |for |the |in |to )*))+)(?:\([A-Z][\w. ’'-]*\) )?(?:Bill|Act)\b")
TIMES = frozenset(
    """january february march april may june july august september october november december parliament commons
    lords house government""".split()
)
# A label that begins so tells of a stage of a review, not of the whole.
STAGE = re.compile(r"(?:close|closing|deadline|launch|opening|start) (?:of|for) ", re.IGNORECASE)
# What a coming or going is called beside the post and the body.
GOING = frozenset(
    """begin chair chief departure director elected election executive head leader leave left new president
    quit replace resign retire retired retirement role secretary step stepped succeed successor take""".split()
)
GOINGS = ("appointment", "resignation")
LASTING = frozenset(["review", "legislation", "court-case", "campaign", "founding", "appointment", "resignation"])
REVIEWS_LAST = 4  # years, after which another may have been set up on the same subject
YEARS_APART = 2  # between documents that tell of an event without a date


def told_apart(cluster: Cluster, account: Account) -> Judged | None:
    """What tells two events apart, whatever else they share: their numbers and stages, places, chairs, and times."""
    for stages in STAGES:
        mine, yours = ({w for form in who.forms for w in _words(form)} & stages for who in (cluster.first, account))
        if mine and yours and not mine & yours:
            return different(f"one is the {min(mine)}, the other the {min(yours)}")
    here, there = (_places(who) for who in (cluster.first, account))
    if here and there and not here & there:
        return different("they are in different places")
    chairs = cluster.trait("chair"), account.trait("chair")
    if account.referent.kind == "review" and all(chairs) and not chairs[0] & chairs[1]:
        return unsure("the same kind, but other chairs")
    return _other_deed(cluster, account) or _other_time(cluster, account)


def _other_deed(cluster: Cluster, account: Account) -> Judged | None:
    """One was called off and the other held, they are of other bills, or letters of others."""
    fates = cluster.trait("fate"), account.trait("fate")
    if any("called off" in a and "held" in b for a, b in (fates, fates[::-1])):
        return different("one was called off, the other was held")
    if account.referent.kind == "review" and is_stage(cluster.first.referent.name) != is_stage(account.referent.name):
        return different("one is a stage of the other")
    bills = [_bills(who) for who in (cluster.first, account)]
    if all(bills) and not any(_within(a, b) or _within(b, a) for a in bills[0] for b in bills[1]):
        return different("they are of other bills")
    authors = cluster.trait("author"), account.trait("author")
    if account.referent.kind == "letter" and all(authors) and not authors[0] & authors[1]:
        return different("they are letters of others")
    return None


def _bare(account: Account) -> bool:
    """Whether a label says whose it is but not what it is about: "Ros Tarn's review"."""
    return not content(account.referent.name) - COMMON - account.trait("called")


def is_stage(label: str) -> bool:
    """Whether a label begins as that of a stage of a review does: "Close of the consultation"."""
    return STAGE.match(label) is not None


def _other_time(cluster: Cluster, account: Account) -> Judged | None:
    """No date says that they are the same of many, or they are told years apart."""
    if loose(cluster.first) or loose(account):
        many = unsure("there are many of the kind, and no date says that this is the same one")
        return None if tied(cluster, account) else many
    if account.referent.kind in GOINGS and _says_no_post(cluster.first, account) and not near(cluster.first, account):
        return unsure("only one says which post, and they are told weeks apart")
    lasting = account.referent.kind in LASTING and not (_bare(cluster.first) and _bare(account))
    undated = not (cluster.first.start and account.start)
    if undated and not lasting and _years_between(cluster, account) >= YEARS_APART:
        return unsure("the same kind, but told years apart and without a date")
    others = account.referent.kind == "review" and not cluster.trait("agent") & account.trait("agent")
    if undated and others and _years_between(cluster, account) >= REVIEWS_LAST:
        return unsure("two reviews of one subject may be years apart, and no date says that they are one")
    return None


def _years_between(cluster: Cluster, account: Account) -> int:
    """Years between the nearest two documents that tell of them; 0 where no date is known."""
    mine, yours = ({int(date[:4]) for date in who.trait("published")} for who in (cluster, account))
    return min((abs(a - b) for a in mine for b in yours), default=0)


def _places(account: Account) -> set[str]:
    """The words of the places where it is told to be, by its labels and by the text."""
    labels = {word for form in account.forms for word in _placed(form)}
    return labels | {word for place in account.trait("where") for word in place.split()}


def _bills(account: Account) -> set[tuple[str, ...]]:
    """The words of the bills that its labels name."""
    return {bill for form in account.forms for bill in _named_bills(form)}


@lru_cache(maxsize=50_000)
def _named_bills(label: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(match[1]).split()) for match in BILL.finditer(label))


def _within(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words of one stand in the other, in their order."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


@lru_cache(maxsize=50_000)
def _placed(label: str) -> frozenset[str]:
    found = (fold(match[1]).split() for match in PLACE.finditer(label))
    return frozenset(word for words in found for word in words) - TIMES


@lru_cache(maxsize=50_000)
def _words(label: str) -> frozenset[str]:
    return frozenset(fold(label).replace("-", " ").split())


def other_posts(left: Account, right: Account) -> bool:
    """Whether two labels of one person's coming or going each name a post or a body, and share no word of it."""
    mine, yours = _posts_said(left, right)
    return bool(mine and yours) and not mine & yours


def _says_no_post(left: Account, right: Account) -> bool:
    """Whether of two labels of one person's coming or going, one names a post or a body and the other none."""
    mine, yours = _posts_said(left, right)
    return bool(mine) != bool(yours)


def _posts_said(left: Account, right: Account) -> list[frozenset[str]]:
    """What two labels of one person's coming or going say beyond who it is; nothing where no one is told."""
    who = {agent for a in (left, right) for agent in (*a.trait("subject"), *a.trait("appointee"))}
    people = {word for agent in who for word in content(agent.partition("/")[2])} | COMMON | GOING
    said = (frozenset(word for form in a.forms for word in content(form)) - people for a in (left, right))
    return list(said) if who else [frozenset(), frozenset()]
