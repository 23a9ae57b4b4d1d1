"""Evidence as Web Annotations: where in a document a fact's words are, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.scene import Scene
from graph_builder.graph.terms import integer, term, text
from graph_builder.model import Document, Span

__all__ = ["evidence_triples", "first_place", "sentence_at", "words_triples"]

AROUND = 32  # code points of prefix and suffix, enough to find a quotation again in a text that has moved
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
NO_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|St|Sir|Cllr|Hon|Gen|Col|Lt|Sgt|No|vs|e\.g|i\.e|[A-Z])\.\s+$")


def evidence_triples(scene: Scene, span: Span) -> Iterator[Triple]:
    """A sentence or clause of a document, to be found by its position or by its words."""
    node = scene.evidence(span)
    yield Triple(node, term("rdf:type"), term("onr:Evidence"))
    yield from _position(scene, node, span)
    quote = scene.of_document("quote", span.start, span.end)
    words = scene.document.text
    yield Triple(node, term("oa:hasSelector"), quote)
    yield Triple(quote, term("rdf:type"), term("oa:TextQuoteSelector"))
    yield Triple(quote, term("oa:exact"), text(scene.words_of(span)))
    yield Triple(quote, term("oa:prefix"), text(words[max(0, span.start - AROUND) : span.start]))
    yield Triple(quote, term("oa:suffix"), text(words[span.end : span.end + AROUND]))


def words_triples(scene: Scene, span: Span) -> Iterator[Triple]:
    """Words that were said, or that name who said them, verbatim."""
    node = scene.words(span)
    yield Triple(node, term("rdf:type"), term("onr:Words"))
    yield Triple(node, term("schema:text"), text(scene.words_of(span)))
    yield from _position(scene, node, span)


def _position(scene: Scene, node: NamedNode, span: Span) -> Iterator[Triple]:
    place = scene.of_document("position", span.start, span.end)
    yield Triple(node, term("oa:hasSource"), scene.iri)
    yield Triple(node, term("oa:hasSelector"), place)
    yield Triple(place, term("rdf:type"), term("oa:TextPositionSelector"))
    yield Triple(place, term("oa:start"), integer(span.start))
    yield Triple(place, term("oa:end"), integer(span.end))


def sentence_at(document: Document, place: Span) -> Span:
    """The sentence around a place, within its paragraph."""
    paragraph = next((p for p in document.body if p.covers(place)), None) or _line(document.text, place)
    words = document.text
    start = paragraph.start
    for end in SENTENCE_END.finditer(words, paragraph.start, paragraph.end):
        if NO_END.search(words, start, end.end()):
            continue
        if end.end() > place.start:
            if end.end() >= place.end:
                return _trimmed(words, start, end.end())
            continue
        start = end.end()
    return _trimmed(words, start, paragraph.end)


def first_place(document: Document, form: str) -> Span | None:
    """Where the document first has these words, in its body if they are there."""
    for paragraph in document.body:
        at = document.text.find(form, paragraph.start, paragraph.end)
        if at >= 0:
            return Span(at, at + len(form))
    at = document.text.find(form)
    return Span(at, at + len(form)) if at >= 0 else None


def _line(words: str, place: Span) -> Span:
    end = words.find("\n", place.end)
    return Span(words.rfind("\n", 0, place.start) + 1, len(words) if end < 0 else end)


def _trimmed(words: str, start: int, end: int) -> Span:
    run = words[start:end]
    return Span(start + len(run) - len(run.lstrip()), start + len(run.rstrip()))
