"""Files become documents: the only room that opens what people wrote.

`READERS` names the reader of each suffix; a new format is a function from bytes to a `Reading` and one line there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path, PurePosixPath

from graph_builder.errors import ReadError
from graph_builder.model import Document
from graph_builder.read.assemble import assemble
from graph_builder.read.layout import Reading
from graph_builder.read.sources import STANDARD_INPUT, files

__all__ = ["LARGEST", "READERS", "files", "read_document"]

LARGEST = 20 * 1024 * 1024  # bytes; a longer file is no document of a debate but a dump


def _reader(module: str, function: str) -> Callable[[bytes], Reading]:
    """The function, whose module and libraries are loaded when it is first called."""

    def read(data: bytes) -> Reading:
        found: Callable[[bytes], Reading] = getattr(import_module(f"graph_builder.read.{module}"), function)
        return found(data)

    return read


READERS: Mapping[str, Callable[[bytes], Reading]] = {
    ".txt": _reader("plain", "read_plain"),
    ".text": _reader("plain", "read_plain"),
    ".html": _reader("web", "read_web"),
    ".htm": _reader("web", "read_web"),
    ".xhtml": _reader("web", "read_web"),
    ".md": _reader("markdown", "read_markdown"),
    ".markdown": _reader("markdown", "read_markdown"),
    ".pdf": _reader("pdf", "read_pdf"),
    ".docx": _reader("word", "read_word"),
    ".eml": _reader("mail", "read_mail"),
}


def read_document(path: Path | str, source: str) -> Document:
    """The document in the file; `source` is what the graph calls it. "-" reads standard input.

    Raises ReadError with one line for a file that is unknown, empty, too long, encrypted, scanned or broken.
    """
    data = _bytes(Path(path))
    if not data.strip():
        raise ReadError(f"{source}: it is empty")
    suffix = _sniffed(data) if str(path) == STANDARD_INPUT else PurePosixPath(source).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = " ".join(sorted(READERS))
        raise ReadError(f"{source}: no reader knows {suffix or 'a file without a suffix'}: it should be one of {known}")
    try:
        return assemble(source, data, reader(data))
    except ReadError as error:
        raise ReadError(f"{source}: {error}") from error


def _bytes(path: Path) -> bytes:
    """The file's bytes, never more than `LARGEST`."""
    try:
        if str(path) == STANDARD_INPUT:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReadError(f"{path.name}: it cannot be opened: {error.strerror or error}") from error
    if len(data) > LARGEST:
        raise ReadError(f"{path.name}: it is larger than {LARGEST // 1024 // 1024} MB: split it into documents")
    return data


def _sniffed(data: bytes) -> str:
    """The suffix that standard input would have had."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    start = data[:1000].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"\xef\xbb\xbf<!doctype html")) or b"<html" in start:
        return ".html"
    return ".txt"
