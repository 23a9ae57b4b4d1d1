"""What is wrong with the marks of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph_builder.vocabulary import concepts
from training.marked.format import ATTRIBUTES, Mark, Marked

__all__ = ["troubles"]

HEAD = {"debate", "form", "layout", "title", "published", "publisher", "authors"}
CODED = {("stance", "code"): "stance", ("role", "status"): "status", ("say", "form"): "statement-form"}
FIRST = {("org", "kind"): "organisation-kind", ("event", "kind"): "event-kind", ("say", "form"): "statement-form"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BLOCK = re.compile(r"</?(p|div|li|h\d|br)\b")


@cache
def codes(scheme: str) -> tuple[str, ...]:
    """The codes of a scheme of the ontology."""
    return tuple(c.code for c in concepts(scheme))


def troubles(document: Marked) -> list[str]:
    """What is wrong with the marks, a line each; empty when nothing is."""
    found = [*document.unread, *_in_head(document)]
    known = {m.get("id") for m in document.of("person", "org")}
    said = {m.get("id") for m in document.of("say")}
    for mark in document.marks:
        where = f"<{mark.tag}> “{document.words(mark)[:50]}”: "
        about = (*_in_attributes(mark), *_in_words(document, mark), *_in_ids(mark, known, said))
        found += [where + trouble for trouble in about]
    return [*found, *_in_firsts(document)]


def _in_head(document: Marked) -> Iterator[str]:
    yield from (f"head: no line “{k}:”" for k in sorted(HEAD - document.head.keys()))
    yield from (f"head: unknown line “{k}:”" for k in sorted(document.head.keys() - HEAD))
    if document.head.get("layout") not in ("txt", "md", "html"):
        yield "head: layout is txt, md or html"


def _in_attributes(mark: Mark) -> Iterator[str]:
    wanted, allowed = ATTRIBUTES[mark.tag]
    yield from (f"no {a}=" for a in sorted(wanted - mark.attributes.keys()))
    yield from (f"unknown attribute {a}=" for a in sorted(mark.attributes.keys() - wanted - allowed))
    for (tag, name), scheme in CODED.items():
        if mark.tag == tag and mark.get(name) and mark.get(name) not in codes(scheme):
            yield f"{name}= is one of: {', '.join(codes(scheme))}"
    for name in ("start", "end"):
        if mark.get(name) and not _DATE.fullmatch(mark.get(name)):
            yield f"{name}= is a date: 2024, 2024-05 or 2024-05-03"
    parts = [p.partition(":")[2].strip() for p in mark.get("with").split(";") if p.strip()]
    known = codes("participant-role")
    yield from (f"with=: “{p}” is not one of: {', '.join(known)}" for p in parts if p not in known)


def _in_words(document: Marked, mark: Mark) -> Iterator[str]:
    words = document.words(mark)
    if not words.strip() or words != words.strip():
        yield "covers nothing, or begins or ends with a space"
    if "\n\n" in words and mark.tag != "say":
        yield "goes over a paragraph's end"
    if document.head.get("layout") == "html" and _BLOCK.search(words):
        yield "goes over a block of the page's own markup"


def _in_ids(mark: Mark, known: set[str], said: set[str]) -> Iterator[str]:
    named = [mark.get("of")] if mark.tag == "role" else []
    if mark.tag in ("say", "stance"):
        named += [b for b in mark.get("by").split() if not b.startswith("!")]
    named += [p.partition(":")[0].strip() for p in mark.get("with").split(";") if p.strip()]
    yield from (f"“{n}” is the id of no person or org marked here" for n in named if n not in known)
    if mark.tag in ("by", "cue"):
        yield from (f"“{s}” is the id of no <say>" for s in mark.get("say").split() if s not in said)


def _in_firsts(document: Marked) -> Iterator[str]:
    """What one mark at least of each thing has to say."""
    for (tag, name), scheme in FIRST.items():
        told = {m.get("id") for m in document.of(tag) if m.get(name) in codes(scheme)}
        for identifier in sorted({m.get("id") for m in document.of(tag)} - told):
            yield f"<{tag} id={identifier}>: one of its marks needs {name}=, one of: {', '.join(codes(scheme))}"
    labelled = {m.get("id") for m in document.of("event") if m.get("label")}
    for identifier in sorted({m.get("id") for m in document.of("event")} - labelled):
        yield f"<event id={identifier}>: one of its marks needs label="
