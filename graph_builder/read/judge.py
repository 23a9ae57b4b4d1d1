"""Which blocks of a page are the article: our own scoring of lines, for plain text and as a check on marked-up pages.

Nothing is deleted; a block is only said to be body or not. The same judge serves every format: where the markup has
spoken (menus, adverts, comments), it is believed; where there is none, the words must do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from graph_builder.read.dateline import dateline
from graph_builder.read.furniture import furniture
from graph_builder.read.layout import Block

__all__ = ["Line", "Sort", "look_at", "menu_pieces", "rule_out"]

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_END = re.compile(r"[.!?…][\"”’')\]]*\s*(?:\[\d+\]|\(\w+ \d+\))?$|[.!?…][\"”’')\]]*\s*\([^()]*\)$")
_SEPARATOR = re.compile(r"\s{2,}|\s*[|>»›→·•]\s*|\s+/\s+|\t")
_PAGER = re.compile(r"^\W*(?:«|»|‹|›|←|→|<<|>>|previous\b|next\b|older\b|newer\b)", re.IGNORECASE)
_COMMON = frozenset(
    "the of to and a in that is it for was on with as be by he she they we you i at are this have from or not had but his her its their which been has were will would there who an if more so can what said our my your when no them than all about into could some"
    " only these also after may should do did how where must such against being between over under before because".split()
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


@dataclass(frozen=True, slots=True)
class Line:
    """A block as the judge sees it."""

    block: Block
    sort: Sort
    words: int
    solid: bool = False  # prose enough to be a paragraph of an article, not a blurb

    @property
    def junk(self) -> bool:
        """Whether it is furniture by itself."""
        return self.sort not in {Sort.PROSE, Sort.SHORT}


def look_at(block: Block) -> Line:
    """What the block looks like by itself."""
    text = block.text
    words = _WORD.findall(text)
    count = len(words)
    sort = _furniture_sort(block)
    if sort:
        return Line(block, sort, count)
    common = sum(1 for word in words if word.lower() in _COMMON)
    ends = bool(_END.search(text.rstrip()))
    flowing = common >= max(1, 0.15 * count)
    if flowing and ((ends and count >= 6) or count >= 22):
        return Line(block, Sort.PROSE, count, count >= 25 or (ends and count >= 12))
    return Line(block, Sort.SHORT, count)


def menu_pieces(text: str) -> list[str]:
    """The parts of a line that is set like a menu, or nothing."""
    pieces = [piece for piece in _SEPARATOR.split(text.strip()) if piece]
    return pieces if len(pieces) > 1 else []


def _furniture_sort(block: Block) -> Sort | None:
    words = furniture()
    text = block.text
    if block.piece.furniture:
        return Sort.COMMENTS if words.is_comments(text) else Sort.MARKED
    if words.is_teaser_link(text):
        return Sort.TEASER
    if words.is_comments(text):
        return Sort.COMMENTS
    if words.is_section(text):
        return Sort.SECTION
    if words.is_button(text) or _is_menu(block):
        return Sort.MENU
    if words.is_promo(text) or words.is_notice(text):
        return Sort.NOTICE
    return None


def _is_menu(block: Block) -> bool:
    text, linked = block.text, block.piece.links
    if _PAGER.match(text) and (linked > 0.5 or len(_SEPARATOR.split(text)) > 1) and len(text) < 160:
        return True
    pieces = menu_pieces(text)
    if len(pieces) < 2 or dateline(text) or any(len(piece.split()) > 7 for piece in pieces):
        return False
    known = furniture().menu_words(pieces)
    if known >= 2 and known >= len(pieces) / 3:
        return True
    if linked > 0.6 and len(pieces) >= 3:
        return True
    # breadcrumbs and forms: "Home > Reports > Water", "First name    Postcode    [Sign]"
    return bool(re.search(r"\s[>»›→]\s", text) and known) or len(re.findall(r"\[[\w ]*\]", text)) > 1 or (len(pieces) >= 4 and not _END.search(text) and "|" in text)


def rule_out(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it lies outside the article, told from what stands around it."""
    out = [line.junk for line in lines]
    _rule_out_teasers(lines, out)
    index = 0
    while index < len(lines):
        if lines[index].sort in {Sort.COMMENTS, Sort.SECTION} and _begun(lines, out, index):
            back = len(lines) if lines[index].sort is Sort.COMMENTS else _resumes(lines, out, index + 1)
            out[index:back] = [True] * (back - index)
            index = back
        else:
            index += 1
    _rule_out_foot(lines, out)
    return out


def _begun(lines: Sequence[Line], out: Sequence[bool], index: int) -> bool:
    """Whether an article has begun above: a word of menus there is not yet the end of anything."""
    return any(line.solid and not gone for line, gone in zip(lines[:index], out[:index], strict=True))


def _rule_out_teasers(lines: Sequence[Line], out: list[bool]) -> None:
    """What stands between furniture and "Read full story" is the beginning of another story."""
    for index, line in enumerate(lines):
        if line.sort is not Sort.TEASER:
            continue
        above = index - 1
        while above >= 0 and not lines[above].junk and index - above <= 8:
            above -= 1
        if above >= 0 and lines[above].junk:
            out[above:index] = [True] * (index - above)


def _resumes(lines: Sequence[Line], out: Sequence[bool], start: int) -> int:
    """Where the article goes on below a heading of other stories: at two paragraphs of an article in a row."""
    run: list[int] = []
    for index in range(start, len(lines)):
        if lines[index].sort in {Sort.COMMENTS, Sort.SECTION}:
            return index
        if out[index] or lines[index].sort is not Sort.PROSE:
            run = []
        elif lines[index].solid:
            run.append(index)
            if len(run) == 2:
                return run[0]
    return len(lines)


def _rule_out_foot(lines: Sequence[Line], out: list[bool]) -> None:
    """From the first furniture below the last paragraph on, and the imprint above that, nothing is the article."""
    words = furniture()
    end = len(lines)
    while end and (out[end - 1] or _is_imprint(words.is_imprint(lines[end - 1].block.text), lines, end - 1)):
        end -= 1
    out[end:] = [True] * (len(lines) - end)
    last = max((i for i in range(end) if lines[i].solid and not out[i]), default=-1)
    first_junk = next((i for i in range(last + 1, end) if lines[i].junk), None)
    if last >= 0 and first_junk is not None:
        out[first_junk:] = [True] * (len(lines) - first_junk)
        _rule_out_foot_again(lines, out)


def _rule_out_foot_again(lines: Sequence[Line], out: list[bool]) -> None:
    words = furniture()
    end = next((i for i in range(len(out), 0, -1) if not out[i - 1]), 0)
    while end and _is_imprint(words.is_imprint(lines[end - 1].block.text), lines, end - 1):
        end -= 1
        out[end] = True


def _is_imprint(phrased: bool, lines: Sequence[Line], index: int) -> bool:
    # "1. Ellen House is a registered charity …" among notes to editors is the article's own
    return phrased and not re.match(r"\s*(?:\d+[.)]|[-*•])\s", lines[index].block.text) and index > 0
