"""HTML for notebooks, in which nothing from a document is ever more than text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from graph_builder.graph.safety import safe

if TYPE_CHECKING:
    from graph_builder.graph.describe import Description, Item

__all__ = ["counts_html", "description_html", "table_html"]


def table_html(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", left: str = "") -> str:
    """A table under its title, and what was left out of it."""
    caption = f"<caption>{_words(title)}</caption>" if title else ""
    head = "".join(f'<th scope="col">{_words(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{_words(cell)}</td>' for cell in row)}</tr>" for row in rows)
    more = f"<p>{_words(left)}</p>" if left else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def counts_html(place: str, counts: Mapping[str, int]) -> str:
    """How many there are of what."""
    return table_html(("", "in the graph"), [(what, f"{count:,}") for what, count in counts.items()], place)


def description_html(about: Description) -> str:
    """Everything that is said of one thing, each with its sentence and document."""
    also = f"<p>also: {_words(', '.join(about.aliases))}</p>" if about.aliases else ""
    sections = "".join(
        f"<h4>{_words(section.title)}</h4><ul>{''.join(map(_item, section.items))}</ul>" for section in about.sections
    )
    return f"<h3>{_words(about.label)} ({_words(about.kind or about.type)})</h3>{also}{sections}"


def _item(item: Item) -> str:
    sentence = f"<blockquote>{_words(item.evidence)}</blockquote>" if item.evidence not in item.text else ""
    return f"<li>{_words(item.text)}{sentence}<small>{_words(item.source)} {_words(item.fact)}</small></li>"


def _words(text: str) -> str:
    return escape(safe(text))
