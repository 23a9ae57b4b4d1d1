"""Asking another server, by the SPARQL protocol: a form that is posted, understood by every store."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph_builder.errors import ServerError
from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.remote import Remote
from graph_builder.graph.safety import safe
from graph_builder.graph.sparql import asks_for_graph

__all__ = ["Endpoint", "ask"]

PATIENCE = 120.0  # seconds
ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
GRAPH = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.3"  # some would give even a graph as rows
FORM = "application/x-www-form-urlencoded"
BOOLEAN = STANDARD["xsd"] + "boolean"
TRUTHS = {"1": "true", "0": "false"}  # how some stores write them, Virtuoso among them

Answered = QuerySolutions | QueryBoolean | Iterable[Triple]


def ask(url: str, sparql: str) -> Answered:
    """What the endpoint at an http or https address answers.

    Raises ServerError, which holds the first line of what the server says.
    """
    with Remote(url, PATIENCE) as remote:
        return Endpoint(remote).ask(sparql)


class Endpoint:
    """A server that is asked more than once."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self.url = remote.url

    def ask(self, sparql: str) -> Answered:
        """What it answers; booleans are `true` and `false`, however the server writes them."""
        headers = {"Accept": GRAPH if asks_for_graph(sparql) else ROWS, "Content-Type": FORM}
        response = self._remote.send("POST", {}, headers, urlencode({"query": sparql}).encode())
        if response.status_code != 200:
            raise self._remote.refusal(response, "the question")
        _whole(self.url, sparql, response.headers)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        try:
            return _understood(self.url, kind, response.content)
        except (SyntaxError, ValueError) as error:
            raise ServerError(f"{self.url} answered what cannot be read as {kind}: {error}") from error


def _whole(url: str, sparql: str, headers: Mapping[str, str]) -> None:
    """Raises ServerError where a store says beside the rows that these are not all of them, as Virtuoso does."""
    most = headers.get("X-SPARQL-MaxRows", "")
    limits = re.findall(r"(?i)\bLIMIT\s+(\d+)", sparql)
    if most.isdecimal() and not (limits and int(limits[-1]) <= int(most)):
        raise ServerError(f"{url} cut its answer off after {most} rows: ask for fewer, or raise ResultSetMaxRows there")
    if state := headers.get("X-SQL-State", ""):
        raise ServerError(f"{url} gave up part of the way ({safe(state)}): ask for less, or raise its time limit")


def _understood(url: str, kind: str, body: bytes) -> Answered:
    if results := QueryResultsFormat.from_media_type(kind):
        return parse_query_results(_plain(body) if results == QueryResultsFormat.JSON else body, results)
    if rdf := RdfFormat.from_media_type(kind):
        return [_truthful(quad.triple) for quad in parse(body, rdf, base_iri=url)]
    raise ServerError(f"{url} answered with {kind or 'no kind'}, which is no answer to a question: is it an endpoint?")


def _plain(body: bytes) -> bytes:
    """The rows with `true` and `false` in the place of 1 and 0."""
    if BOOLEAN.encode() not in body:
        return body
    found = json.loads(body)
    for row in found.get("results", {}).get("bindings", ()):
        for term in row.values():
            if term.get("datatype") == BOOLEAN:
                term["value"] = TRUTHS.get(term["value"], term["value"])
    return json.dumps(found).encode()


def _truthful(triple: Triple) -> Triple:
    said = triple.object
    if isinstance(said, Literal) and said.value in TRUTHS and said.datatype == NamedNode(BOOLEAN):
        return Triple(triple.subject, triple.predicate, Literal(TRUTHS[said.value], datatype=said.datatype))
    return triple
