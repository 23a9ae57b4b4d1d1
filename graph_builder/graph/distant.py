"""The answer of another server, told as the answers of the store here are: with names in the place of IRIs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph_builder.graph.endpoint import PATIENCE, Endpoint
from graph_builder.graph.fetch import Elsewhere, labels_at
from graph_builder.graph.namespaces import DATA_KINDS, DEFAULT_BASE, prefixes
from graph_builder.graph.query import Answer, Found
from graph_builder.graph.remote import Remote
from graph_builder.graph.sparql import undeclared, with_prefixes

if TYPE_CHECKING:
    from graph_builder.graph.query import Term

__all__ = ["ask_elsewhere"]

NAMED = 5_000  # things in one answer that are worth asking the names of


def ask_elsewhere(
    url: str, sparql: str, base: str | None, limit: int | None = None, seconds: float | None = None
) -> Answer:
    """What a SPARQL endpoint answers; where a question speaks of `person:…` it is asked first what that stands for."""
    with Remote(url, PATIENCE if seconds is None else max(PATIENCE, seconds + 1)) as remote:
        endpoint = Endpoint(remote)
        if undeclared(sparql) & set(DATA_KINDS):
            base = Elsewhere(endpoint, base).base
        base = base or DEFAULT_BASE
        return _Distant(url, endpoint.ask(with_prefixes(sparql, prefixes(base))), base, limit)


class _Distant(Answer):
    """An answer whose things are called what the other server calls them."""

    def __init__(self, url: str, found: Found, base: str, limit: int | None) -> None:
        super().__init__(found, None, base, limit)
        self._url = url

    def terms(self) -> Iterator[tuple[Term | None, ...]]:
        """The rows as they are; what their things are called is asked of the server first."""
        rows = list(super().terms())
        named = {term for row in rows for term in row if isinstance(term, NamedNode)}
        if named and len(named) <= NAMED:
            with Remote(self._url, PATIENCE) as remote:
                self._labels = labels_at(Endpoint(remote), named)
        yield from rows
