"""Markdown: front matter is metadata, the rest is rendered as a page would show it and read as one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from graph_builder.errors import ReadError
from graph_builder.read.byline import without_honours
from graph_builder.read.dateline import iso_date
from graph_builder.read.encoding import decode, tidy
from graph_builder.read.layout import Metadata, Reading
from graph_builder.read.web import read_markup

__all__ = ["read_markdown"]

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_DATES = ("date", "published", "publishdate", "publish_date", "pubdate", "published_at", "created", "issued")
_AUTHORS = ("author", "authors", "by", "byline", "creator")
_PUBLISHERS = ("publisher", "site", "site_name", "publication", "organisation", "organization", "source")
_ADDRESSES = ("url", "canonical", "canonical_url", "link", "permalink")
_SORTS = ("genre", "type", "category", "categories", "layout", "section", "tags")


def read_markdown(data: bytes) -> Reading:
    """A `.md` file; the stored text is what a reader of the rendered page sees."""
    from markdown_it import MarkdownIt

    source = decode(data)
    match = _FRONT.match(source)
    front = _front_matter(match[1]) if match else Metadata()
    html = MarkdownIt("commonmark").enable("table").render(source[match.end() :] if match else source)
    reading = read_markup(f"<html><body>{html}</body></html>", "text/markdown")
    own = reading.metadata
    return replace(reading, metadata=replace(front, title=front.title or own.title))


def _front_matter(text: str) -> Metadata:
    import yaml

    if re.search(r"(?m)^[^#\"'\n]*[:\-\[,]\s*[&*]\w", text):
        raise ReadError("its front matter uses YAML anchors, which are not read: write the values out")
    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReadError(f"its front matter is not YAML: {str(error).splitlines()[0]}") from error
    front = {str(key).lower(): value for key, value in found.items()} if isinstance(found, dict) else {}
    return Metadata(
        title=_words(front.get("title")),
        published=next((day for key in _DATES if (day := _day(front.get(key)))), None),
        publisher=next(
            (name for key in _PUBLISHERS if (name := _words(front.get(key))) and not name.startswith("http")), None
        ),
        authors=next((names for key in _AUTHORS if (names := _names(front.get(key)))), ()),
        url=next(
            (url for key in _ADDRESSES if (url := _words(front.get(key))) and url.startswith(("http://", "https://"))),
            None,
        ),
        language=_words(front.get("lang") or front.get("language")),
        genre_words=tuple(word for key in _SORTS for word in _list(front.get(key))),
    )


def _words(value: object) -> str | None:
    return tidy(str(value)) or None if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _list(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(words for item in values if (words := _words(item)))


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    named = [item.get("name") if isinstance(item, dict) else item for item in values]
    return tuple(
        without_honours(part)
        for item in named
        if (words := _words(item))
        for part in re.split(r"\s*(?:,|;|\band\b|&)\s*", words)
        if part
    )


def _day(value: object) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    words = _words(value) or ""
    return words if re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", words) else iso_date(words)
