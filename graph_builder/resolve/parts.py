"""Events that are parts of another: a review's launch, its reports and the response to it belong to the review.

A review (an inquiry, a consultation) is one event for as long as it lasts. What is told of its coming and of what came
of it is a part of the one review that the words name, in whichever document that is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from graph_builder.model import Entity
from graph_builder.names import fold
from graph_builder.resolve.against import COMMON, is_stage
from graph_builder.resolve.judge import Account, Cluster, Side
from graph_builder.resolve.wording import content

__all__ = ["with_parts"]

WHOLE = frozenset(["review"])  # kinds of events that have others as parts
PART = frozenset(["announcement", "launch", "publication", "other", "letter", "debate", "legislation"])
# What the whole is called in the label of a part of it, and what parts are.
WHOLES = frozenset("commission consultation evaluation inquiry enquiry investigation review".split())
PARTS = frozenset(
    """announcement answer appointment call closing close conclusion consultation deadline evidence extension finding
    finding founding hearing interim launch opening publication recommendation reference reply report response
    result start summary term""".split()
)
REPORT = "(?:commission|evaluation|inquiry|enquiry|investigation|report|review)"
EARLIER = 366  # days that a part may be dated before the first that is told of the whole
LOOKED_AT = 20  # wholes that share a word with a part and are compared with it


def with_parts(accounts: Iterable[Account], entity_of: Mapping[Side, Entity]) -> dict[Side, Entity]:
    """The entity of each account, each part of a review with that review as what it is a part of."""
    clusters = _clusters(accounts, entity_of)
    wholes: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if _kind(cluster, entity_of) in WHOLE and not _stage(cluster):
            for word in sorted({word for said in _subjects(cluster) for word in said} | _leaders(cluster)):
                wholes[word].append(cluster)
    found = dict(entity_of)
    for cluster in clusters:
        part = _kind(cluster, entity_of) in PART or _stage(cluster)
        whole = _whole(cluster, wholes) if part else None
        if whole is not None:
            slug = entity_of[whole.first.side].slug
            for account in cluster.accounts:
                found[account.side] = replace(entity_of[account.side], part_of=slug)
    return found


def _clusters(accounts: Iterable[Account], entity_of: Mapping[Side, Entity]) -> list[Cluster]:
    """The accounts of each event together, those with the most precise dates first."""
    found: dict[str, Cluster] = {}
    for account in sorted(accounts, key=lambda a: (-len(a.start or ""), a.side)):
        slug = entity_of[account.side].slug
        if slug in found:
            found[slug].take(account)
        else:
            found[slug] = Cluster.of(account)
    return [found[slug] for slug in sorted(found)]


def _kind(cluster: Cluster, entity_of: Mapping[Side, Entity]) -> str | None:
    return entity_of[cluster.first.side].kind


def _stage(cluster: Cluster) -> bool:
    """Whether all call what is told of a review as a stage of one: "Close of the consultation"."""
    return all(is_stage(account.referent.name) for account in cluster.accounts)


def _whole(part: Cluster, wholes: Mapping[str, Sequence[Cluster]]) -> Cluster | None:
    """The one review that the labels of a part name; of several, the one that a document tells beside it."""
    words = [said for said in _labels(part) if said & PARTS]
    if not words:
        return None
    named = [said for said in words if said & WHOLES] + [content(name) for name in sorted(part.trait("inquiry"))]
    forms = [fold(form) for form in _forms(part)] + [fold(name) for name in sorted(part.trait("inquiry"))]
    authors = {key for key in part.trait("author") if key in wholes}
    keys = sorted(authors | {word for said in (*named, *words) for word in said})
    near = {id(c): c for key in keys for c in wholes.get(key, ())[:LOOKED_AT]}
    fitting = [
        c
        for c in near.values()
        if c is not part and _in_time(c, part) and (_called(c, named, words, forms) or authors & _leaders(c))
    ]
    beside = [c for c in fitting if c.sources & part.sources]
    for among in (beside, fitting):
        if len(among) == 1:
            return among[0]
    return None


def _called(whole: Cluster, named: Sequence[frozenset[str]], words: Sequence[frozenset[str]], forms: list[str]) -> bool:
    """Whether the labels of a part call the review by what it is about, its title, or its leader."""
    return _named(whole, named) or _titled(whole, words) or _led(whole, forms)


def _named(whole: Cluster, labels: Sequence[frozenset[str]]) -> bool:
    """Whether a label has all that the review is about: two words of it, or the one that is all that it says."""
    return any(said <= label and (len(said) > 1 or said == _own(label)) for said in _abouts(whole) for label in labels)


def _titled(whole: Cluster, labels: Sequence[frozenset[str]]) -> bool:
    """Whether a label has the title that a review goes by, which need not call it one: "the response to Open Gates"."""
    titles = [said for said in _labels(whole) if not said & WHOLES and len(_own(said)) > 1]
    return any(title <= label for title in titles for label in labels)


def _led(whole: Cluster, labels: Sequence[str]) -> bool:
    """Whether a label calls the review by its leader ("the Marsh review"), and says nothing of another subject."""
    about = frozenset(word for said in _abouts(whole) for word in said)
    for name in sorted(whole.trait("led")):
        for label in labels:
            rest = _own(content(label)) - content(name) - whole.trait("leader")
            if re.search(rf"\b{re.escape(name)}(?:'?s)? (?:\w+ )?{REPORT}\b", label) and (not rest or rest & about):
                return True
    return False


def _leaders(whole: Cluster) -> set[str]:
    """Who leads a review, as agents."""
    return {*whole.trait("chair"), *(who for who in whole.trait("organiser") if who.startswith("person/"))}


def _subjects(whole: Cluster) -> Iterator[frozenset[str]]:
    """What tells a review from others: what it is about, and the names of those who lead it."""
    yield from _abouts(whole)
    yield from (content(name) for name in sorted(whole.trait("led")))


def _abouts(whole: Cluster) -> Iterator[frozenset[str]]:
    """The words of each label that say more than its kind and who leads it."""
    for said in _labels(whole):
        if own := _own(said) - whole.trait("leader"):
            yield own


def _own(said: frozenset[str]) -> frozenset[str]:
    return said - COMMON - WHOLES - PARTS


def _forms(cluster: Cluster) -> list[str]:
    return list(dict.fromkeys(form for account in cluster.accounts[:LOOKED_AT] for form in account.forms))


def _labels(cluster: Cluster) -> list[frozenset[str]]:
    return [content(form) for form in _forms(cluster)]


def _in_time(whole: Cluster, part: Cluster) -> bool:
    """Whether a part is not long before the whole."""
    first, then = _day(whole.first.start), _day(part.first.start)
    return first is None or then is None or (first - then).days <= EARLIER


def _day(told: str | None) -> date | None:
    return date.fromisoformat((told + "-01-01")[:10] if len(told) == 4 else (told + "-01")[:10]) if told else None
