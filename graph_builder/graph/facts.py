"""Roles, accounts of events and participations as triples of their document's graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.scene import Scene
from graph_builder.graph.terms import boolean, concept, date, readable, term, text
from graph_builder.model import Event, Participation, Role

__all__ = ["account_triples", "participation_triples", "post_of", "role_triples"]


def post_of(scene: Scene, role: Role) -> NamedNode:
    """The post, which is the same in every document: `post/chief-executive`."""
    return scene.names.thing("post", readable(role.post))


def role_triples(scene: Scene, role: Role) -> Iterator[Triple]:
    """A post held or a party belonged to, as an n-ary membership."""
    person, organisation = scene.entity(role.person), role.organisation and scene.entity(role.organisation)
    post = post_of(scene, role)
    node = scene.fact(role)
    yield Triple(node, term("rdf:type"), term("onr:Role"))
    yield from scene.proof(node, role)
    yield Triple(node, term("org:member"), person)
    yield Triple(node, term("org:role"), post)
    yield Triple(node, term("onr:postWords"), text(role.words))
    yield Triple(node, term("onr:status"), concept("status", role.status))
    if organisation:
        yield Triple(node, term("org:organization"), organisation)
    if role.area:
        yield Triple(node, term("onr:area"), text(role.area))
    yield from _dates(node, role.start, role.end)


def account_triples(scene: Scene, event: Event) -> Iterator[Triple]:
    """What one document says of an event, under the name that it gives the event."""
    what = scene.entity(event.event)
    node = scene.fact(event)
    yield Triple(node, term("rdf:type"), term("onr:EventAccount"))
    yield from scene.proof(node, event)
    yield Triple(node, term("onr:event"), what)
    yield Triple(node, term("rdfs:label"), text(scene.referents[event.event].name))
    yield Triple(node, term("onr:planned"), boolean(event.planned))
    yield Triple(node, term("onr:cancelled"), boolean(event.cancelled))
    if event.place:
        yield Triple(node, term("onr:place"), text(event.place))
    yield from _dates(node, event.start, event.end)


def participation_triples(scene: Scene, took_part: Participation) -> Iterator[Triple]:
    """Someone took part in an event, in a role."""
    event, agent = scene.entity(took_part.event), scene.entity(took_part.agent)
    node = scene.fact(took_part)
    yield Triple(node, term("rdf:type"), term("onr:Participation"))
    yield from scene.proof(node, took_part)
    yield Triple(node, term("onr:event"), event)
    yield Triple(node, term("onr:agent"), agent)
    yield Triple(node, term("onr:participantRole"), concept("participant-role", took_part.role))


def _dates(node: NamedNode, start: str | None, end: str | None) -> Iterator[Triple]:
    if start:
        yield Triple(node, term("schema:startDate"), date(start))
    if end:
        yield Triple(node, term("schema:endDate"), date(end))
