"""People of registers as accounts beside those of documents: only those whom some document may mean.

A register may hold a hundred thousand memberships, so an entry is looked at only where its surname is named, and
becomes an account only where a document has its full name, or a lesser name with a tie. Memberships are compared at
the date of the document: what somebody was at another time ties nobody, and speaks against nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph_builder.model import Document, Entity, EntityType, Extraction, Referent, Role
from graph_builder.names import fold
from graph_builder.resolve.entries import REGISTER
from graph_builder.resolve.judge import Account, Side
from graph_builder.resolve.telling import named, telling_post
from graph_builder.vocabulary import Entry, own_register
from graph_builder.vocabulary.people import KnownPerson, Membership, Register

__all__ = ["with_entries"]

SEAT = "Member of Parliament"  # nobody sits for two places at once
TRAITS = ("seat-of", "body-of", "post-of", "party-of", "barred", "doubted")
Traits = dict[str, set[str]]


def with_entries(
    accounts: Sequence[Account],
    register: Register,
    extractions: Iterable[Extraction],
    documents: Mapping[str, Document],
    entity_of: Mapping[Side, Entity],
) -> list[Account]:
    """The accounts, each with the entries that it agrees with or contradicts; and the entries that may be meant."""
    entries = list(_named_in(accounts, register.people))
    if not entries:
        return list(accounts)
    roll = _Roll(entries, _Bodies(register, entity_of))
    held = {(e.source, person): roles for e in extractions for person, roles in _by_person(e.roles).items()}
    compared = [roll.compared(a, held.get(a.side, ()), documents[a.source].published) for a in accounts]
    return [*compared, *(entry.account for entry in entries if entry.person.iri in roll.meant)]


def _by_person(roles: Iterable[Role]) -> dict[str, list[Role]]:
    found: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        found[role.person].append(role)
    return found


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom a register knows, and the account of it."""

    person: KnownPerson
    account: Account

    @property
    def surnames(self) -> set[str]:
        return _surnames(self.account)


def _surnames(account: Account) -> set[str]:
    return {name.partition("\t")[0] for name in account.trait("known-as")}


def _named_in(accounts: Iterable[Account], people: Iterable[KnownPerson]) -> Iterator[_Named]:
    """Those people of the register one of whose names has a surname, or is a full name, that a document has too."""
    names: set[str] = set()
    surnames: set[str] = set()
    for account in accounts:
        names |= account.trait("name")
        surnames |= _surnames(account)
    words = {word for surname in surnames for word in surname.split()} | {name.split()[-1] for name in names}
    for person in people:
        forms = (person.name, *person.aliases)
        if all(words.isdisjoint(_words(form)) for form in forms):
            continue
        traits = named(Referent(person.iri, EntityType.PERSON, person.name, forms=forms, known=person.iri))
        own = Referent(person.iri, EntityType.PERSON, person.name, forms=forms, known=person.iri)
        gender = {"gender": frozenset([person.gender])} if person.gender else {}
        made = _Named(person, Account(REGISTER, own, {**traits, **gender, "entry": frozenset([person.iri])}))
        if made.surnames & surnames or made.account.trait("name") & names:
            yield made


def _words(name: str) -> list[str]:
    """The words of a name as folding leaves them, quickly for the many that are plain."""
    return name.casefold().replace("'", "").split() if name.isascii() and "." not in name else fold(name).split()


class _Bodies:
    """What bodies go by, so that a register's and a document's can be known for the same, and the forms of posts."""

    def __init__(self, register: Register, entity_of: Mapping[Side, Entity]) -> None:
        every = {entry.iri: entry for entry in (*own_register(), *register.entries)}
        self.entries: Mapping[str, Entry] = every
        self.entity_of = entity_of
        self.titles: dict[str, set[str]] = defaultdict(set)
        for entry in every.values():
            if entry.type == "post":
                forms = {fold(form) for form in (entry.name, *entry.aliases)}
                for form in forms:
                    self.titles[form] |= forms

    def kind(self, iri: str | None) -> str | None:
        """The kind of a body of the register."""
        entry = self.entries.get(iri or "")
        return entry.kind if entry else None

    def same(self, iri: str | None, body: Entity | None) -> bool:
        """Whether a body of the register is the one that a document means."""
        if body is None or iri is None:
            return False
        if body.known:
            return body.known == iri
        entry = self.entries.get(iri)
        ours = {fold(form) for form in (body.name, *body.aliases)}
        return entry is not None and fold(entry.name) in ours

    def same_post(self, told: str, role: str) -> bool:
        """Whether the post of a membership is the one that a document gives, one that few hold."""
        post, other = telling_post(role), fold(told)
        return bool(post) and (post == other or post in self.titles.get(other, ()))


@dataclass(slots=True)
class _Roll:
    """The entries that may be meant, by surname and by full name."""

    entries: Sequence[_Named]
    bodies: _Bodies
    by_name: dict[str, dict[str, _Named]] = field(default_factory=lambda: defaultdict(dict))
    meant: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for entry in self.entries:
            for key in (*entry.account.trait("name"), *entry.surnames):
                self.by_name[key][entry.person.iri] = entry

    def compared(self, account: Account, roles: Sequence[Role], date: str | None) -> Account:
        """The account, with what each entry of its name says to it at the document's date."""
        found: Traits = defaultdict(set)
        full = {iri for name in account.trait("name") for iri in self.by_name.get(name, ())}
        lesser = {iri: e for name in _surnames(account) for iri, e in self.by_name.get(name, {}).items()}
        named_fully = {iri: e for name in account.trait("name") for iri, e in self.by_name.get(name, {}).items()}
        for iri, entry in sorted((lesser | named_fully).items()):
            told = self._told(entry.person, account.source, roles, date)
            if iri in full or told & {"seat-of", "body-of", "post-of"}:
                self.meant.add(iri)
                for trait in told:
                    found[trait].add(iri)
        return replace(account, traits=account.traits | {t: frozenset(v) for t, v in found.items()})

    def _told(self, person: KnownPerson, source: str, roles: Sequence[Role], date: str | None) -> set[str]:
        """Which traits of agreement or contradiction hold between an entry and what a document says somebody is."""
        told: set[str] = set()
        for role in roles:
            held = [m for m in person.memberships if _then(m, role, date)]
            body = self.bodies.entity_of.get((source, role.organisation or ""))
            told |= {trait for m in held for trait in self._agreed(m, role, body)}
            if role.status != "current":
                continue
            if body is not None and body.kind == "political-party":
                others = [m for m in held if self.bodies.kind(m.organisation) == "political-party"]
                told |= (
                    {"doubted"} if others and not any(self.bodies.same(m.organisation, body) for m in others) else set()
                )
            if role.area and role.post == SEAT:
                seats = [m.area for m in held if m.area]
                told |= {"barred"} if seats and not any(_same_place(s, role.area) for s in seats) else set()
        return told

    def _agreed(self, held: Membership, role: Role, body: Entity | None) -> Iterator[str]:
        """What a membership and a role have in common."""
        if body is not None and self.bodies.same(held.organisation, body) and body.kind != "legislature":
            yield "party-of" if body.kind == "political-party" else "body-of"
        if held.area and role.area and _same_place(held.area, role.area):
            yield "seat-of"
        if held.post and role.post and self.bodies.same_post(held.post, role.post):
            yield "post-of"


def _then(held: Membership, role: Role, date: str | None) -> bool:
    """Whether a membership is of the time that a role is told of: what was former need only have begun by then."""
    if role.status == "former":
        return replace(held, end=None).at(date)
    return replace(held, start=None).at(date) if role.status == "future" else held.at(date)


def _same_place(left: str, right: str) -> bool:
    """Whether one name of a place is, or is a part of, the other."""
    one, other = set(fold(left).split()), set(fold(right).split())
    return one <= other or other <= one
