"""Registers put together: one entry for each IRI, none beside one of `ontology/`, no form that means two bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph_builder.model import Skipped
from graph_builder.names import fold
from graph_builder.registers.source import Found, names_a_body
from graph_builder.vocabulary import Entry, own_register
from graph_builder.vocabulary.people import KnownPerson, Register, known_of

__all__ = ["joined"]


def joined(found: Sequence[Found], skipped: Iterable[Skipped]) -> Register:
    """What all of the files know, each body, post and person once."""
    every = [entry for told in found for entry in told.entries]
    same = _same_as_own(every)
    entries: dict[str, Entry] = {each.iri: each for each in own_register()}
    for entry in every:
        moved = _moved(entry, same)
        before = entries.get(moved.iri)
        entries[moved.iri] = _both(before, moved) if before else moved
    told_of = {same.get(entry.iri, entry.iri) for entry in every}
    in_order = tuple(entries[iri] for iri in sorted(told_of))
    people = _people((person for told in found for person in told.people), same)
    return Register(in_order, people, known_of(_unmistakable(in_order)), tuple(skipped))


def _people(found: Iterable[KnownPerson], same: Mapping[str, str]) -> tuple[KnownPerson, ...]:
    """Each person once, a member of bodies by what they go by."""
    people: dict[str, KnownPerson] = {}
    for each in found:
        person = _member_of_own(each, same)
        before = people.get(person.iri)
        people[person.iri] = _one(before, person) if before else person
    return tuple(people[iri] for iri in sorted(people))


def _member_of_own(person: KnownPerson, same: Mapping[str, str]) -> KnownPerson:
    if not any(held.organisation in same for held in person.memberships):
        return person
    held = (replace(m, organisation=same.get(m.organisation or "", m.organisation)) for m in person.memberships)
    return replace(person, memberships=tuple(held))


def _same_as_own(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Of bodies and posts that `ontology/` knows by the same name, what they go by there."""
    own = _own_forms()
    same = {}
    for entry in entries:
        theirs = own.get((entry.type, fold(entry.name)))
        if theirs and theirs.iri != entry.iri and (entry.kind in (None, "other", theirs.kind)):
            same[entry.iri] = theirs.iri
    return same


def _own_forms() -> dict[tuple[str, str], Entry]:
    forms: dict[tuple[str, str], Entry] = {}
    for entry in own_register():
        for form in (entry.name, *entry.aliases, *entry.adjectives, *entry.members):
            forms.setdefault((entry.type, fold(form)), entry)
    return forms


def _moved(entry: Entry, same: Mapping[str, str]) -> Entry:
    """The entry under what it goes by."""
    return replace(
        entry,
        iri=same.get(entry.iri, entry.iri),
        organisation=same.get(entry.organisation or "", entry.organisation),
        parents=tuple(same.get(iri, iri) for iri in entry.parents),
        successors=tuple(same.get(iri, iri) for iri in entry.successors),
    )


def _both(first: Entry, second: Entry) -> Entry:
    """Two accounts of one body or post: the first, with the other forms of the second."""
    forms = (*first.aliases, *(form for form in (second.name, *second.aliases) if form != first.name))
    return replace(
        first,
        aliases=tuple(dict.fromkeys(forms)),
        kind=first.kind or second.kind,
        start=first.start or second.start,
        end=first.end or second.end,
    )


def _one(before: KnownPerson, person: KnownPerson) -> KnownPerson:
    """Two accounts of one person: the first, with the other names and memberships of the second."""
    names = dict.fromkeys((*before.aliases, person.name, *person.aliases))
    held = tuple(dict.fromkeys((*before.memberships, *person.memberships)))
    aliases = tuple(name for name in names if name != before.name)
    return replace(before, aliases=aliases, gender=before.gender or person.gender, memberships=held)


def _unmistakable(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The bodies and posts that a text can name, each by the forms that are its alone."""
    forms = _own_forms()
    owners = Counter((e.type, f) for e in entries for f in {fold(form) for form in (e.name, *e.aliases)})
    own = {each.iri: each for each in own_register()}

    def alone(entry: Entry, form: str) -> bool:
        theirs = forms.get((entry.type, fold(form)))
        return theirs.iri == entry.iri if theirs else owners[entry.type, fold(form)] == 1

    for entry in entries:
        if alone(entry, entry.name) and (entry.type == "post" or names_a_body([entry.name])):
            plain = replace(entry, aliases=tuple(form for form in entry.aliases if alone(entry, form)))
            if own.get(entry.iri) != plain:
                yield plain
