"""A saved web page: its visible text in blocks, told apart by tags, classes and a second reader of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph_builder.errors import ReadError
from graph_builder.read.encoding import decode, tidy
from graph_builder.read.layout import Metadata, Piece, Reading, compose
from graph_builder.read.web_article import chosen_lines
from graph_builder.read.web_metadata import metadata_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["pieces_of", "read_web"]

_DEEPEST = 200  # elements inside each other; pages that people read stay below fifty
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]+)", re.IGNORECASE)
_UNSEEN = frozenset("script style template noscript head title meta link iframe object embed svg canvas math audio video source track map area datalist select option button input textarea dialog".split())
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary"
    " table tbody td tfoot th thead tr ul".split()
)
_FURNITURE_TAG = frozenset("nav aside footer form dialog menu search".split())
_FURNITURE_ROLE = frozenset("navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar form".split())
# Words in a class or id that say what a part of a page is for; whole words, split at "-", "_" and capitals.
_FURNITURE_CLASS = frozenset(
    "nav navbar navigation menu submenu crumb crumbs breadcrumb breadcrumbs cookie cookies consent gdpr cmp banner notice paywall regwall teaser teasers promo promos promobox promotion related recirculation recirc recommended"
    " recommendations trending popular mostread mostpopular comment comments commentlist disqus respond newsletter signup subscribe subscription advert adverts advertisement advertising ads ad adslot mpu sponsored sponsor dfp"
    " share sharing sharebar shares social socials sociallinks footer foot masthead topbar toolbar sidebar side widget widgets pager pagination prevnext skip skiplink popup modal overlay cta hidden"
    " tags taglist toc search login jobs outbrain taboola feedback".split()
)
# What these classes hold is the article, even where another word of the class says otherwise ("comment-piece").
_ARTICLE_CLASS = frozenset("article story entry post content main body text hentry".split())
_WORDS_OF_CLASS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\u2028"


def read_web(data: bytes) -> Reading:
    """A `.html` file."""
    match = _CHARSET.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else None
    return read_markup(decode(data, declared), "text/html")


def read_markup(html: str, media_type: str, metadata: Metadata | None = None) -> Reading:
    """A page that is already text; `metadata` goes before what the page says of itself."""
    root = _parsed(html)
    own = metadata_of(root)
    chosen = chosen_lines(html)
    pieces = [_weighed(piece, chosen) for piece in pieces_of(root)]
    text, blocks = compose(pieces)
    return Reading(text, blocks, media_type, metadata or own, marked_up=True)


def _weighed(piece: Piece, chosen: frozenset[str]) -> Piece:
    return replace(piece, chosen=piece.text in chosen)


def _parsed(html: str) -> HtmlElement:
    """The page's tree; no entity is expanded and nothing is fetched."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # lxml refuses a string that declares an encoding, and bytes are never guessed wrongly when both sides agree
    clean = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]", "", html)
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True)
    try:
        root: HtmlElement = document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ReadError(f"it is no page that can be read: {str(error).splitlines()[0]}") from error
    return root


@dataclass(slots=True)
class _Writer:
    """The words of the block that is being read."""

    words: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str | None, *, link: bool) -> None:
        if text:
            self.words.append(text)
            if link:
                self.linked += len(text.strip())

    def flush(self, context: _Context) -> Iterator[Piece]:
        whole = "".join(self.words)
        length = len(tidy(whole)) or 1
        share = min(1.0, self.linked / length)
        self.words, self.linked = [], 0
        for line in whole.split(_BREAK):
            text = tidy(line)
            if text:
                yield Piece(text, context.kind, context.level, round(share, 2), context.furniture)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around some words say of them."""

    kind: str = "paragraph"
    level: int = 0
    furniture: bool = False
    link: bool = False
    article: bool = False


def pieces_of(root: HtmlElement) -> Iterator[Piece]:
    """The blocks of the visible page, in order."""
    body = root.find("body")
    writer = _Writer()
    yield from _walk(root if body is None else body, _Context(), writer, 0)
    yield from writer.flush(_Context())


def _walk(element: HtmlElement, around: _Context, writer: _Writer, depth: int) -> Iterator[Piece]:
    if depth > _DEEPEST:
        raise ReadError("its elements are nested too deeply to be a page that people read")
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _UNSEEN or not tag or _is_hidden(element):
        return
    if tag == "br":
        writer.add(_BREAK, link=False)
        return
    inside = _inside(element, tag, around)
    is_block = tag in _BLOCK
    if is_block and tag not in {"td", "th"}:
        yield from writer.flush(around)
    elif tag in {"td", "th"} and writer.words:
        writer.add(" | ", link=False)
    writer.add(_flat(element.text, tag), link=inside.link)
    for child in element:
        yield from _walk(child, inside, writer, depth + 1)
        writer.add(_flat(child.tail, tag), link=inside.link)
    if is_block and tag not in {"td", "th"}:
        yield from writer.flush(inside)


def _flat(text: str | None, tag: str) -> str | None:
    """The words of a text node; only in preformatted text does a line break break a line."""
    return text.replace("\n", _BREAK) if text and tag == "pre" else text


def _inside(element: HtmlElement, tag: str, around: _Context) -> _Context:
    kind, level = around.kind, around.level
    if re.fullmatch(r"h[1-6]", tag):
        kind, level = "heading", int(tag[1])
    elif tag in {"li", "dd", "dt"}:
        kind = "item"
    elif tag == "tr":
        kind = "row"
    elif tag in {"blockquote", "figcaption"}:
        kind = "quote" if tag == "blockquote" else "caption"
    article = around.article or tag == "article" or (tag == "main")
    furniture = around.furniture or _is_furniture(element, tag, article=around.article)
    return _Context(kind, level, furniture, around.link or tag == "a", article)


def _is_furniture(element: HtmlElement, tag: str, *, article: bool) -> bool:
    """Whether tag, role, class or id say that this part of the page is not its article."""
    if tag in {"body", "html", "main", "article"}:
        return False
    if tag in _FURNITURE_TAG or element.get("role") in _FURNITURE_ROLE or element.get("aria-hidden") == "true":
        return True
    if tag == "header" and not article:
        return element.find(".//h1") is None
    named = {word.lower() for word in _WORDS_OF_CLASS.findall(f"{element.get('class') or ''} {element.get('id') or ''}")}
    return bool(named & _FURNITURE_CLASS) and not named & _ARTICLE_CLASS and not _holds_the_article(element)


def _holds_the_article(element: HtmlElement) -> bool:
    """Whether the page's headline or article is inside: then the class was about something else ("has-sidebar")."""
    return element.find(".//h1") is not None or element.find(".//article") is not None


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN_STYLE.search(style))
