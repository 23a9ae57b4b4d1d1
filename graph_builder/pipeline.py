"""The whole way: documents in, graph out.

Forward only, once for each document and once for all of them together; no stage calls back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from graph_builder import __version__
from graph_builder.corrections import Decided as DecidedFacts
from graph_builder.corrections import read_corrections
from graph_builder.decisions import Correction
from graph_builder.errors import GraphError, NothingReadError, ReadError, VoiceError
from graph_builder.graph.catalogue import CORE, question
from graph_builder.graph.export import turtle
from graph_builder.graph.fact_names import FactNames
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.info import info
from graph_builder.graph.query import answer
from graph_builder.graph.store import Store, base_of, open_store, replace_store
from graph_builder.graph.write import DEFAULT_BASE, Provenance, quads
from graph_builder.model import Document, Extraction, Identities, Skipped
from graph_builder.read import files, read_document
from graph_builder.read.sources import STANDARD_INPUT
from graph_builder.registers import read_registers
from graph_builder.resolve import resolve, with_incumbents
from graph_builder.sure import surer
from graph_builder.view.model import PageData
from graph_builder.view.network import page_data
from graph_builder.view.page import write_page
from graph_builder.vocabulary import using
from graph_builder.vocabulary.people import plain_known
from graph_builder.voices import Heard, Plan, Voice, hear, plan
from graph_builder.workers import Crew, File, Job, Kept, Line, key_of, known_to, work

__all__ = ["Build", "Report", "build", "page_from", "page_of", "planned"]


@dataclass(frozen=True, slots=True)
class Build:
    """What is built: the documents, the graph folder that they become, and how they are read."""

    paths: Sequence[str]
    folder: GraphFolder
    base: str = DEFAULT_BASE
    model: str | None = None
    least: float = 0.0  # facts with less confidence are left out
    crew: Crew = field(default_factory=Crew)
    corrections: Path | None = None  # the file of what people decided; None: the one in the folder
    registers: Sequence[str] = ()  # files that say what is known before reading
    known: str = ""  # the digest of the bodies and posts in them
    voice: Voice | None = None  # a language model that is heard beside the rules

    @property
    def job(self) -> Job:
        """What the workers have to know of it."""
        return Job(self.folder.path.absolute(), self.model, self.known)

    def telling(self, answered: Callable[[int, int], object]) -> Build:
        """The same; `answered` hears how many answers of the voice there are, and of how many."""
        return replace(self, voice=self.voice and replace(self.voice, told=answered))

    @property
    def settings(self) -> dict[str, str]:
        """What the graph says of how it was made."""
        least = {"min-confidence": str(self.least)} if self.least else {}
        registers = {"registers": ", ".join(Path(file).name for file in self.registers)} if self.registers else {}
        return {"base": self.base} | least | registers


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: sources by what became of them, and what is in the graph now."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    unsure: int  # facts left out because they carry less confidence than is wanted
    unfit: tuple[str, ...]  # corrections that fit nothing, and why
    counts: Mapping[str, int]
    paths: tuple[str, ...]
    corrections: str | None  # the file of corrections, where it is not the folder's own
    registers: tuple[str, ...] = ()
    unused: tuple[Skipped, ...] = ()  # what of the registers could not be used
    voice: Heard | None = None


def build(wanted: Build, told: Callable[[Line, int], object]) -> Report:
    """The graph holds what these documents say, and nothing else; `told` hears of each file, and of how many there are.

    Until all of it is made the old graph stays as it was. Raises NothingReadError, and leaves the old graph,
    where no document could be read.
    """
    folder = wanted.folder
    with folder.lock():
        people = People.of(wanted)
        register = read_registers(wanted.registers, wanted.base)
        folder.keep_known(register.known.digest, plain_known(register.known))
        wanted = replace(wanted, known=register.known.digest)
        keys, skipped = find_facts(wanted, told)
        alone = {source: _kept(folder, source, key) for source, key in sorted(keys.items())}
        read, heard = _voiced(wanted, alone)
        documents = {source: document for source, (document, _) in read.items()}
        whole = [people.put_to(extraction, document) for document, extraction in read.values()]
        extractions = [surer(extraction, wanted.least) for extraction in whole]
        identities = resolve(extractions, documents, people.entries, register)
        extractions, identities = with_incumbents(extractions, documents, register, identities)
        decided = people.fitted(identities)
        said = (heard.model, heard.prompt) if heard else None
        provenance = Provenance(__version__, extractions[0].model, wanted.settings, decided, register, said)
        replace_store(folder, quads(documents.values(), extractions, identities, wanted.base, provenance))
        folder.write_bytes(folder.turtle, turtle(folder))
        write_page(page_of(folder, list(documents.values())), folder.page)
        unsure = sum(len(e.facts) for e in whole) - sum(len(e.facts) for e in extractions)
        report = _report(wanted, keys, skipped)
        report = replace(report, unsure=unsure, unfit=people.unfit(decided), unused=register.skipped, voice=heard)
        folder.finish(keys, asdict(report))
    return report


@dataclass(frozen=True, slots=True)
class People:
    """What people decided: the entries of the file of corrections, and what they did to the facts."""

    entries: Sequence[Correction]
    faults: Sequence[str]
    facts: DecidedFacts

    @classmethod
    def of(cls, wanted: Build) -> People:
        """Those of the file of a build."""
        entries, faults = read_corrections(wanted.corrections or wanted.folder.corrections)
        return cls(entries, faults, DecidedFacts.of(entries))

    def put_to(self, extraction: Extraction, document: Document) -> Extraction:
        """One document's facts as people want them."""
        return self.facts.put_to(extraction, document, FactNames.of(extraction).name)

    def fitted(self, identities: Identities) -> dict[Correction, str | None]:
        """Every entry, and why it fits nothing, if it does not."""
        unfit = dict((*self.facts.unfit, *identities.unfit))
        return {each: unfit.get(each) for each in self.entries}

    def unfit(self, decided: Mapping[Correction, str | None]) -> tuple[str, ...]:
        """A line for each entry that fits nothing or says nothing."""
        lines = (f"entry {c.place} ({c.decision} {', '.join(c.about)}): {why}" for c, why in decided.items() if why)
        return (*self.faults, *lines)


def find_facts(wanted: Build, told: Callable[[Line, int], object]) -> tuple[dict[str, str], list[Skipped]]:
    """Where the facts of each document are kept, and which files were skipped; only what is new is read."""
    listed = list(files(wanted.paths))
    lines: list[Line] = []
    for line in _lines(listed, wanted):
        told(line, len(listed))
        lines.append(line)
    keys = {line.source: line.key for line in lines if isinstance(line, Kept)}
    if not keys:
        raise NothingReadError(f"none of the {len(listed)} files could be read; the graph is as it was")
    return keys, sorted((line for line in lines if isinstance(line, Skipped)), key=lambda line: line.source)


def _lines(listed: Sequence[File], wanted: Build) -> Iterator[Line]:
    fresh = []
    for path, source in listed:
        key = _kept_as(path, source, wanted)
        if key:
            yield Kept(source, key, fresh=False)
        else:
            fresh.append((path, source))
    yield from work(fresh, wanted.job, wanted.crew)


def _kept_as(path: Path, source: str, wanted: Build) -> str | None:
    """The key under which this very content was kept, if it was."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # standard input has no file; of any other the reader will say what is wrong
        return None
    key = key_of(path, digest, wanted.job)
    return key if wanted.folder.cached(key, source) else None


def _kept(folder: GraphFolder, source: str, key: str) -> tuple[Document, Extraction]:
    kept = folder.cached(key, source)
    if kept is None:
        raise GraphError(f"what the workers found is not in {folder.path}: let them share this folder and try again")
    return kept


def page_of(folder: GraphFolder, documents: Sequence[Document] | None = None) -> PageData:
    """What the page shows, as the store answers the questions that every graph can be asked.

    `documents` are those of the graph; without them they are read from its folder.
    """
    return page_from(open_store(folder), list(folder.documents()) if documents is None else documents)


def page_from(store: Store, documents: Sequence[Document] = ()) -> PageData:
    """The same of any store; without the documents the page shows no texts."""
    base = base_of(store)
    rows = {}
    for name in CORE:
        found = answer(store, question(name).bind({}), base)
        rows[name] = [dict(zip(found.columns, row, strict=True)) for row in found.rows(iris=True)]
    return page_data(rows, documents=documents)


def _voiced(
    wanted: Build, read: Mapping[str, tuple[Document, Extraction]]
) -> tuple[Mapping[str, tuple[Document, Extraction]], Heard | None]:
    """What was found, as the voice of the build confirms, doubts and completes it."""
    if wanted.voice is None:
        return read, None
    with using(known_to(wanted.job)):
        return hear(wanted.voice, wanted.folder, read)


def planned(wanted: Build) -> Plan:
    """What asking the voice of a build would take; files that cannot be read are left out, and nothing is written."""
    if wanted.voice is None:
        raise VoiceError("no voice is named: use --voice MODEL")
    documents = {}
    for path, source in files(wanted.paths):
        with suppress(ReadError):
            documents[source] = read_document(path, source)
    return plan(documents, wanted.folder, wanted.voice.model)


def _report(wanted: Build, keys: Mapping[str, str], skipped: Sequence[Skipped]) -> Report:
    """What became of each source since the last build, and what the store now holds."""
    folder, before = wanted.folder, wanted.folder.manifest()
    both = keys.keys() & before.keys()
    changed = {s for s in both if keys[s] != before[s] and _digest(folder, s, keys[s]) != _digest(folder, s, before[s])}
    return Report(
        new=tuple(sorted(keys.keys() - before.keys())),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(before.keys() - keys.keys())),
        unchanged=tuple(sorted(both - changed)),
        skipped=tuple(skipped),
        unsure=0,
        unfit=(),
        counts=info(folder).counts,
        paths=tuple(path if path == STANDARD_INPUT else str(Path(path).absolute()) for path in wanted.paths),
        corrections=str(wanted.corrections) if wanted.corrections else None,
        registers=tuple(str(Path(file).absolute()) for file in wanted.registers),
    )


def _digest(folder: GraphFolder, source: str, key: str) -> str | None:
    """The digest of the file that was read then: another reader or model makes another key of the same content."""
    kept = folder.cached(key, source)
    return kept and kept[0].digest
