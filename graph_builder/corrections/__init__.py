"""What people decided about a graph, kept in a plain file, and put to the facts of each build."""

from graph_builder.corrections.facts import Decided
from graph_builder.corrections.file import append, entry, read_corrections

__all__ = ["Decided", "append", "entry", "read_corrections"]
