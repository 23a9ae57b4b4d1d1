"""Who and what the whole corpus speaks of, as triples of the graph of identities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.decisions import correction_node
from graph_builder.graph.facts import post_of
from graph_builder.graph.scene import Scene
from graph_builder.graph.terms import Names, concept, term, text
from graph_builder.model import Entity, EntityType, Judgement, Verdict

__all__ = ["Shared", "entity_triples", "former_triples", "judgement_triples"]

FORMAL = frozenset(
    "political-party government-department legislature local-authority public-body charity professional-body company"
    " media education".split()
)
STANCES = {
    "supports": "onr:supports",
    "opposes": "onr:opposes",
    "calls-for": "onr:callsFor",
    "commits-to": "onr:commitsTo",
    "warns-of": "onr:warnsOf",
    "questions": "onr:questions",
}


def entity_triples(names: Names, entity: Entity) -> Iterator[Triple]:
    """A person, an organisation, an event or a topic: its types, its names, what it is a part of, and its entry."""
    node = names.thing(entity.type.value, entity.slug)
    yield from (Triple(node, term("rdf:type"), kind) for kind in _types(entity))
    yield Triple(node, term("rdfs:label"), text(entity.name))
    yield from (Triple(node, term("skos:altLabel"), text(a)) for a in entity.aliases if a != entity.name)
    if entity.type in (EntityType.PERSON, EntityType.ORGANISATION):
        yield Triple(node, term("foaf:name"), text(entity.name))
    yield from (Triple(node, term("onr:decided"), correction_node(names, each)) for each in entity.decided)
    if entity.part_of:
        link = "sem:subEventOf" if entity.type is EntityType.EVENT else "org:subOrganizationOf"
        yield Triple(node, term(link), names.thing(entity.type.value, entity.part_of))
    if entity.focus:
        yield Triple(node, term("foaf:focus"), names.thing(entity.focus.type.value, entity.focus.slug))
    if entity.known:
        yield Triple(node, term("onr:known"), NamedNode(entity.known))
    if entity.kind and entity.type is EntityType.ORGANISATION:
        yield Triple(node, term("org:classification"), concept("organisation-kind", entity.kind))
    if entity.kind and entity.type is EntityType.EVENT:
        yield Triple(node, term("sem:eventType"), concept("event-kind", entity.kind))


def _types(entity: Entity) -> Iterator[NamedNode]:
    if entity.type is EntityType.PERSON:
        yield term("foaf:Person")
    elif entity.type is EntityType.EVENT:
        yield term("onr:Event")
    elif entity.type is EntityType.TOPIC:
        yield term("onr:Topic")
        yield term("skos:Concept")
    else:
        yield term("org:Organization")
        if entity.kind in FORMAL:
            yield term("org:FormalOrganization")
        if entity.kind == "political-party":
            yield term("onr:PoliticalParty")
        if entity.kind == "coalition":
            yield term("org:OrganizationalCollaboration")


def judgement_triples(names: Names, judgement: Judgement, entities: Iterable[NamedNode]) -> Iterator[Triple]:
    """Why two names were joined, kept apart, or left open."""
    left, right = ("#".join(filter(None, side)) for side in (judgement.left, judgement.right))
    node = names.fact("judgement", left, right, judgement.verdict.value, judgement.reason)
    yield Triple(node, term("rdf:type"), term("onr:Judgement"))
    yield Triple(node, term("onr:left"), text(left))
    yield Triple(node, term("onr:right"), text(right))
    yield Triple(node, term("onr:verdict"), concept("verdict", Verdict(judgement.verdict).value))
    yield Triple(node, term("onr:reason"), text(judgement.reason))
    yield from (Triple(node, term("onr:about"), entity) for entity in entities)
    if judgement.decided:
        yield Triple(node, term("onr:decided"), correction_node(names, judgement.decided))


def former_triples(names: Names, former: Iterable[tuple[EntityType, str, Entity]]) -> Iterator[Triple]:
    """What an entity was called while less was known, which leads to it."""
    for type_, name, entity in former:
        now = names.thing(type_.value, entity.slug)
        yield Triple(names.thing(type_.value, name), term("dcterms:isReplacedBy"), now)


@dataclass(slots=True)
class Shared:
    """What several documents say together: posts, parts of bodies, and shortcuts; gathered, then written.

    A shortcut is a plain triple beside the facts that bear it out: only from current, affirmative, unhedged ones.
    """

    labels: dict[NamedNode, Counter[str]] = field(default_factory=dict)
    triples: set[Triple] = field(default_factory=set)

    def gather(self, scene: Scene) -> None:
        """Take in what one document adds."""
        self._gather_parts(scene)
        self._gather_roles(scene)
        self._gather_events(scene)
        self._gather_stances(scene)

    def written(self) -> Iterator[Triple]:
        """Everything gathered; of several spellings the commonest is the label."""
        yield from self.triples
        for node, spellings in self.labels.items():
            label, *others = sorted(spellings, key=lambda s: (-spellings[s], s))
            yield Triple(node, term("rdfs:label"), text(label))
            yield from (Triple(node, term("skos:altLabel"), text(other)) for other in others)

    def _gather_parts(self, scene: Scene) -> None:
        for referent in scene.extraction.referents:
            if not referent.part_of:
                continue
            part, whole = scene.entity(referent.id), scene.entity(referent.part_of)
            link = "sem:subEventOf" if referent.type is EntityType.EVENT else "org:subOrganizationOf"
            if part != whole:
                self.triples.add(Triple(part, term(link), whole))

    def _gather_roles(self, scene: Scene) -> None:
        for role in scene.extraction.roles:
            post = post_of(scene, role)
            self.triples.add(Triple(post, term("rdf:type"), term("onr:Post")))
            self.labels.setdefault(post, Counter())[role.post] += 1
            if role.status == "current" and role.organisation:
                person, body = scene.entity(role.person), scene.entity(role.organisation)
                self.triples.add(Triple(person, term("org:memberOf"), body))

    def _gather_events(self, scene: Scene) -> None:
        not_yet_or_never = {e.event for e in scene.extraction.events if e.planned or e.cancelled}
        for took_part in scene.extraction.participations:
            if took_part.event not in not_yet_or_never:
                agent, event = scene.entity(took_part.agent), scene.entity(took_part.event)
                self.triples.add(Triple(agent, term("onr:tookPartIn"), event))

    def _gather_stances(self, scene: Scene) -> None:
        for stance in scene.extraction.stances:
            topic = scene.topic(stance)
            if stance.topic_referent:
                self.triples.add(Triple(topic, term("foaf:focus"), scene.entity(stance.topic_referent)))
            if not (stance.hedged or stance.negated):
                self.triples.add(Triple(scene.entity(stance.holder), term(STANCES[stance.stance]), topic))
