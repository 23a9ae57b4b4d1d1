"""Documents are read, and their facts found, in this process or by many workers, all by one path.

A task is a batch of files. It keeps what it found in the graph folder, each file under a name made from its content
and put in place by a rename, and returns only one line for each document. So a worker may be killed at any moment:
another does its batch again and writes the same bytes. Workers must see the same files as this process does.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_builder import resources
from graph_builder.errors import OnRecordError, ReadError
from graph_builder.extract import extract_facts, load_language, version
from graph_builder.graph.folder import GraphFolder, fact_key
from graph_builder.model import Skipped
from graph_builder.read import read_document
from graph_builder.read.sources import STANDARD_INPUT
from graph_builder.vocabulary import Known, using
from graph_builder.vocabulary.people import known_from

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["Crew", "File", "Job", "Kept", "Line", "key_of", "work"]

File = tuple[Path, str]  # and the name that the graph knows it by
BATCH = 10
HANDFUL = 40  # so many documents are read sooner than workers start, which takes about eight seconds


@dataclass(frozen=True, slots=True)
class Job:
    """What every task of one build shares."""

    folder: Path  # of the graph, absolute
    model: str | None
    known: str = ""  # the digest of the bodies and posts of the registers in use, which the graph folder keeps


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work: this process, `jobs` workers on this machine, or a running cluster."""

    jobs: int = 1
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A document's facts are in the graph folder, in the file named by `key`."""

    source: str
    key: str
    fresh: bool = True  # or it was there already, from an earlier build


Line = Kept | Skipped


@cache
def fingerprint() -> str:
    """The digest of all that decides what a reader takes from a file: the code of reading, and the ontology."""
    package = Path(__file__).parent
    code = [*package.glob("*.py"), *(package / "read").rglob("*"), *(package / "extract").rglob("*")]
    kept = [*code, *resources.folder("ontology").glob("*.ttl")]
    digest = hashlib.sha256()
    for path in sorted((p for p in kept if p.is_file() and p.suffix != ".pyc"), key=lambda p: p.as_posix()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@cache
def _language(model: str | None) -> Any:
    return load_language(model)


def model_of(job: Job) -> str:
    """Name and version of what reads the documents, as the graph's provenance has it."""
    return version(_language(job.model))


def key_of(path: Path, digest: str, job: Job) -> str:
    """The name of the file that keeps what was found in a document.

    Another content, reader or model gives another, and so do other bodies and posts known beforehand; people do not.
    """
    known = (job.known,) if job.known else ()
    return fact_key(digest, path.suffix.lower(), model_of(job), fingerprint(), *known)


@lru_cache(maxsize=4)
def known_to(job: Job) -> Known:
    """The bodies and posts of the registers in use."""
    return known_from(GraphFolder(job.folder).known(job.known)) if job.known else Known()


def read_batch(batch: Sequence[File], job: Job) -> list[Line]:
    """Each of the files is read and its facts are kept, or it is skipped with a reason."""
    with using(known_to(job)):
        return [_read(path, source, job) for path, source in batch]


def _read(path: Path, source: str, job: Job) -> Line:
    try:
        document = read_document(path, source)
    except ReadError as error:
        return Skipped(source, str(error).removeprefix(f"{source}: "))
    key = key_of(path, document.digest, job)
    GraphFolder(job.folder).keep(key, document, extract_facts(document, _language(job.model)))
    return Kept(source, key)


def work(files: Sequence[File], job: Job, crew: Crew) -> Iterator[Line]:
    """One line for each file, in the order in which they get done."""
    here = [file for file in files if str(file[0]) == STANDARD_INPUT]  # only this process has the standard input
    there = [file for file in files if file not in here]
    if not crew.cluster and (crew.jobs == 1 or len(there) <= HANDFUL):
        here, there = list(files), []
    for file in here:
        yield from read_batch([file], job)
    if there:
        with _client(crew, job) as client:
            yield from _shared(there, job, client)


def _shared(files: Sequence[File], job: Job, client: Client) -> Iterator[Line]:
    """The files' lines from the workers; a file that kills every worker that reads it is skipped."""
    from distributed import KilledWorker, as_completed

    batches = [files[i : i + BATCH] for i in range(0, len(files), BATCH)]
    futures = {client.submit(read_batch, batch, job, pure=False): batch for batch in batches}
    for future in as_completed(list(futures)):  # type: ignore[no-untyped-call]
        try:
            yield from future.result()
        except KilledWorker:
            # one by one, so that the blame falls on the right file
            for file in futures[future]:
                yield _alone(file, client.submit(read_batch, [file], job, pure=False))
        future.release()


def _alone(file: File, future: Future[list[Line]]) -> Line:
    from distributed import KilledWorker

    try:
        lines = future.result()
    except KilledWorker:
        return Skipped(file[1], "every worker that read it was killed: it may be too large, or damaged")
    return lines[0]


@contextmanager
def _client(crew: Crew, job: Job) -> Iterator[Client]:
    """The workers, started or found, each with the same code and language model as this process."""
    try:
        import distributed
    except ImportError as error:
        raise OnRecordError("several workers need Dask: pip install 'onrecord[cluster]'") from error
    with _workers(distributed, crew) as client:
        _agree(client, job)
        yield client


@contextmanager
def _workers(distributed: Any, crew: Crew) -> Iterator[Client]:
    import dask

    if crew.cluster:
        try:
            client = distributed.Client(crew.cluster, timeout="20s")
        except (OSError, ValueError) as error:
            raise OnRecordError(f"no Dask scheduler answers at {crew.cluster}") from error
        with client:
            yield client
        return
    quiet = {"distributed.scheduler.worker-saturation": 1.0, "distributed.worker.daemon": True}
    with (
        dask.config.set(quiet),
        distributed.LocalCluster(
            n_workers=crew.jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def _agree(client: Client, job: Job) -> None:
    """Every worker reads as this process does, or nothing is read at all."""
    ours = _reads_with(job)
    try:
        theirs: dict[str, tuple[str, ...]] = client.run(_reads_with, job)
    except ImportError as error:
        raise OnRecordError(f"a worker lacks a package: {error}; install the same onrecord there") from error
    if not theirs:
        raise OnRecordError("the cluster has no workers: start some with `dask worker`")
    for worker, reads_with in sorted(theirs.items()):
        if reads_with != ours:
            raise OnRecordError(
                f"the worker {worker} reads with {', '.join(reads_with)}, this process with {', '.join(ours)}: "
                "install the same onrecord, Python and language model on both"
            )


def _reads_with(job: Job) -> tuple[str, ...]:
    """The language model, the code's fingerprint (its beginning) and the version of Python."""
    return model_of(job), fingerprint()[:12], f"Python {sys.version_info.major}.{sys.version_info.minor}"
