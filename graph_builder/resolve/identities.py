"""Who is meant by whom over all documents: organisations first, then people, then events, then topics.

Each names the ones before by the entities that they were found to be. The order of the documents makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_builder.decisions import Correction
from graph_builder.model import Document, Entity, EntityType, Extraction, Identities, Judgement
from graph_builder.resolve.bodies import BodiesJudge
from graph_builder.resolve.decided import Decided
from graph_builder.resolve.events import EventsJudge
from graph_builder.resolve.explained import unless_explained
from graph_builder.resolve.judge import Account, Judge, Side
from graph_builder.resolve.naming import Naming
from graph_builder.resolve.parts import with_parts
from graph_builder.resolve.people import PeopleJudge
from graph_builder.resolve.registered import with_entries
from graph_builder.resolve.telling import bodies_told, events_told, people_told
from graph_builder.resolve.topics import topics
from graph_builder.vocabulary.people import Register

__all__ = ["resolve"]

NO_REGISTER = Register()


def resolve(
    extractions: Iterable[Extraction],
    documents: Mapping[str, Document],
    corrections: Sequence[Correction] = (),
    register: Register = NO_REGISTER,
) -> Identities:
    """The entities that the documents' referents and topics mean, and why; each extraction's document is at hand.

    What people decided of entities comes before what the names tell; what of it fits nothing is in `unfit`. People
    whom the register knows are who documents mean where these bear it out; one whom none mentions is no entity.
    """
    read = sorted(extractions, key=lambda e: e.source)
    dates = {source: document.published for source, document in documents.items()}
    decided = Decided.of(corrections, documents)
    entity_of: dict[Side, Entity] = {}
    judgements: list[Judgement] = []
    former: list[tuple[EntityType, str, Entity]] = []

    def join(accounts: Iterable[Account], judge: Judge, type_: EntityType) -> None:
        told = list(accounts)
        found, naming, judged = decided.joined(told, judge, type_, dates)
        entity_of.update(with_parts(told, found) if type_ is EntityType.EVENT else found)
        judgements.extend(judged)
        former.extend(_former(type_, naming))

    def people() -> Iterator[Account]:
        for each in read:
            yield from people_told(each, entity_of, documents[each.source])

    bodies = unless_explained(a for e in read for a in bodies_told(e, documents[e.source]))
    join(bodies, BodiesJudge(), EntityType.ORGANISATION)
    join(with_entries(list(people()), register, read, documents, entity_of), PeopleJudge(), EntityType.PERSON)
    join((a for e in read for a in events_told(e, entity_of, documents[e.source])), EventsJudge(), EntityType.EVENT)
    topic_of, naming, judged = topics(read, entity_of, dates, decided)
    former.extend(_former(EntityType.TOPIC, naming))
    every = {(e.type.value, e.slug): e for e in (*entity_of.values(), *topic_of.values())}
    return Identities(
        entities=tuple(every[key] for key in sorted(every)),
        entity_of=entity_of,
        judgements=_sorted((*judgements, *judged)),
        topics=topic_of,
        former=tuple(sorted(former, key=lambda f: (f[0].value, f[1], f[2].slug))),
        unfit=decided.unfit,
    )


def _former(type_: EntityType, naming: Naming) -> Iterator[tuple[EntityType, str, Entity]]:
    return ((type_, name, entity) for name, several in naming.former.items() for entity in several)


def _sorted(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Each once, in the order of what they are about; what a person decided last."""
    return tuple(
        sorted(
            set(judgements),
            key=lambda j: (j.left, j.right, j.verdict, j.reason, j.decided.place if j.decided else 0),
        )
    )
