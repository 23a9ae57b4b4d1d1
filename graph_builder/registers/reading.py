"""Every register of a build is read, each file by what it is, and they are put together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph_builder.errors import RegisterError
from graph_builder.names import slug
from graph_builder.registers.joined import joined
from graph_builder.registers.popolo import read_popolo
from graph_builder.registers.rdf import read_rdf
from graph_builder.registers.source import Found, Source
from graph_builder.vocabulary.people import Register

__all__ = ["read_registers"]

RDF = frozenset([".ttl", ".nt", ".nq", ".trig", ".n3", ".rdf", ".xml", ".jsonld"])
GRAPH = "graph.ttl"  # of a graph folder


def read_registers(files: Iterable[str | Path], base: str) -> Register:
    """What all of them know, for a graph of this base; RegisterError says what of a file is wrong."""
    sources: list[Source] = []
    found: list[Found] = []
    for file in files:
        source = _source(Path(file), base, {s.name for s in sources})
        told = read_popolo(source) if source.path.suffix.lower() == ".json" else read_rdf(source)
        if not told.entries and not told.people:
            raise RegisterError(f"the register {source.path} names no body, no post and no person")
        sources.append(source)
        found.append(told)
    return joined(found, [skipped for source in sources for skipped in source.skipped()])


def _source(path: Path, base: str, taken: set[str]) -> Source:
    """The file to read, of a graph folder its Turtle, under a name that no other file has."""
    file = path / GRAPH if path.is_dir() else path
    if not file.is_file():
        what = f"no {GRAPH} is in it: it is no graph folder" if path.is_dir() else "there is no such file"
        raise RegisterError(f"the register {path} cannot be read: {what} (--register none uses none)")
    if file.suffix.lower() not in RDF | {".json"}:
        raise RegisterError(f"the register {path} is of an unknown kind: give Turtle or other RDF, or Popolo as .json")
    name = slug(file.absolute().parent.name if file.name == GRAPH else file.stem)
    number = next(n for n in range(1, len(taken) + 2) if (name if n == 1 else f"{name}-{n}") not in taken)
    return Source(file, name if number == 1 else f"{name}-{number}", base)
