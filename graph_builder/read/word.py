"""A Word document: paragraphs, lists and tables in their order, and the title and author that its styles give."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.errors import ReadError
from graph_builder.read.byline import is_name, without_honours
from graph_builder.read.encoding import tidy
from graph_builder.read.layout import Metadata, Piece, Reading, compose

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table

__all__ = ["read_word"]

_LARGEST = 100 * 1024 * 1024  # bytes when unpacked; a small file that unpacks into more is a trap
_COMPOUND = b"\xd0\xcf\x11\xe0"  # the container of old .doc files and of documents with a password
_MOST_NESTED = 4  # tables inside tables
_PROGRAM_TITLE = re.compile(r"^(?:document\d*|untitled|microsoft word|word document|.*\.docx?)$", re.IGNORECASE)
_PROGRAM_AUTHORS = {"python-docx", "microsoft office user", "user", "admin", "administrator", "owner", "unknown"}


def read_word(data: bytes) -> Reading:
    """A `.docx` file.

    Raises ReadError where it has a password, is an old `.doc`, or is broken.
    """
    if data.startswith(_COMPOUND):
        raise ReadError("it has a password, or is an old .doc file: save it as .docx without a password")
    _refuse_traps(data)
    document = _opened(data)
    pieces = list(_pieces(document))
    text, blocks = compose(pieces)
    return Reading(
        text,
        blocks,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _metadata(document, pieces),
    )


def _refuse_traps(data: bytes) -> None:
    """Raises ReadError for what is no archive, unpacks into too much, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _LARGEST:
                raise ReadError("it unpacks into more than 100 MB, which no document does: it was not opened")
            if any(part.flag_bits & 1 for part in parts):
                raise ReadError("it is encrypted: save a copy without a password")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        if b"<!DOCTYPE" in file.read(4096) or b"<!ENTITY" in file.read(4096):
                            raise ReadError(
                                "its XML declares entities, which no document of Word does: it was not opened"
                            )
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise ReadError("it is broken or no Word document: open it and save it again as .docx") from error


def _opened(data: bytes) -> WordDocument:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, XMLSyntaxError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise ReadError("it is broken or no Word document: open it and save it again as .docx") from error


def _pieces(document: WordDocument) -> Iterator[Piece]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _rows(item, 0)
            continue
        style = (item.style.name or "" if item.style is not None else "").lower()
        for line in item.text.split("\n"):
            if text := tidy(line):
                yield _piece(text, style)


def _piece(text: str, style: str) -> Piece:
    if style == "title":
        return Piece(text, "heading", 1)
    heading = re.match(r"heading (\d)", style)
    if heading:
        return Piece(text, "heading", max(2, int(heading[1])))
    if "list" in style:
        return Piece(text, "item")
    return Piece(text, "quote" if "quote" in style else "caption" if style == "caption" else "paragraph")


def _rows(table: Table, depth: int) -> Iterator[Piece]:
    """A table's rows, a line each; a cell that spans several columns is said once, a long one is its own paragraph."""
    if depth > _MOST_NESTED:
        raise ReadError("its tables are nested too deeply to be a document that people read")
    for row in table.rows:
        cells = [cell for index, cell in enumerate(row.cells) if index == 0 or cell._tc is not row.cells[index - 1]._tc]  # noqa: SLF001 - the library gives a merged cell once for each column
        texts = [text for cell in cells if (text := tidy(cell.text))]
        if any(len(text) > 150 for text in texts):
            yield from (
                Piece(line, "paragraph") for cell in cells for raw in cell.text.split("\n") if (line := tidy(raw))
            )
        elif texts:
            yield Piece(" | ".join(texts), "row")
        for cell in cells:
            for inner in cell.tables:
                yield from _rows(inner, depth + 1)


def _metadata(document: WordDocument, pieces: list[Piece]) -> Metadata:
    """Title and author of the file's properties where they are plausible: programs and templates fill them too.

    Its dates say when the file was made or saved, not when the text was published.
    """
    properties = document.core_properties
    title = tidy(properties.title or "")
    shown = any(piece.text.casefold() == title.casefold() for piece in pieces[:12])
    author = tidy(properties.author or "")
    named = (
        author.lower() not in _PROGRAM_AUTHORS
        and is_name(author)
        and any(author.casefold() in piece.text.casefold() for piece in pieces)
    )
    return Metadata(
        title=title if title and shown and not _PROGRAM_TITLE.match(title) else None,
        authors=(without_honours(author),) if named else (),
    )
