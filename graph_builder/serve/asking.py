"""The page to ask at: the catalogue as forms, SPARQL in an editor, and the answer as a table, a picture and files."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from graph_builder.errors import GraphError, QueryError, UnknownName
from graph_builder.graph import catalogue
from graph_builder.graph.catalogue import CODED, Question
from graph_builder.graph.find import kindly
from graph_builder.graph.query import answer
from graph_builder.serve.accept import GRAPHS, ROWS
from graph_builder.serve.home import index
from graph_builder.serve.names import known_words
from graph_builder.serve.refusals import Refused
from graph_builder.serve.rendering import address, field, page, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph_builder.graph.query import Answer
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["ask", "network", "picture"]

SHOWN = 500  # rows of a table on a page; files have all of them
DRAWN = 2000  # rows of a picture
TITLES = {"turtle": "Turtle", "ntriples": "N-Triples", "rdfxml": "RDF/XML", "jsonld": "JSON-LD"} | {
    name: name.upper() for name in ("csv", "tsv", "json", "xml")
}
ENDINGS = {"turtle": "ttl", "ntriples": "nt", "rdfxml": "rdf"}  # of files; the others end in their own names
BEGIN = """SELECT ?person ?name WHERE {
  ?person a foaf:Person ; foaf:name ?name .
}
ORDER BY ?name
LIMIT 20
"""


class Cell(NamedTuple):
    """A value of a table, and where it leads."""

    text: str
    href: str
    outside: bool = False


class Table(NamedTuple):
    """The first rows of an answer."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    more: bool
    files: tuple[str, ...]  # the formats that it can be had in


def ask(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """The questions of the catalogue; one of them as a form; and what was asked, with its answer."""
    question = _question(asked.get("question", ""))
    values = {p.name: asked["fields"].get(p.name, []) for p in question.parameters} if question else {}
    values = {name: [value for value in given if value.strip()] for name, given in values.items()}
    sparql = _bound(desk, question, values) if question else field(asked, "query")
    path, fields = (f"/query/{question.name}", {**values, "go": ["1"]}) if question else ("/query", {"query": [sparql]})
    table, error = None, None
    if sparql and (not question or question.parameters == () or "go" in asked["fields"]):
        try:
            table = _table(desk, answer(desk.store, sparql, desk.base))
        except QueryError as mistake:
            error = mistake
    shown = {
        "question": question,
        "values": values,
        "sparql": sparql or BEGIN,
        "asked": bool(sparql),
        "table": table,
        "error": error,
        "groups": () if question or sparql else _groups(),
        "plain": question is None,
        "here": address(path, **fields),
        **_typed(desk, question),
    }
    page(out, "query.html", status=400 if error else 200, titles=TITLES, endings=ENDINGS, **shown)


def _question(name: str) -> Question | None:
    if not name:
        return None
    try:
        return catalogue.question(name)
    except UnknownName as error:
        raise Refused(404, str(error)) from error


def _bound(desk: Desk, question: Question, values: dict[str, list[str]]) -> str:
    given = {name: value for name, value in values.items() if value}
    return question.bind(kindly(desk.store, question, given)) if given else question.text


def _typed(desk: Desk, question: Question | None) -> dict[str, Any]:
    """What each parameter may be told: the kind of thing that it names, or the codes that it chooses from."""
    types = {p.name: p.type for p in question.parameters} if question else {}
    codes: dict[str, list[str]] = {}
    for name, _ in known_words(desk) if types else ():
        scheme, _, code = name.partition(":")
        codes.setdefault("stance" if scheme == "stances" else scheme, []).append(code)
    return {"types": types, "choices": {name: codes.get(kind, []) for name, kind in types.items() if kind in CODED}}


def _groups() -> list[tuple[str, list[Question]]]:
    """The catalogue by its groups, in their order."""
    groups: dict[str, list[Question]] = {name: [] for name in (*catalogue.GROUPS, "others")}
    for question in catalogue.questions().values():
        groups[question.group if question.group in groups else "others"].append(question)
    return [(name, questions) for name, questions in groups.items() if questions]


def _table(desk: Desk, found: Answer) -> Table:
    rows = [[_cell(desk, text, iri) for text, iri in row] for row in islice(found.cells(), SHOWN + 1)]
    files = GRAPHS if found.kind == "graph" else ROWS
    return Table(found.columns, rows[:SHOWN], len(rows) > SHOWN, tuple(media.name for media in files))


def _cell(desk: Desk, text: str, iri: str) -> Cell:
    if iri.startswith(desk.base):
        return Cell(text, place(iri.removeprefix(desk.base)))
    is_web = iri.startswith(("http://", "https://"))
    return Cell(text, iri if is_web else "", outside=is_web)


def picture(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """The answer to a question, drawn on a page of its own, which can be kept: it needs nothing else.

    Raises Refused (400) where nothing is asked.
    """
    from graph_builder.view.answered import Asked, drawn
    from graph_builder.view.model import PageData, Thing
    from graph_builder.view.page import page_html

    sparql = field(asked, "query")
    if not sparql:
        raise Refused(400, "the parameter `query` is missing: say what the picture is of")
    found = answer(desk.store, sparql, desk.base)
    labels: dict[str, str] = {}
    rows = []
    for row in islice(found.cells(), DRAWN):
        labels.update({iri: text for text, iri in row if iri})
        rows.append(tuple(iri or text for text, iri in row))
    names = index(desk).by_name
    here = {short for iri in labels if (short := iri.removeprefix(desk.base)) in names}
    known = tuple(
        Thing(short, names[short].kind, names[short].label)
        for short in sorted(here)
        if names[short].kind in DRAWN_KINDS
    )
    data = drawn(
        PageData("The answer to a question", things=known), Asked("An answer, drawn", found.columns, rows, labels)
    )
    _whole_page(out, page_html(data).encode("utf-8", "replace"))


DRAWN_KINDS = frozenset({"person", "organisation", "event", "topic"})


def network(desk: Desk, _asked: dict[str, Any], out: Sheet) -> None:
    """The page that the build made of the whole graph.

    Raises Refused (404) where there is none.
    """
    try:
        _whole_page(out, desk.folder.page.read_bytes())
    except FileNotFoundError as error:
        raise Refused(404, "there is no page of the whole graph yet: onrecord view makes it") from error
    except OSError as error:
        raise GraphError(f"{desk.folder.page} cannot be read: {error.strerror}") from error


def _whole_page(out: Sheet, html: bytes) -> None:
    """A page whose own policy names the scripts and styles that it is made of."""
    out.begin(
        200, "text/html; charset=utf-8", content_security_policy="frame-ancestors 'none'", cache_control="no-cache"
    )
    out.write(html)
