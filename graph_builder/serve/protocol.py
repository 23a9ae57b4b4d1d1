"""A request of the SPARQL 1.1 Protocol or the Graph Store Protocol, understood or refused.

Sources: https://www.w3.org/TR/sparql11-protocol/ (2.1 query operation) and
https://www.w3.org/TR/sparql11-http-rdf-update/ (4 graph identification).
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple
from urllib.parse import parse_qsl

from graph_builder.serve.refusals import Refused

__all__ = ["MOST_BYTES", "READING", "Sent", "fields_of", "graph_asked", "query_asked", "read_only"]

MOST_BYTES = 4 * 1024 * 1024  # of a question that is posted
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
NO_UPDATE = "this endpoint only reads: an update is not carried out"
READING = "GET, HEAD, OPTIONS"


class Sent(NamedTuple):
    """What a client sent."""

    method: str
    query_string: str
    content_type: str
    accept: str
    body: bytes


def fields_of(encoded: str) -> defaultdict[str, list[str]]:
    """The parameters of an address or a form, by name.

    Raises Refused where they are not in UTF-8, or far too many.
    """
    fields: defaultdict[str, list[str]] = defaultdict(list)
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=10_000)
    except UnicodeDecodeError as error:
        raise Refused(400, "the request is not in UTF-8") from error
    except ValueError as error:
        raise Refused(400, f"the request's parameters cannot be read: {error}") from error
    for name, value in pairs:
        fields[name].append(value)
    return fields


def query_asked(sent: Sent) -> dict[str, object] | None:
    """The question, its dataset and the format that is wanted; None where nothing is asked but what this is.

    Raises Refused: 400 for what is no request of the protocol, 403 for an update, 415 for another kind of content.
    """
    fields = fields_of(sent.query_string)
    posted = _posted(sent, fields) if sent.method == "POST" else None
    if "update" in fields:
        raise Refused(403, NO_UPDATE)
    if posted is not None and "query" in fields:
        raise Refused(400, "one question at a time: the request has one in its body and one in its address")
    question = _one(fields, "query") if posted is None else posted
    if question is None:
        if sent.method == "POST" or "default-graph-uri" in fields or "named-graph-uri" in fields:
            raise Refused(400, "the parameter `query` is missing")
        return None
    return {
        "query": question,
        "default": fields["default-graph-uri"],
        "named": fields["named-graph-uri"],
        "format": (fields["format"] or [""])[0],
        "accept": sent.accept,
    }


def _posted(sent: Sent, fields: defaultdict[str, list[str]]) -> str | None:
    """The question that is the content of a request; those in a form join the parameters."""
    kind, charset = _kind(sent.content_type)
    if kind == FORM:
        for name, values in fields_of(_text(sent.body, "the form")).items():
            fields[name] += values
        return None
    if kind == UPDATE:
        raise Refused(403, NO_UPDATE)
    if kind != DIRECT:
        said = f"not {kind}" if kind else "and the request does not say what it is"
        raise Refused(415, f"a question is posted as {DIRECT} or as {FORM}, {said}")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Refused(415, f"a question is posted in UTF-8, not in {charset}")
    return _text(sent.body, "the question")


def graph_asked(sent: Sent) -> dict[str, object]:
    """The graph that is wanted: its IRI, or the default graph where it is empty.

    Raises Refused where the request names none, or more than one.
    """
    fields = fields_of(sent.query_string)
    if "default" in fields and "graph" in fields:
        raise Refused(400, "one graph at a time: ?default or ?graph=IRI, not both")
    shared = {"accept": sent.accept, "format": (fields["format"] or [""])[0]}
    if "default" in fields:
        return {"graph": "", **shared}
    graph = _one(fields, "graph")
    if not graph:
        raise Refused(400, "say which graph: ?default for all together, or ?graph=IRI; /sparql tells which there are")
    return {"graph": graph, **shared}


def read_only(method: str) -> Refused:
    """The answer to a request that would write."""
    return Refused(405, f"{method} is not answered here: the graph is only read", [("allow", READING)])


def _one(fields: defaultdict[str, list[str]], name: str) -> str | None:
    values = fields.get(name, [])
    if len(values) > 1:
        raise Refused(400, f"the parameter `{name}` is there {len(values)} times, and may be there once")
    return values[0] if values else None


def _kind(content_type: str) -> tuple[str, str]:
    """The media type and its character set."""
    kind, *parameters = (p.strip() for p in content_type.lower().split(";"))
    charset = next((p[8:].strip("\"'") for p in parameters if p.startswith("charset=")), "utf-8")
    return kind, charset


def _text(body: bytes, what: str) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(400, f"{what} is not in UTF-8") from error
