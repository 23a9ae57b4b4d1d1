"""The lines above the first paragraph: which is the headline, and which names the site."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph_builder.read.byline import is_name, leading_byline
from graph_builder.read.dateline import Dateline, dateline
from graph_builder.read.furniture import furniture
from graph_builder.read.judge import Line, Sort, menu_pieces

__all__ = ["ADDRESS", "FROM", "POST", "Above", "headline_at", "look_above", "masthead_at", "site_name"]

ADDRESS = re.compile(r"^(?:to|copy to|cc|dear|from|for the attention of|subject|re)\b:?\s", re.IGNORECASE)
POST = re.compile(
    r"\b(?:MP|MSP|MS|MLA|Member of (?:the (?:Scottish |UK )?)?Parliament|Councillor|Cllr|Mayor|Baroness|Lord)\b"
)
_SPEAKER = re.compile(r"^(?:\d+\.\s*)?[A-Z][\w’'.-]*(?: [\w’'.()&-]+){0,12}:\s")
_LABEL_LINE = re.compile(
    r"^\W*(?:(?:first )?published|date published|published (?:on|date)|publication date|date|posted(?: on)?|issued|"
    r"answered on|release date)\W*$",
    re.IGNORECASE,
)
_LATER_LINE = re.compile(r"^\W*(?:last )?(?:updated|modified|reviewed)(?: on)?\W*$", re.IGNORECASE)
_NO_HEADLINE = re.compile(
    r"^(?:question (?:for|to)|volume \d|hc \d|session \d|embargo|[\w-]+ (?:special )?report of session"
    r"|(?:oral|urgent|topical|written) questions?$|(?:asked|tabled|moved|proposed|put) by\b|present:|in attendance)"
    r"|\([^()]+\) ?\([^()]{2,20}\)$",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"^(?:The )?(?:Rt Hon|Right Honourable|Sir|Dame|Mr|Mrs|Ms|Dr|Cllr|Lord|Baroness|Hon)\b\.? [^:]*$"
)
_BODY = re.compile(r"\b(?:COUNCIL|COMMITTEE|TRUST|BOARD|AUTHORITY|ASSEMBLY|PARLIAMENT|UNION|DEPARTMENT|MINISTRY)$")
_SALUTATION = re.compile(r"^dear\b.{2,60}$", re.IGNORECASE)
FROM = re.compile(r"^\s*(?:from|published by|publisher|organisation|issued by)\s*:?\s*$", re.IGNORECASE)
_HOUSES = {"house of commons", "house of lords", "hansard"}
_UNFINISHED = re.compile(r"[.:;,]$")
_ENOUGH = 1.5  # of a headline's score: two words that stand alone above a paragraph have it


@dataclass(frozen=True, slots=True)
class Above:
    """The lines of a page as judged, and where its first paragraph begins."""

    lines: Sequence[Line]
    out: Sequence[bool]
    end: int  # index of the first paragraph
    dates: Mapping[int, Dateline]
    labels: frozenset[int]  # lines that only say what the next one is: "Published"

    def text(self, index: int) -> str:
        """The words of a line."""
        return self.lines[index].text

    def salutation(self) -> int | None:
        """The line of a letter that greets whom it is to: "Dear Sir Orme,"."""
        return next((i for i in range(self.end) if _SALUTATION.match(self.text(i))), None)

    def is_meta(self, index: int) -> bool:
        """Whether the line is a dateline or a byline."""
        return index in self.dates or index in self.labels or leading_byline(self.text(index)) is not None


def look_above(lines: Sequence[Line], out: Sequence[bool]) -> Above:
    """The page with its datelines found."""
    end = _first_paragraph(lines, out)
    dates: dict[int, Dateline] = {}
    labels = set()
    for index in range(min(end + 1, len(lines))):
        found = dateline(lines[index].text)
        if found is None or lines[index].block.piece.furniture:
            continue
        before = lines[index - 1].text if index else ""
        if _LABEL_LINE.match(before) or _LATER_LINE.match(before):
            labels.add(index - 1)
            found = replace(found, labelled=bool(_LABEL_LINE.match(before)), later=bool(_LATER_LINE.match(before)))
        dates[index] = found
    return Above(lines, out, end, dates, frozenset(labels))


def _first_paragraph(lines: Sequence[Line], out: Sequence[bool]) -> int:
    """The first line that is no part of the head."""
    for index, line in enumerate(lines):
        if out[index] or line.block.piece.level == 1:
            continue
        if _SPEAKER.match(line.text) and line.sort is Sort.PROSE:
            return index
        asks = not any(each.words for each in lines[:index]) and line.words < 17 and line.text.endswith("?")
        if line.solid and not asks and not _stands_over_byline(lines, index):
            return index
    return len(lines)


def _stands_over_byline(lines: Sequence[Line], index: int) -> bool:
    """Whether what reads like a sentence is a headline or standfirst: short, a byline or date just below."""
    if lines[index].words > 40:
        return False
    below = [line.text for line in lines[index + 1 : index + 7]]
    if any(_LABEL_LINE.match(text) for text in below):
        return True
    below = below[:3]
    return any(leading_byline(text) or (dateline(text) and len(text) < 90) for text in below)


def headline_at(above: Above, title: str | None) -> int | None:
    """The line that is the headline: the one that says `title`, else the one most like a headline."""
    lines = above.lines
    if title:
        wanted = _bare(title)
        for index in range(min(above.end + 3, len(lines))):
            if _bare(above.text(index)) == wanted:
                return index
        for index in range(above.end):  # "Marlbury Mercury: Court date set in pool row" as a page's title
            line = _bare(above.text(index))
            if len(line) > len(wanted) / 2 and f" {line} " in f" {wanted} " and not lines[index].junk:
                return index
    marked = next((i for i, line in enumerate(lines) if line.block.piece.level == 1 and not line.junk), None)
    if marked is not None or title:
        return marked
    scores = {index: _score(above, index) for index in range(above.end)}
    masthead = masthead_at(above)
    if masthead is not None and any(score > _ENOUGH for i, score in scores.items() if i != masthead):
        scores.pop(masthead, None)
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    return best if best is not None and scores[best] > _ENOUGH else None


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'").replace("'", "")).strip().lower()


def _score(above: Above, index: int) -> float:
    """How much a line above the first paragraph is like a headline."""
    line, text = above.lines[index], above.text(index)
    no_headline = bool(
        line.junk
        or above.is_meta(index)
        or furniture().is_label(text)
        or _NO_HEADLINE.search(text)
        or (_ADDRESSEE.match(text) and line.words < 7 and above.salutation() is not None)
        or ADDRESS.match(text)
        or text.startswith(("[", "("))
        or (index and FROM.match(above.text(index - 1)))
    )
    if no_headline or not 2 <= line.words <= 35:
        return 0
    score = 2.0 + min(line.words, 5) / 5 - (2 if line.words > 25 else 0)
    below = next((n for n in (1, 2, 3) if index + n <= above.end < len(above.lines) and above.is_meta(index + n)), None)
    score += {1: 2.0, 2: 1.6, 3: 1.2}.get(below or 0, 0)
    if (
        not index
        or above.lines[index - 1].junk
        or furniture().is_label(above.text(index - 1))
        or above.is_meta(index - 1)
    ):
        score += 0.8
    if line.block.apart:
        score += 0.5
    if _UNFINISHED.search(text):
        score -= 1.5
    if len(menu_pieces(text)) > 2:
        score -= 3  # the path of pages that leads here ends in the headline
    if any(leading_byline(above.text(i)) for i in range(max(0, index - 3), index)):
        score -= 2  # below a byline stands what its author does
    if line.block.piece.kind == "heading":
        score += 2
    score += _by_place(above, index)
    if above.end < len(above.lines) and index == above.end - 1 and _SPEAKER.match(above.text(above.end)):
        score += 3  # in a record of proceedings the subject stands right above the first speaker
    return score - 0.01 * index


def _by_place(above: Above, index: int) -> float:
    """What the words of a line and the lines beside it add or take: names, whose paper it is, a letter's subject."""
    line, text = above.lines[index], above.text(index)
    beside_meta = any(0 <= i <= above.end < len(above.lines) and above.is_meta(i) for i in (index - 1, index + 1))
    house = text.isupper() and not index and _BODY.search(text)
    named = (is_name(text) and beside_meta) or (text.isupper() and line.words <= 3) or house
    subject = index > 0 and above.salutation() == index - 1  # what stands alone below "Dear …"
    return 3.0 * subject - 2.0 * bool(named)


def masthead_at(above: Above) -> int | None:
    """The line that names the site: the page's first, short, with a menu or a label below it before any byline."""
    lines = above.lines
    at = next((i for i, line in enumerate(lines) if not line.junk), 0)
    if not at and above.text(at).lower() in _HOUSES:
        return at
    if at > 1 or lines[at].junk or lines[at].words > 9 or lines[at].block.piece.kind == "heading":
        return None
    for index in range(at + 1, min(above.end, at + 5)):
        if leading_byline(above.text(index)):
            return None
        if (lines[index].junk and lines[index].sort is not Sort.SCRAP) or furniture().is_label(above.text(index)):
            return at
    return at if _comes_back(lines, above.text(at)) else None


def _comes_back(lines: Sequence[Line], text: str) -> bool:
    """Whether the words stand near the page's foot again."""
    name = _bare(site_name(text))
    return bool(name) and len(lines) > 8 and any(name in _bare(line.text) for line in lines[-4:])


def site_name(text: str) -> str:
    """A site's name without the motto behind it."""
    return re.split(r"\s*[:|–—]\s+|\s+-\s+", text.strip())[0].strip()
