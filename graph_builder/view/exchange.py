"""The drawing's graph for other programs: GraphML and GEXF, the same bytes for the same graph.

One node for each thing and one edge for each line of the page, with its words, its number of facts as weight, and the
sentences behind it.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

from graph_builder.view.model import PageData

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["write_gexf", "write_graphml"]

# What XML 1.0 cannot say at all, not even escaped.
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(data: PageData, stream: IO[bytes]) -> None:
    """Writes GraphML, in UTF-8, to a stream of bytes."""
    from networkx.readwrite.graphml import write_graphml_xml

    # The writer that needs only the standard library: where lxml is installed too, the other one orders otherwise.
    write_graphml_xml(_graph(data), stream, encoding="utf-8", prettyprint=True)


def write_gexf(data: PageData, stream: IO[bytes]) -> None:
    """Writes GEXF 1.2, in UTF-8, to a stream of bytes, without the day on which it was written."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph=_graph(data), encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in list(writer.xml.iter("meta")):
        writer.xml.remove(meta)
    writer.write(stream)


def _graph(data: PageData) -> nx.DiGraph[str]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    facts = {fact.key: fact for fact in data.facts}
    for thing in data.things:
        also = "; ".join(thing.aliases)
        graph.add_node(
            _said(thing.key),
            **_texts(label=thing.label, kind=thing.kind, detail=thing.detail, when=thing.when, also=also),
        )
    for link in data.links:
        evidence = [each for key in link.facts for each in facts[key].evidence]
        sentences = "\n".join(dict.fromkeys(each.quote for each in evidence if each.quote))
        documents = "; ".join(sorted({each.source for each in evidence}))
        graph.add_edge(
            _said(link.source),
            _said(link.target),
            weight=len(link.facts),
            doubtful=link.doubtful,
            **_texts(label=link.words, tone=link.tone, sentences=sentences, documents=documents),
        )
    return graph


def _texts(**texts: str) -> dict[str, Any]:
    return {name: _said(text) for name, text in texts.items()}


def _said(text: str) -> str:
    return _UNSAYABLE.sub("\ufffd", text)
