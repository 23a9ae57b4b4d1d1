"""The answer of another server, told as the answers of the store here are: with names in the place of IRIs."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, QueryBoolean

from graph_builder.graph.endpoint import PATIENCE, Endpoint
from graph_builder.graph.fetch import Elsewhere, labels_at
from graph_builder.graph.namespaces import DATA_KINDS, DEFAULT_BASE, prefixes
from graph_builder.graph.query import Answer
from graph_builder.graph.remote import Remote
from graph_builder.graph.sparql import undeclared, with_prefixes

__all__ = ["ask_elsewhere"]

NAMED = 5_000  # things in one answer that are worth asking the names of


def ask_elsewhere(url: str, sparql: str, base: str | None) -> Answer:
    """What a SPARQL endpoint answers; where a question speaks of `person:…` it is asked first what that stands for."""
    with Remote(url, PATIENCE) as remote:
        endpoint = Endpoint(remote)
        if undeclared(sparql) & set(DATA_KINDS):
            base = Elsewhere(endpoint, base).base
        base = base or DEFAULT_BASE
        return _Distant(url, endpoint.ask(with_prefixes(sparql, prefixes(base))), base)


class _Distant(Answer):
    """An answer whose things are called what the other server calls them."""

    def __init__(self, url: str, found: object, base: str) -> None:
        super().__init__(found, None, base)  # type: ignore[arg-type]
        self._url = url

    def rows(self, iris: bool = False) -> Iterator[tuple[str, ...]]:
        """The same cells as those of an answer of the store here."""
        if iris or isinstance(self._found, QueryBoolean):
            yield from super().rows(iris)
            return
        rows = [tuple(row) for row in self._found]
        named = {term for row in rows for term in row if isinstance(term, NamedNode)}
        if len(named) <= NAMED:
            with Remote(self._url, PATIENCE) as remote:
                self._labels = labels_at(Endpoint(remote), named)
        for row in rows:
            yield tuple(self._cell(term, iris) for term in row)
