"""What registers know of those whom the documents mention, as triples of the graph of registers.

Only of these: a register may hold a hundred thousand memberships. Bodies of `ontology/` stand there as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.terms import Names, concept, date, term, text
from graph_builder.model import Identities
from graph_builder.vocabulary import Entry, own_register
from graph_builder.vocabulary.people import KnownPerson, Membership, Register

__all__ = ["known_triples"]

GENDERS = {"f": "female", "m": "male"}


def known_triples(names: Names, register: Register, identities: Identities) -> Iterator[Triple]:
    """Each entry that a document means, and the bodies that its memberships are in."""
    entries = register.by_iri()
    mentioned = {entity.known for entity in identities.entities if entity.known}
    people = [person for person in register.people if person.iri in mentioned]
    bodies = {held.organisation for person in people for held in person.memberships}
    for person in people:
        yield from _person(names, person)
    for iri in sorted((mentioned | {body for body in bodies if body}) & entries.keys()):
        yield from _entry(entries[iri])


def _person(names: Names, person: KnownPerson) -> Iterator[Triple]:
    node = NamedNode(person.iri)
    yield Triple(node, term("rdf:type"), term("onr:KnownPerson"))
    yield Triple(node, term("rdfs:label"), text(person.name))
    yield from (Triple(node, term("skos:altLabel"), text(alias)) for alias in person.aliases)
    if person.gender:
        yield Triple(node, term("foaf:gender"), text(GENDERS[person.gender]))
    for held in person.memberships:
        yield from _membership(names, node, held)


def _membership(names: Names, person: NamedNode, held: Membership) -> Iterator[Triple]:
    node = names.fact("membership", person, held.organisation, held.post, held.area, held.start, held.end)
    yield Triple(node, term("rdf:type"), term("org:Membership"))
    yield Triple(node, term("org:member"), person)
    if held.organisation:
        yield Triple(node, term("org:organization"), NamedNode(held.organisation))
    if held.post:
        yield Triple(node, term("onr:postWords"), text(held.post))
    if held.area:
        yield Triple(node, term("onr:area"), text(held.area))
    if held.start:
        yield Triple(node, term("schema:startDate"), date(held.start))
    if held.end:
        yield Triple(node, term("schema:endDate"), date(held.end))


def _entry(entry: Entry) -> Iterator[Triple]:
    """A body or a post; of one that `ontology/` has, the forms that are told of it besides."""
    node = NamedNode(entry.iri)
    own = next((each for each in own_register() if each.iri == entry.iri), None)
    told = own.aliases if own else ()
    yield from (Triple(node, term("skos:altLabel"), text(alias)) for alias in entry.aliases if alias not in told)
    if own:
        return
    yield Triple(node, term("rdf:type"), term("onr:KnownPost" if entry.type == "post" else "onr:KnownBody"))
    yield Triple(node, term("rdfs:label"), text(entry.name))
    if entry.kind:
        yield Triple(node, term("org:classification"), concept("organisation-kind", entry.kind))
    if entry.organisation:
        yield Triple(node, term("org:postIn"), NamedNode(entry.organisation))
    yield from (Triple(node, term("org:subOrganizationOf"), NamedNode(iri)) for iri in entry.parents)
    yield from (Triple(node, term("dcterms:isReplacedBy"), NamedNode(iri)) for iri in entry.successors)
    if entry.start:
        yield Triple(node, term("schema:foundingDate"), date(entry.start))
    if entry.end:
        yield Triple(node, term("schema:dissolutionDate"), date(entry.end))
