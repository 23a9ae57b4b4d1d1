"""Asking a store, or another server, a question in SPARQL, and writing down what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    Triple,
)

from graph_builder.errors import QueryError, UnknownName
from graph_builder.graph.namespaces import DEFAULT_BASE, prefixes
from graph_builder.graph.safety import safe

if TYPE_CHECKING:
    from pyoxigraph import BlankNode

    from graph_builder.graph.sparql import Mistake
    from graph_builder.graph.values import Value

    Term = NamedNode | BlankNode | Literal | Triple

__all__ = [
    "GRAPH_FORMATS",
    "ROW_FORMATS",
    "Answer",
    "Dataset",
    "Found",
    "Term",
    "answer",
    "answer_endpoint",
    "check",
    "limited_to",
    "soonest",
]

ROW_FORMATS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
GRAPH_FORMATS = ("turtle", "ntriples", "rdfxml", "jsonld")
LARGE = "ASK { SELECT * { ?fact onr:evidence ?where } OFFSET 999 LIMIT 1 }"  # from on which other words may pay
LABELS = tuple(
    NamedNode(iri)
    for iri in (
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/terms/title",
    )
)


class Dataset(NamedTuple):
    """The IRIs of the graphs that a question is asked over, as the SPARQL protocol may name them."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def options(self) -> dict[str, Any]:
        """How the engine is told; where nothing is named, all graphs together are the default graph."""
        if not self.default and not self.named:
            return {"use_default_graph_as_union": True}
        # each once: the engine would count a triple of a graph that is named twice two times
        names = ([NamedNode(iri) for iri in dict.fromkeys(iris)] for iris in self)
        return dict(zip(("default_graph", "named_graphs"), names, strict=True))


EVERYTHING = Dataset()


def answer(
    store: Store, sparql: str, base: str = DEFAULT_BASE, limit: int | None = None, dataset: Dataset = EVERYTHING
) -> Answer:
    """What the store answers, over all of its graphs together unless others are named; at most `limit` rows or triples.

    Raises QueryError, which shows the line and the place of a mistake.
    """
    known = prefixes(base)
    asked = limited_to(sparql, limit)
    if "service" in sparql.lower():  # perhaps in a string: only then is it worth telling its words apart
        from graph_builder.graph.sparql import refuse_service

        refuse_service(sparql)
    try:
        return Answer(_soonest(store, asked, known, dataset), store, base, limit)
    except SyntaxError as error:
        from graph_builder.graph.sparql import explain

        raise explain(sparql, str(error), known) from error
    except (OSError, ValueError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error


def _soonest(store: Store, sparql: str, known: dict[str, str], dataset: Dataset) -> Found:
    """What the engine answers, asked in the way in which it is done soonest."""
    if dataset == EVERYTHING:
        with suppress(SyntaxError):  # a mistake is told in the words that were asked
            return store.query(soonest(store, sparql, known), prefixes=known, **dataset.options())
    return store.query(sparql, prefixes=known, **dataset.options())


def soonest(store: Store, sparql: str, known: dict[str, str]) -> str:
    """The question as the engine answers it soonest: in a graph of many facts perhaps in other words."""
    if not store.query(LARGE, prefixes=known, use_default_graph_as_union=True):
        return sparql
    from graph_builder.graph.tables import joined

    return joined(store, sparql, known)


def check(sparql: str, base: str = DEFAULT_BASE) -> Mistake | None:
    """What is wrong with a question, if it is, found without any store.

    Raises QueryError for SERVICE.
    """
    from graph_builder.graph.sparql import mistake, refuse_service

    known = prefixes(base)
    refuse_service(sparql)
    try:
        Store().query(sparql, prefixes=known)
    except SyntaxError as error:
        return mistake(sparql, str(error), known)
    return None


def limited_to(sparql: str, limit: int | None) -> str:
    """The question with that limit, where there is one and it asks for rows."""
    if limit is None:
        return sparql
    from graph_builder.graph.sparql import limited

    return limited(sparql, limit)


def answer_endpoint(
    url: str, sparql: str, base: str | None = None, limit: int | None = None, seconds: float | None = None
) -> Answer:
    """What a SPARQL endpoint answers, at most `limit` rows or triples of it; it has two minutes, or `seconds` if more.

    `base` says what its data's names begin with, where it has several graphs.

    Raises ServerError where it cannot be reached, refuses the question, or answers something else.
    """
    from graph_builder.graph.distant import ask_elsewhere

    return ask_elsewhere(url, limited_to(sparql, limit), base, limit, seconds)


Found = QuerySolutions | QueryBoolean | Iterable[Triple]


class Answer:
    """One answer, to be read or written once."""

    def __init__(self, found: Found, labels: Store | None, base: str, limit: int | None = None) -> None:
        self._found = found
        self._labels = labels
        self._namespaces: list[tuple[str, str]] = []
        self._base = base
        self._limit = limit

    @property
    def kind(self) -> str:
        """`rows` of a SELECT, `boolean` of an ASK, `graph` of a CONSTRUCT or DESCRIBE."""
        if isinstance(self._found, QuerySolutions):
            return "rows"
        return "boolean" if isinstance(self._found, QueryBoolean) else "graph"

    @property
    def default_format(self) -> str:
        """The format for a person."""
        return {"rows": "table", "boolean": "tsv", "graph": "turtle"}[self.kind]

    @property
    def columns(self) -> tuple[str, ...]:
        """What the cells of each row are."""
        if isinstance(self._found, QuerySolutions):
            return tuple(v.value for v in self._found.variables)
        return ("answer",) if isinstance(self._found, QueryBoolean) else ("subject", "predicate", "object")

    def terms(self) -> Iterator[tuple[Term | None, ...]]:
        """The rows as they are, None where nothing is bound; of a graph its triples."""
        if isinstance(self._found, QueryBoolean):
            yield (Literal(bool(self._found)),)
            return
        try:
            for row in islice(self._found, self._limit):
                yield tuple(row)
        except (OSError, ValueError) as error:
            raise QueryError(f"the answer broke off: {error}") from error

    def rows(self, iris: bool = False) -> Iterator[tuple[str, ...]]:
        """The cells of a table: things by their labels, or by their IRIs; nothing in them can upset a terminal."""
        if isinstance(self._found, QueryBoolean):
            yield ("yes" if self._found else "no",)
            return
        for row in self.terms():
            yield tuple(self.cell(term, iris) for term in row)

    def cells(self) -> Iterator[tuple[tuple[str, str], ...]]:
        """Each row with the label or the value of every cell, and its IRI, which is empty for what is none."""
        if isinstance(self._found, QueryBoolean):
            yield (("yes" if self._found else "no", ""),)
            return
        for row in self.terms():
            yield tuple((self.cell(t), t.value if isinstance(t, NamedNode) else "") for t in row)

    def values(self) -> Iterator[tuple[Value, ...]]:
        """The rows as Python has them: numbers, truths, text, and None where there is nothing."""
        from graph_builder.graph.values import value_of

        if isinstance(self._found, QueryBoolean):
            yield (bool(self._found),)
            return
        for row in self.terms():
            yield tuple(value_of(term) for term in row)

    def write(self, out: IO[bytes], format: str) -> None:  # noqa: A002  (the option it comes from)
        """Write the answer in one of `ROW_FORMATS` or `GRAPH_FORMATS`, whichever it is for, as it is found."""
        fits(self.kind, format)
        if not isinstance(self._found, QuerySolutions | QueryBoolean):
            from graph_builder.graph.formats import write_triples

            write_triples(islice(self._found, self._limit), out, format, prefixes(self._base))
            return
        if isinstance(self._found, QueryBoolean) and format in ("csv", "tsv"):
            out.write(b"true\n" if self._found else b"false\n")
            return
        try:
            self._found.serialize(out, ROW_FORMATS[format])
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:
            raise QueryError(f"the answer broke off: {error}") from error

    def through(self, watched: Callable[[Iterable[Triple]], Iterable[Triple]]) -> Answer:
        """The same graph, each of its triples passed through this before it is written."""
        if isinstance(self._found, QuerySolutions | QueryBoolean):
            return self
        return Answer(watched(self._found), self._labels, self._base, self._limit)

    def cell(self, term: Term | None, iris: bool = False) -> str:
        """A term for a person to read, on one line."""
        if term is None:
            return ""
        if isinstance(term, NamedNode):
            return safe(term.value if iris else self._label(term))
        return safe(str(term) if isinstance(term, Triple) else term.value)

    def _label(self, node: NamedNode) -> str:
        for label in LABELS if self._labels is not None else ():
            for quad in self._labels.quads_for_pattern(node, label, None, None):  # type: ignore[union-attr]
                if isinstance(quad.object, Literal):
                    return quad.object.value
        return self.short(node.value)

    def short(self, iri: str) -> str:
        """The IRI with a known prefix where one fits."""
        if not self._namespaces:
            self._namespaces = sorted(((n, f"{p}:") for p, n in prefixes(self._base).items()), key=lambda n: -len(n[0]))
        for namespace, prefix in self._namespaces:
            if iri.startswith(namespace):
                return prefix + iri[len(namespace) :]
        return iri


def fits(kind: str, format: str) -> None:  # noqa: A002  (the option it comes from)
    """That an answer of this kind can be written so.

    Raises UnknownName, with what it can be written as.
    """
    right = GRAPH_FORMATS if kind == "graph" else tuple(ROW_FORMATS)
    if format not in right:
        from difflib import get_close_matches

        what = {"graph": "a graph", "rows": "rows", "boolean": "yes or no"}[kind]
        near = get_close_matches(format, right, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnknownName(f"the answer is {what}, which cannot be written as {format!r}; use {', '.join(right)}{hint}")
