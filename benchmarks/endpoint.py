"""How many of the catalogue's lookups the endpoint answers in a second, and the `oxigraph` server on the same store.

    pip install --target build/oxigraph oxigraph
    python benchmarks/endpoint.py [GRAPH] [--oxigraph build/oxigraph/bin/oxigraph] [--seconds 5] [--rounds 3]

Eight clients, each with one connection that is kept, ask `onrecord serve` and `oxigraph serve-read-only` in turn, the
same questions in the same order, by GET, with JSON as the answer. A lookup is a question of the catalogue that is told
who or what it is about. The figure is the ratio of the requests that were answered in the same time, and, because a
machine that does other things too gives more of itself to the server with more processes, that of those for the same
CPU. Beside it is what rdflib's engine does with the same questions over the same triples in memory, one after the
other, where there are few enough of them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

import psutil

from graph_builder.graph.catalogue import question
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.sparql import with_prefixes
from graph_builder.graph.store import base_of, open_store

CLIENTS = 8
LEAST = 0.70
JSON = "application/sparql-results+json"
LOOKUPS = (  # questions that are told who or what they are about
    ("record-of", {"who": "{person}"}),
    ("roles", {"who": "{person}"}),
    ("statements", {"who": "{person}"}),
    ("positions", {"who": "{person}"}),
    ("who-met-whom", {"who": "{person}"}),
    ("positions", {"about": "{topic}"}),
    ("for-and-against", {"about": "{topic}"}),
    ("documents-about", {"about": "{topic}"}),
    ("who-is-who", {"that": "unsure"}),
)
FEW = 200_000  # triples that rdflib is given
LABEL = """SELECT ?label (COUNT(?fact) AS ?n) WHERE {{ ?fact {link} ?thing . ?thing rdfs:label ?label }}
GROUP BY ?label ORDER BY DESC(?n) ?label LIMIT 1"""


class Lookup(NamedTuple):
    """One question with its parameters filled in."""

    name: str
    sparql: str


def lookups(graph: Path) -> list[Lookup]:
    """The questions, about the person and the topic of whom most is said."""
    store = open_store(GraphFolder(graph))
    known = prefixes(base_of(store))

    def most(link: str) -> str:
        found = store.query(LABEL.format(link=link), prefixes=known, use_default_graph_as_union=True)
        return next(row["label"].value for row in found)

    about = {"person": most("prov:wasAttributedTo"), "topic": most("onr:topic")}
    filled = ((name, {k: v.format(**about) for k, v in values.items()}) for name, values in LOOKUPS)
    return [Lookup(f"{name} {values}", with_prefixes(question(name).bind(values), known)) for name, values in filled]


class Served(NamedTuple):
    """A server that runs, and what it is sent."""

    host: str
    requests: list[bytes]
    process: psutil.Process

    def cpu(self) -> float:
        """The CPU seconds that it has used, with all of its processes."""
        everyone = (self.process, *self.process.children(recursive=True))
        return sum(sum(process.cpu_times()[:2]) for process in everyone)


@contextmanager
def served(command: list[str], port: int, path: str, asked: list[Lookup]) -> Iterator[Served]:
    """A server that listens at that port."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(300):
                if process.poll() is not None:
                    sys.exit(f"{command[0]} ended with {process.returncode}")
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            host = f"127.0.0.1:{port}"
            yield Served(host, requests(host, path, asked), psutil.Process(process.pid))
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def requests(host: str, path: str, asked: list[Lookup]) -> list[bytes]:
    """The bytes that a client sends, one request for each question."""
    head = f" HTTP/1.1\r\nHost: {host}\r\nAccept: {JSON}\r\n\r\n"
    return [f"GET {path}?query={quote(lookup.sparql)}{head}".encode() for lookup in asked]


async def load(host: str, wanted: list[bytes], seconds: float) -> int:
    """How many requests eight clients had answered in that time."""
    until = time.monotonic() + seconds
    counts = await asyncio.gather(*(client(host, wanted, number, until) for number in range(CLIENTS)))
    return sum(counts)


async def client(host: str, wanted: list[bytes], first: int, until: float) -> int:
    """How many answers one client read to their end; it begins with another question than the others."""
    name, _, port = host.partition(":")
    reader, writer = await asyncio.open_connection(name, int(port), limit=2**20)
    answered = 0
    while time.monotonic() < until:
        writer.write(wanted[(first + answered) % len(wanted)])
        await answer(reader)
        answered += 1
    writer.close()
    return answered


async def answer(reader: asyncio.StreamReader) -> bytes:
    """The body of one answer, however its length is told."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if not head.startswith(b"http/1.1 200"):
        sys.exit(head.decode("latin-1"))
    if b"transfer-encoding: chunked" not in head:
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return await reader.readexactly(length)
    parts = []
    while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)


async def same(pair: Sequence[Served]) -> bool:
    """Whether both servers give the same answers, byte by byte."""
    bodies = []
    for server in pair:
        name, _, port = server.host.partition(":")
        reader, writer = await asyncio.open_connection(name, int(port), limit=2**20)
        found = []
        for one in server.requests:
            writer.write(one)
            found.append(await answer(reader))
        writer.close()
        bodies.append(found)
    return all(sorted(a) == sorted(b) for a, b in zip(*bodies, strict=True))


def beside_rdflib(graph: Path, asked: list[Lookup]) -> str:
    """What rdflib's engine does in a second, one question after the other."""
    store = open_store(GraphFolder(graph))
    if len(store) > FEW:
        return f"rdflib    not measured over {len(store):,} triples"
    import rdflib

    data = "".join(f"{quad.triple} .\n" for quad in store)
    memory = rdflib.Graph().parse(data=data, format="nt")
    began = time.process_time()
    for lookup in asked:
        list(memory.query(lookup.sparql))
    return f"rdflib    {len(asked) / (time.process_time() - began):8.1f} requests/s, in one process without HTTP"


def measure(graph: Path, oxigraph: Path, seconds: float, rounds: int) -> tuple[float, float]:
    """The medians over the rounds: of the ratio in the same time, and of that for the same CPU."""
    asked = lookups(graph)
    here, there = free_port(), free_port()
    ours = [str(Path(sys.executable).with_name("onrecord")), "serve", "--quiet", "--port", str(here)]
    store = os.path.realpath(GraphFolder(graph).store)
    theirs = [str(oxigraph), "serve-read-only", "--union-default-graph", "-l", store, "-b", f"127.0.0.1:{there}"]
    ratios = []
    with (
        served([*ours, "--graph", str(graph)], here, "/sparql", asked) as one,
        served(theirs, there, "/query", asked) as other,
    ):
        print("the same answers:", asyncio.run(same((one, other))))
        for number in range(rounds):
            told = [figures(server, seconds) for server in (one, other)]
            ratios.append([mine / yours for mine, yours in zip(*told, strict=True)])
            lines = [f"{rate:7.1f} requests/s {frugal:7.1f} a CPU second" for rate, frugal in told]
            print(f"round {number + 1}   onrecord {lines[0]}   oxigraph {lines[1]}")
    print(beside_rdflib(graph, asked))
    in_time, for_cpu = (median(column) for column in zip(*ratios, strict=True))
    return in_time, for_cpu


def figures(server: Served, seconds: float) -> tuple[float, float]:
    """Requests in a second, and for a CPU second."""
    before = server.cpu()
    answered = asyncio.run(load(server.host, server.requests, seconds))
    return answered / seconds, answered / max(server.cpu() - before, 0.01)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("graph", nargs="?", default="output", type=Path)
    parser.add_argument("--oxigraph", default=Path("build/oxigraph/bin/oxigraph"), type=Path)
    parser.add_argument("--seconds", default=5.0, type=float)
    parser.add_argument("--rounds", default=3, type=int)
    given = parser.parse_args()
    if not given.oxigraph.exists():
        sys.exit(f"{given.oxigraph} is not there: pip install --target build/oxigraph oxigraph")
    in_time, for_cpu = measure(given.graph, given.oxigraph, given.seconds, given.rounds)
    print(f"ratio     {in_time:.2f} in the same time (at least {LEAST:.2f}), {for_cpu:.2f} for the same CPU")
