"""When two documents speak of one person: the same full name, or a lesser one with a tie, and nothing against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_builder.names import familiar, may_be_short_for
from graph_builder.resolve.contradictions import against, genders_differ
from graph_builder.resolve.entries import beside, entries_meant, is_entry, same_party, tie_to_entry, two_entries
from graph_builder.resolve.judge import Account, Cluster, Judged, Told, different, same, unsure
from graph_builder.resolve.ties import by_full_name, named_beside, named_together, one_subject, sole_tie, tie

__all__ = ["PeopleJudge"]


@dataclass(frozen=True, slots=True)
class PeopleJudge:
    """People: the same full name joins unless contradicted; anything less needs a post, a body or a seat in common."""

    def rank(self, account: Account) -> tuple[object, ...]:
        """Those in the register first, then who is known by most names, and of whom most is told."""
        told = sum(len(account.trait(t)) for t in ("seat", "place", "party", "body", "post"))
        names, seats, places = (-len(account.trait(trait)) for trait in ("name", "seat", "place"))
        return not is_entry(account), names, seats, places, -told

    def keys(self, account: Account) -> Iterator[str]:
        """Each full name, with what sets its bearer apart and alone."""
        told = [*_ties(account, ("seat", "place", "body", "party")), *entries_meant(account)]
        for name in sorted(account.trait("name")):
            yield from (f"{name}|{value}" for value in told)
            yield name

    def agree(self, cluster: Cluster, account: Account) -> Judged:
        """The same full name means the same person where anything else speaks for it and nothing against it."""
        if two_entries(cluster, account):
            return different()
        if account.source in cluster.sources:
            return different("the same full name, but one document tells the two apart")
        full = f"{beside(cluster, account)}the same full name"
        doubt = against(cluster, account)
        if doubt is not None:
            return Judged(doubt.verdict, f"{full}, but {doubt.reason}")
        entry, tied = tie_to_entry(cluster, account), tie(cluster, account)
        shared = len(cluster.trait("party") & account.trait("party")) + same_party(cluster, account)
        if tied:
            return same(f"{full}, {tied[0] if tied == entry else f'and {tied[0]}'}", 3 * tied[1] + shared)
        found = by_full_name(cluster, account, shared)
        return found._replace(reason=f"{full}{found.reason}")

    def fullness(self, cluster: Cluster) -> tuple[object, ...]:
        """Full names first, and of those the longest."""
        longest = max(cluster.trait("known-as"), key=lambda n: (len(n.split()), len(n), n), default="")
        return not cluster.trait("name"), -len(longest.split()), -len(longest), longest, -len(cluster.accounts)

    def offered(self, cluster: Cluster) -> Iterator[str]:
        """Under the surname: with each tie, with each initial, and alone."""
        for surname, given in _names(cluster):
            yield from (f"{surname}|{tie}" for tie in _ties(cluster, ("body", "seat", "post")))
            yield from (f"{surname}|{entry}" for entry in entries_meant(cluster))
            yield from (f"{surname}|{initial}." for initial in _initials(given))
            yield from (f"{part}|{given[0]}" for part in surname.split("-") if given)
            yield surname

    def wanted(self, cluster: Cluster) -> Iterator[str]:
        """The surname with what is told, or with a body that the document names; then with the initial, or alone."""
        for surname, given in _names(cluster):
            yield from (f"{surname}|{tie}" for tie in _ties(cluster, ("body", "seat", "post", "named")))
            yield from (f"{surname}|{entry}" for entry in entries_meant(cluster))
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
        doubt = against(fuller, lesser)
        if doubt is not None:
            return Judged(doubt.verdict, f"{relation}, but {doubt.reason}")
        bare = relation in (SURNAME, INITIAL, MARRIED)
        if bare and genders_differ(fuller, lesser):
            return unsure(f"{relation}, but one is told as a woman, the other as a man")
        tied = (sole_tie if bare else tie)(fuller, lesser)
        if tied is None and relation != MARRIED:
            tied = named_beside(fuller, lesser) or named_together(fuller, lesser)
        if tied is None and relation != SURNAME:
            tied = one_subject(fuller, lesser, MANY if relation == INITIAL else FEW)
        if tied is None and relation == MIDDLE and fuller.trait("party") & lesser.trait("party"):
            tied = "the same party", 1
        relation = f"{beside(fuller, lesser)}{relation}"
        joint = "" if tie_to_entry(fuller, lesser) == tied else " and"
        return same(f"{relation},{joint} {tied[0]}", tied[1]) if tied else unsure(relation)


FEW, MANY = 3, 5  # rarer words in common near two names that are alike, and where one has only an initial
MARRIED = "the same given name, and a surname that is part of the other's"
SURNAME = "the same surname"
INITIAL = "the same surname, and an initial of the same given name"
BY_MIDDLE = "the same surname, and one's given name is the other's middle name"
MIDDLE = "the same name but for a middle one"


def _names(cluster: Cluster) -> list[tuple[str, tuple[str, ...]]]:
    """Surname and given names of each name that it is known by; given names are wanting in some."""
    split = (name.partition("\t") for name in sorted(cluster.trait("known-as")))
    return [(surname, tuple(given.split())) for surname, _, given in split]


def _ties(who: Told, traits: Iterable[str]) -> Iterator[str]:
    for trait in traits:
        if values := who.trait(trait):
            yield from sorted(values)


def _initials(given: tuple[str, ...]) -> list[str]:
    """The first letters under which given names are to be sought: "bill" also under W."""
    return sorted({name[0] for name in given} | {long[0] for name in given[:1] for long in familiar(name)})


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
    if lesser_given[0] in given[1:] or given[0] in lesser_given[1:]:
        return 2, BY_MIDDLE
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
