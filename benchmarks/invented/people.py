"""How papers name people: in full with a post, with a surname and a post, by a short name, as a peer, or plainly."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from benchmarks.invented.names import SHORT
from benchmarks.invented.paper import Paper
from benchmarks.invented.world import COMMONS, LORDS, Body, Person, Post
from graph_builder.model import EntityType, Span

__all__ = ["Naming", "named"]

TITLES = {"f": "Ms", "m": "Mr"}


@dataclass(slots=True)
class Naming:
    """How a document names someone: words for the first mention and for later ones, and what the first says of them."""

    person: Person
    way: str  # what kind of naming it is, for the tables of what went wrong
    words: str
    form: str  # the name in them
    later: str
    roles: list[dict[str, Any]] = field(default_factory=list)

    def enter(self, paper: Paper, span: Span) -> str:
        """The person and their roles are in the paper; who they are there."""
        title = self.form.split()[0] if self.form.split()[0] in FULL_TITLES else None
        more = {"title": FULL_TITLES.get(title or ""), "fullest": _bare(self.form)}
        told = paper.name(self.person, EntityType.PERSON, self.form, **more)
        for role in self.roles:
            body = role.get("organisation")
            post = role["post"]
            rest = {k: v for k, v in role.items() if k not in ("organisation", "post", "form")}
            organisation = paper.body(body, role.get("form")) if body else None
            paper.role(span, told, post, organisation=organisation, **rest)
        return told


FULL_TITLES = {
    "Cllr": "Councillor",
    "Sir": "Sir",
    "Dame": "Dame",
    "Lord": "Lord",
    "Lady": "Lady",
    "Mr": "Mr",
    "Ms": "Ms",
}


def _bare(form: str) -> str:
    """A name without a courtesy title, where more than a surname is left."""
    first, _, rest = form.partition(" ")
    return rest if first in ("Cllr", "Sir", "Dame", "Mr", "Ms") and " " in rest else form


def named(person: Person, year: int, rng: Random) -> Naming:
    """One of the ways in which a paper of that year may name them."""
    if person.peer_since <= year:
        return _peer(person, rng)
    naming = _plain(person, rng)
    draw = rng.random()
    if draw < 0.12 or person.sort == "citizen":
        return naming
    tell = {"mp": _mp, "minister": _minister, "officer": _officer, "councillor": _councillor}[person.sort]
    if draw > 0.88:
        naming = Naming(person, "surname", f"{TITLES[person.gender]} {person.last}", "", naming.later)
        naming.form = naming.words
    return tell(naming, year, rng)


def _plain(person: Person, rng: Random) -> Naming:
    """By the full name, which may be a short one, or have a middle initial or a title."""
    first, way = person.first, "full name"
    if first in SHORT and rng.random() < 0.15:
        first, way = SHORT[first], "short given name"
    elif rng.random() < 0.02:
        first, way = f"{first[0]}.", "initial"
    middle = f" {person.middle}." if person.middle and rng.random() < 0.5 else ""
    title = f"{person.title} " if person.title and rng.random() < 0.7 else ""
    form = f"{title}{first}{middle} {person.last}"
    later = f"{TITLES[person.gender]} {person.last}"
    return Naming(person, "middle initial" if middle else way, form, form, later)


def _peer(person: Person, rng: Random) -> Naming:
    """By the title, with or without the place; sometimes with the name from before."""
    title = "Lady" if person.gender == "f" else "Lord"
    form = f"{title} {person.last}"
    lords: dict[str, Any] = {"post": "Member of the House of Lords", "organisation": LORDS}
    if person.sort == "peer":
        words = f"{form} of {person.seat}" if rng.random() < 0.5 else form
        return Naming(person, "peer", words, words, form, [lords])
    if rng.random() < 0.15:
        full = _plain(person, rng)
        return Naming(person, "name before and peerage", f"{full.form}, now {form},", full.form, form, [lords])
    former = {"post": "Member of Parliament", "organisation": COMMONS, "area": person.seat, "status": "former"}
    words = f"{form}, the former MP for {person.seat},"
    return Naming(person, "ennobled, with the seat", words, form, form, [lords, former])


def _mp(naming: Naming, year: int, rng: Random) -> Naming:
    """With the seat, the party, or both."""
    person, party = naming.person, naming.person.party(year)
    assert party is not None  # noqa: S101 - every MP of the world has one
    seat: dict[str, Any] = {"post": "Member of Parliament", "organisation": COMMONS, "area": person.seat}
    member: dict[str, Any] = {"post": "member", "organisation": party, "form": party.adjective}
    draw = rng.random()
    if draw < 0.5:
        words, roles, way = f", the {party.adjective} MP for {person.seat},", [seat, member], "MP with seat and party"
    elif draw < 0.75:
        words, roles, way = f", MP for {person.seat},", [seat], "MP with seat"
    else:
        post = {k: v for k, v in seat.items() if k != "area"}
        words, roles, way = f"{party.adjective} MP {naming.form}", [post, member], "MP with party"
        return replace(naming, way=f"{naming.way}, {way}", words=words, roles=roles)
    return replace(naming, way=f"{naming.way}, {way}", words=naming.form + words, roles=roles)


def _minister(naming: Naming, year: int, rng: Random) -> Naming:
    """With the office, or as any MP."""
    post = naming.person.post(year)
    if post is None or rng.random() < 0.3:
        return _mp(naming, year, rng)
    words = f"The {post.words}, {naming.form}," if rng.random() < 0.5 else f"{naming.form}, the {post.words},"
    return replace(naming, way=f"{naming.way}, minister", words=words, roles=[{"post": post.words}])


def _officer(naming: Naming, year: int, rng: Random) -> Naming:
    """With the post and the body; sometimes with the one held before."""
    post = naming.person.post(year)
    assert post is not None and post.body is not None  # noqa: S101, PT018 - every officer has one
    before = naming.person.posts[0]
    if before is not post and rng.random() < 0.2:
        words = f"{naming.form}, a former {_in_body(before, year)},"
        return _with_post(naming, "former officer", words, before, "former")
    if post.body.short and rng.random() < 0.3:
        told = _with_post(naming, "officer of an acronym", f"{naming.form}, {post.body.short}’s {post.words},", post)
        told.roles[0]["form"] = post.body.short
        return told
    return _with_post(naming, "officer", f"{naming.form}, {_in_body(post, year)},", post)


def _in_body(post: Post, year: int) -> str:
    body: Body | None = post.body
    assert body is not None  # noqa: S101
    name = body.name(year)
    return f"{post.words} of {name if body.whole or body.kind == 'company' else f'the {name}'}"


def _with_post(naming: Naming, way: str, words: str, post: Post, status: str = "current") -> Naming:
    role = {"post": post.words, "organisation": post.body, "status": status}
    return replace(naming, way=f"{naming.way}, {way}", words=words, roles=[role])


def _councillor(naming: Naming, year: int, rng: Random) -> Naming:
    """As Cllr, with a post in the council or a party."""
    person, post, party = naming.person, naming.person.post(year), naming.person.party(year)
    assert post is not None and post.body is not None and party is not None  # noqa: S101, PT018
    form = f"Cllr {_bare(naming.form)}" if " " in _bare(naming.form) else f"Cllr {person.last}"
    form = f"Cllr {person.last}" if naming.way == "surname" else form
    cllr: dict[str, Any] = {"post": "councillor"}
    told = replace(naming, form=form, later=f"Cllr {person.last}")
    if rng.random() < 0.3:
        member = {"post": "member", "organisation": party, "form": party.adjective}
        full = replace(naming, words=f"{naming.form}, a {party.adjective} councillor,", roles=[cllr, member])
        return replace(full, way=f"{naming.way}, councillor with party")
    if rng.random() < 0.3:
        return replace(told, way=f"{naming.way}, councillor", words=form, roles=[cllr])
    role = {"post": post.words, "organisation": post.body}
    words = f"{form}, {post.words} of {post.body.name(year)},"
    return replace(told, way=f"{naming.way}, councillor with council", words=words, roles=[cllr, role])
