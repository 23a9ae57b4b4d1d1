"""A saved web page: its visible text in blocks, its head's metadata, and a second reader's view of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.errors import ReadError
from graph_builder.read.encoding import decode
from graph_builder.read.layout import Metadata, Piece, Reading, compose
from graph_builder.read.web_article import chosen_lines
from graph_builder.read.web_blocks import pieces_of
from graph_builder.read.web_metadata import metadata_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_markup", "read_web"]

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
_MOST_FOR_TWO = 10_000  # blocks that a second reader is asked about: it takes long for more
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def read_web(data: bytes) -> Reading:
    """A `.html` file."""
    match = _CHARSET.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else None
    return read_markup(decode(data, declared), "text/html")


def read_markup(html: str, media_type: str, metadata: Metadata | None = None) -> Reading:
    """A page that is already text; `metadata` stands in for what the page says of itself."""
    root = _parsed(html)
    own = metadata or metadata_of(root)
    pieces = list(pieces_of(root))
    chosen = chosen_lines(html) if len(pieces) <= _MOST_FOR_TWO else frozenset()
    text, blocks = compose(_weighed(pieces, chosen))
    return Reading(text, blocks, media_type, own)


def _weighed(pieces: Iterable[Piece], chosen: frozenset[str]) -> Iterator[Piece]:
    for piece in pieces:
        yield replace(piece, chosen=piece.text in chosen)


def _parsed(html: str) -> HtmlElement:
    """The page's tree; no entity is expanded and nothing is fetched."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    clean = _NOT_IN_XML.sub("", html).encode("utf-8")  # bytes, because lxml refuses a string that names its encoding
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root: HtmlElement = document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ReadError(f"it is no page that can be read: {str(error).splitlines()[0]}") from error
    return root
