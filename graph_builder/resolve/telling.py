"""What each document tells of its referents, as accounts with traits that can be compared.

Organisations come first, people next, events last: what is told of a person names bodies, what is told of an event
names both, by the entities that they were found to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from graph_builder.model import Entity, EntityType, Extraction, Referent
from graph_builder.names import PersonName, fold, peerage, person_name
from graph_builder.resolve.bodies import is_acronym, own_names
from graph_builder.resolve.judge import Account, Side

__all__ = ["bodies_told", "events_told", "named", "people_told", "telling_post"]

SMALL = frozenset("a an and at by for from in into of on the to with".split())
# Words of posts that many hold: a post made of these alone ties nobody to anything.
COMMON_POSTS = frozenset(
    """acting adviser analyst assistant author board business campaigner chair chairman chairwoman chief co-chair
    commissioner consultant correspondent councillor county deputy director doctor editor executive farmer firms
    former founder general governor head headteacher honorary house interim joint journalist judge lawyer leader
    lecturer local lord lords manager managing member mep minister mp msp noble officer opposition owner
    parliament parliamentary patron peer person political president principal professor regional reporter
    researcher secretary senior shadow solicitor spokesman spokesperson spokeswoman state teacher treasurer
    trustee vice volunteer writer""".split()
)
TITLES = {"Lord": "m", "Baron": "m", "Viscount": "m", "Earl": "m", "Marquess": "m"}  # any other peerage: "f"
Traits = dict[str, set[str]]


def bodies_told(extraction: Extraction) -> Iterator[Account]:
    """Each organisation of a document, with who holds posts in it."""
    people = {r.id: fold(r.name) for r in extraction.referents if r.type is EntityType.PERSON}
    holders: dict[str, set[str]] = defaultdict(set)
    for role in extraction.roles:
        if role.organisation and " " in people.get(role.person, ""):
            holders[role.organisation].add(people[role.person])
    for referent in _of_type(extraction, EntityType.ORGANISATION):
        forms = tuple(dict.fromkeys((referent.name, *referent.forms)))
        short = frozenset(form.replace(".", "") for form in forms if is_acronym(form))
        traits = {"holder": frozenset(holders[referent.id]), "form": frozenset(forms), "name": own_names(forms)}
        yield Account(
            extraction.source, referent, traits | {"explained": short if len(short) < len(forms) else frozenset()}
        )


def people_told(extraction: Extraction, entity_of: Mapping[Side, Entity], publisher: str | None) -> Iterator[Account]:
    """Each person of a document, with the names, posts, bodies, party and seat that it gives them.

    The bodies that it names help to tell people apart, but for its publisher, which it names whoever it is about.
    """
    traits = _held(extraction, entity_of)
    bodies = (entity_of[extraction.source, r.id] for r in _of_type(extraction, EntityType.ORGANISATION))
    named = {b.slug for b in bodies if not b.known and "-" in b.slug and fold(b.name) != fold(publisher or "")}
    for referent in _of_type(extraction, EntityType.PERSON):
        told = traits[referent.id]
        told["named"] = named
        _name(referent, told)
        yield Account(extraction.source, referent, {name: frozenset(values) for name, values in told.items()})


def _held(extraction: Extraction, entity_of: Mapping[Side, Entity]) -> dict[str, Traits]:
    """What each person is: posts, the bodies they are in, parties and seats."""
    traits: dict[str, Traits] = defaultdict(lambda: defaultdict(set))
    for role in extraction.roles:
        body = entity_of.get((extraction.source, role.organisation or ""))
        told = traits[role.person]
        if body is not None and body.kind == "political-party":
            told["party"].add(body.slug)
        elif body is not None and body.kind != "legislature":
            told["body"].add(body.slug)
        if role.post != "member":
            post = _post(role.post)
            told["common-post" if _is_common(post) else "post"].add(post)
        if role.area and role.post == "Member of Parliament":
            told["seat"].add(fold(role.area))
    return traits


def events_told(extraction: Extraction, entity_of: Mapping[Side, Entity]) -> Iterator[Account]:
    """Each event of a document, with its date and those who took part."""
    agents: dict[str, Traits] = defaultdict(lambda: defaultdict(set))
    for part in extraction.participations:
        agent = entity_of.get((extraction.source, part.agent))
        if agent is not None:
            who = f"{agent.type.value}/{agent.slug}"
            agents[part.event]["agent"].add(who)
            if agent.kind not in ("government", "government-department"):  # a department acts for the government
                agents[part.event][part.role].add(who)
    starts = {e.event: e.start for e in extraction.events}
    for referent in _of_type(extraction, EntityType.EVENT):
        traits = {name: frozenset(values) for name, values in agents[referent.id].items()}
        yield Account(extraction.source, referent, traits, starts.get(referent.id))


def _of_type(extraction: Extraction, wanted: EntityType) -> list[Referent]:
    return [r for r in extraction.referents if r.type is wanted]


@lru_cache(maxsize=10_000)
def _post(words: str) -> str:
    """A post without whose it is: "the forum's director of policy" → "director of policy"."""
    return fold(words.replace("’", "'").rpartition("'s ")[2])


@lru_cache(maxsize=10_000)
def _is_common(post: str) -> bool:
    return {w for w in post.split() if w not in SMALL} <= COMMON_POSTS


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
        if name.peer and name.place:
            told["place"].add(fold(name.place))
    if titles and not told["gender"] and (gender := PersonName(titles).gender):
        told["gender"].add(gender)
    if referent.gender:
        told["pronoun"].add(referent.gender)
    told["known-as"] = _known_as(names)


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
    post = _post(words)
    return "" if _is_common(post) else post
