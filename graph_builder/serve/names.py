"""What an editor or a form may complete: names of things, prefixes, and the words of the ontology."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from graph_builder.graph.index import NAMED
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.words import words_of
from graph_builder.serve.home import index
from graph_builder.serve.rendering import field

if TYPE_CHECKING:
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["complete", "known_words", "words"]

OFFERED = 12


def complete(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """The things that may be meant by a beginning: their names under the base, labels and kinds."""
    kind = field(asked, "kind")
    found = index(desk).search(field(asked, "q"), [kind] if kind in NAMED else NAMED)
    _json(out, [{"name": thing.short, "label": thing.label, "kind": thing.kind} for thing in found[:OFFERED]])


def words(desk: Desk, _asked: dict[str, Any], out: Sheet) -> None:
    """The known prefixes, and the classes, properties and codes of the ontology, with what they are called."""
    told = [{"name": name, "label": label} for name, label in known_words(desk)]
    _json(out, {"prefixes": prefixes(desk.base), "words": told})


def known_words(desk: Desk) -> list[tuple[str, str]]:
    """The words of the ontology, read once for each state of the graph."""
    found: list[tuple[str, str]] = desk.keep("words", lambda: words_of(desk.store, desk.base))
    return found


def _json(out: Sheet, value: object) -> None:
    out.begin(200, "application/json", cache_control="no-cache")
    out.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
