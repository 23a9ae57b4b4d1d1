"""Bytes to text: byte order mark, then strict UTF-8, then what charset-normalizer finds; binary files are refused."""

from __future__ import annotations

import codecs

from graph_builder.errors import ReadError

__all__ = ["decode", "tidy"]

# UTF-32's mark begins with UTF-16's, so it is tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes, without a byte order mark.

    `declared` is an encoding that the file itself names (a page's `<meta charset>`, a mail's header).
    Raises ReadError for bytes that are no text in any encoding.
    """
    if data.startswith(_BINARY):
        raise ReadError("its content is not text, whatever its name says: give it its right suffix")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding) or ""
    if b"\x00" in data:
        raise ReadError("it holds NUL bytes, so it is not a text: give it its right suffix, or save it as UTF-8")
    text = _strict(data, "utf-8")
    if text is None and declared:
        text = _known(data, declared)
    return _guess(data) if text is None else text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return None
        raise ReadError(f"its byte order mark says {encoding}, but it is not: save it as UTF-8") from None


def _known(data: bytes, declared: str) -> str | None:
    """The text in the declared encoding; what pages call Latin-1 is in truth Windows-1252."""
    try:
        name = codecs.lookup(declared).name
        return data.decode("cp1252" if name in {"iso8859-1", "ascii"} else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _guess(data: bytes) -> str:
    # Windows-1252 is how British pages that are not UTF-8 are written; a guess from few bytes would name exotic pages
    from charset_normalizer import from_bytes

    found = (
        from_bytes(data, cp_isolation=["cp1252", "latin_1", "mac_roman", "cp1250", "iso8859_15"]).best()
        or from_bytes(data).best()
    )
    if found is None:
        raise ReadError("its encoding could not be made out: save it as UTF-8")
    return str(found)


def tidy(text: str) -> str:
    """The words on one line: every run of white space one space, control characters and soft hyphens dropped."""
    kept = "".join(c if c.isprintable() or c.isspace() else "" for c in text.replace("\u00ad", ""))
    return " ".join(kept.split())
