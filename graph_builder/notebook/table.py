"""An answer as a table: rows with an attribute for each column."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import make_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, overload

from graph_builder.errors import OnRecordError
from graph_builder.notebook.markup import table_html
from graph_builder.view.table import render_table

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Table"]

SHOWN = 20  # rows that stand for a table where it is printed
WIDE = 120


class Table(Sequence[Any]):
    """The rows of an answer; each is a frozen dataclass with the columns as its attributes.

    Numbers are `int` or `float`, truths `bool`, what is not there `None`. Everything else is text: IRIs in full, shown
    without `base`, and dates as they are written, because many are only a month or a year. A column that Python has a
    word for, such as `as`, has an underscore after it.
    """

    def __init__(self, columns: Iterable[str], rows: Iterable[Sequence[Any]], title: str = "", base: str = "") -> None:
        self.columns = tuple(columns)
        self.title = title
        self._base = base
        self._names = _attributes(self.columns)
        row = _row(self._names)
        self.rows = tuple(row(*cells) for cells in rows)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Table: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return Table(self.columns, list(self._cells(self.rows[index])), self.title, self._base)
        return self.rows[index]

    def column(self, name: str) -> list[Any]:
        """Everything in one column, from the first row to the last.

        Raises OnRecordError where there is no such column.
        """
        if name not in self.columns:
            raise OnRecordError(f"there is no column {name!r}; there are {', '.join(self.columns)}")
        at = self.columns.index(name)
        return [cells[at] for cells in self._cells(self.rows)]

    def to_pandas(self) -> DataFrame:
        """The same as a pandas DataFrame.

        Raises OnRecordError where pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise OnRecordError("pandas is not installed: pip install 'onrecord[pandas]'") from error
        return DataFrame(list(self._cells(self.rows)), columns=list(self.columns))

    def _cells(self, rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        return (tuple(getattr(row, name) for name in self._names) for row in rows)

    def _texts(self) -> list[tuple[str, ...]]:
        return [
            tuple(_text(cell).removeprefix(self._base) for cell in cells) for cells in self._cells(self.rows[:SHOWN])
        ]

    def _left(self) -> str:
        return f"… {len(self) - SHOWN} more" if len(self) > SHOWN else ""

    def __repr__(self) -> str:
        table = render_table(self.columns, self._texts(), width=WIDE).rstrip("\n")
        return "\n".join(filter(None, (self.title, table, self._left())))

    def _repr_html_(self) -> str:
        return table_html(self.columns, self._texts(), self.title, self._left())


@cache
def _row(names: tuple[str, ...]) -> type:
    """One class for all rows with these columns, so that those of two answers can be compared."""
    return make_dataclass("Row", [(name, Any) for name in names], frozen=True, slots=True)


def _attributes(columns: Sequence[str]) -> tuple[str, ...]:
    """A name for each column that an attribute may have, and no other column has."""
    names: list[str] = []
    for column in columns:
        name = re.sub(r"\W", "_", column)
        name = f"_{name}" if not name.isidentifier() else name
        while keyword.iskeyword(name) or name in names:
            name += "_"
        names.append(name)
    return tuple(names)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return ("yes" if cell else "no") if isinstance(cell, bool) else str(cell)
