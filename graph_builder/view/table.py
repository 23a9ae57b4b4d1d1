"""Tables for the terminal: aligned and wrapped to its width, coloured only where someone looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

__all__ = ["render_table"]

_GAP = 2
_NARROWEST = 9  # columns narrower than this break most words
_UNBROKEN = 10_000  # width for programs: nothing is wrapped


def render_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = 80, *, colour: bool = False
) -> str:
    """The rows under their columns' names, in lines of at most `width` characters; no width means no wrapping.

    Where the columns are too many for the width, each row becomes a block of `column  value` lines. Colour is the only
    reason to import rich. Control characters of a document never reach the terminal.
    """
    clean = [[_harmless(cell) for cell in row] for row in rows]
    room = width or _UNBROKEN
    if len(columns) * (_NARROWEST + _GAP) - _GAP > room:
        return _blocks(columns, clean, room, colour=colour)
    widths = _widths(columns, clean, room)
    if colour:
        return _coloured(columns, clean, widths)
    lines = [_line(columns, widths), _line(["─" * wide for wide in widths], widths)]
    lines += [_line(cells, widths) for row in clean for cells in _wrapped(row, widths)]
    return "\n".join(lines) + "\n"


def _harmless(cell: str) -> str:
    """The cell on one line, without what could move the cursor or change the terminal's colours."""
    plain = " ".join(cell.split())
    return "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} else c for c in plain)


def _seen(text: str) -> int:
    """How many places a text takes on a terminal."""
    marks = sum(unicodedata.category(c) in {"Mn", "Me", "Cf"} for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """What each column needs, the widest cut down until the line fits."""
    widths = [max([_seen(name), *(_seen(row[i]) for row in rows)], default=0) for i, name in enumerate(columns)]
    while sum(widths) + _GAP * (len(widths) - 1) > room:
        widest = max(widths)
        second = max((wide for wide in widths if wide < widest), default=_NARROWEST)
        broadest = [i for i, wide in enumerate(widths) if wide == widest]
        over = sum(widths) + _GAP * (len(widths) - 1) - room
        less = max(1, min(widest - max(second, 1), over // len(broadest)))
        for i in broadest:
            widths[i] -= less
            over -= less
            if over <= 0:
                break
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
    bold, plain = ("\x1b[1m", "\x1b[0m") if colour else ("", "")
    blocks = []
    for row in rows:
        filled = [(name, cell) for name, cell in zip(columns, row, strict=True) if cell]
        lines = [_line(cells, widths) for pair in filled for cells in _wrapped(pair, widths)]
        blocks.append("".join(f"{bold}{line[:name_width]}{plain}{line[name_width:]}\n" for line in lines))
    return "\n".join(blocks)


def _coloured(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for name, wide in zip(columns, widths, strict=True):
        table.add_column(Text(name), width=wide, overflow="fold")
    for i, row in enumerate(rows):
        table.add_row(*map(Text, row), style="" if i % 2 else "dim")
    page = StringIO()
    Console(file=page, force_terminal=True, width=sum(widths) + _GAP * len(widths), color_system="standard").print(
        table
    )
    return page.getvalue()
