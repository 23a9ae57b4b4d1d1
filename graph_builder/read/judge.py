"""Which blocks of a page are the article: our own scoring of lines, for plain text and as a check on marked-up pages.

Nothing is deleted; a block is only said to be body or not. The same judge serves every format: where the markup has
spoken (menus, adverts, comments), it is believed; where there is none, the words must do.
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

__all__ = ["Line", "Sort", "look_over", "menu_pieces", "rule_out"]

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_END = re.compile(r"[.!?…][\"”’')\]]*\s*(?:\[\d+\]|\(\w+ \d+\))?$|[.!?…][\"”’')\]]*\s*\([^()]*\)$")
_SEPARATOR = re.compile(r"\s{2,}|\s*[|>»›→·•]\s*|\s+/\s+|\t")
_PAGER = re.compile(r"^\W*(?:«|»|‹|›|←|→|<<|>>|previous\b|next\b|older\b|newer\b)", re.IGNORECASE)
_SCRAP = re.compile(r"^(?:[\W\d_]*(?:[ap]\.?m\.?)?[\W_]*|@[\w.]+|\S+@\S+\.\S+|(?:https?://|www\.)\S+)$", re.IGNORECASE)
_ENOUGH = 2000  # characters; no paragraph for people is longer
_TAIL = 120
_MENU_RUN = 3  # so many words of menus in a row are one
_BETWEEN = 3  # lines of buttons or names that may stand between an article's sentences
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
    return any(line.sort is Sort.PROSE and not gone for line, gone in zip(lines[:index], out[:index], strict=True))


def _rule_out_teasers(lines: Sequence[Line], out: list[bool]) -> None:
    """What stands between furniture and "Read full story" is the beginning of another story.

    One such line alone may be the page's own button: only a list of stories repeats it.
    """
    if sum(1 for line in lines if line.sort is Sort.TEASER) < 2:
        return
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
    while end and (out[end - 1] or _is_imprint(words.is_imprint(lines[end - 1].text), lines, end - 1)):
        end -= 1
    out[end:] = [True] * (len(lines) - end)
    last = _last_sentence(lines, out, end)
    first_junk = next((i for i in range(last + 1, end) if lines[i].junk and lines[i].sort is not Sort.SCRAP), None)
    if last >= 0 and first_junk is not None:
        for index in range(first_junk, len(lines)):
            # a list of names below an advert is still the article, if the second reader of the page says so too
            out[index] = out[index] or not lines[index].block.piece.chosen
        _rule_out_foot_again(lines, out)


def _last_sentence(lines: Sequence[Line], out: Sequence[bool], end: int) -> int:
    """The last line of the article's prose, or -1: the last paragraph, and short ones a button or two below it."""
    last = max((i for i in range(end) if lines[i].solid and not out[i]), default=-1)
    between = 0
    for index in range(last + 1, end if last >= 0 else 0):
        if lines[index].sort in {Sort.SECTION, Sort.COMMENTS} or between > _BETWEEN:
            break
        between += 1
        if lines[index].sort is Sort.PROSE and not out[index]:
            last, between = index, 0
    return last


def _rule_out_foot_again(lines: Sequence[Line], out: list[bool]) -> None:
    words = furniture()
    end = next((i for i in range(len(out), 0, -1) if not out[i - 1]), 0)
    while end and _is_imprint(words.is_imprint(lines[end - 1].text), lines, end - 1):
        end -= 1
        out[end] = True


def _is_imprint(phrased: bool, lines: Sequence[Line], index: int) -> bool:
    # "1. Ellen House is a registered charity …" among notes to editors is the article's own
    return phrased and not re.match(r"\s*(?:\d+[.)]|[-*•])\s", lines[index].text) and index > 0
