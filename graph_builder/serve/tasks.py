"""The tasks of a process that answers, by name; the module of one is imported when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["TASKS", "task"]

TASKS = {  # name: the module that has the function of that name
    "query": "answers",
    "graph": "graphs",
    "service": "service",
    "health": "service",
    "home": "home",
    "search": "home",
    "things": "home",
    "complete": "names",
    "words": "names",
    "iri": "iris",
    "ask": "asking",
    "picture": "asking",
    "network": "asking",
}


class Task(Protocol):
    """Does a job: what it is asked is in the mapping, and the answer goes on the sheet."""

    def __call__(self, desk: Desk, asked: dict[str, Any], out: Sheet, /) -> None:
        """Do it."""


@cache
def task(name: str) -> Task:
    """The task of this name."""
    found: Task = getattr(import_module(f"graph_builder.serve.{TASKS[name]}"), name)
    return found
