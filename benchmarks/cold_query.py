"""What a cold `onrecord query` costs, against a bare Python process that asks the same store the same question.

    python benchmarks/cold_query.py [GRAPH] [RUNS]

Both processes are started RUNS times, in turn; the figures are CPU seconds, user and system, of whole processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from graph_builder.graph.catalogue import question
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.store import base_of, open_store

MOST = 1.5
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


def commands(graph: Path) -> tuple[list[str], list[str]]:
    """The command, and the bare process."""
    folder = GraphFolder(graph)
    bare = BARE.format(
        store=os.path.realpath(folder.store),
        sparql=question("people").bind({}),
        prefixes=prefixes(base_of(open_store(folder))),
    )
    ours = str(Path(sys.executable).with_name("onrecord"))
    return [ours, "query", "people", "--format", "tsv", "--graph", str(graph)], [sys.executable, "-c", bare]


def measure(graph: Path, runs: int) -> tuple[float, float]:
    """The median CPU of each of the two, which are run in turn so that a busy machine slows both."""
    pair = commands(graph)
    for command in pair:
        cpu_seconds(command)
    times = [[cpu_seconds(command) for command in pair] for _ in range(runs)]
    ours, bare = zip(*times, strict=True)
    print(f"onrecord  least {min(ours):.3f}  median {median(ours):.3f} CPU s")
    print(f"bare      least {min(bare):.3f}  median {median(bare):.3f} CPU s")
    return median(ours), median(bare)


if __name__ == "__main__":
    graph = Path(sys.argv[1] if len(sys.argv) > 1 else "output")
    ours, bare = measure(graph, int(sys.argv[2]) if len(sys.argv) > 2 else 20)
    print(f"ratio     {ours / bare:.2f} (at most {MOST})")
    sys.exit(ours / bare > MOST)
