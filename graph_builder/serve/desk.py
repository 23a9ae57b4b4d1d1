"""What a process that answers has at hand: the store that the graph folder points at now."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from graph_builder.graph.look import Look
from graph_builder.graph.store import base_of, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph_builder.graph.folder import GraphFolder

__all__ = ["Desk"]


class Desk:
    """The newest store of a graph folder, open, and what was made from it once and is kept."""

    def __init__(self, folder: GraphFolder, most_rows: int = 0) -> None:
        self.folder = folder
        self.most_rows = most_rows  # 0: as many as there are
        self._edition: tuple[str, int] | None = None
        self._kept: dict[str, Any] = {}

    def tidy(self) -> None:
        """Take the newest store; a build that ended since the last job has put it there in one step.

        Raises GraphError where there is none.
        """
        edition = self._newest()
        if edition != self._edition or edition is None:
            self.store = open_store(self.folder)
            self.look = Look(self.store, base_of(self.store))
            self._edition = edition
            self._kept.clear()

    @property
    def base(self) -> str:
        """What the names of the graph's own data begin with."""
        return self.look.base

    @property
    def edition(self) -> str:
        """A name for the state of the graph, another after each build."""
        return "-".join(map(str, self._edition or ()))

    def keep(self, name: str, make: Callable[[], Any]) -> Any:
        """What is made once for each state of the graph."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def _newest(self) -> tuple[str, int] | None:
        """What the pointer says; the number tells a folder that was deleted and built again from the one before."""
        try:
            return os.path.realpath(self.folder.store).rpartition("/")[2], self.folder.store.stat().st_ino
        except OSError:
            return None
