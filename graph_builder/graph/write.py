"""Documents, facts and identities as quads: every triple in exactly one named graph, no blank nodes, in a fixed order.

    {base}graph/document/<name>   a document, what it says, and the words that prove it
    {base}graph/identities        who is who, topics, posts, shortcuts, and the build itself
    {base}graph/register          institutions known beforehand, and what else registers know of those mentioned
    {base}graph/ontology          what the words of the graph mean

Oxigraph's union of graphs counts a triple once for each graph that holds it, so sharing one would multiply answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pyoxigraph import NamedNode, Quad, Triple

from graph_builder.decisions import Correction
from graph_builder.graph.decisions import correction_triples
from graph_builder.graph.documents import Naming, document_triples, mention_triples, namings
from graph_builder.graph.entities import Shared, entity_triples, former_triples, judgement_triples
from graph_builder.graph.evidence import evidence_triples, words_triples
from graph_builder.graph.facts import account_triples, participation_triples, role_triples
from graph_builder.graph.known import known_triples
from graph_builder.graph.namespaces import DEFAULT_BASE
from graph_builder.graph.scene import Scene, voice_node
from graph_builder.graph.standing import standing_quads
from graph_builder.graph.statements import stance_triples, statement_triples, unattributed_triples
from graph_builder.graph.terms import Names, term, text
from graph_builder.model import Document, Extraction, Fact, Identities, Span
from graph_builder.vocabulary.people import Register

__all__ = ["DEFAULT_BASE", "Provenance", "quads"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the graph; the time of day is left out, so that the same documents give the same bytes."""

    version: str  # of onrecord
    model: str  # the language model and its version
    settings: Mapping[str, str] = field(default_factory=dict)
    decided: Mapping[Correction, str | None] = field(default_factory=dict)  # and why it fits nothing, if it does not
    register: Register = field(default_factory=Register)  # what was known beforehand, besides `ontology/`
    voice: tuple[str, str] | None = None  # the language model that was heard too, and the version of its prompt


def quads(
    documents: Iterable[Document],
    extractions: Iterable[Extraction],
    identities: Identities,
    base: str = DEFAULT_BASE,
    provenance: Provenance | None = None,
) -> Iterator[Quad]:
    """The whole graph, one named graph after the other, each sorted; the order of the documents makes no difference.

    Each document has the extraction of the same source; an entity is known for each of its referents.
    """
    names = Names(base)
    found = {e.source: e for e in extractions}
    shared = Shared()
    for document in sorted(documents, key=lambda d: d.source):
        scene = Scene.of(document, found[document.source], names, identities)
        shared.gather(scene)
        graph = names.graph(f"document/{scene.iri.value.removeprefix(f'{base}document/')}")
        yield from _sorted(_of_document(scene), graph)
    triples = [*shared.written(), *_of_identities(names, identities), *_of_build(names, provenance)]
    yield from _sorted(triples, names.graph("identities"))
    yield from standing_quads(names, known_triples(names, provenance.register, identities) if provenance else ())


def _sorted(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    return (Quad(t.subject, t.predicate, t.object, graph) for t in sorted(set(triples), key=str))


def _of_document(scene: Scene) -> Iterator[Triple]:
    found = scene.extraction
    named = list(namings(scene))
    yield from document_triples(scene)
    for referent, naming in _best((_by_place(n), (scene.entity(r.id), n[0]), (r, n)) for r, n in named):
        yield from mention_triples(scene, referent, naming)
    for role in _surest(scene, found.roles):
        yield from role_triples(scene, role)
    for account in _surest(scene, found.events):
        yield from account_triples(scene, account)
    for took_part in _surest(scene, found.participations):
        yield from participation_triples(scene, took_part)
    for statement in _surest(scene, found.statements):
        yield from statement_triples(scene, statement)
    for stance in _surest(scene, found.stances):
        yield from stance_triples(scene, stance)
    for left in found.unattributed:
        yield from unattributed_triples(scene, left)
    facts = (*found.roles, *found.events, *found.participations, *found.statements, *found.stances)
    for span in {f.evidence for f in facts} | {sentence for _, (_, sentence) in named}:
        yield from evidence_triples(scene, span)
    for span in _words(found):
        yield from words_triples(scene, span)


Rank = tuple[float, int, int, str]
One = TypeVar("One")
OneFact = TypeVar("OneFact", bound=Fact)


def _surest(scene: Scene, facts: Iterable[OneFact]) -> list[OneFact]:
    """Facts, each once: found twice, or told of two names of one person, it is as its most trusted finding says."""
    return _best((_by_trust(fact), scene.meaning(fact), fact) for fact in facts)


def _best(ranked: Iterable[tuple[Rank, object, One]]) -> list[One]:
    """Of those that mean the same the first by rank."""
    best: dict[object, tuple[Rank, One]] = {}
    for rank, meaning, one in ranked:
        if meaning not in best or rank < best[meaning][0]:
            best[meaning] = rank, one
    return [one for _, one in best.values()]


def _by_trust(fact: Fact) -> Rank:
    return -fact.confidence, fact.evidence.start, fact.evidence.end, fact.rule


def _by_place(naming: Naming) -> Rank:
    form, sentence = naming
    return 0, sentence.start, sentence.end, form


def _words(found: Extraction) -> set[Span]:
    spans = {part for s in found.statements for part in s.parts}
    return spans | {s.speaker_words for s in found.statements if s.speaker_words} | {u.span for u in found.unattributed}


def _of_identities(names: Names, identities: Identities) -> Iterator[Triple]:
    for entity in identities.entities:
        yield from entity_triples(names, entity)
    for judgement in identities.judgements:
        sides = [identities.entity_of.get(side) for side in (judgement.left, judgement.right)]
        about = [names.thing(e.type.value, e.slug) for e in sides if e]
        yield from judgement_triples(names, judgement, about)
    yield from former_triples(names, identities.former)


def _of_build(names: Names, provenance: Provenance | None) -> Iterator[Triple]:
    """The graph as a data set, and the run that made it."""
    dataset = NamedNode(names.base)
    yield Triple(dataset, term("rdf:type"), term("void:Dataset"))
    yield Triple(dataset, term("void:uriSpace"), text(names.base))
    if provenance is None:
        return
    settings = [f"{name} = {value}" for name, value in sorted(provenance.settings.items())]
    build = names.fact("build", provenance.version, provenance.model, *settings)
    yield Triple(dataset, term("prov:wasGeneratedBy"), build)
    yield Triple(build, term("rdf:type"), term("prov:Activity"))
    yield Triple(build, term("onr:version"), text(provenance.version))
    yield Triple(build, term("onr:languageModel"), text(provenance.model))
    yield from (Triple(build, term("onr:setting"), text(setting)) for setting in settings)
    if provenance.voice:
        model, prompt = provenance.voice
        voice = voice_node(names, model)
        yield Triple(build, term("prov:wasAssociatedWith"), voice)
        yield Triple(voice, term("rdf:type"), term("onr:Voice"))
        yield Triple(voice, term("rdfs:label"), text(model))
        yield Triple(voice, term("onr:prompt"), text(prompt))
    for correction, unfit in provenance.decided.items():
        yield from correction_triples(names, correction, unfit)
