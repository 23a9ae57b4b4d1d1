"""Pages made of templates, in which nothing of a document can become markup, and from which nothing else is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph_builder.serve.refusals import POLICY

if TYPE_CHECKING:
    from graph_builder.graph.linked import Named
    from graph_builder.serve.sheet import Sheet

__all__ = ["Piece", "address", "field", "linked", "page", "place"]

TEMPLATES = Path(__file__).parent / "templates"
KINDS = {  # what things of a kind are called: one, several
    "person": ("person", "people"),
    "organisation": ("organisation", "organisations"),
    "event": ("event", "events"),
    "topic": ("topic", "topics"),
    "post": ("post", "posts"),
    "document": ("document", "documents"),
}


class Piece(NamedTuple):
    """A run of a text, and where it leads."""

    text: str
    href: str


def page(out: Sheet, template: str, *, status: int = 200, **shown: Any) -> None:
    """Write the page that a template makes of what is shown."""
    html = environment().get_template(template).render(**shown)
    headers = {"vary": "Accept", "content_security_policy": POLICY, "cache_control": "no-cache"}
    out.begin(status, "text/html; charset=utf-8", **headers)
    out.write(html.encode("utf-8", "replace"))


@cache
def environment() -> Environment:
    """The templates, with everything escaped that they show."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(kinds=KINDS, place=place, linked=linked, address=address)
    return made


def place(short: str) -> str:
    """Where the page of a thing is: what is no plain ASCII in its name is percent-encoded."""
    return f"/id/{quote(short, safe='/:@!$()*,;=-._~')}"


def address(path: str, **fields: str | Iterable[str]) -> str:
    """A link with these fields, those that are empty left out."""
    filled = {name: value for name, value in fields.items() if value}
    return f"{path}?{urlencode(filled, doseq=True)}" if filled else path


def linked(text: str, named: Iterable[Named], here: str = "") -> list[Piece]:
    """A text with the names in it linked, each where it first stands; the page's own is not."""
    labels = {n.label: place(n.short) for n in named if n.short and n.short != here and n.label}
    pieces: list[Piece] = []
    left = text
    while labels and left:
        found = re.search("|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True)), left)
        if not found:
            break
        pieces += [Piece(left[: found.start()], ""), Piece(found[0], labels.pop(found[0]))]
        left = left[found.end() :]
    return [piece for piece in (*pieces, Piece(left, "")) if piece.text]


def field(asked: dict[str, Any], name: str) -> str:
    """The value of a field of the request; empty where it is not there."""
    values = asked["fields"].get(name, [""])
    return str(values[0]).strip()
