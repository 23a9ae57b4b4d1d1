"""The graph folder: where everything lies that is kept between one build and the next.

store -> .stores/N     the Oxigraph store, built beside and swapped in
facts/<key>.json       one document's metadata and what was found in it, by a hash of what that depends on
texts/<hash>.txt       the documents' texts, by a hash of the text
voices/<key>.json      what a language model answered about a part of a document; no build deletes it, for it was
paid for registers/<hash>.json  the bodies and posts of the registers in use, for whoever reads the documents
manifest.json          which facts the graph was last built from
corrections.yaml       what people decided, which every build heeds and none writes
graph.ttl  graph.html  report.json
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from graph_builder.errors import GraphError

if TYPE_CHECKING:
    from graph_builder.model import Document, Extraction

__all__ = ["GraphFolder", "fact_key"]


def fact_key(digest: str, *settings: str) -> str:
    """The name of what was found in a document: a hash of its bytes' digest and of everything else it depends on."""
    from hashlib import sha256

    return sha256("\x1f".join([digest, *settings]).encode()).hexdigest()


class GraphFolder:
    """One graph on disk; every file is written under another name and then renamed, so none is ever half there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = path / "store"
        self.facts = path / "facts"
        self.texts = path / "texts"
        self.voices = path / "voices"
        self.registers = path / "registers"
        self.turtle = path / "graph.ttl"
        self.page = path / "graph.html"
        self.report = path / "report.json"
        self.corrections = path / "corrections.yaml"
        self._manifest = path / "manifest.json"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Only one build writes at a time; the lock goes with its process, however that ends."""
        import fcntl

        with _failing_plainly(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            held = (self.path / ".lock").open("w")
        with held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                message = f"another build is writing {self.path}: wait until it has ended, or choose another --graph"
                raise GraphError(message) from error
            yield

    def cached(self, key: str, source: str) -> tuple[Document, Extraction] | None:
        """A document and what was found in it, as `source`, or None where it has to be read."""
        import json
        from dataclasses import replace

        try:
            kept = json.loads((self.facts / f"{key}.json").read_text("utf-8"))
            text = (self.texts / f"{kept['text']}.txt").read_bytes().decode("utf-8", "surrogatepass")
        except (FileNotFoundError, json.JSONDecodeError, KeyError):
            return None
        from graph_builder.graph.plain import document_from, extraction_from

        document = document_from(kept["document"], text)
        return replace(document, source=source), replace(extraction_from(kept["extraction"]), source=source)

    def keep(self, key: str, document: Document, extraction: Extraction) -> None:
        """Keep a document, its text and what was found in it."""
        from dataclasses import replace
        from hashlib import sha256

        from graph_builder.graph.plain import plain

        text = document.text.encode("utf-8", "surrogatepass")
        name = sha256(text).hexdigest()
        kept = {"text": name, "document": plain(replace(document, text="")), "extraction": plain(extraction)}
        self.write_bytes(self.texts / f"{name}.txt", [text])
        self.write_bytes(self.facts / f"{key}.json", [_json(kept)])

    def keep_known(self, digest: str, entries: list[dict[str, Any]]) -> None:
        """Keep the bodies and posts of the registers in use, for this build alone."""
        kept = self.registers / f"{digest}.json"
        if digest:
            self.write_bytes(kept, [_json(entries)])
        for file in self.registers.glob("*.json"):
            if file != kept:
                file.unlink(missing_ok=True)

    def known(self, digest: str) -> list[dict[str, Any]]:
        """The bodies and posts of the registers in use."""
        import json

        try:
            return cast("list[dict[str, Any]]", json.loads((self.registers / f"{digest}.json").read_text("utf-8")))
        except (FileNotFoundError, json.JSONDecodeError) as error:
            raise GraphError(f"what the registers know is not in {self.path}: let workers share this folder") from error

    def answer(self, key: str) -> dict[str, Any] | None:
        """What a voice answered, or None where it was not asked or its answer is damaged."""
        import json

        try:
            kept = json.loads((self.voices / f"{key}.json").read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return kept if isinstance(kept, dict) and isinstance(kept.get("answer"), str) else None

    def keep_answer(self, key: str, answer: Mapping[str, Any]) -> None:
        """Keep what a voice answered."""
        self.write_bytes(self.voices / f"{key}.json", [_json(answer)])

    def manifest(self) -> dict[str, str]:
        """Source → key of every document that the graph was last built from; empty where it never was."""
        return cast("dict[str, str]", _read_json(self._manifest))

    def finish(self, manifest: Mapping[str, str], report: Mapping[str, Any]) -> None:
        """Say what the graph was built from and how it went, and drop what it no longer needs."""
        self.write_bytes(self._manifest, [_json(dict(sorted(manifest.items())))])
        self.write_bytes(self.report, [_json(report)])
        self._prune(set(manifest.values()))

    def read_report(self) -> dict[str, Any]:
        """How the last build went; empty where there was none."""
        return _read_json(self.report)

    def document(self, source: str) -> Document:
        """The document that the graph names `source`, with its text."""
        key = self.manifest().get(source)
        found = self.cached(key, source) if key else None
        if found is None:
            raise GraphError(f"the text of {source} is no longer in {self.path}: build the graph again")
        return found[0]

    def documents(self) -> Iterator[Document]:
        """Every document of the graph, by source."""
        return (self.document(source) for source in self.manifest())

    def write_bytes(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write a file whole or not at all."""
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        with _failing_plainly(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with beside.open("wb") as out:
                    out.writelines(chunks)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)

    def _prune(self, keys: set[str]) -> None:
        texts = set()
        for file in self.facts.glob("*.json"):
            if file.stem in keys:
                texts.add(_read_json(file).get("text"))
            else:
                file.unlink(missing_ok=True)
        for file in self.texts.glob("*.txt"):
            if file.stem not in texts:
                file.unlink(missing_ok=True)
        for folder in (self.path, self.facts, self.texts, self.voices):
            for litter in folder.glob(".*.[0-9]*"):  # what a killed build left half written
                litter.unlink(missing_ok=True)


@contextmanager
def _failing_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise GraphError(f"{path} cannot be written: {error.strerror or error}") from error


def _json(value: object) -> bytes:
    import json

    return (json.dumps(value, ensure_ascii=True, indent=1) + "\n").encode()


def _read_json(path: Path) -> dict[str, Any]:
    import json

    try:
        return cast("dict[str, Any]", json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return {}
    except json.JSONDecodeError as error:
        raise GraphError(f"{path} is damaged: delete it and build the graph again") from error
