"""An answer as a table for a person: names, plain dates, how many rows there are, and what they rest on.

Where nobody reads, in a pipe, cells are as the graph has them and each row is one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from graph_builder.cli.options import coloured, wide

if TYPE_CHECKING:
    from graph_builder.graph.proofs import Proof, Proofs
    from graph_builder.graph.query import Answer, Term
    from graph_builder.view.table import Layout

__all__ = ["Manner", "told"]

NARROW = 30  # a sentence in a column narrower than this is told under its row instead
BELOW = ("source", "confidence")  # what is told there too, where columns are still too many
MOST = 2_000  # rows that a table's layout is made from; of a longer answer the others follow as they come
XSD = "http://www.w3.org/2001/XMLSchema#"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
OFFSET = re.compile(r"(?:^s|S)tart$|(?:^e|E)nd$")
FACT = re.compile(r"(?:account|participation|position|role|stance|statement|mention|unattributed)/[0-9a-f]{16}$")

Row = tuple["Term | None", ...]


class Manner(NamedTuple):
    """How a table is to be."""

    title: str = ""  # what the catalogue says of its question: its columns may then be chosen for the reader
    iris: bool = False
    first: int | None = None
    limit: int | None = None
    evidence: bool = False


def told(answer: Answer, manner: Manner, proofs: Proofs | None) -> Iterator[str]:
    """The text of a table, in parts; all but the first part of a very long one cost no memory."""
    coming = answer.terms()
    rows = list(islice(coming, MOST))
    long = len(rows) == MOST
    table = _Table(answer, manner, proofs, rows, whole=not long)
    if manner.title:
        yield _filled(manner.title) + "\n"
    shown = rows[: manner.first]
    yield table.heading(shown)
    yield table.lines(shown)
    count, left = len(rows), len(rows) - len(shown)
    while manner.first is None and (more := list(islice(coming, MOST))):
        yield table.lines(more)
        count += len(more)
    left += sum(1 for _ in coming) if manner.first is not None else 0
    if left:
        yield f"… {left} more\n"
    if wide() is not None:
        yield table.summary(count + left if manner.first is not None and long else count)


class _Table:
    """The columns of one answer that tell a reader something, and how they are laid out."""

    def __init__(
        self, answer: Answer, manner: Manner, proofs: Proofs | None, rows: Sequence[Row], *, whole: bool
    ) -> None:
        self.answer = answer
        self.manner = manner
        self.proofs = proofs
        self.read = wide() is not None and not manner.iris
        self.kept = list(range(len(answer.columns)))
        self.names = list(answer.columns)
        self.layout: Layout | None = None
        self.below: list[int] = []  # columns whose cells stand under the rows
        self.rests = [proof for row in rows for proof in proofs.of(row)] if proofs else []
        cells = [self.cells(row) for row in rows]
        sources = answer.columns.index("source") if "source" in answer.columns else None
        self.sources = {row[sources] for row in cells} if sources is not None else set()
        if manner.title and whole and not manner.iris:
            seen = manner.first if self.read else None  # for programs the columns hang on no option
            self._choose(rows[:seen], cells[:seen])
        if manner.evidence:
            self._move(rows)

    def cells(self, row: Row) -> list[str]:
        """The text of each term of a row."""
        if not self.read:
            return [self.answer.cell(term, self.manner.iris) for term in row]
        return [_plainly(self.answer, term, "" if self.manner.title else "no") for term in row]

    def _choose(self, rows: Sequence[Row], cells: Sequence[Sequence[str]]) -> None:
        """Leave out a column that is empty, or says what one before it does, or counts characters of a text."""
        columns = list(zip(*cells, strict=True)) or [() for _ in self.kept]
        if self.read:
            self._name(columns)
        kept = [i for i in self.kept if any(columns[i]) and columns[i] not in [columns[j] for j in self.kept if j < i]]
        if self.read:
            terms = list(zip(*rows, strict=True))
            kept = [i for i in kept if not (OFFSET.search(self.answer.columns[i]) and _are(terms[i], "integer"))]
            kept.sort(key=lambda i: _names_facts(terms[i]))
        self.kept = kept or self.kept

    def _name(self, columns: Sequence[tuple[str, ...]]) -> None:
        """One column for somebody and their name, and names of columns in words."""
        places = {name: i for i, name in enumerate(self.answer.columns)}
        for name, i in places.items():
            own = places.get(f"{name}Name")
            if own is not None and all(mine in ("", its) for mine, its in zip(columns[i], columns[own], strict=True)):
                self.kept.remove(i)
                self.names[own] = name
        self.names = [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower() for name in self.names]

    def _move(self, rows: Sequence[Row]) -> None:
        """What is told under each row needs no column of its own."""
        under = {"evidence", "source", "confidence", "rule"} if self.rests else {"evidence", "source"}
        terms = list(zip(*rows, strict=True)) or [() for _ in self.names]
        kept = [i for i in self.kept if self.answer.columns[i] not in under and not _names_facts(terms[i])]
        self.kept = kept or self.kept

    def heading(self, rows: Sequence[Row]) -> str:
        """The names of the columns, laid out for these rows."""
        cells = [self.cells(row) for row in rows]
        self.layout = self._laid_out(cells)
        if self.read and self.manner.title:
            narrow = [i for i in self.kept if self.answer.columns[i] == "evidence" and self._width(i) < NARROW]
            self._take_out(narrow, cells)
            if not self.layout.widths:
                terms = list(zip(*rows, strict=True))
                self._take_out(
                    [i for i in self.kept if self.answer.columns[i] in BELOW or _names_facts(terms[i])], cells
                )
        return self.layout.heading() if rows or not self.read else ""

    def _width(self, column: int) -> int:
        widths = self.layout.widths if self.layout else ()
        return widths[self.kept.index(column)] if widths else 0

    def _take_out(self, columns: Sequence[int], cells: Sequence[Sequence[str]]) -> None:
        """What leaves too little room for the rest is told under each row."""
        if columns and len(self.kept) > len(columns):
            self.below += columns
            self.kept = [i for i in self.kept if i not in columns]
            self.layout = self._laid_out(cells)

    def _laid_out(self, cells: Sequence[Sequence[str]]) -> Layout:
        from graph_builder.view.table import lay_out

        kept = [[row[i] for i in self.kept] for row in cells]
        return lay_out([self.names[i] for i in self.kept], kept, wide(), colour=coloured())

    def lines(self, rows: Sequence[Row]) -> str:
        """Rows of the table, each with its evidence under it if that was asked for, or fits no column."""
        if self.layout is None:
            return ""
        cells = [self.cells(row) for row in rows]
        under: Sequence[Sequence[str]] = ()
        if self.manner.evidence:
            under = [self._evidence(row) for row in rows]
        elif self.below:
            under = [self._told_below(row) for row in cells]
        return self.layout.rows([[row[i] for i in self.kept] for row in cells], under)

    def _told_below(self, row: Sequence[str]) -> list[str]:
        said = {self.answer.columns[i]: row[i] for i in self.below if row[i]}
        quoted = [f"“{said.pop('evidence')}”"] if "evidence" in said else []
        rest = [f"confidence {cell}" if name == "confidence" else cell for name, cell in said.items()]
        return quoted + [" · ".join(rest)] * bool(rest)

    def _evidence(self, row: Row) -> list[str]:
        if self.proofs and (found := self.proofs.of(row)):
            return [line for proof in found for line in (f"“{proof.sentence}”", _where(proof))]
        said = dict(zip(self.answer.columns, self.cells(row), strict=True))
        return [f"“{said['evidence']}”"] * bool(said.get("evidence")) + [said["source"]] * bool(said.get("source"))

    def summary(self, count: int) -> str:
        """How many rows there are, and what they rest on."""
        from graph_builder.graph.proofs import concluded

        rows = "No rows" if not count else "1 row" if count == 1 else f"{count:,} rows"
        if self.manner.limit is not None and count == self.manner.limit:
            rows = f"The first {count:,} rows" if count > 1 else "The first row"
        rest = concluded(self.rests, self.sources) if count <= MOST else ""
        if count == 1 and not rest:  # a number that was asked for
            return ""
        parts = f"{rows}, {rest}" if rest else rows
        return f"\n{_filled(parts + '.')}\n"


def _filled(words: str) -> str:
    from textwrap import fill

    return fill(words, max(20, wide() or len(words) + 1), break_on_hyphens=False, break_long_words=False)


def _where(proof: Proof) -> str:
    found = f"{proof.rule}, confidence {proof.confidence:g}" if proof.confidence is not None else proof.rule
    document = f"{proof.title} ({proof.source})" if proof.title else proof.source
    return " · ".join(filter(None, [document, found, proof.fact]))


def _are(terms: Sequence[Term | None], kind: str) -> bool:
    return all(term is None or getattr(getattr(term, "datatype", None), "value", "") == XSD + kind for term in terms)


def _names_facts(terms: Sequence[Term | None]) -> bool:
    """Whether a column names facts, which `onrecord why` takes."""
    found = [term for term in terms if term is not None]
    return bool(found) and all(FACT.search(getattr(term, "value", "")) for term in found)


def _plainly(answer: Answer, term: Term | None, no: str) -> str:
    """A term in words: a date as people write it, a fact by the beginning of its name."""
    kind = getattr(getattr(term, "datatype", None), "value", "")
    if kind.startswith(XSD):
        name, words = kind.removeprefix(XSD), getattr(term, "value", "")
        if name == "boolean":
            return "yes" if words in ("true", "1") else no
        if name in ("date", "dateTime", "gYearMonth", "gYear"):
            return _date(words)
    cell = answer.cell(term)
    return cell[: cell.index(":") + 9] if FACT.search(getattr(term, "value", "")) and ":" in cell else cell


def _date(words: str) -> str:
    """`4 Apr 2024`, `Apr 2024` or `2024`; what is no date stays as it is."""
    parts = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|Z|$)", words)
    if not parts or not parts[2]:
        return words
    try:
        day = date(int(parts[1]), int(parts[2]), int(parts[3] or 1))
    except ValueError:
        return words
    return (f"{day.day} " if parts[3] else "") + f"{MONTHS[day.month - 1]} {day.year}"
