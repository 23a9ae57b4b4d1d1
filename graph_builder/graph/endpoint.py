"""Asking another server, by the SPARQL protocol: a form that is posted, understood by every store."""

from __future__ import annotations

from collections.abc import Iterable
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Triple, parse, parse_query_results

from graph_builder import __version__
from graph_builder.errors import QueryError

__all__ = ["ask"]

PATIENCE = 120  # seconds
ACCEPT = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, "
    "application/n-triples;q=0.7, text/turtle;q=0.6, application/rdf+xml;q=0.3"
)


def ask(url: str, sparql: str) -> QuerySolutions | QueryBoolean | Iterable[Triple]:
    """What the endpoint at an http or https address answers.

    Raises QueryError, which holds the first line of what the server says.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise QueryError(f"{url!r} is no address of an endpoint: it must begin with http:// or https://")
    form = urlencode({"query": sparql}).encode()
    headers = {"Accept": ACCEPT, "User-Agent": f"onrecord/{__version__}"}
    try:
        with urlopen(Request(url, form, headers), timeout=PATIENCE) as reply:  # noqa: S310  (http or https, as seen)
            kind, body = reply.headers.get_content_type(), reply.read()
    except HTTPError as error:
        said = error.read(2000).decode("utf-8", "replace").strip().splitlines()
        raise QueryError(f"{url} refused the question ({error.code}): {said[0] if said else error.reason}") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise QueryError(f"{url} cannot be asked: {getattr(error, 'reason', None) or error}") from error
    return _understood(url, kind, body)


def _understood(url: str, kind: str, body: bytes) -> QuerySolutions | QueryBoolean | Iterable[Triple]:
    try:
        if results := QueryResultsFormat.from_media_type(kind):
            return parse_query_results(body, results)
        if rdf := RdfFormat.from_media_type(kind):
            return [quad.triple for quad in parse(body, rdf, base_iri=url)]
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"{url} answered what cannot be read as {kind}: {error}") from error
    raise QueryError(f"{url} answered with {kind}, which is no answer to a question: is it a SPARQL endpoint?")
