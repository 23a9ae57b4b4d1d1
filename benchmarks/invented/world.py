"""Who and what there is in the invented country: people with their posts over the years, bodies, and what happens.

A world has matters ("Ferries in Tarlgate"), each with its bodies, people and events, as an archive has; some people go
from one matter to another, some share their names, some change their party, become peers or are known by a short name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from benchmarks.invented.names import CAUSES, FIRST, PLACES, SURNAMES, THINGS, TRADES, WORDS, Favourites

__all__ = ["COMMONS", "PARTIES", "YEARS", "Body", "Happening", "Matter", "Person", "Post", "World", "invent"]

YEARS = range(2031, 2037)
MEMBERS = 40  # documents to one matter, more or less
UNIONS = ("National Union", "Royal College", "Association", "Federation")
OFFICES = "chief executive|director|chair|policy manager|head of research|treasurer|general secretary".split("|")


@dataclass(frozen=True, slots=True)
class Body:
    """A body, its names by the year from which it bears them, and what a register knows it as."""

    key: str
    kind: str
    names: tuple[tuple[int, str], ...]
    short: str = ""  # an acronym
    known: str | None = None
    adjective: str = ""  # of a party's members
    whole: str = ""  # the key of the body that it is a branch of

    def name(self, year: int) -> str:
        """What it is called then."""
        return [name for since, name in self.names if since <= year][-1]


UK = "https://w3id.org/onrecord/uk#"
COMMONS = Body("commons", "legislature", ((0, "House of Commons"),), known=f"{UK}house-of-commons")
LORDS = Body("lords", "legislature", ((0, "House of Lords"),), known=f"{UK}house-of-lords")
PARTIES = tuple(
    Body(name.casefold(), "political-party", ((0, full),), known=UK + iri, adjective=name)
    for name, full, iri in (
        ("Labour", "Labour Party", "labour-party"),
        ("Conservative", "Conservative Party", "conservative-party"),
        ("Liberal Democrat", "Liberal Democrats", "liberal-democrats"),
    )
)


@dataclass(frozen=True, slots=True)
class Post:
    """A post, whose it is, and from which year it is held."""

    words: str
    body: Body | None
    since: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone, and what they are over the years."""

    key: str
    sort: str  # mp · minister · councillor · officer · peer · citizen
    first: str
    last: str
    gender: str
    middle: str = ""
    title: str = ""
    seat: str = ""  # of an MP; of a peer the place in the title
    parties: tuple[tuple[int, Body], ...] = ()
    posts: tuple[Post, ...] = ()
    peer_since: int = 9999

    @property
    def full(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"

    def post(self, year: int) -> Post | None:
        """The post held then."""
        return next((p for p in reversed(self.posts) if p.since <= year), None)

    def party(self, year: int) -> Body | None:
        """The party belonged to then."""
        return next((body for since, body in reversed(self.parties) if since <= year), None)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens once, on one day."""

    key: str
    kind: str  # vote · letter · review · publication · meeting
    date: str
    subject: str  # the bill, the review, what a letter is about
    stage: str = ""  # second reading · third reading · interim · final
    by: Person | Body | None = None
    to: Person | Body | None = None


@dataclass(slots=True)
class Matter:
    """What a part of the documents are about."""

    cause: str
    place: str
    bodies: list[Body] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


@dataclass(slots=True)
class World:
    """All of it."""

    matters: list[Matter]

    @property
    def people(self) -> dict[str, Person]:
        """Everyone, by key."""
        return {p.key: p for m in self.matters for p in m.people}

    @property
    def bodies(self) -> dict[str, Body]:
        """Every body, by key."""
        return {b.key: b for m in self.matters for b in m.bodies}

    @property
    def happenings(self) -> dict[str, Happening]:
        """Every event, by key."""
        return {h.key: h for m in self.matters for h in m.happenings}


def invent(documents: int, seed: int = 7) -> World:
    """A world of about a fourth as many people as there are to be documents."""
    rng = Random(seed)  # noqa: S311 - no secret
    maker = _Maker(rng, max(documents // 4, 10))
    return World([maker.matter(number) for number in range(max(documents // MEMBERS, 1))])


class _Maker:
    """What is needed while a world is made."""

    def __init__(self, rng: Random, people: int) -> None:
        self.rng = rng
        surnames = list(SURNAMES)
        rng.shuffle(surnames)
        self.last = Favourites(surnames[: max(people, 100)], 60)
        self.first = {gender: Favourites(names, 6) for gender, names in FIRST.items()}
        self.made: list[Person] = []
        self.known: dict[str, Body] = {}  # by name: no two bodies share one
        self.meetings: dict[tuple[str, int], Happening] = {}  # by body and year
        self.bills: set[str] = set()
        self.ministers: dict[str, Person] = {}  # by cause
        self.numbers = 0

    def key(self, letter: str) -> str:
        self.numbers += 1
        return f"{letter}{self.numbers}"

    def matter(self, number: int) -> Matter:
        rng = self.rng
        matter = Matter(CAUSES[number % len(CAUSES)], rng.choice(PLACES))
        matter.bodies = list(self.bodies(matter))
        sorts = "mp mp mp officer officer officer councillor peer citizen".split()
        matter.people = [self.minister(matter), *(self.person(sort, matter) for sort in sorts)]
        fates = ["closure", "future"]
        matter.topics = [f"the {rng.choice(fates)} of {matter.place} {thing}" for thing in rng.sample(THINGS, 3)]
        matter.topics.append(f"the {self.bill(matter.cause)}")
        matter.happenings = list(self.happenings(matter))
        return matter

    def bodies(self, matter: Matter) -> Iterator[Body]:
        """A department, a council, charities, a union and a company; some of them are in other matters as well."""
        rng, cause, place = self.rng, matter.cause, matter.place
        home = f"{place} " if rng.random() < 0.6 else ""
        yield self.body(f"Department for {cause}", "government-department")
        yield self.body(f"{place} {rng.choice(['Council', 'County Council', 'Borough Council'])}", "local-authority")
        yield self.body(f"{home}{rng.choice(WORDS)} {rng.choice(['Trust', 'Foundation', 'Alliance'])}", "charity")
        union = self.body(f"{rng.choice(UNIONS)} of {rng.choice(TRADES)}", "professional-body")
        yield union
        yield self.body(f"{rng.choice(['Campaign', 'Action', 'National Council'])} for {cause}", "charity")
        yield self.body(f"{rng.choice(PLACES)} {rng.choice(['Water', 'Ferries', 'Homes', 'Energy'])}", "company")
        if rng.random() < 0.5:
            branch = f"{union.short or union.names[0][1]} {rng.choice(['Wales', 'Scotland'])}"
            yield replace(self.body(branch, "professional-body"), whole=union.key)

    def body(self, name: str, kind: str) -> Body:
        """The body of that name; some charities are renamed."""
        if name not in self.known:
            initials = "".join(w[0] for w in name.split() if w[0].isupper())
            abbreviated = kind in ("professional-body", "charity") and (" of " in name or " for " in name)
            names = [(0, name)]
            if kind == "charity" and not abbreviated and self.rng.random() < 0.3:
                names.append((2034, f"{self.rng.choice(PLACES)} {self.rng.choice(WORDS)} Network"))
            self.known[name] = Body(self.key("b"), kind, tuple(names), initials if abbreviated else "")
        return self.known[name]

    def minister(self, matter: Matter) -> Person:
        """The one minister for a cause, in every matter of it."""
        if matter.cause not in self.ministers:
            self.ministers[matter.cause] = self.person("minister", matter)
        return self.ministers[matter.cause]

    def person(self, sort: str, matter: Matter) -> Person:
        rng, gender = self.rng, self.rng.choice("fm")
        person = Person(self.key("p"), sort, self.first[gender].pick(rng), self.last.pick(rng), gender)
        if rng.random() < 0.02 and self.made:  # a namesake
            other = rng.choice(self.made)
            person = replace(person, first=other.first, last=other.last, gender=other.gender)
        if rng.random() < 0.08:
            person = replace(person, middle=rng.choice("ABCDEFGHJKLM"))
        if rng.random() < 0.05 and sort in ("mp", "officer"):
            person = replace(person, title="Dame" if person.gender == "f" else "Sir")
        person = replace(person, **self.career(sort, matter))
        self.made.append(person)
        return person

    def career(self, sort: str, matter: Matter) -> dict[str, Any]:
        """Seat, parties and posts, as they change over the years."""
        rng, change = self.rng, self.rng.choice(YEARS[1:])
        party = rng.choice(PARTIES)
        political: dict[str, Any] = {"parties": ((0, party),), "seat": self.seat()}
        if sort == "mp":
            moved = ((0, party), (change, rng.choice(PARTIES))) if rng.random() < 0.05 else ((0, party),)
            return political | {"parties": moved, "peer_since": change if rng.random() < 0.06 else 9999}
        if sort == "minister":
            return political | {"posts": (Post(f"{matter.cause.lower()} minister", matter.bodies[0], 0),)}
        if sort == "councillor":
            words = rng.choice(["leader", "deputy leader", "cabinet member for housing"])
            return {"parties": ((0, party),), "posts": (Post(words, matter.bodies[1], 0),)}
        if sort == "peer":
            return {"seat": rng.choice(PLACES), "peer_since": 0}
        if sort == "officer":
            first = Post(rng.choice(OFFICES), rng.choice(matter.bodies[2:]), 0)
            later = Post(rng.choice(OFFICES), rng.choice(matter.bodies[2:]), change)
            return {"posts": (first, later) if rng.random() < 0.2 else (first,)}
        return {}

    def seat(self) -> str:
        """A constituency."""
        town = self.rng.choice(PLACES)
        return f"{town} {self.rng.choice(['North', 'South', 'East', 'West'])}" if self.rng.random() < 0.4 else town

    def day(self) -> str:
        """Some day of the years that the documents are of."""
        return f"{self.rng.choice(YEARS)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    def happenings(self, matter: Matter) -> Iterator[Happening]:
        rng, key = self.rng, self.key
        bill = matter.topics[-1].removeprefix("the ")
        stages = ("second reading", "third reading")
        for stage, day in zip(stages, sorted((self.day(), self.day())), strict=True):
            yield Happening(key("e"), "vote", day, bill, stage)
        writers: list[Person | Body] = [*matter.bodies[2:], *matter.people[1:]]
        for _ in range(3):
            by = rng.choice(writers)
            yield Happening(key("e"), "letter", self.day(), rng.choice(matter.topics), by=by, to=matter.people[0])
        chair = next(p for p in reversed(matter.people) if p.sort == "officer")
        days = sorted({self.day() for _ in range(3)})
        steps = ("review", "launch"), ("publication", "interim"), ("publication", "final")
        for (kind, stage), day in zip(steps, days, strict=False):
            yield Happening(key("e"), kind, day, f"{chair.last} Review", stage, matter.bodies[0], chair)
        for year in (2032, 2033, 2034):
            yield self.meeting(matter.bodies[3], year)

    def meeting(self, body: Body, year: int) -> Happening:
        """The annual meeting of a body in a year, whichever matter tells of it."""
        if (body.key, year) not in self.meetings:
            day = f"{year}-06-{self.rng.randint(1, 28):02}"
            self.meetings[body.key, year] = Happening(self.key("e"), "meeting", day, "annual meeting", by=body)
        return self.meetings[body.key, year]

    def bill(self, cause: str) -> str:
        """A bill that no other matter is about."""
        while True:
            other = self.rng.choice(CAUSES)
            name = f"{cause} and {other} Bill"
            if other != cause and name not in self.bills:
                self.bills.add(name)
                return name
