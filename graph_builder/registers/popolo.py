"""Popolo JSON, the open standard of parliaments: people, organisations, posts, areas and who was a member when.

https://www.popoloproject.com/specs/. What EveryPolitician and other publishers do with it is understood as well: an
area or a party inside a membership, a term instead of dates, a name only in its parts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_builder.errors import RegisterError
from graph_builder.registers.source import Found, Source, names_a_body
from graph_builder.vocabulary import Entry, concepts
from graph_builder.vocabulary.people import KnownPerson, Membership

__all__ = ["read_popolo"]

Item = Mapping[str, Any]
PARTS = ("persons", "organizations", "memberships", "posts", "areas", "events")
KINDS = {  # classifications as publishers write them, and the kind of organisation each means
    "party": "political-party",
    "political party": "political-party",
    "faction": "political-party",
    "legislature": "legislature",
    "chamber": "legislature",
    "parliament": "legislature",
    "ministry": "government-department",
    "department": "government-department",
    "executive": "government",
    "government": "government",
    "cabinet": "government",
    "council": "local-authority",
    "agency": "public-body",
    "union": "professional-body",
    "ngo": "charity",
}
GENDERS = {"female": "f", "f": "f", "woman": "f", "male": "m", "m": "m", "man": "m"}
PLAIN = frozenset(["member", "members", ""])  # a role that is no post
OPEN = "9999"  # how some write that a membership has not ended


def read_popolo(source: Source) -> Found:
    """What a Popolo file tells; what hangs loose in it is skipped and named."""
    try:
        told = json.loads(source.path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise RegisterError(f"the register {source.path} is no JSON: {error}") from error
    if not isinstance(told, dict) or not any(isinstance(told.get(part), list) for part in PARTS):
        raise RegisterError(f"the register {source.path} is no Popolo file: it has none of {', '.join(PARTS)}")
    file = _File(source, {part: _items(source, told, part) for part in PARTS})
    return Found(entries=[*file.bodies(), *file.posts()], people=list(file.people()))


def _items(source: Source, told: Item, part: str) -> list[Item]:
    listed = told.get(part) or []
    if not isinstance(listed, list):
        raise RegisterError(f"the register {source.path} is no Popolo file: its {part} are no list")
    for at, item in enumerate(listed):
        if not isinstance(item, dict):
            source.leave(f"of {part} are no objects", at + 1)
    return [item for item in listed if isinstance(item, dict)]


@dataclass(slots=True)
class _File:
    """A Popolo file with its parts by their ids."""

    source: Source
    parts: Mapping[str, Sequence[Item]]
    by_id: dict[str, dict[str, Item]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {part: {_text(i, "id"): i for i in self.parts[part] if _text(i, "id")} for part in PARTS}

    def bodies(self) -> Iterator[Entry]:
        """Each organisation that has a name."""
        for item in self.parts["organizations"]:
            ident, name = _text(item, "id"), _text(item, "name")
            if not (ident and name):
                self.source.leave("organizations without a name or an id", name or ident or "?")
                continue
            parent = _text(item, "parent_id")
            yield Entry(
                iri=self.source.iri("organisation", ident),
                type="organisation",
                name=name,
                aliases=tuple(a for a in names_a_body(_others(item)) if a != name),
                kind=_kind(_text(item, "classification")),
                parents=(self.source.iri("organisation", parent),) if parent in self.by_id["organizations"] else (),
                start=_text(item, "founding_date") or None,
                end=_text(item, "dissolution_date") or None,
            )

    def posts(self) -> Iterator[Entry]:
        """Each post that is no seat: those are held by many, and set apart by their areas."""
        for item in self.parts["posts"]:
            ident, name = _text(item, "id"), _text(item, "label")
            if not ident or not name or self._area(item):
                continue
            body, forms = _text(item, "organization_id"), (*_others(item), _text(item, "other_label"))
            yield Entry(
                iri=self.source.iri("post", ident),
                type="post",
                name=name,
                aliases=tuple(dict.fromkeys(form for form in forms if form and form != name)),
                organisation=self.source.iri("organisation", body) if body in self.by_id["organizations"] else None,
                start=_text(item, "start_date") or None,
                end=_text(item, "end_date") or None,
            )

    def people(self) -> Iterator[KnownPerson]:
        """Each person that has a name, with every membership."""
        held = self._held()
        for item in self.parts["persons"]:
            ident, names = _text(item, "id"), _names(item)
            if not (ident and names):
                self.source.leave("persons without a name or an id", ident or "".join(names[:1]) or "?")
                continue
            gender = GENDERS.get(_text(item, "gender").casefold())
            memberships = tuple(dict.fromkeys(held.get(ident, ())))
            yield KnownPerson(self.source.iri("person", ident), names[0], tuple(names[1:]), gender, memberships)

    def _held(self) -> dict[str, list[Membership]]:
        """The memberships of each person."""
        found: dict[str, list[Membership]] = {}
        inside = [(p, m) for p in self.parts["persons"] for m in p.get("memberships") or () if isinstance(m, dict)]
        listed = [(_text(m, "person_id"), m) for m in self.parts["memberships"]]
        for person, item in [*listed, *((_text(p, "id"), m) for p, m in inside)]:
            if person not in self.by_id["persons"]:
                self.source.leave("memberships of persons who are not there", person or _text(item, "id") or "?")
                continue
            found.setdefault(person, []).extend(self._memberships(item))
        return found

    def _memberships(self, item: Item) -> Iterator[Membership]:
        """A membership, and the party or group on whose behalf it is held, as another."""
        post = self._one("posts", item, "post_id", "post")
        term = self._one("events", item, "legislative_period_id", "legislative_period")
        start, end = (_text(item, d) or _text(post, d) or _text(term, d) for d in ("start_date", "end_date"))
        dates = start or None, end if end and not end.startswith(OPEN) else None
        area = self._area(item) or self._area(post)
        body = next(filter(None, (self._body(each, "organization_id", "organization") for each in (item, post))), None)
        role = _text(item, "role") or _text(post, "role") or _text(item, "label")
        words = role if area else _text(post, "label") or role
        words = "" if words.casefold() in PLAIN else words
        if body or words or area:
            yield Membership(body, words or None, area or None, *dates)
        behalf = self._body(item, "on_behalf_of_id", "on_behalf_of")
        if behalf:
            yield Membership(behalf, None, None, *dates)

    def _one(self, part: str, item: Item, key: str, inside: str) -> Item:
        """What a membership points at, by its id or written inside it; nothing where it hangs loose."""
        ident = _text(item, key)
        if not ident:
            within = item.get(inside)
            return within if isinstance(within, dict) else {}
        found = self.by_id[part].get(ident)
        if found is None:
            self.source.leave(f"links to {part} that are not there", ident)
        return found or {}

    def _body(self, item: Item, key: str, inside: str) -> str | None:
        body = self._one("organizations", item, key, inside)
        ident = _text(body, "id")
        return self.source.iri("organisation", ident) if ident else None

    def _area(self, item: Item) -> str:
        return _text(self._one("areas", item, "area_id", "area"), "name")


def _text(item: Item, key: str) -> str:
    """A value as text; nothing where it is not there."""
    value = item.get(key)
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _others(item: Item) -> Iterator[str]:
    for other in item.get("other_names") or ():
        if name := other if isinstance(other, str) else _text(other, "name") if isinstance(other, dict) else "":
            yield name


def _names(item: Item) -> list[str]:
    """Every name of a person, the one that they go by first; where it is told only in its parts, they are joined."""
    within = [other for other in item.get("other_names") or () if isinstance(other, dict)]
    first = sorted(within, key=lambda other: _text(other, "note") != "Main")
    parts = (" ".join(filter(None, (_text(o, "given_name"), _text(o, "family_name")))) for o in (item, *first))
    return list(dict.fromkeys(filter(None, (_text(item, "name"), *_others(item), *(p for p in parts if " " in p)))))


def _kind(classification: str) -> str | None:
    """The kind of organisation that a classification means, ours or another's; nothing where it is unknown."""
    said = classification.casefold().replace("_", " ")
    codes = {concept.code for concept in concepts("organisation-kind")}
    return KINDS.get(said) or next((code for code in (said, said.replace(" ", "-")) if code in codes), None)
