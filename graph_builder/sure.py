"""Only what is sure enough: an extraction without the facts that carry less confidence than is wanted."""

from __future__ import annotations

from graph_builder.model import Extraction

__all__ = ["surer"]


def surer(found: Extraction, least: float) -> Extraction:
    """The same document's facts that carry at least this confidence (0 to 1), with what hangs on them."""
    return found.only(lambda fact: fact.confidence >= least) if least > 0 else found
