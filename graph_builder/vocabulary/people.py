"""What registers know beforehand of people: their names, and what they were when; and a register as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from graph_builder.model import Skipped
from graph_builder.vocabulary.registers import Entry, Known

__all__ = ["KnownPerson", "Membership", "Register", "covers", "known_from", "known_of", "plain_known"]


@dataclass(frozen=True, slots=True)
class Membership:
    """A post held, a seat sat for or a party belonged to, as a register has it."""

    organisation: str | None = None  # IRI
    post: str | None = None  # "Secretary of State for Education"; nothing for a plain member
    area: str | None = None  # constituency, ward
    start: str | None = None  # as precise as is known
    end: str | None = None

    def at(self, date: str | None) -> bool:
        """Whether it was held at a date, as far as is known; at an unknown date it may have been."""
        return covers(self.start, self.end, date)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whom a register knows."""

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
    gender: str | None = None  # "f" or "m"
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """All that the registers of one build know: bodies, posts and people."""

    entries: tuple[Entry, ...] = ()  # bodies and posts
    people: tuple[KnownPerson, ...] = ()
    known: Known = field(default_factory=Known)  # those of the bodies and posts whose names can be only their own
    skipped: tuple[Skipped, ...] = ()  # what could not be used, and why

    def by_iri(self) -> Mapping[str, Entry]:
        """The bodies and posts by their IRIs."""
        return {entry.iri: entry for entry in self.entries}


def covers(start: str | None, end: str | None, date: str | None) -> bool:
    """Whether a time, open where it has no date, holds a date; dates are compared as far as both are precise.

    >>> covers("2019", "2020-03", "2020-03-31"), covers("2021", None, "2020-12-31")
    (True, False)
    """
    if date is None:
        return True
    after = start is None or start[: len(date)] <= date[: len(start)]
    return after and (end is None or end[: len(date)] >= date[: len(end)])


def known_of(entries: Iterable[Entry]) -> Known:
    """The bodies and posts with the digest that stands for them; none have the empty one."""
    import json
    from hashlib import sha256

    ordered = tuple(sorted(entries, key=lambda entry: entry.iri))
    if not ordered:
        return Known()
    told = json.dumps([asdict(entry) for entry in ordered], sort_keys=True)
    return Known(sha256(told.encode()).hexdigest(), ordered)


def plain_known(known: Known) -> list[dict[str, object]]:
    """The bodies and posts as plain values, for a file."""
    return [asdict(entry) for entry in known.entries]


def known_from(plain: Iterable[Mapping[str, object]]) -> Known:
    """The bodies and posts again."""
    lists = ({name: tuple(v) if isinstance(v, list) else v for name, v in entry.items()} for entry in plain)
    return known_of(Entry(**entry) for entry in lists)  # type: ignore[arg-type]
