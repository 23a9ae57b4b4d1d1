"""What a cold `onrecord query` costs, against a bare Python process that asks the same store the same question.

    python benchmarks/million.py EXAMPLE MILLION
    python benchmarks/cold_query.py MILLION [RUNS]

The bare process imports typer and pyoxigraph, opens the store, asks, and prints the rows. Both are started RUNS times,
in turn, so that a busy machine slows both; the figures are CPU seconds, user and system, of whole processes. What a
question says in its catalogue alone is asked first, then some with a parameter, whose value the command looks up.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import geometric_mean, median

from pyoxigraph import Literal, NamedNode

from graph_builder.graph.catalogue import question, questions
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.store import base_of, open_store

MOST = 1.3
LOOKUPS = {"people": ("named", "Abena Lockwood-Price"), "positions": ("who", "Toby Allardyce")}
COPY = " 7"  # of whom there are many in a store of copies
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
BARE = """
import sys
import typer
from pyoxigraph import QueryResultsFormat, Store
store = Store.read_only({store!r})
found = store.query({sparql!r}, prefixes={prefixes!r}, use_default_graph_as_union=True)
found.serialize(sys.stdout.buffer, QueryResultsFormat.TSV)
"""


def cpu_seconds(command: list[str]) -> float:
    """What the process used, from its start to its end."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def commands(graph: Path, name: str, values: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The command, and the bare process."""
    folder = GraphFolder(graph)
    bare = BARE.format(
        store=os.path.realpath(folder.store),
        sparql=question(name).bind(values),
        prefixes=prefixes(base_of(open_store(folder))),
    )
    ours = str(Path(sys.executable).with_name("onrecord"))
    params = [part for each, value in values.items() for part in ("--param", f"{each}={value}")]
    return [ours, "query", name, *params, "--format", "tsv", "--graph", str(graph)], [sys.executable, "-c", bare]


def measure(graph: Path, name: str, values: Mapping[str, str], runs: int) -> float:
    """How many times as much as the bare process the command costs, by the medians, which are printed."""
    pair = commands(graph, name, values)
    times = [[cpu_seconds(command) for command in pair] for _ in range(runs)]
    ours, bare = (median(column) for column in zip(*times, strict=True))
    told = " ".join([name, *(f"{each}={value}" for each, value in values.items())])
    print(f"{told:<40}{ours:>10.3f}{bare:>10.3f}{ours / bare:>8.2f}", flush=True)
    return ours / bare


def lookups(graph: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The questions about one name, as the graph has it."""
    store = open_store(GraphFolder(graph))
    for name, (parameter, value) in LOOKUPS.items():
        copied = next(store.quads_for_pattern(None, LABEL, Literal(value + COPY), None), None)
        yield name, {parameter: value + COPY if copied else value}


if __name__ == "__main__":
    place = Path(sys.argv[1] if len(sys.argv) > 1 else "output")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print(f"{'CPU seconds':<40}{'onrecord':>10}{'bare':>10}{'ratio':>8}")
    asked = [(name, {}) for name in questions()] + list(lookups(place))
    ratios = [measure(place, name, values, rounds) for name, values in asked]
    print(f"geometric mean {geometric_mean(ratios):.2f}, at most {max(ratios):.2f} (wanted: at most {MOST})")
