"""What each line of a page looks like by itself: a sentence, a heading, a menu, a notice.

Where the markup has spoken (menus, adverts, comments), it is believed; where there is none, the words must do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from graph_builder.read.byline import is_name, leading_byline
from graph_builder.read.dateline import dateline
from graph_builder.read.furniture import furniture
from graph_builder.read.layout import Block

__all__ = ["Line", "Sort", "look_over", "menu_pieces"]

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_END = re.compile(r"[.!?…][\"”’')\]]*\s*(?:\[\d+\]|\(\w+ \d+\))?$|[.!?…][\"”’')\]]*\s*\([^()]*\)$")
_SEPARATOR = re.compile(r"\s{2,}|\s*[|>»›→·•]\s*|\s+/\s+|\t")
_PAGER = re.compile(r"^\W*(?:«|»|‹|›|←|→|<<|>>|previous\b|next\b|older\b|newer\b)", re.IGNORECASE)
_SCRAP = re.compile(r"^(?:[\W\d_]*(?:[ap]\.?m\.?)?[\W_]*|@[\w.]+|\S+@\S+\.\S+|(?:https?://|www\.)\S+)$", re.IGNORECASE)
_ENOUGH = 2000  # characters; no paragraph for people is longer
_TAIL = 120
_MENU_RUN = 3  # so many words of menus in a row are one
_COMMON = frozenset(
    (
        "the of to and a in that is it for was on with as be by he she they we you i at are this have from or not"
        " had but his her its their which been has were will would there who an if more so can what said our my"
        " your when no them than all about into could some only these also after may should do did how where must"
        " such against being between over under before because"
    ).split()
)


class Sort(Enum):
    """What a line looks like by itself."""

    PROSE = "prose"  # a sentence or more
    SHORT = "short"  # a heading, a name, an entry of a list: the lines around it decide
    MENU = "menu"  # navigation, buttons, breadcrumbs
    NOTICE = "notice"  # cookies, sharing, sign-up, other stories in one line
    SECTION = "section"  # heads other stories, links or adverts
    COMMENTS = "comments"  # heads what readers say
    TEASER = "teaser"  # "Read full story": what stands above belongs elsewhere
    MARKED = "marked"  # the markup says it is furniture
    SCRAP = "scrap"  # no words at all: a counter, a time, a handle


@dataclass(frozen=True, slots=True)
class Line:
    """A block as the judge sees it."""

    block: Block
    sort: Sort
    words: int
    solid: bool = False  # prose enough to be a paragraph of an article, not a blurb

    @property
    def text(self) -> str:
        """The words, of an endless block only the beginning: enough to judge by."""
        return self.block.text[:_ENOUGH]

    @property
    def junk(self) -> bool:
        """Whether it is furniture by itself."""
        return self.sort not in {Sort.PROSE, Sort.SHORT}


def look_at(block: Block) -> Line:
    """What the block looks like by itself."""
    line = Line(block, Sort.SHORT, 0)
    text = line.text
    words = _WORD.findall(text)
    count = len(words)
    sort = _furniture_sort(line)
    if sort:
        return Line(block, sort, count)
    common = sum(1 for word in words if word.lower() in _COMMON)
    ends = bool(_END.search(text[-_TAIL:].rstrip()))
    flowing = common >= max(1, 0.15 * count)
    if flowing and ((ends and count >= 6) or count >= 22):
        return Line(block, Sort.PROSE, count, count >= 25 or (ends and count >= 12))
    return Line(block, Sort.SHORT, count)


def look_over(blocks: Sequence[Block]) -> list[Line]:
    """What the blocks look like in their order: a run of words of menus, one below the other, is a menu."""
    lines = [look_at(block) for block in blocks]
    start = 0
    for end in range(len(lines) + 1):
        if end < len(lines) and _could_be_of_menu(lines[end]):
            continue
        if end - start >= _MENU_RUN:
            lines[start:end] = [replace(line, sort=Sort.MENU) if not line.junk else line for line in lines[start:end]]
        start = end + 1
    return lines


def _could_be_of_menu(line: Line) -> bool:
    return line.words <= 3 and (
        line.sort is Sort.MENU or bool(furniture().menu_words([line.text])) or furniture().is_label(line.text)
    )


def menu_pieces(text: str) -> list[str]:
    """The parts of a line that is set like a menu, or nothing."""
    pieces = [piece for piece in _SEPARATOR.split(text.strip()) if piece]
    return pieces if len(pieces) > 1 else []


def _furniture_sort(line: Line) -> Sort | None:
    words = furniture()
    block, text = line.block, line.text
    if block.piece.furniture:
        return Sort.COMMENTS if words.is_comments(text) else Sort.MARKED
    if len(text) < _TAIL and _SCRAP.match(text) and block.piece.kind != "row":
        return Sort.SCRAP
    sorts = (
        (words.is_teaser_link, Sort.TEASER),
        (words.is_comments, Sort.COMMENTS),
        (words.is_section, Sort.SECTION),
        (words.is_button, Sort.MENU),
        (words.is_promo, Sort.NOTICE),
        (words.is_notice, Sort.NOTICE),
    )
    return next((sort for says, sort in sorts if says(text)), Sort.MENU if _is_menu(line) or _is_link(line) else None)


def _is_link(line: Line) -> bool:
    """Whether the block is nothing but a link to another story; a name that is a link is none."""
    piece, text = line.block.piece, line.text
    if piece.links < 0.9 or piece.kind in {"heading", "row"} or _END.search(text[-_TAIL:]):
        return False
    return 3 <= len(text.split()) <= 20 and not is_name(text) and leading_byline(text) is None


def _is_menu(line: Line) -> bool:
    text, linked = line.text, line.block.piece.links
    if _PAGER.match(text) and (linked > 0.5 or len(_SEPARATOR.split(text)) > 1) and len(text) < 160:
        return True
    pieces = menu_pieces(text)
    if len(pieces) < 2 or dateline(text) or any(len(piece.split()) > 7 for piece in pieces):
        return False
    known = furniture().menu_words(pieces)
    if (known >= 2 and known >= len(pieces) / 3) or (known and len(pieces) >= 4):
        return True
    if linked > 0.6 and len(pieces) >= 3:
        return True
    # breadcrumbs and forms: "Home > Reports > Water", "First name    Postcode    [Sign]"
    return (
        bool(re.search(r"\s[>»›→]\s", text) and known)
        or len(re.findall(r"\[[\w ]*\]", text)) > 1
        or (len(pieces) >= 4 and not _END.search(text[-_TAIL:]) and "|" in text)
    )
