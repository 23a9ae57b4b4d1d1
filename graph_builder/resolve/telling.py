"""What each document tells of its referents, as accounts with traits that can be compared.

Organisations come first, people next, events last: what is told of a person names bodies, what is told of an event
names both, by the entities that they were found to be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from graph_builder import vocabulary
from graph_builder.model import Document, Entity, EntityType, Event, Extraction, Referent
from graph_builder.names import PersonName, fold, peerage, person_name
from graph_builder.resolve.against import COMMON
from graph_builder.resolve.beside import Beside
from graph_builder.resolve.body_names import branch_keys, is_acronym, own_names
from graph_builder.resolve.judge import Account, Side
from graph_builder.resolve.offices import is_common, month, office, post_of
from graph_builder.resolve.wording import SMALL, content

__all__ = ["bodies_told", "events_told", "named", "people_told", "telling_post"]

TITLES = {"Lord": "m", "Baron": "m", "Viscount": "m", "Earl": "m", "Marquess": "m"}  # any other peerage: "f"
# Titles that a son or a daughter may bear after their parent.
HEREDITARY = frozenset("Duke Duchess Marquess Marchioness Earl Countess Viscount Viscountess".split())
# Kinds of bodies so small that two people of one surname in them are seldom two.
SMALL_KINDS = frozenset(["charity", "coalition", "inquiry", "other", "parliamentary-group", "think-tank", None])
LED = frozenset(["review", "campaign", "founding"])
LEADING = ("chair", "organiser")  # roles of the one person whose name a review goes by
PUT_OFF = re.compile(r"\b(?:postpon|reschedul|defer|delay|put (?:off|back)|moved (?:to|back))", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:about|asking|over|calling (?:on|for)|demanding|urging|warning|to (?:ask|discuss|urge))\b([^.;]+)"
)
Traits = dict[str, set[str]]


def bodies_told(extraction: Extraction, document: Document) -> Iterator[Account]:
    """Each organisation of a document, with who holds posts in it, and the other names beside it."""
    beside = Beside(document, extraction)
    people = {r.id: fold(r.name) for r in extraction.referents if r.type is EntityType.PERSON}
    holders: dict[str, set[str]] = defaultdict(set)
    posted: set[str] = set()
    for role in extraction.roles:
        if " " in people.get(role.person, ""):
            (holders[role.organisation] if role.organisation else posted).add(people[role.person])
    for referent in _of_type(extraction, EntityType.ORGANISATION):
        forms = tuple(dict.fromkeys((referent.name, *referent.forms)))
        short = frozenset(form.replace(".", "") for form in forms if is_acronym(form))
        traits = {"holder": frozenset(holders[referent.id]), "form": frozenset(forms), "name": own_names(forms)}
        traits |= {"beside": frozenset(beside.names(referent)), "worded": frozenset(beside.worded)}
        traits |= {"posted": frozenset(posted), "branch": frozenset(key for f in forms for key in branch_keys(f))}
        traits |= beside.fate(referent)
        yield Account(
            extraction.source, referent, traits | {"explained": short if len(short) < len(forms) else frozenset()}
        )


def people_told(extraction: Extraction, entity_of: Mapping[Side, Entity], document: Document) -> Iterator[Account]:
    """Each person of a document, with the names, posts, bodies, party and seat that it gives them, and when.

    The bodies that it names help to tell people apart, but for its publisher, which it names whoever it is about.
    """
    traits = _held(extraction, entity_of, month(document.published))
    for person, words in _led(extraction):
        traits[person]["led"] |= words
    bodies = (entity_of[extraction.source, r.id] for r in _of_type(extraction, EntityType.ORGANISATION))
    publisher = fold(document.publisher or "")
    named = {b.slug for b in bodies if not b.known and "-" in b.slug and fold(b.name) != publisher}
    beside = Beside(document, extraction)
    for referent in _of_type(extraction, EntityType.PERSON):
        told = traits[referent.id]
        told["named"] = named
        _name(referent, told)
        told["beside"], told["worded"] = beside.names(referent), beside.worded
        told["subject"] = set(beside.subject(referent))
        told["namesake"] = beside.namesakes(referent)
        told["kin"] = beside.kin(referent)
        told["generation"] |= beside.generation(referent)
        told["born"], told["died"] = beside.born(referent), beside.died(referent)
        told["published"] = {document.published[:4]} if document.published else set()
        yield Account(extraction.source, referent, {name: frozenset(values) for name, values in told.items()})


def _led(extraction: Extraction) -> Iterator[tuple[str, frozenset[str]]]:
    """Whoever leads a review or a campaign, or founds something, with the words that tell it from others."""
    events = {r.id: r for r in extraction.referents if r.kind in LED}
    people = {r.id: r for r in _of_type(extraction, EntityType.PERSON)}
    for part in extraction.participations:
        if part.event in events and part.agent in people and part.role in ("chair", "founder"):
            yield part.agent, content(events[part.event].name) - COMMON - content(people[part.agent].name)


def _held(extraction: Extraction, entity_of: Mapping[Side, Entity], told_in: int | None) -> dict[str, Traits]:
    """What each person is: posts, the bodies they are in, parties and seats."""
    traits: dict[str, Traits] = defaultdict(lambda: defaultdict(set))
    for role in extraction.roles:
        body = entity_of.get((extraction.source, role.organisation or ""))
        told = traits[role.person]
        if body is not None and body.kind == "political-party":
            told["party"].add(body.slug)
        elif body is not None and body.kind != "legislature":
            told["body"].add(body.slug)
            if body.kind in SMALL_KINDS:
                told["small-body"].add(body.slug)
        if role.post != "member":
            post = post_of(role.post)
            told["common-post" if is_common(post) else "post"].add(post)
            told["office"].add(office(role, post, body.slug if body is not None else "", told_in))
        if role.area and role.post == "Member of Parliament":
            told["seat"].add(fold(role.area))
    return traits


def events_told(extraction: Extraction, entity_of: Mapping[Side, Entity], document: Document) -> Iterator[Account]:
    """Each event of a document, with its date and place and those who took part."""
    agents = _took_part(extraction, entity_of)
    starts = {e.event: e.start for e in extraction.events}
    for event in extraction.events:
        agents[event.event]["fate"].add(_fate(event, document))
        agents[event.event]["about"].update(_about(event, document))
        if event.place:
            agents[event.event]["where"].add(fold(event.place))
        if document.published:
            agents[event.event]["published"].add(document.published[:4])
            agents[event.event]["told"].add(document.published)
    for referent in _of_type(extraction, EntityType.EVENT):
        traits = {name: frozenset(values) for name, values in agents[referent.id].items()}
        yield Account(extraction.source, referent, traits, starts.get(referent.id))


def _took_part(extraction: Extraction, entity_of: Mapping[Side, Entity]) -> dict[str, Traits]:
    """For each event who took part, by role, what they are called, the inquiries among them, and who leads it."""
    told: dict[str, Traits] = defaultdict(lambda: defaultdict(set))
    for part in extraction.participations:
        agent = entity_of.get((extraction.source, part.agent))
        if agent is None:
            continue
        traits, who = told[part.event], f"{agent.type.value}/{agent.slug}"
        traits["called"].update(fold(agent.name).split())
        if agent.kind == "inquiry":
            traits["inquiry"].add(agent.name)
        if agent.type is EntityType.PERSON and part.role in LEADING:
            traits["led"].add(fold(person_name(agent.name).surname))
            traits["leader"].update(content(agent.name))
        if agent.kind not in ("government", "legislature"):  # they take part in so much that they are no tie
            traits["agent"].add(who)
        if agent.kind not in ("government", "government-department"):  # a department acts for the government
            traits[part.role].add(who)
    return told


def _fate(event: Event, document: Document) -> str:
    """Whether an event is told to have been held, or to be planned, called off, or put off until later."""
    if event.cancelled:
        return "put off" if PUT_OFF.search(event.evidence.of(document.text)) else "called off"
    return "planned" if event.planned else "held"


def _about(event: Event, document: Document) -> frozenset[str]:
    """The words of its sentence that say what a letter or a meeting was about."""
    found = ABOUT.search(event.evidence.of(document.text))
    return content(found[1]) - SMALL if found else frozenset()


def _of_type(extraction: Extraction, wanted: EntityType) -> list[Referent]:
    return [r for r in extraction.referents if r.type is wanted]


def _name(referent: Referent, told: Traits) -> None:
    """Add what the names of a person tell: full names, other names, the gender of titles, elder or younger, place."""
    names = [person_name(form) for form in dict.fromkeys((referent.name, *referent.forms))]
    titles = (referent.title,) if referent.title else ()
    for name in names:
        if full := _full(name):
            told["name"].add(full)
        if (full or len(names) == 1) and name.gender:
            told["gender"].add(name.gender)
        if name.generation:
            told["generation"].add(name.generation)
        if name.peer in HEREDITARY:
            told["hereditary"].add(fold(name.full))
        if name.peer and name.place:
            told["place"].add(fold(name.place))
    told["rank"] = {t for t in (*titles, *(t for name in names for t in name.titles)) if t in ranks()}
    if titles and not told["gender"] and (gender := PersonName(titles).gender):
        told["gender"].add(gender)
    if referent.gender:
        told["pronoun"].add(referent.gender)
    told["known-as"] = _known_as(names)


@cache
def ranks() -> frozenset[str]:
    """Titles before names whose bearer holds the post of that name: "Sergeant"."""
    return frozenset(each.label for each in vocabulary.concepts("personal-title") if each.tells_post)


def _full(name: PersonName) -> str:
    """A full name: given name and surname, or a peerage; an initial and a surname are less."""
    if name.peer and not name.given:
        return f"{TITLES.get(name.peer, 'f')}-peer {fold(' '.join(name.words)) or 'of ' + fold(name.place)}"
    words = fold(" ".join(name.words)).split()
    return " ".join(words) if len(words) > 1 and (len(words[0]) > 1 or len(words) > 2) else ""


def _known_as(names: list[PersonName]) -> set[str]:
    """Surname and given names, a tab between; a bare surname only where there is nothing fuller."""
    fuller: set[str] = set()
    bare: set[str] = set()
    for name in names:
        if surname := fold(name.surname):
            given = () if name.peer in peerage() and len(name.words) == 1 else tuple(fold(g) for g in name.given)
            (fuller if given or name.peer else bare).add(f"{surname}\t{' '.join(given)}")
    return fuller or bare


def named(referent: Referent) -> dict[str, frozenset[str]]:
    """What the names of a person tell, as traits: also of somebody whom no document names yet."""
    told: Traits = defaultdict(set)
    _name(referent, told)
    return {name: frozenset(values) for name, values in told.items()}


def telling_post(words: str) -> str:
    """A post, folded and without whose it is; nothing where it is one that many hold."""
    post = post_of(words)
    return "" if is_common(post) else post
