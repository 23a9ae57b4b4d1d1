"""Which mentions of people in one document mean the same person.

A full name is someone; a surname, a title with a surname or a given name is whoever in the document goes
by it, the one named last where several do and their titles allow both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from graph_builder.model import Span
from graph_builder.names import PersonName, fold, person_name

__all__ = ["Person", "people"]

NOBODY: Mapping[Span, Span] = MappingProxyType({})


@dataclass(slots=True)
class Person:
    """One person of a document while its names are being gathered."""

    name: PersonName
    mentions: list[tuple[Span, str]] = field(default_factory=list)  # where, and the form: name · short
    forms: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)

    def take(self, span: Span, written: str, name: PersonName) -> None:
        """Add one more mention."""
        short = len(name.words) < 2 and not (name.peer and name.place)
        self.mentions.append((span, "short" if short else "name"))
        if written not in self.forms:
            self.forms.append(written)
        self.titles |= set(name.titles)
        self.genders |= {name.gender} if name.gender else set()
        if name.surname:
            self.surnames.add(fold(name.surname))
        if fuller(name, self.name):
            self.name = name

    def may_be(self, name: PersonName) -> bool:
        """Whether the titles of a mention allow that it means this person."""
        return not (name.gender and self.genders and name.gender not in self.genders)

    def of_generation(self, name: PersonName) -> bool:
        """Whether a mention of the same name is not of the other one of father and son."""
        told = {person_name(form).generation for form in self.forms} - {""}
        return not (told and name.generation and name.generation not in told)


def fuller(left: PersonName, right: PersonName) -> bool:
    """Whether the first of two names of one person says more."""
    if bool(left.given) != bool(right.given):
        return bool(left.given)
    return (len(left.words), bool(left.place), len("".join(left.words))) > (
        len(right.words),
        bool(right.place),
        len("".join(right.words)),
    )


def same_given(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the given names of two people with one surname can be one person's: Ros and Rosalind, J. and Jane."""
    if not left or not right:
        return True
    a, b = fold(left[0]).rstrip("."), fold(right[0]).rstrip(".")
    if a in map(fold, right[1:]) or b in map(fold, left[1:]):
        return True  # known by a middle name
    return a == b or (len(min(a, b, key=len)) in (1, 3, 4, 5) and (a.startswith(b) or b.startswith(a)))


def people(found: Iterable[tuple[Span, str]], apart: Mapping[Span, Span] = NOBODY) -> list[Person]:
    """The people that these mentions, given as place and words, mean; in order of first mention.

    `apart` says of a mention which other one the text's own words tell to be somebody else: "his son, Ian Corder".
    """
    mentions = [(span, written, person_name(written)) for span, written in sorted(found)]
    cast: list[Person] = []
    for span, written, name in mentions:
        if (name.given and name.surname) or (name.peer and name.surname):
            _full(_allowed(cast, apart.get(span)), cast, (span, name)).take(span, written, name)
    for span, written, name in mentions:
        if not ((name.given and name.surname) or (name.peer and name.surname)):
            _short(_allowed(cast, apart.get(span)), cast, (span, name)).take(span, written, name)
    for person in cast:
        person.mentions.sort()
    return sorted(cast, key=lambda p: p.mentions[0])


def _allowed(cast: list[Person], other: Span | None) -> list[Person]:
    """Those who are not the one that a mention is told apart from."""
    return [p for p in cast if other not in (span for span, _ in p.mentions)] if other is not None else cast


def _full(among: Sequence[Person], cast: list[Person], mention: tuple[Span, PersonName]) -> Person:
    span, name = mention
    if named := [p for p in among if fold(p.name.full) == fold(name.full) and p.of_generation(name)]:
        return latest(named, span)
    surname = fold(name.surname)
    alike = [p for p in among if surname in p.surnames and p.may_be(name) and same_given(p.name.given, name.given)]
    alike = alike if among is cast else []  # one told apart joins nobody of another name
    if len(alike) == 1 and (name.peer or alike[0].name.peer or name.given):
        return alike[0]
    cast.append(Person(name))
    return cast[-1]


def _short(among: Sequence[Person], cast: list[Person], mention: tuple[Span, PersonName]) -> Person:
    span, name = mention
    key = fold(name.words[0] if name.by_given_name else " ".join(name.words)) if name.words else ""
    by_surname = [p for p in among if key in p.surnames and p.may_be(name)] if not name.by_given_name else []
    by_given = [p for p in among if key in {fold(g) for g in p.name.given} and p.may_be(name)]
    if name.by_given_name:
        knighted = [p for p in by_given if p.name.by_given_name or p.titles & {"Sir", "Dame"} or p.name.peer]
        by_given = knighted or by_given
    for alike in (by_surname, by_given if not name.titles or name.by_given_name else []):
        if alike:
            return latest(alike, span)
    for person in among:
        if fold(person.name.full) == fold(name.full) and person.may_be(name):
            return person
    cast.append(Person(name))
    return cast[-1]


def latest(alike: Sequence[Person], span: Span) -> Person:
    """Whoever of several was named last before `span`, or first of all."""
    before = [
        (max(s for s, _ in p.mentions if s < span), i)
        for i, p in enumerate(alike)
        if p.mentions and min(p.mentions)[0] < span
    ]
    return alike[max(before)[1]] if before else alike[0]
