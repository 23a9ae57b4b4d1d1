"""Who is meant by whom over all documents: organisations first, then people, then events, then topics.

Each names the ones before by the entities that they were found to be. The order of the documents makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph_builder.model import Document, Entity, EntityType, Extraction, Identities, Judgement
from graph_builder.resolve.bodies import BodiesJudge
from graph_builder.resolve.clusters import Joining
from graph_builder.resolve.entries import settled
from graph_builder.resolve.events import EventsJudge
from graph_builder.resolve.judge import Account, Judge, Side
from graph_builder.resolve.naming import entities
from graph_builder.resolve.people import PeopleJudge
from graph_builder.resolve.registered import with_entries
from graph_builder.resolve.telling import bodies_told, events_told, people_told
from graph_builder.resolve.topics import topics
from graph_builder.vocabulary.people import Register

__all__ = ["resolve"]

NO_REGISTER = Register()


def resolve(
    extractions: Iterable[Extraction], documents: Mapping[str, Document], register: Register = NO_REGISTER
) -> Identities:
    """The entities that the documents' referents and topics mean, and why; each extraction's document is at hand.

    People whom the register knows are who documents mean where these bear it out; one whom none mentions is no entity.
    """
    read = sorted(extractions, key=lambda e: e.source)
    entity_of: dict[Side, Entity] = {}
    judgements: list[Judgement] = []

    def join(accounts: Iterable[Account], judge: Judge, type_: EntityType) -> None:
        joining = Joining(judge)
        entity_of.update(entities(settled(joining.clusters(accounts)), type_))
        judgements.extend(joining.judgements)

    def people() -> Iterator[Account]:
        for each in read:
            yield from people_told(each, entity_of, documents[each.source].publisher)

    join((a for e in read for a in bodies_told(e)), BodiesJudge(), EntityType.ORGANISATION)
    join(with_entries(list(people()), register, read, documents, entity_of), PeopleJudge(), EntityType.PERSON)
    join((a for e in read for a in events_told(e, entity_of)), EventsJudge(), EntityType.EVENT)
    return _identities(entity_of, judgements, topics(read, entity_of))


def _identities(
    entity_of: Mapping[Side, Entity], judgements: Iterable[Judgement], topic_of: Mapping[Side, Entity]
) -> Identities:
    """It all in the order of names."""
    every = {(e.type.value, e.slug): e for e in (*entity_of.values(), *topic_of.values())}
    return Identities(
        entities=tuple(every[key] for key in sorted(every)),
        entity_of=entity_of,
        judgements=tuple(sorted(set(judgements), key=lambda j: (j.left, j.right, j.verdict, j.reason))),
        topics=topic_of,
    )
