"""The first page, what a search finds, and the lists of all things of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph_builder.graph.index import NAMED, Index
from graph_builder.graph.safety import safe
from graph_builder.serve.refusals import Refused
from graph_builder.serve.rendering import KINDS, address, field, page

if TYPE_CHECKING:
    from graph_builder.graph.index import Thing
    from graph_builder.serve.desk import Desk
    from graph_builder.serve.sheet import Sheet

__all__ = ["home", "index", "search", "things"]

SHOWN = 100  # of a list, on one page
FIRST = 8  # of each kind, on the first page


def index(desk: Desk) -> Index:
    """Everything that has a name, read once for each state of the graph."""
    found: Index = desk.keep("index", lambda: Index(desk.look))
    return found


def home(desk: Desk, _asked: dict[str, Any], out: Sheet) -> None:
    """What the graph holds, with those that most documents name."""
    names = index(desk)
    groups = []
    for kind in ("person", "organisation", "event", "topic", "document"):
        every = names.of_kind(kind)
        told = sorted(every, key=lambda thing: -thing.documents)[:FIRST]
        groups.append((kind, len(every), told))
    page(out, "home.html", groups=groups, has_network=desk.folder.page.exists())


def search(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """What goes by a name, in any case and without its accents, or has these words in its name.

    Words that name nothing may be a question in plain English; then those of the catalogue that it may be.
    """
    words = safe(field(asked, "q"))
    kind = field(asked, "kind")
    found = index(desk).search(words, [kind] if kind in NAMED else NAMED)
    meant = _meant(desk, words) if words.strip() and not found else None
    page(out, "search.html", words=words, kind=kind, found=found[:SHOWN], count=len(found), meant=meant)


def _meant(desk: Desk, words: str) -> dict[str, Any]:
    """The questions that the words may be, each with its parameters and its page; else what is wrong, and what near."""
    from graph_builder.graph.asked import understood
    from graph_builder.graph.catalogue import questions

    told = understood(desk.store, questions(), words)
    meanings = []
    for meaning in told.meanings:
        values: dict[str, list[str]] = {}
        for name, value in meaning.values:
            values.setdefault(name, []).append(value)
        meanings.append((meaning.question, values, address(f"/query/{meaning.question.name}", **values, go=["1"])))
    return {"meanings": meanings, "complaints": told.complaints, "nearest": told.nearest}


def things(desk: Desk, asked: dict[str, Any], out: Sheet) -> None:
    """All people, organisations, events, topics, posts or documents.

    Raises Refused (404) for another kind.
    """
    kind = asked["kind"]
    if kind not in KINDS:
        raise Refused(404, f"there is no list of {kind}; there are {', '.join(KINDS)}")
    every = index(desk).of_kind(kind)
    number = field(asked, "page")
    at = max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1
    pages = max(1, -(-len(every) // SHOWN))
    at = min(at, pages)
    shown: list[Thing] = every[(at - 1) * SHOWN : at * SHOWN]
    page(out, "things.html", kind=kind, count=len(every), shown=shown, at=at, pages=pages)
