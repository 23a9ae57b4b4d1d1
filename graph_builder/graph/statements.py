"""Statements, stances and words without a speaker as triples of their document's graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.scene import Scene
from graph_builder.graph.terms import boolean, concept, date, term, text
from graph_builder.model import Stance, Statement, Unattributed

__all__ = ["stance_triples", "statement_triples", "unattributed_triples"]

BETWEEN_PARTS = " … "


def statement_triples(scene: Scene, statement: Statement) -> Iterator[Triple]:
    """Words that someone said or wrote: attributed to a speaker who is named, never to the author of the page."""
    node = scene.fact(statement)
    yield Triple(node, term("rdf:type"), term("onr:Statement"))
    yield from scene.proof(node, statement)
    if statement.speaker:
        yield Triple(node, term("prov:wasAttributedTo"), scene.entity(statement.speaker))
    yield Triple(node, term("schema:text"), text(BETWEEN_PARTS.join(scene.words_of(p) for p in statement.parts)))
    yield Triple(node, term("onr:form"), concept("statement-form", statement.form))
    origin = "prov:wasDerivedFrom" if statement.form == "reported" else "prov:wasQuotedFrom"
    yield Triple(node, term(origin), scene.iri)
    for part in statement.parts:
        yield Triple(node, term("onr:words"), scene.words(part))
    if statement.speaker_words:
        yield Triple(node, term("onr:speakerWords"), scene.words(statement.speaker_words))
    if statement.cue:
        yield Triple(node, term("onr:cue"), text(scene.words_of(statement.cue)))
    if statement.addressee:
        yield Triple(node, term("onr:addressee"), scene.entity(statement.addressee))
    elif statement.addressee_words:
        yield Triple(node, term("onr:addresseeWords"), text(statement.addressee_words))
    yield from _when_and_for_whom(scene, node, statement)


def stance_triples(scene: Scene, stance: Stance) -> Iterator[Triple]:
    """Where someone stands on something."""
    holder, topic = scene.entity(stance.holder), scene.topic(stance)
    node = scene.fact(stance)
    yield Triple(node, term("rdf:type"), term("onr:Stance"))
    yield from scene.proof(node, stance)
    yield Triple(node, term("onr:holder"), holder)
    yield Triple(node, term("onr:topic"), topic)
    yield Triple(node, term("onr:stance"), concept("stances", stance.stance))
    yield Triple(node, term("onr:hedged"), boolean(stance.hedged))
    yield Triple(node, term("onr:negated"), boolean(stance.negated))
    yield Triple(node, term("onr:basis"), concept("basis", stance.basis))
    if stance.statement is not None:
        origin = scene.extraction.statements[stance.statement]
        yield Triple(node, term("prov:wasDerivedFrom"), scene.fact(origin))
    yield from _when_and_for_whom(scene, node, stance)


def unattributed_triples(scene: Scene, left: Unattributed) -> Iterator[Triple]:
    """Words in quotation marks, or a verb of speech, that no speaker was found for."""
    node = scene.of_document("unattributed", left.span.start, left.span.end, left.reason)
    yield Triple(node, term("rdf:type"), term("onr:Unattributed"))
    yield Triple(node, term("onr:inDocument"), scene.iri)
    yield Triple(node, term("onr:words"), scene.words(left.span))
    yield Triple(node, term("onr:reason"), text(left.reason))


def _when_and_for_whom(scene: Scene, node: NamedNode, fact: Statement | Stance) -> Iterator[Triple]:
    if fact.said:
        yield Triple(node, term("onr:said"), date(fact.said))
    if fact.on_behalf_of:
        yield Triple(node, term("opengov:onBehalfOf"), scene.entity(fact.on_behalf_of))
