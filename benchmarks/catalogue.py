"""What each question of the catalogue costs on a large store, beside rdflib's own engine on the same graph in memory.

    python benchmarks/million.py EXAMPLE MILLION
    python -m benchmarks.catalogue MILLION [QUESTION …] [--most SECONDS] [--ours]

Questions are asked as the command asks them, without a parameter, and every row is fetched. The figures are CPU seconds
of the query alone, the least of three for ours; each question to rdflib is asked in a child process that is ended after
so many seconds, which gives "more than".
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import time
from collections.abc import Callable
from math import exp, log
from pathlib import Path
from typing import Any

from graph_builder.graph.catalogue import Question, questions
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.query import answer
from graph_builder.graph.store import Store, base_of, open_store

MEAN = 20.0  # times faster, over the catalogue
LEAST = 3.0  # times faster, any question
DEAREST = 1.0  # CPU seconds, any question
TIMES = 3


def ours(store: Store, question: Question, base: str) -> tuple[float, int]:
    """CPU seconds to ask the question and fetch every row, the least of some times; and how many rows there are."""
    least, rows = float("inf"), 0
    for _ in range(TIMES):
        began = time.process_time()
        rows = sum(1 for _ in answer(store, question.bind({}), base).terms())
        least = min(least, time.process_time() - began)
    return least, rows


def in_memory(store: Store) -> Any:
    """The same triples as a graph of rdflib."""
    from pyoxigraph import NamedNode
    from rdflib import Graph, Literal, URIRef

    def term(node: Any) -> Any:
        if isinstance(node, NamedNode):
            return URIRef(node.value)
        if node.language:
            return Literal(node.value, lang=node.language)
        return Literal(node.value, datatype=URIRef(node.datatype.value))

    graph = Graph(bind_namespaces="none")
    for quad in store:
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


def theirs(graph: Any, question: Question, most: float) -> tuple[float, int | None]:
    """CPU seconds of rdflib's engine for the same, and the rows; None where it had not done after so many seconds."""

    def ask() -> int:
        return sum(1 for _ in graph.query(question.bind({})))

    return in_child(ask, most)


def in_child(work: Callable[[], int], most: float) -> tuple[float, int | None]:
    """CPU seconds of some work in a copy of this process that is ended after so many, and what it gave."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime + most) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        began = time.process_time()
        number = work()
        os.write(writing, f"{time.process_time() - began} {number}".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read().split()
    os.waitpid(child, 0)
    return (float(told[0]), int(told[1])) if told else (most, None)


def table(graph: Path, wanted: argparse.Namespace) -> None:
    """Print a line for each question, and then the whole."""
    store = open_store(GraphFolder(graph))
    base = base_of(store)
    asked = [q for name, q in questions().items() if not wanted.questions or name in wanted.questions]
    costs = {question.name: ours(store, question, base) for question in asked}
    if wanted.ours:
        for name, (mine, rows) in costs.items():
            print(f"{name:22} {rows:8,} rows   ours {mine:7.3f} CPU s")
        return
    memory = in_memory(store)
    ratios = []
    for question in asked:
        mine, rows = costs[question.name]
        other, others = theirs(memory, question, wanted.most)
        ratios.append(other / mine)
        more, unlike = "more than " if others is None else "", "" if others in (None, rows) else f"   {others} ROWS"
        print(f"{question.name:22} {rows:8,} rows   ours {mine:7.3f}   ", end="")
        print(f"rdflib {more}{other:.2f}   {more}{ratios[-1]:.1f} ×{unlike}", flush=True)
    mean = exp(sum(map(log, ratios)) / len(ratios))
    dearest = max(mine for mine, _ in costs.values())
    print(
        f"geometric mean {mean:.1f} × (at least {MEAN:.0f}), least {min(ratios):.1f} × (at least {LEAST:.0f}), ", end=""
    )
    print(f"the dearest {dearest:.2f} CPU s (at most {DEAREST:.0f})")


def main() -> None:
    """Print it all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, help="a graph folder")
    parser.add_argument("questions", nargs="*", help="only these")
    parser.add_argument("--most", type=float, default=120.0, help="CPU seconds that rdflib may take for one question")
    parser.add_argument("--ours", action="store_true", help="without rdflib")
    wanted = parser.parse_args()
    table(wanted.graph, wanted)


if __name__ == "__main__":
    main()
