"""pyvis with a page of our own: it gathers nodes, edges and options and brings vis-network; the rest is ours.

pyvis imports IPython, so this module is imported only where a page is written.
"""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph_builder.view.layout import positions
from graph_builder.view.model import KINDS, PageData
from graph_builder.view.packing import packed

__all__ = ["Drawing", "packed_script", "vis_script"]

_TEMPLATES = Path(__file__).parent / "templates"
_SHAPES = {kind.code: kind.shape for kind in KINDS}
_OPTIONS: dict[str, object] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "zoomSpeed": 0.6, "selectConnectedEdges": False},
    # Labels are drawn by the page's own script, which keeps them apart.
    "nodes": {"borderWidth": 1.5, "font": {"size": 0}},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.65}}},
}


def vis_script() -> Markup:
    """The vis-network that pyvis carries, without its pointer to a source map, which a browser would ask for."""
    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=_release)
    return Markup(re.sub(r"//# sourceMappingURL=\S+", "", newest.read_text(encoding="utf-8")))  # noqa: S704 - a library's code


def packed_script(script: str) -> str:
    """A script deflated, in base64: about a third of its size."""
    return base64.b64encode(zlib.compress(script.encode(), 9)).decode()


def _release(script: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", script.parent.name))


class Drawing(Network):  # type: ignore[misc]
    """A pyvis network whose page is ours: an autoescaping environment, a template, and `shown`, its names."""

    def __init__(self, data: PageData, **shown: Any) -> None:
        super().__init__(height="100%", width="100%", directed=True, cdn_resources="in_line", heading=data.title)
        self.path = "page.html"
        self.templateEnv = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templateEnv.globals.update(shown)
        self.options = _OPTIONS
        self._add(data)
        places = {node["id"]: (node["x"], node["y"], node["size"]) for node in self.nodes}
        self.templateEnv.globals["page"] = packed(data, places)

    def _add(self, data: PageData) -> None:
        spoken = {key for fact in data.facts for key in (fact.subject, fact.object)}
        places = positions(
            {thing.key: thing.label for thing in data.things},
            [(link.source, link.target) for link in data.links],
            last=frozenset(thing.key for thing in data.things if thing.key not in spoken),
        )
        weight = dict.fromkeys(places, 0)
        for link in data.links:
            weight[link.source] += 1
            weight[link.target] += 1
        for thing in data.things:
            x, y = places[thing.key]
            size = round(9 + 3.2 * weight[thing.key] ** 0.5, 1)
            self.add_node(thing.key, shape=_SHAPES[thing.kind], x=x, y=y, size=size)
        for link in data.links:
            self.add_edge(link.source, link.target, id=link.key)
