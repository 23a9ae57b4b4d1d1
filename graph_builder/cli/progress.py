"""How far a long work is, where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

__all__ = ["Advance", "bar"]


class Advance(Protocol):
    """One step more is done, of so many."""

    def __call__(self, total: int) -> None:
        """One is done, of `total`."""


@contextmanager
def bar(title: str) -> Iterator[Advance]:
    """A bar on a terminal, gone when the work is done; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda total: None  # noqa: ARG005  (nobody looks)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=None)
        yield lambda total: progress.update(task, total=total, advance=1)
