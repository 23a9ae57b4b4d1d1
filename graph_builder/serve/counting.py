"""An answer that is longer than the server lets it be is refused before any of it is sent, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, Any, TypeVar

from graph_builder.serve.refusals import Refused

__all__ = ["Counted", "counted"]

Triple = TypeVar("Triple")

# What stands between two rows or in each, and in no value: values escape quotation marks in JSON and `<` in XML.
# A row of JSON that binds nothing is not counted.
MARKS = {"json": b'},{"', "xml": b"<result>", "tsv": b"\n", "csv": b"\n"}
ROWS_BEFORE = {"json": 1, "xml": 0, "tsv": -1, "csv": -1}  # the first row of JSON has no mark; a heading is no row


class Counted(BytesIO):
    """Passes on the rows that are written in one of the formats.

    Raises Refused for one row more than the most.
    """

    def __init__(self, out: IO[bytes], media: str, most: int) -> None:
        super().__init__()
        self._out = out
        self._mark = MARKS[media]
        self._quoting = media == "csv"  # a line may end inside a quoted value
        self._rows = ROWS_BEFORE[media]
        self._most = most
        self._before = b""  # the end of the piece before, in which a mark may have begun
        self._inside = False  # a quoted value

    def write(self, piece: Any, /) -> int:
        """Count, and pass on."""
        written = bytes(piece)
        self._rows += self._outside_quotes(written) if self._quoting else self._marks(written)
        if self._rows > self._most:
            raise _too_long(self._most, "rows")
        return self._out.write(written)

    def writelines(self, pieces: Iterable[Any], /) -> None:
        """Take one piece after the other; the buffer's own way would pass `write` by."""
        for piece in pieces:
            self.write(piece)

    def _marks(self, written: bytes) -> int:
        found = (self._before + written).count(self._mark)
        self._before = (self._before + written)[1 - len(self._mark) :] if len(self._mark) > 1 else b""
        return found

    def _outside_quotes(self, written: bytes) -> int:
        found = 0
        for number, run in enumerate(written.split(b'"')):
            self._inside ^= number > 0
            found += 0 if self._inside else run.count(self._mark)
        return found


def counted(triples: Iterable[Triple], most: int) -> Iterator[Triple]:
    """The triples of an answer.

    Raises Refused for one more than the most.
    """
    for number, triple in enumerate(triples):
        if number >= most:
            raise _too_long(most, "triples")
        yield triple


def _too_long(most: int, what: str) -> Refused:
    return Refused(403, f"the answer has more than {most:,} {what}, the most that this server gives: add LIMIT {most}")
