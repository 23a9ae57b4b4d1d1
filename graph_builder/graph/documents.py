"""What is known of a document itself, and who is named in it, as triples of its own graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder import vocabulary
from graph_builder.graph.evidence import first_place, sentence_at
from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.scene import Scene
from graph_builder.graph.terms import address, concept, date, integer, term, text
from graph_builder.model import EntityType, Referent, Span

__all__ = ["Naming", "document_triples", "mention_triples", "namings"]


Naming = tuple[str, Span]  # a written form of a name, and the sentence where it is first written


def document_triples(scene: Scene) -> Iterator[Triple]:
    """A document: where it came from, and what its own metadata say of it."""
    document, node = scene.document, scene.iri
    yield Triple(node, term("rdf:type"), term("onr:Document"))
    yield from (Triple(node, term("rdf:type"), NamedNode(kind)) for kind in _classes(document.genre))
    yield Triple(node, term("onr:fileName"), text(document.source))
    yield Triple(node, term("onr:digest"), text(document.digest))
    yield Triple(node, term("onr:unheard"), integer(scene.extraction.unheard))
    yield Triple(node, term("dcterms:language"), text(document.language))
    if document.genre:
        yield Triple(node, term("onr:genre"), concept("genre", document.genre))
    if document.title:
        yield Triple(node, term("dcterms:title"), text(document.title))
    if document.published:
        yield Triple(node, term("dcterms:issued"), date(document.published))
    if document.publisher:
        yield Triple(node, term("dc:publisher"), text(document.publisher))
    if document.url:
        yield Triple(node, term("dcterms:source"), address(document.url))
    yield from _authors(scene)


def _classes(genre: str | None) -> list[str]:
    """The classes of schema.org that the genre is matched with; a document of no such genre is an article."""
    matches = vocabulary.concept("genre", genre).matches if genre else ()
    return [m for m in matches if m.startswith(STANDARD["schema"])] or [STANDARD["schema"] + "Article"]


def _authors(scene: Scene) -> Iterator[Triple]:
    people = {
        form.casefold(): r.id
        for r in scene.extraction.referents
        if r.type is EntityType.PERSON
        for form in (r.name, *r.forms)
    }
    for author in scene.document.authors:
        yield Triple(scene.iri, term("dc:creator"), text(author))
        if author.casefold() in people:
            yield Triple(scene.iri, term("dcterms:creator"), scene.entity(people[author.casefold()]))


def namings(scene: Scene) -> Iterator[tuple[Referent, Naming]]:
    """Every way in which the document writes each name, with the sentence where it does so first."""
    named: dict[tuple[str, str], Span] = {}
    for mention in sorted(scene.extraction.mentions, key=lambda m: m.span):
        if mention.form in ("name", "short"):
            named.setdefault((mention.referent, scene.words_of(mention.span)), mention.span)
    for referent in scene.extraction.referents:
        forms = dict.fromkeys([*referent.forms, *(f for r, f in named if r == referent.id)])
        places = {f: named.get((referent.id, f)) or first_place(scene.document, f) for f in forms}
        found = {f: sentence_at(scene.document, place) for f, place in places.items() if place}
        yield from ((referent, naming) for naming in found.items())


def mention_triples(scene: Scene, referent: Referent, naming: Naming) -> Iterator[Triple]:
    """One written form of a name in one document."""
    form, sentence = naming
    entity = scene.entity(referent.id)
    node = scene.names.named(scene.fact_names.mention(referent.id, form))
    yield Triple(node, term("rdf:type"), term("onr:Mention"))
    yield Triple(node, term("onr:inDocument"), scene.iri)
    yield Triple(node, term("onr:names"), entity)
    yield Triple(node, term("onr:form"), text(form))
    yield Triple(node, term("onr:evidence"), scene.evidence(sentence))
