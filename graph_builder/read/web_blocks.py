"""The visible text of a web page in blocks, each with what tags and classes say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from graph_builder.errors import ReadError
from graph_builder.read.encoding import tidy
from graph_builder.read.furniture import furniture
from graph_builder.read.layout import Piece

__all__ = ["pieces_of"]

_DEEPEST = 200  # elements inside each other; pages that people read stay below fifty
_UNSEEN = frozenset(
    "script style template noscript head title meta link iframe object embed svg canvas math audio video source track"
    " map area datalist select option button input textarea".split()
)
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_IN_CELLS = ".//br | .//p[2] | .//div | .//table | .//ul | .//h1 | .//h2 | .//h3"  # in the cells of tables for layout
_WORDS_OF_CLASS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ABOUT_OTHERS = re.compile(  # "has-sidebar" is beside one; builders of pages call every part a widget
    r"\b(?:(?:has|with|no|without|not|is)[-_]+\w+|(?:elementor|vc|fl|et_pb)[-_]\S*)", re.IGNORECASE
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOOTNOTE = re.compile(r"^\W*\d*\W*$")
_MOST = 0.5  # of a page's words: what holds more is not beside the article
_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around some words say of them."""

    kind: str = "paragraph"
    level: int = 0
    furniture: bool = False
    link: bool = False
    article: bool = False
    cells: bool = False  # in a table of facts, whose rows are blocks


@dataclass(slots=True)
class _Writer:
    """The words of the block that is being read, and how long the page's paragraphs are together."""

    paragraphs: int
    words: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str | None, *, link: bool) -> None:
        """Goes on with the block."""
        if text:
            self.words.append(text)
            self.linked += len(tidy(text)) if link else 0

    def flush(self, context: _Context) -> Iterator[Piece]:
        """Ends the block: a piece, or one for each of its lines."""
        whole = "".join(self.words)
        share = min(1.0, self.linked / (len(tidy(whole)) or 1))
        self.words, self.linked = [], 0
        for line in whole.split(_BREAK):
            text = tidy(line).strip("| ") if context.cells else tidy(line)
            if text:
                yield Piece(text, context.kind, context.level, round(share, 2), context.furniture)


def pieces_of(root: HtmlElement) -> Iterator[Piece]:
    """The blocks of the visible page, in order.

    Raises ReadError where elements are nested more deeply than any page for people.
    """
    body = root.find("body")
    writer = _Writer(_paragraphs(root))
    yield from _walk(root if body is None else body, _Context(), writer, 0)
    yield from writer.flush(_Context())


def _paragraphs(element: HtmlElement) -> int:
    return sum(len(p.text_content()) for p in element.iter("p"))


def _walk(element: HtmlElement, around: _Context, writer: _Writer, depth: int) -> Iterator[Piece]:
    if depth > _DEEPEST:
        raise ReadError("its elements are nested too deeply to be a page that people read")
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _UNSEEN or _is_unseen(element, tag):
        return
    if tag == "br":
        writer.add(_BREAK, link=False)
        return
    inside = _inside(element, tag, around, writer)
    is_block = tag in _BLOCK and not (tag in _CELLS and inside.cells)
    if is_block:
        yield from writer.flush(around)
    elif tag in _CELLS or tag == "time":
        writer.add(" | " if tag in _CELLS else " ", link=False)
    writer.add(_flat(element.text, tag), link=inside.link)
    for child in element:
        yield from _walk(child, inside, writer, depth + 1)
        writer.add(_flat(child.tail, tag), link=inside.link)
    if is_block:
        yield from writer.flush(inside)
    elif tag == "time":
        writer.add(" ", link=False)


def _flat(text: str | None, tag: str) -> str | None:
    """The words of a text node; only in preformatted text does a line break break a line."""
    return text.replace("\n", _BREAK) if text and tag == "pre" else text


def _inside(element: HtmlElement, tag: str, around: _Context, writer: _Writer) -> _Context:
    kind, level, cells = around.kind, around.level, around.cells
    if re.fullmatch(r"h[1-6]", tag):
        kind, level = "heading", int(tag[1])
    elif tag in {"li", "dd", "dt"}:
        kind = "item"
    elif tag == "tr":
        cells = not any(cell.xpath(_IN_CELLS) for cell in element)
        kind = "row" if cells else "paragraph"
    elif tag in {"blockquote", "figcaption"}:
        kind = "quote" if tag == "blockquote" else "caption"
    article = around.article or tag in {"article", "main"}
    outside = around.furniture or (_is_furniture(element, tag, around) and not _holds_the_article(element, writer))
    return _Context(kind, level, outside, around.link or tag == "a", article, cells)


def _is_furniture(element: HtmlElement, tag: str, around: _Context) -> bool:
    """Whether tag, role, class or id say that this part of the page is not its article."""
    words = furniture()
    if tag in {"body", "html", "main", "article"}:
        return False
    if tag in words.tag or element.get("role") in words.role or element.get("aria-hidden") == "true":
        return True
    if tag == "header" and not around.article:
        return True
    marks = _ABOUT_OTHERS.sub(" ", f"{element.get('class') or ''} {element.get('id') or ''}")
    return any(word.lower() in words.classes for word in _WORDS_OF_CLASS.findall(marks))


def _holds_the_article(element: HtmlElement, writer: _Writer) -> bool:
    """Whether the headline, an article or most of the page's words are inside: then the class meant something else."""
    if element.find(".//h1") is not None or element.find(".//article") is not None:
        return True
    return writer.paragraphs > 0 and _paragraphs(element) > _MOST * writer.paragraphs


def _is_unseen(element: HtmlElement, tag: str) -> bool:
    """Whether a browser would not show it, or it is only the number of a footnote."""
    style = element.get("style")
    if element.get("hidden") is not None or (style and _HIDDEN_STYLE.search(style)):
        return True
    if tag == "time" and "updated" in (element.get("class") or "").split():
        return True
    return tag == "sup" and bool(_FOOTNOTE.match(element.text_content()))
