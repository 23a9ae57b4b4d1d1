"""When two documents speak of one organisation: one entry of the register, one name, an acronym or short form of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph_builder.model import Verdict
from graph_builder.names import acronym_of, fold
from graph_builder.resolve.judge import Account, Cluster, Judged, different, same, unsure

__all__ = ["BodiesJudge", "branch_of", "is_acronym", "own_names", "turned", "unnamed"]

SMALL = frozenset("a an and at by for from in of on the to with".split())
# What many bodies are called for short: alone, such a word names another body in each document.
COMMON = frozenset(
    """academy administration agency alliance assembly association authority bank bench board bureau cabinet campaign
    centre chamber charity church city club coalition college commission committee community company consortium
    corporation council county court department district executive federation forum foundation friends fund
    government group guild hospital house inquiry institute institution league library local ministry national
    network office opposition panel parliament partnership party police practice press primary public regulator
    review royal school secretariat service society state taskforce team trade tribunal trust
    union university""".split()
)
PLACES = frozenset(
    """britain british cymru east eastern england english europe european great ireland irish london midlands north
    northern scotland scottish south southern uk wales welsh west western yorkshire""".split()
)
# Words that make another body out of a body's name: "Durham University" and its students' union.
OTHER_BODY = COMMON | PLACES | frozenset("conference youth women students staff action international global".split())
CHAMBERS = frozenset("house of commons lords parliament parliamentary uk".split())


LEGAL = frozenset("inc limited llp ltd plc".split())
# Words that a company's name may be used without.
TRADING = frozenset(
    """airports associates buses consulting developments energy estates foods homes housing inc insurance
    limited llp ltd media mutual partners plc properties railway railways solicitors stores trains water""".split()
)
# Words that with the commoner ones above make names that many bodies have.
ORDINARY = frozenset(
    """primary secondary junior infant high grammar comprehensive nursery community memorial village town parish
    civic central green riverside hillside parkside grange lodge manor oak park hill neighbourhood residents
    tenants advice food""".split()
)
# A branch in brackets or by that word: "Night Watch (Leek)", "the Leek branch of Night Watch".
BRANCH = re.compile(
    r"(?P<whole>[^(),]+?)(?: \([A-Z][^()]*\)|['’]?s? [A-Z][\w ]* [Bb]ranch|, [A-Z][\w ]* [Bb]ranch)$"
    r"|(?:the )?[A-Z][\w ]* [Bb]ranch of (?:the )?(?P<other>.+)$"
)
LOOKED_AT = 12  # documents that tell of one body whose other names are compared


@dataclass(frozen=True, slots=True)
class BodiesJudge:
    """Organisations: one entry of the register, one name; an acronym or a short form only where it fits one alone."""

    def rank(self, account: Account) -> tuple[object, ...]:
        """Those in the register first, then those of most names."""
        return account.referent.known is None, -len(account.trait("name"))

    def keys(self, account: Account) -> Iterator[str]:
        """The register's entry, and each name that can be only its own."""
        if account.referent.known:
            yield account.referent.known
        for name in sorted(account.trait("name")):
            yield name
            if about := turned(name):
                yield about

    def agree(self, cluster: Cluster, account: Account) -> Judged:
        """The same entry or name means the same body; two entries never do, whatever they are called."""
        entry = cluster.first.referent.known
        if entry and account.referent.known:
            return same("the same entry of the register", 2) if account.referent.known == entry else different()
        if not cluster.trait("name") & account.trait("name"):
            return same("the same name, turned about")
        alike = fold(cluster.first.referent.name) == fold(account.referent.name)
        kinds = {cluster.first.referent.kind, account.referent.kind} - {"other", None}
        short = len(fold(account.referent.name).split()) < 3
        if not entry and alike and short and len(kinds) > 1 and not _together(cluster, account):
            return unsure("the same name, but of different kinds of bodies")
        if not entry and _ordinary(account.referent.name) and not _together(cluster, account):
            return unsure("the same name, which many have")
        return same("the same name", 1) if alike else same("one document gives both names")

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """Those in the register first, then those with names of their own, the longest first."""
        name = fold(cluster.first.referent.name)
        return cluster.first.referent.known is None, not cluster.trait("name"), -len(name.split()), name

    def offered(self, cluster: Cluster) -> Iterator[str]:
        """Under its acronyms, each beginning of its names, and its first word with whoever holds a post there."""
        yield from (f"explained|{short}" for short in sorted(cluster.trait("explained")))
        yield from (f"acronym|{_letters(form)}" for form in sorted(cluster.trait("form")))
        for words in _folded(cluster):
            yield from (" ".join(words[:size]) for size in range(1, len(words) + 1))
            yield from (" ".join(words[at:]) for at in range(1, len(words)) if set(words[:at]) <= CHAMBERS)
            yield from (f"{words[0]}|{holder}" for holder in sorted(cluster.trait("holder")))

    def wanted(self, cluster: Cluster) -> Iterator[str]:
        """Its acronym or its whole name, as the beginning of another's; and whoever holds a post there."""
        name = cluster.first.referent.name
        for words in _folded(cluster)[:1]:
            yield from (f"{words[0]}|{holder}" for holder in sorted(cluster.trait("holder")))
        if is_acronym(name):
            yield from (f"{how}|{_letters(name)}" for how in ("explained", "acronym"))
        elif not set(fold(name).split()) <= COMMON and not unnamed(name):
            yield fold(name)

    def match(self, fuller: Cluster, lesser: Cluster) -> Judged:
        """A lesser name is a body's own where nothing says that it is a branch, a part or another one."""
        if fuller.first.referent.known and lesser.first.referent.known:
            return different()
        if fuller.trait("name") & lesser.trait("name"):
            return different()  # as was judged by the name itself
        short = lesser.first.referent.name
        found = _acronym(fuller, _letters(short)) if is_acronym(short) else _short_form(fuller, lesser)
        if found.verdict is Verdict.SAME and is_acronym(short) and not _together(fuller, lesser.first, 2):
            return unsure(f"{found.reason}, but little else in common")
        if found.verdict is Verdict.UNSURE and fuller.trait("holder") & lesser.trait("holder"):
            return same(f"{found.reason}, and the same person holds a post there", 2)
        return found


def turned(name: str) -> str:
    """The other form of a university's folded name: "university of leek" and "leek university"; or nothing."""
    words = name.split()
    if words[:2] == ["university", "of"] and len(words) > 2:
        return " ".join([*words[2:], "university"])
    return f"university of {' '.join(words[:-1])}" if words[1:] and words[-1] == "university" else ""


def _together(cluster: Cluster, account: Account, least: int = 1) -> bool:
    """Whether two documents name so many others, or one holder of a post, beside it; or no words are at hand."""
    if cluster.trait("holder") & account.trait("holder"):
        return True
    few = cluster.accounts[:LOOKED_AT]
    if not account.trait("worded") or not cluster.trait("worded"):
        return True
    return any(len(a.trait("beside") & account.trait("beside")) >= least for a in few)


@lru_cache(maxsize=50_000)
def _ordinary(name: str) -> bool:
    """Whether many bodies of different places have such a name: "St Mary's School", "Friends of the Library"."""
    words = fold(name).split()
    return words[:1] in (["st"], ["saint"], ["friends"], ["save"]) or set(words) <= COMMON | ORDINARY | SMALL


def branch_of(name: str) -> str:
    """The folded name of the body that this one is a branch of: of "NUBW Wales", "nubw"; or nothing."""
    if match := BRANCH.match(name):
        return fold(match["whole"] or match["other"])
    words = fold(name).split()
    size = len(words)
    while size and words[size - 1] in PLACES | {"and"}:
        size -= 1
    return " ".join(words[:size]) if 0 < size < len(words) and not set(words[:size]) <= COMMON else ""


def own_names(forms: Iterable[str]) -> frozenset[str]:
    """Of a body's names those that can be only its own, folded: the first, and others of two words or more."""
    found = set()
    for at, form in enumerate(forms):
        words = fold(form).split()
        if unnamed(form) and words[:1] in (["a"], ["an"]):
            del words[0]
        described = unnamed(form) and len(set(words) - SMALL) < 3
        if (
            words
            and not is_acronym(form)
            and not described
            and not set(words) <= COMMON
            and (at == 0 or len(words) > 1)
        ):
            found.add(" ".join(words))
    return frozenset(found)


def _acronym(fuller: Cluster, short: str) -> Judged:
    if short in fuller.trait("explained"):
        return same("an acronym that a document explains", 2)
    if short in map(_letters, filter(is_acronym, fuller.trait("form"))):
        return same("the same acronym, which no document explains", 1)
    if any(_letters(form) == short for form in fuller.trait("form")):
        return (
            same("the initials of the other's name", 1)
            if len(short) > 3
            else unsure("the initials of the other's name")
        )
    return different()


def _short_form(fuller: Cluster, lesser: Cluster) -> Judged:
    """Whether a name is another's without its last words, or without the chamber of a committee."""
    short = fold(lesser.first.referent.name).split()
    judged = different()
    for long in _folded(fuller):
        if long == short:
            return same("one document gives both names")
        added = set(long[len(short) :])
        if long[: len(short)] == short and set(short) <= COMMON:
            judged = unsure("what the other is called for short")
        elif long[: len(short)] == short and long[len(short)] != "and" and not added & OTHER_BODY:
            trades = added <= TRADING or fuller.first.referent.kind == "company"
            sure = len(short) > 1 and (added <= LEGAL or (trades and _together(fuller, lesser.first)))
            judged = (same if sure else unsure)("a short form of the other's name")
        elif len(short) > 1 and long[-len(short) :] == short and set(long[: -len(short)]) <= CHAMBERS:
            judged = same("the same name but for the chamber")
    return judged


def _folded(cluster: Cluster) -> list[list[str]]:
    """The names of a body that are no acronyms, as words."""
    return [words for form in sorted(cluster.trait("form")) if not is_acronym(form) and (words := fold(form).split())]


@lru_cache(maxsize=50_000)
def unnamed(name: str) -> bool:
    """Whether a body has no name, only a description: "alliance of anglers and farmers"."""
    return not any(c.isupper() for c in name)


@lru_cache(maxsize=50_000)
def is_acronym(name: str) -> bool:
    """Whether a name is nothing but capital letters: "NUBW", "N.U.T."."""
    bare = name.replace(".", "")
    return bare.isupper() and bare.isalnum() and 2 <= len(bare) <= 8


@lru_cache(maxsize=50_000)
def _letters(name: str) -> str:
    """An acronym without its full stops, or the initials of a name."""
    return name.replace(".", "") if is_acronym(name) else acronym_of(name)
