"""The graph in a Python program or a notebook: the same build, questions and page as the command has.

from graph_builder import build

graph = build("documents", "debate")
for row in graph.positions(about="school meals"):
    print(row.holderName, row.stance, row.topic, row.evidence)
"""

from __future__ import annotations

from graph_builder.notebook.building import build
from graph_builder.notebook.graph import Graph
from graph_builder.notebook.table import Table

__all__ = ["Graph", "Table", "build"]
