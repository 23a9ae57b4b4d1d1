"""The page: one file that needs no network, in which nothing but our own scripts can run."""

from __future__ import annotations

import base64
import os
import re
import tempfile
from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from graph_builder.view.model import KINDS, PageData, Source
from graph_builder.view.words import date_words, joined

__all__ = ["page_html", "summary", "write_page"]

_TEMPLATES = Path(__file__).parent / "templates"
# In this order they make one script.
_SCRIPTS = (
    "data.js",
    "shapes.js",
    "state.js",
    "live.js",
    "paths.js",
    "canvas.js",
    "labels.js",
    "facts.js",
    "panel.js",
    "search.js",
    "filters.js",
    "positions.js",
    "timeline.js",
    "table.js",
    "sources.js",
    "picture.js",
    "screen.js",
    "away.js",
    "keys.js",
    "start.js",
)
_STYLES = ("page.css", "views.css", "narrow.css")


def write_page(data: PageData, path: Path) -> None:
    """Writes the page in UTF-8, whole or not at all: a reader never sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(page_html(data))
        unfinished.chmod(0o644)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def page_html(data: PageData) -> str:
    """The page as text; the same data gives the same text."""
    from markupsafe import Markup

    from graph_builder.view.drawing import Drawing, packed_script, vis_script

    # The house's own files, in which no text of a document ever stands.
    style = Markup("\n".join(map(_template, _STYLES)))  # noqa: S704
    script = Markup('"use strict";\n(() => {\n' + "\n".join(map(_template, _SCRIPTS)) + "})();\n")  # noqa: S704
    vis = vis_script()
    drawing = Drawing(
        data,
        kinds=[asdict(kind) for kind in KINDS],
        summary=summary(data),
        style=style,
        vis=packed_script(vis),
        script=script,
        policy=_policy([vis, script], [style]),
    )
    return str(drawing.generate_html())


def _template(name: str) -> str:
    """A file without the indentation and the lines of comment that only its readers here need."""
    lines = (line.strip() for line in (_TEMPLATES / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A content security policy under which exactly these scripts and styles work and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(_hash, scripts)),
            "style-src " + " ".join(map(_hash, styles)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def summary(data: PageData) -> str:
    """One sentence: what was read, from when it is, and what was found in it."""
    if data.part and not data.sources:
        return data.part
    if not data.sources:
        return "No document has been read yet."
    if not data.things:
        return f"{_read(data.sources)} was read, and nothing was found in it that can be drawn."
    counted = Counter(thing.kind for thing in data.things)
    kinds = [
        _count(counted[kind.code], kind.label.lower(), kind.plural.lower()) for kind in KINDS if counted[kind.code]
    ]
    facts = _count(len(data.facts), "fact", "facts")
    part = f"{data.part} " if data.part else ""
    return f"{part}Read from {_read(data.sources)}: {joined(kinds)}; {facts}, each with its sentence."


def _read(sources: tuple[Source, ...]) -> str:
    dates = sorted(source.published for source in sources if re.fullmatch(r"\d{4}(-\d\d){0,2}", source.published))
    documents = _count(len(sources), "document", "documents")
    if not dates:
        return f"{documents} without a date"
    same = date_words(dates[0]) == date_words(dates[-1])
    when = f"in {date_words(dates[0])}" if same else f"between {date_words(dates[0])} and {date_words(dates[-1])}"
    if same and re.fullmatch(r"\d{4}-\d\d-\d\d", dates[0]):
        when = when.replace("in ", "on ", 1)
    undated = len(sources) - len(dates)
    return f"{documents} published {when}" + (f" ({undated} without a date)" if undated else "")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
