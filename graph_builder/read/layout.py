"""A file as it lies before us: its text in blocks, and what its own metadata says.

A block is a paragraph, heading, list item, table row, quotation or caption. Readers make blocks; which of them are
the article is decided later, in one place for all formats.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_builder.model import Span

__all__ = ["Block", "Metadata", "Piece", "Reading", "compose"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a place: its words on one line, and what the markup says of them."""

    text: str
    kind: str = "paragraph"  # paragraph · heading · item · row · quote · caption
    level: int = 0  # of a heading: 1 is the page's
    links: float = 0.0  # share of the characters that are inside links
    furniture: bool = False  # the markup itself says: menu, advert, comments, footer
    chosen: bool = False  # a second reader of pages takes it for the article


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page and where it stands in the text."""

    span: Span
    text: str
    piece: Piece
    apart: bool = True  # whether a blank line stands above


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file's own metadata says; what it does not say is None or empty."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    genre_words: tuple[str, ...] = ()  # the metadata's own words for what sort of document it is


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text, its blocks in order, and its metadata."""

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    metadata: Metadata = field(default_factory=Metadata)


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The pieces one below the other, a blank line between them, none between items of one list."""
    written: list[str] = []
    blocks: list[Block] = []
    length, last = 0, ""
    for piece in pieces:
        if written:
            gap = "\n" if piece.kind == last and last in {"item", "row"} else "\n\n"
            written.append(gap)
            length += len(gap)
        blocks.append(Block(Span(length, length + len(piece.text)), piece.text, piece))
        written.append(piece.text)
        length += len(piece.text)
        last = piece.kind
    return "".join(written), tuple(blocks)
