"""What a question asks, and what it costs: shown where the answer itself is not wanted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph_builder.graph.store import Store

__all__ = ["explained"]


def explained(store: Store, sparql: str, limit: int | None, base: str) -> str:
    """The question, what the engine gets for it, how many triples fit each of its patterns alone, and what it cost.

    The engine tells nobody its plan. A pattern that fits much is where a slow question spends its time.
    """
    parts = (_asked(store, sparql, base, limit), _patterns(store, sparql, base), _cost(store, sparql, limit, base))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _asked(store: Store, sparql: str, base: str, limit: int | None) -> Iterator[str]:
    from graph_builder.graph.namespaces import prefixes
    from graph_builder.graph.query import limited_to, soonest
    from graph_builder.graph.sparql import with_prefixes

    known = prefixes(base)
    asked = with_prefixes(limited_to(sparql, limit), known)
    yield "Asked"
    yield from _indented(asked)
    if (put := soonest(store, asked, known)) != asked:
        yield from ("", "The same, as the engine finds it sooner")
        yield from _indented(put)


def _indented(sparql: str) -> Iterator[str]:
    return (f"  {line}".rstrip() for line in sparql.strip().splitlines())


def _patterns(store: Store, sparql: str, base: str) -> Iterator[str]:
    from graph_builder.graph.patterns import patterns

    found = patterns(store, sparql, base)
    yield "Triples that fit each pattern alone"
    for pattern, count in found or ():
        yield f"  {count:>11,}  {pattern}"
    if not found:
        yield "  it has none" if found is not None else "  cannot be counted: the question goes beyond SPARQL 1.1"


def _cost(store: Store, sparql: str, limit: int | None, base: str) -> Iterator[str]:
    from graph_builder.graph.query import answer

    before = time.process_time()
    found = answer(store, sparql, base, limit)
    terms = found.terms()
    first = next(terms, None)
    to_first = time.process_time() - before
    count = sum(1 for _ in terms) + (first is not None)
    taken = time.process_time() - before
    what = "triple" if found.kind == "graph" else "row"
    yield "Cost"
    yield f"  {to_first:>11.3f}  seconds of CPU to the first {what}"
    yield f"  {taken:>11.3f}  seconds of CPU to the last of {count:,}"
