"""Tables for the terminal: aligned and wrapped to its width, coloured only where someone looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

__all__ = ["render_table"]

# Marks that turn the reading order of a whole line.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_GAP = 2
_NARROWEST = 9  # columns narrower than this break most words
_WHOLE = 16  # columns up to this wide are kept whole where there is room
_SHARED = 13  # what a longer one gets at least, then
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_UNBROKEN = 10_000  # width for programs: nothing is wrapped


def render_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = 80, *, colour: bool = False
) -> str:
    """The rows under their columns' names, in lines of at most `width` characters; no width means no wrapping.

    Where the columns are too many for the width, each row becomes a block of `column  value` lines. `colour` makes the
    names of the columns bold. Control characters of a document never reach the terminal.
    """
    clean = [[_harmless(cell) for cell in row] for row in rows]
    room = width or _UNBROKEN
    if len(columns) * (_NARROWEST + _GAP) - _GAP > room:
        return _blocks(columns, clean, room, colour=colour)
    widths = _widths(columns, clean, room)
    heading = _line(columns, widths)
    lines = [_BOLD + heading + _PLAIN if colour else heading, _line(["─" * wide for wide in widths], widths)]
    lines += [_line(cells, widths) for row in clean for cells in _wrapped(row, widths)]
    return "\n".join(lines) + "\n"


def _harmless(cell: str) -> str:
    """The cell on one line, without what could move the cursor or change the terminal's colours."""
    plain = " ".join(cell.split())
    return "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} or c in _TURNING else c for c in plain)


def _seen(text: str) -> int:
    """How many places a text takes on a terminal."""
    marks = sum(unicodedata.category(c) in {"Mn", "Me", "Cf"} for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """What each column needs; where that is too much, short columns stay whole and long ones share what is left."""
    full = [max([_seen(name), *(_seen(row[i]) for row in rows)]) for i, name in enumerate(columns)]
    space = room - _GAP * (len(full) - 1)
    if sum(full) <= space:
        return full
    least = [wide if wide <= _WHOLE else _SHARED for wide in full]
    if sum(least) > space:
        return _cut(full, space)
    long = sum(full) - sum(least)
    return [low + (high - low) * (space - sum(least)) // long for low, high in zip(least, full, strict=True)]


def _cut(widths: list[int], space: int) -> list[int]:
    """The widths with the widest cut down, one place at a time, until they fit."""
    while sum(widths) > space:
        widest = widths.index(max(widths))
        widths = [wide - (i == widest) for i, wide in enumerate(widths)]
    return widths


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The lines of one row."""
    cells = [wrap(cell, wide, break_on_hyphens=False) for cell, wide in zip(row, widths, strict=True)]
    yield from zip_longest(*cells, fillvalue="")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - _seen(cell)) for cell, wide in zip(cells, widths, strict=True))
    return (" " * _GAP).join(padded).rstrip()


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int, *, colour: bool) -> str:
    name_width = max(_seen(name) for name in columns)
    widths = [name_width, max(_NARROWEST, room - name_width - _GAP)]
    bold, plain = (_BOLD, _PLAIN) if colour else ("", "")
    blocks = []
    for row in rows:
        filled = [(name, cell) for name, cell in zip(columns, row, strict=True) if cell]
        lines = [_line(cells, widths) for pair in filled for cells in _wrapped(pair, widths)]
        blocks.append("".join(f"{bold}{line[:name_width]}{plain}{line[name_width:]}\n" for line in lines))
    return "\n".join(blocks)
