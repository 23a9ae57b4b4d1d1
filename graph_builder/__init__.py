"""OnRecord: the record of a public debate as a knowledge graph, each fact with the sentence that proves it.

    from graph_builder import Graph, build

    graph = build("documents", "debate")
    graph.positions(about="school meals")

Nothing is loaded before it is used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph_builder.notebook import Graph, build

__all__ = ["Graph", "__version__", "build"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`Graph` and `build`, which bring much with them, when they are asked for."""
    if name not in ("Graph", "build"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from graph_builder import notebook

    return getattr(notebook, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
