"""A PDF: the lines of its pages joined into paragraphs, without what repeats at the head and foot of the pages."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph_builder.errors import ReadError
from graph_builder.read.byline import without_honours
from graph_builder.read.encoding import tidy
from graph_builder.read.layout import Metadata, Piece, Reading, compose

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["read_pdf"]

_MOST_PAGES = 2000
_MOST_CHARACTERS = 8_000_000  # a small file can unpack into endless text
_EDGE = 3  # lines from a page's top or bottom where headers and footers stand
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:page )?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_ITEM = re.compile(r"^(?:[•▪◦‣●■–-]|\(?\d{1,3}[.)]|\(?[a-z]\)|\([ivx]+\))\s+\S")
_ENDS = re.compile(r"[.!?:;…][\"”’')\]]*$")
_PROGRAM = re.compile(
    r"^(?:microsoft word|untitled|document\d*|layout \d|powerpoint|slide|.*\.(?:docx?|pdf|indd|odt|rtf|qxd|tmp)$)",
    re.IGNORECASE,
)


def read_pdf(data: bytes) -> Reading:
    """A `.pdf` file.

    Raises ReadError where it is encrypted, broken, or holds pictures of pages only.
    """
    pages, metadata = _opened(data)
    if not any(page for page in pages):
        raise ReadError("it is scanned, without a text layer: run text recognition (OCR) over it first")
    text, blocks = compose(_pieces(_without_running_lines(pages)))
    return Reading(text, blocks, "application/pdf", metadata)


def _opened(data: bytes) -> tuple[list[list[str]], Metadata]:
    """The lines of every page, empty lines kept as paragraph marks, and what the file says of itself."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings on odd files are of no use to a reader
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("it is encrypted: save a copy without a password")
        if len(reader.pages) > _MOST_PAGES:
            raise ReadError(f"it has more than {_MOST_PAGES} pages: split it into documents")
        return list(_page_lines(reader)), _metadata(reader)
    except DependencyError as error:
        raise ReadError("it is encrypted in a way that is not read: save a copy without a password") from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        AssertionError,
        NotImplementedError,
        RecursionError,
        OverflowError,
        OSError,
    ) as error:
        # pypdf says in many ways that a file is not as it should be
        raise ReadError(f"it is broken or no PDF ({type(error).__name__}): open it and save it again") from error


def _page_lines(reader: PdfReader) -> Iterator[list[str]]:
    total = 0
    for page in reader.pages:
        raw = page.extract_text()
        total += len(raw)
        if total > _MOST_CHARACTERS:
            raise ReadError("its text is longer than any document of a debate: split it")
        lines = [tidy(line) for line in raw.splitlines()]
        while lines and not lines[-1]:
            lines.pop()
        yield lines


def _metadata(reader: PdfReader) -> Metadata:
    """The title and author of the file's properties, where they are not what a program put there.

    The date of a PDF is when it was made, not when its text was published.
    """
    info = reader.metadata
    title = tidy(str(info.title or "")) if info else ""
    author = tidy(str(info.author or "")) if info else ""
    named = without_honours(author) if " " in author and not re.search(r"[\d@\\/]", author) else ""
    return Metadata(
        title=title if len(title.split()) > 1 and not _PROGRAM.match(title) else None, authors=(named,) if named else ()
    )


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without page numbers and without lines that repeat at the edges of most pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in _edges(page)})
    often = {shape for shape, count in seen.items() if len(pages) > 1 and count >= 2 and count > len(pages) / 2}
    kept = []
    for page in pages:
        edge = set(_edges(page))
        kept.append(
            [line for line in page if not (line in edge and (_shape(line) in often or _PAGE_NUMBER.match(line)))]
        )
    return kept


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line]
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _shape(line: str) -> str:
    return _NUMBER.sub("#", line).lower()


def _pieces(pages: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """The paragraphs: a line goes on in the next unless it ends early, or the next begins something of its own."""
    lengths = sorted(len(line) for page in pages for line in page if len(line) > 20)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 80
    paragraph = ""
    last = ""
    for line in (line for page in pages for line in [*page, "\f"]):
        if line == "\f":  # a paragraph may run over to the next page
            continue
        if not line:
            if paragraph and (_ENDS.search(paragraph) or len(last) < 0.7 * width):
                yield _piece(paragraph)
                paragraph = last = ""
            continue
        if paragraph and _begins(line, last, paragraph, width):
            yield _piece(paragraph)
            paragraph = ""
        paragraph = _joined(paragraph, line)
        last = line
    if paragraph:
        yield _piece(paragraph)


def _begins(line: str, last: str, paragraph: str, width: int) -> bool:
    """Whether the line begins a new paragraph."""
    if _ITEM.match(line):
        return True
    fits = len(last) + 1 + len(line.split(maxsplit=1)[0]) <= 0.92 * width
    if fits and _ENDS.search(last):
        return True
    # a short line without an end is a heading or an entry of a list, unless the sentence plainly goes on
    return len(last) < 0.6 * width and not line[:1].islower() and not paragraph.endswith((",", "-", "–"))


def _joined(paragraph: str, line: str) -> str:
    """The paragraph with the line; a word divided at the line's end is made whole."""
    if not paragraph:
        return line
    if re.search(r"[a-z]-$", paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph}{'' if re.search(r'[A-Za-z]-$', paragraph) else ' '}{line}"


def _piece(paragraph: str) -> Piece:
    return Piece(paragraph, "item" if _ITEM.match(paragraph) else "paragraph")
