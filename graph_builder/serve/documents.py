"""The page of a document, with the evidence marked in its text, and that of a fact, with its evidence in context."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from graph_builder.errors import GraphError
from graph_builder.graph.describe import why
from graph_builder.graph.linked import facts_of, named_in, properties
from graph_builder.graph.safety import safe
from graph_builder.serve.rendering import page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph_builder.graph.linked import Placed
    from graph_builder.model import Document
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["document", "fact"]


class Run(NamedTuple):
    """A run of a document's text: evidence of some facts, or of none."""

    text: str
    anchor: str  # of the evidence that begins here
    leads: str  # to the first of its facts


def document(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """A document: where it is from, its text with the evidence marked, and what it says, each with its sentence."""
    short = asked["name"]
    told = {p.name: p.values for p in properties(desk.look, short, most=0)}
    source = next((v.label for v in told.get("onr:fileName", ())), "")
    facts = facts_of(desk.look, short)
    try:
        read: Document | None = desk.folder.document(source)
        missing = ""
    except GraphError as error:  # the facts are there all the same
        read, missing = None, str(error)
    paragraphs = list(_paragraphs(read, facts)) if read else []
    title = next((v.label for v in told.get("dcterms:title", ())), source)
    meta = [(label, told[name]) for label, name in META if name in told]
    shown = {"facts": facts, "paragraphs": paragraphs, "missing": missing, "iri": desk.base + short}
    page(out, "document.html", short=short, title=title, meta=meta, **shown)


META = (
    ("Published", "dcterms:issued"),
    ("Publisher", "dc:publisher"),
    ("Author", "dcterms:creator"),
    ("Kind", "onr:genre"),
    ("Address", "dcterms:source"),
    ("File", "onr:fileName"),
)


def _paragraphs(read: Document, facts: Sequence[Placed]) -> Iterator[list[Run]]:
    for body in read.body:
        within = [f for f in facts if body.start <= f.start < body.end]
        edges = sorted({body.start, body.end, *(min(e, body.end) for f in within for e in (f.start, f.end))})
        runs = []
        for start, end in pairwise(edges):
            covering = [f for f in within if f.start <= start and end <= f.end]
            begins = next((f for f in covering if f.start == start), None)
            anchor = f"at-{begins.start}" if begins else ""
            runs.append(Run(safe(read.text[start:end]), anchor, _anchor(covering[0].fact) if covering else ""))
        yield runs


def _anchor(fact: str) -> str:
    return fact.replace("/", "-")


def fact(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """A fact: what it says, the sentence that proves it, and how it was found."""
    short = asked["name"]
    found = why(desk.folder, short)
    links = properties(desk.look, short)
    of = next((p.values[0].short for p in links if p.name == "onr:inDocument" and not p.inverse), "")
    named = named_in(desk.look, short)
    shown = {"short": short, "iri": desk.base + short, "named": named, "properties": links}
    page(out, "fact.html", why=found, document=of, **shown)
