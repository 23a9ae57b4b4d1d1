"""Tables for the terminal: aligned and wrapped to its width, coloured only where someone looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import NamedTuple

__all__ = ["Layout", "lay_out", "render_table"]

# Marks that turn the reading order of a whole line.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_GAP = 2
_NARROWEST = 9  # columns narrower than this break most words
_WHOLE = 16  # columns up to this wide are kept whole where there is room
_SHARED = 13  # what a longer one gets at least, then
_LONGEST = 32  # a word up to this long is not broken
_INDENT = 4  # of what stands under a row
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_UNBROKEN = 10_000  # width for programs: nothing is wrapped

Row = Sequence[str]


class Layout(NamedTuple):
    """How wide each column is, so that rows can be rendered in parts; no widths where each row is a block."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    room: int
    colour: bool

    def heading(self) -> str:
        """The names of the columns, and a line under them; nothing where rows are blocks."""
        if not self.widths:
            return ""
        heading = _line(self.columns, self.widths)
        bold = _BOLD + heading + _PLAIN if self.colour else heading
        return f"{bold}\n{_line(['─' * wide for wide in self.widths], self.widths)}\n"

    def rows(self, rows: Sequence[Row], under: Sequence[Sequence[str]] = ()) -> str:
        """The rows; under each, if there is something for it, that, a little to the right."""
        parts = []
        for row, below in zip_longest(rows, under, fillvalue=()):
            clean = [_harmless(cell) for cell in row]
            lines = self._lines(clean) if self.widths else self._block(clean)
            parts.append("".join(f"{line}\n" for line in (*lines, *self._below(below))))
        return ("\n" if not self.widths or under else "").join(parts)

    def _lines(self, row: Row) -> Iterator[str]:
        return (_line(cells, self.widths) for cells in _wrapped(row, self.widths))

    def _below(self, notes: Sequence[str]) -> Iterator[str]:
        for note in notes:
            for line in wrap(_harmless(note), max(_NARROWEST, self.room - _INDENT), break_on_hyphens=False):
                yield f"{' ' * _INDENT}{_DIM}{line}{_PLAIN}" if self.colour else f"{' ' * _INDENT}{line}"

    def _block(self, row: Row) -> Iterator[str]:
        name_width = max(_seen(name) for name in self.columns)
        widths = [name_width, max(_NARROWEST, self.room - name_width - _GAP)]
        bold, plain = (_BOLD, _PLAIN) if self.colour else ("", "")
        filled = [(name, cell) for name, cell in zip(self.columns, row, strict=True) if cell]
        for pair in filled:
            for line in (_line(cells, widths) for cells in _wrapped(pair, widths)):
                yield f"{bold}{line[:name_width]}{plain}{line[name_width:]}"


def lay_out(columns: Row, rows: Sequence[Row], width: int | None = 80, *, colour: bool = False) -> Layout:
    """The widths of the columns of these rows, in lines of at most `width` characters; no width means no wrapping.

    Where the columns are too many for the width, each row becomes a block of `column  value` lines.
    """
    room = width or _UNBROKEN
    clean = [[_harmless(cell) for cell in row] for row in rows]
    fit = len(columns) * (_NARROWEST + _GAP) - _GAP <= room
    return Layout(tuple(columns), tuple(_widths(columns, clean, room)) if fit else (), room, colour)


def render_table(columns: Row, rows: Sequence[Row], width: int | None = 80, *, colour: bool = False) -> str:
    """The rows under their columns' names.

    `colour` makes the names of the columns bold. Control characters of a document never reach the terminal.
    """
    layout = lay_out(columns, rows, width, colour=colour)
    return layout.heading() + layout.rows(rows)


def _harmless(cell: str) -> str:
    """The cell on one line, without what could move the cursor or change the terminal's colours."""
    plain = " ".join(cell.split())
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} or c in _TURNING else c for c in plain)


def _seen(text: str) -> int:
    """How many places a text takes on a terminal."""
    if text.isascii():
        return len(text)
    marks = sum(unicodedata.category(c) in {"Mn", "Me", "Cf"} for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def _widths(columns: Row, rows: Sequence[Row], room: int) -> list[int]:
    """What each column needs; where that is too much, short columns and words stay whole, and long ones share the rest.

    Nothing where not even words can stay whole.
    """
    full = [max([_seen(name), *(_seen(row[i]) for row in rows)]) for i, name in enumerate(columns)]
    space = room - _GAP * (len(full) - 1)
    if sum(full) <= space:
        return full
    least = [
        wide if wide <= _WHOLE else max(_SHARED, min(_LONGEST, _longest(row[i] for row in (columns, *rows))))
        for i, wide in enumerate(full)
    ]
    if sum(least) > space:
        return []
    long = sum(full) - sum(least)
    return [low + (high - low) * (space - sum(least)) // long for low, high in zip(least, full, strict=True)]


def _longest(cells: Iterator[str]) -> int:
    return max((_seen(word) for cell in cells for word in cell.split()), default=0)


def _wrapped(row: Row, widths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The lines of one row."""
    cells = [wrap(cell, wide, break_on_hyphens=False) for cell, wide in zip(row, widths, strict=True)]
    yield from zip_longest(*cells, fillvalue="")


def _line(cells: Row, widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - _seen(cell)) for cell, wide in zip(cells, widths, strict=True))
    return (" " * _GAP).join(padded).rstrip()
