"""What it costs, and how well it is known, who is meant by whom in as many documents as an archive has.

    python -m benchmarks.identity [--documents N] [--graph FOLDER] [--sample K] [--largest N] [--faults]

The documents are invented, so who is meant is known. `--sample` builds so few of them really, and takes from all what a
reader who misses nothing would. `--graph` keeps the build, so that a second run reads nothing again: its share says
less. `--largest 0` leaves out the table of growth. Times are CPU seconds of this one process.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from math import inf, log2
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from benchmarks.faults import faults
from benchmarks.invented.paper import Paper
from benchmarks.invented.papers import invented
from benchmarks.invented.world import invent
from benchmarks.scores import Meant, meant, scores
from graph_builder import pipeline
from graph_builder.graph.folder import GraphFolder
from graph_builder.model import Document, Extraction, Identities
from graph_builder.resolve import resolve

SMALLEST = 1_250
SHARE = 0.10  # of a build that resolving may take
TIMES = 3  # each line of the table of growth is measured
GROWTH = 1.3  # how much dearer each n log n may get, from the smallest to the largest


@dataclass
class Clock:
    """CPU seconds spent in some functions, and what they gave last."""

    seconds: dict[str, float] = field(default_factory=dict)
    gave: dict[str, Any] = field(default_factory=dict)
    took: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The function, which is timed."""

        def run(*args: Any) -> Any:
            began = time.process_time()
            self.gave[name] = work(*args)
            self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - began
            self.took[name] = args
            return self.gave[name]

        return run


def build(papers: Sequence[Paper], texts: Path, graph: Path) -> Clock:
    """The documents are written to files and built into a graph, as by `onrecord build`."""
    for paper in papers:
        path = texts / paper.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(paper.text, encoding="utf-8")
    clock = Clock()
    with ExitStack() as stack:
        for name in ("find_facts", "resolve"):
            stack.enter_context(patch.object(pipeline, name, clock.timed(name, getattr(pipeline, name))))
        wanted = pipeline.Build([str(texts)], GraphFolder(graph))
        clock.timed("build", pipeline.build)(wanted, Told(len(papers)))
    return clock


class Told:
    """How far the reading has come, now and then."""

    def __init__(self, of: int) -> None:
        self.of, self.lines, self.fresh = of, 0, 0

    def __call__(self, line: Any, _: int) -> None:
        """One more file."""
        self.lines += 1
        self.fresh += getattr(line, "fresh", False)
        if self.lines % 1000 == 0 or self.lines == self.of:
            print(f"  {self.lines:,} of {self.of:,} files, {self.fresh:,} of them read now", flush=True)


def report(clock: Clock, built: int, of: int, seconds: float) -> None:
    """Where the time of a build went; of a sample, also what share identity would take of all of them."""
    whole, read, who = (clock.seconds[name] for name in ("build", "find_facts", "resolve"))
    rest = whole - read - who
    print(f"build {whole:.1f} CPU s: reading and extraction {read:.1f}, identity {who:.1f}, the rest {rest:.1f}")
    print(f"identity takes {who / whole:.1%} of the build (at most {SHARE:.0%})")
    if built < of:
        share = seconds / (seconds + (whole - who) / built * of)
        print(f"and would take {share:.1%} of a build of all {of:,} documents")


def perfect(papers: Sequence[Paper]) -> tuple[list[Extraction], dict[str, Document]]:
    """What a reader who misses nothing takes from the documents."""
    return [p.extraction() for p in papers], {p.source: p.document() for p in papers}


def resolved(
    extractions: Sequence[Extraction], documents: dict[str, Document], times: int = 1
) -> tuple[float, Identities]:
    """CPU seconds of resolving, the least of some times, and who is meant."""
    least = inf
    for _ in range(times):
        gc.collect()
        began = time.process_time()
        identities = resolve(extractions, documents)
        least = min(least, time.process_time() - began)
    return least, identities


def growth(largest: int, seed: int) -> None:
    """A table of what resolving costs, each line for twice as many documents as the one before."""
    resolved(*perfect(list(invented(100, seed))))  # what is looked up once is not counted
    number, first, ratio = SMALLEST, 0.0, 1.0
    print("documents   CPU s   per n log n, the first being 1")
    while number <= largest:
        seconds, _ = resolved(*perfect(list(invented(number, seed))), TIMES)
        unit = seconds / (number * log2(number))
        first = first or unit
        ratio = unit / first
        print(f"{number:9,} {seconds:7.2f}   {ratio:.2f}", flush=True)
        number *= 2
    print(f"cost grows {'no faster' if ratio <= GROWTH else 'FASTER'} than n log n, within {GROWTH}")


def judged(identities: Identities, truth: Meant, papers: Sequence[Paper], wanted: argparse.Namespace) -> None:
    """How well it is known who is meant, and where it is not."""
    for line in scores(identities, truth):
        print(f"  {line}")
    if wanted.faults:
        for line in faults(identities, truth, papers, invent(wanted.documents, wanted.seed)):
            print(f"  {line}")


def options() -> argparse.Namespace:
    """What is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--graph", type=Path, help="where the graph is kept; a temporary folder")
    parser.add_argument("--sample", type=int, help="so many documents are built; all of them")
    parser.add_argument("--largest", type=int, default=10_000, help="of the table of growth")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--faults", action="store_true", help="list what was joined wrongly and what was missed")
    return parser.parse_args()


def main() -> None:
    """Print it all."""
    wanted = options()
    if wanted.largest:
        growth(wanted.largest, wanted.seed)
    papers = list(invented(wanted.documents, wanted.seed))
    seconds, identities = resolved(*perfect(papers))
    truth = {(p.source, key): who for p in papers for key, who in p.meant().items()}
    print(f"{wanted.documents:,} documents, as by a reader who misses nothing ({seconds:.1f} CPU s)")
    judged(identities, truth, papers, wanted)
    with TemporaryDirectory() as folder:
        graph = wanted.graph or Path(folder) / "graph"
        built = papers[: wanted.sample]
        clock = build(built, Path(folder) / "texts", graph)
    report(clock, len(built), wanted.documents, seconds)
    extractions, documents = clock.took["resolve"][:2]
    truth = meant(built, extractions, documents)
    print(f"{len(built):,} documents, as they were read")
    judged(clock.gave["resolve"], truth, built, wanted)


if __name__ == "__main__":
    main()
