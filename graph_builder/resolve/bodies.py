"""When two documents speak of one organisation: one entry of the register, one name, an acronym or short form of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.model import Verdict
from graph_builder.names import fold
from graph_builder.resolve.body_names import (
    CHAMBERS,
    COMMON,
    LEGAL,
    OTHER_BODY,
    TRADING,
    is_acronym,
    letters,
    ordinary,
    owner_of,
    turned,
    unnamed,
)
from graph_builder.resolve.body_ties import by_holder, headed, held, together
from graph_builder.resolve.judge import Account, Cluster, Judged, Told, different, same, unsure

__all__ = ["BodiesJudge"]

FAINT = -1  # the weight of what gives way to any surer tie
OWNED = re.compile(r"(?:(?<!s)(['’]s)|s['’])(?!\w)")
SHORT = "a short form of the other's name"


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
        if _ended_and_begun(cluster, account) or _ended_and_begun(account, cluster):
            return unsure("the same name, but the one had come to its end and the other is new")
        return _of_one_name(cluster, account)

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """Those in the register first, then those with names of their own, the longest first."""
        name = fold(cluster.first.referent.name)
        owned = owner_of(cluster.first.referent.name) is not None
        return cluster.first.referent.known is None, not cluster.trait("name"), owned, -len(name.split()), name

    def offered(self, cluster: Cluster) -> Iterator[str]:
        """Under its acronyms, each beginning of its names, and its first word with whoever holds a post there."""
        yield from sorted(cluster.trait("branch"))
        yield from (f"{words[-2]}|{words[-1]}|owned" for words in _folded(cluster) if len(words) > 1)
        yield from (f"explained|{short}" for short in sorted(cluster.trait("explained")))
        yield from (f"acronym|{letters(form)}" for form in sorted(cluster.trait("form")))
        for words in _folded(cluster):
            yield from (" ".join(words[:size]) for size in range(1, len(words) + 1))
            yield from (" ".join(words[at:]) for at in range(1, len(words)) if set(words[:at]) <= CHAMBERS)
            yield from (f"{words[0]}|{holder}" for holder in sorted(cluster.trait("holder")))
        yield from held(cluster)
        if cluster.first.referent.known:
            yield f"entry|{cluster.first.referent.known}"

    def wanted(self, cluster: Cluster) -> Iterator[str]:
        """Its acronym or its whole name, as the beginning of another's; and whoever holds a post there."""
        name = cluster.first.referent.name
        yield from held(cluster)
        yield from sorted(cluster.trait("branch"))
        if owner := owner_of(name):
            yield f"{owner[1]}|{owner[2]}|owned"
        for words in _folded(cluster)[:1]:
            yield from (f"{words[0]}|{holder}" for holder in sorted(cluster.trait("holder")))
        if is_acronym(name):
            yield from (f"{how}|{letters(name)}" for how in ("explained", "acronym"))
            yield from (f"entry|{iri}" for iri in sorted(cluster.trait("entry")))
        elif not set(fold(name).split()) <= COMMON and not unnamed(name):
            yield fold(name)

    def match(self, fuller: Cluster, lesser: Cluster) -> Judged:
        """A lesser name is a body's own where nothing says that it is a branch, a part or another one."""
        if fuller.first.referent.known and lesser.first.referent.known:
            return different()
        if fuller.trait("name") & lesser.trait("name"):
            return different()  # as was judged by the name itself
        return by_holder(fuller, lesser) or _by_form(fuller, lesser)


def _by_form(fuller: Cluster, lesser: Cluster) -> Judged:
    """Whether a lesser name is an acronym or a short form of a fuller one, and something bears it out."""
    short = lesser.first.referent.name
    if fuller.trait("branch") & lesser.trait("branch"):
        beside = together(fuller, lesser.first) or headed(fuller, lesser.first)
        return (same if beside else unsure)("the same branch of the same body")
    if owner := owner_of(short):
        return _owned(fuller, *owner)
    if fuller.first.referent.known in lesser.trait("entry"):
        return _borne_out(same("the register's acronym"), fuller, lesser)
    found = _acronym(fuller, letters(short)) if is_acronym(short) else _short_form(fuller, lesser)
    if found.verdict is Verdict.SAME and is_acronym(short):
        return _borne_out(found, fuller, lesser)
    if found.verdict is Verdict.UNSURE and fuller.trait("holder") & lesser.trait("holder"):
        return same(f"{found.reason}, and the same person holds a post there", 2)
    return found


def _ended_and_begun(one: Told, other: Told) -> bool:
    """Whether the one is told to be no more, the other to be new, and nobody holds a post in both."""
    return bool(one.trait("ended") and other.trait("begun") and not one.trait("holder") & other.trait("holder"))


def _borne_out(found: Judged, fuller: Cluster, lesser: Cluster) -> Judged:
    """An acronym's owner, where anything else speaks for it; a longer one that a document explains needs less."""
    if together(fuller, lesser.first, 2):
        return found
    short = letters(lesser.first.referent.name)
    explained = len(short) > 3 and short in fuller.trait("explained")
    if headed(fuller, lesser.first) or (explained and together(fuller, lesser.first)):
        return same(found.reason, FAINT)
    return unsure(f"{found.reason}, but little else in common")


def _owned(fuller: Cluster, given: str, surname: str, noun: str) -> Judged:
    """Whether somebody's foundation is the one that bears the surname, and that is told of beside the given name."""
    bears = any(words[-2:] == [surname, noun] for words in _folded(fuller))
    if not bears:
        return different()
    named = given in fuller.trait("beside") or any(h.split()[0] == given for h in fuller.trait("holder"))
    return (same if named else unsure)("called after its founder")


def _acronym(fuller: Cluster, short: str) -> Judged:
    if short in fuller.trait("explained"):
        return same("an acronym that a document explains", 2)
    if short in map(letters, filter(is_acronym, fuller.trait("form"))):
        return same("the same acronym, which no document explains", 1)
    if any(letters(form) == short for form in fuller.trait("form")):
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
            sure = len(short) > 1 and (added <= LEGAL or (trades and together(fuller, lesser.first)))
            led = not fuller.trait("branch") and headed(fuller, lesser.first)
            judged = same(SHORT, 0 if sure else FAINT) if sure or led else unsure(SHORT)
        elif len(short) > 1 and long[-len(short) :] == short and set(long[: -len(short)]) <= CHAMBERS:
            judged = same("the same name but for the chamber")
    return judged


def _of_one_name(cluster: Cluster, account: Account) -> Judged:
    """Whether a name that both go by is one that several bodies may have."""
    alike = fold(cluster.first.referent.name) == fold(account.referent.name)
    kinds = {cluster.first.referent.kind, account.referent.kind} - {"other", None}
    short = len(fold(account.referent.name).split()) < 3
    if cluster.first.referent.known or together(cluster, account):
        return same("the same name", 1) if alike else same("one document gives both names")
    if alike and short and len(kinds) > 1:
        return unsure("the same name, but of different kinds of bodies")
    if ordinary(account.referent.name):
        return unsure("the same name, which many have")
    if alike and None not in (whose := {_of_several(cluster.first), _of_several(account)}) and len(whose) > 1:
        return unsure("the same name, but that of one owner and that of several")
    return same("the same name", 1) if alike else same("one document gives both names")


def _of_several(account: Account) -> bool | None:
    """Whether a name is that of several owners ("Archers' Trust") or of one ("Archer's Trust"); None for neither."""
    owned = OWNED.search(account.referent.name)
    return owned[1] is None if owned else None


def _folded(cluster: Cluster) -> list[list[str]]:
    """The names of a body that are no acronyms, as words."""
    return [words for form in sorted(cluster.trait("form")) if not is_acronym(form) and (words := fold(form).split())]
