"""What stands above the first paragraph: headline, byline, dateline, masthead; and where the article begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_builder.read.byline import authors_of, is_name, leading_byline, without_honours
from graph_builder.read.dateline import Dateline, dateline
from graph_builder.read.furniture import furniture
from graph_builder.read.judge import Line, Sort

__all__ = ["Head", "find_head"]

_SPEAKER = re.compile(r"^(?:\d+\.\s*)?(?:[A-Z][\w’'.-]*\s?){1,8}(?:\([^)]*\)\s*)*:\s")
_POST = re.compile(r"\b(?:MP|MSP|MS|MLA|Member of (?:the (?:Scottish |UK )?)?Parliament|Councillor|Cllr|Mayor|Baroness|Lord)\b")
_ADDRESS = re.compile(r"^(?:to|copy to|cc|dear|from|for the attention of|subject|re)\b:?\s", re.IGNORECASE)
_MINUTES = re.compile(r"^\W*\d+ min(?:ute)?s?(?: read)?\W*$", re.IGNORECASE)
_HOUSES = {"house of commons", "house of lords", "hansard"}  # labels above a debate, and its publishers
_ENOUGH = 1.5  # of a headline's score: two words that stand alone above a paragraph have it
_GENERIC_END = re.compile(r"[.:;,]$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines above the first paragraph say, and the index of the first line of the article."""

    start: int
    title: str | None = None
    title_at: int | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    byline_tail: str | None = None  # what follows the name: "Transport Editor, The Evening Post"
    masthead: str | None = None
    skip: frozenset[int] = frozenset()  # lines that are only metadata: headline, dates, labels


def find_head(lines: Sequence[Line], out: Sequence[bool], title: str | None = None) -> Head:
    """The head of a page; `title` is the headline where the file's metadata gives it."""
    end = _first_paragraph(lines, out)
    dates = {i: d for i in range(min(end + 1, len(lines))) if (d := dateline(lines[i].block.text)) and not _is_menu_only(lines[i])}
    bylines = {i for i in range(end) if leading_byline(lines[i].block.text)}
    title_at = _given_title(lines, end, title) if title else _headline(lines, end, set(dates) | bylines)
    if title_at is None and title:
        title_at = _headline(lines, end, set(dates) | bylines)
    published, date_at = _published(lines, out, dates, title_at, end)
    author_at, authors, tail = _authors(lines, out, dates, title_at, end)
    start = _start(lines, out, title_at, {i for i in (date_at, author_at) if i is not None}, end)
    skip = {i for i in range(start, end) if i == title_at or _is_metadata(lines[i], i, dates)}
    return Head(
        start=start,
        title=title or (lines[title_at].block.text if title_at is not None else None),
        title_at=title_at,
        published=published,
        authors=authors,
        byline_tail=tail,
        masthead=_masthead(lines, title_at, end),
        skip=frozenset(skip),
    )


def _first_paragraph(lines: Sequence[Line], out: Sequence[bool]) -> int:
    """The first line that is no part of the head."""
    for index, line in enumerate(lines):
        if out[index] or line.block.piece.level == 1:
            continue
        if _SPEAKER.match(line.block.text) and line.sort is Sort.PROSE:
            return index
        if line.solid and not _stands_over_byline(lines, index):
            return index
    return len(lines)


def _stands_over_byline(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that reads like a sentence is a headline or standfirst: short, with a byline or date just below."""
    if lines[index].words > 40:
        return False
    below = [line.block.text for line in lines[index + 1 : index + 4]]
    return any((leading_byline(text) or (dateline(text) and len(text) < 90)) for text in below)


def _is_menu_only(line: Line) -> bool:
    return line.sort in {Sort.MENU, Sort.MARKED} and line.block.piece.furniture


def _given_title(lines: Sequence[Line], end: int, title: str) -> int | None:
    wanted = _bare(title)
    return next((i for i in range(min(end + 3, len(lines))) if _bare(lines[i].block.text) == wanted), None)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'").replace("'", "")).strip().lower()


def _headline(lines: Sequence[Line], end: int, meta: set[int]) -> int | None:
    """The line above the first paragraph that is most like a headline."""
    if any(lines[i].block.piece.level == 1 and not lines[i].junk for i in range(len(lines))):
        return next(i for i in range(len(lines)) if lines[i].block.piece.level == 1 and not lines[i].junk)
    scores = {index: _headline_score(lines, index, end, meta) for index in range(end)}
    if _is_masthead(lines, end) and any(score > _ENOUGH for index, score in scores.items() if index != _first_words(lines)):
        del scores[_first_words(lines)]
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    return best if best is not None and scores[best] > _ENOUGH else None


def _headline_score(lines: Sequence[Line], index: int, end: int, meta: set[int]) -> float:
    line = lines[index]
    text = line.block.text
    if line.junk or index in meta or furniture().is_label(text) or _ADDRESS.match(text) or text.startswith(("[", "(")):
        return 0
    if line.words < 2 or line.words > 35:
        return 0
    score = 2.0 + min(line.words, 6) / 4 - (2 if line.words > 25 else 0)
    if any(i in meta for i in range(index + 1, index + 4)):
        score += 1.5
    if index and (lines[index - 1].junk or furniture().is_label(lines[index - 1].block.text) or index - 1 in meta):
        score += 0.5
    if _GENERIC_END.search(text):
        score -= 1.5
    if line.block.piece.kind == "heading":
        score += 2
    if is_name(text) or (text.isupper() and line.words <= 3):
        score -= 2
    if end < len(lines) and _SPEAKER.match(lines[end].block.text) and index == end - 1:
        score += 3  # in a record of proceedings the subject stands right above the first speaker
    return score - 0.01 * index


def _first_words(lines: Sequence[Line]) -> int:
    """The first line that is no furniture."""
    return next((i for i, line in enumerate(lines) if not line.junk), 0)


def _is_masthead(lines: Sequence[Line], end: int) -> bool:
    """Whether the first line names the site: short, with a menu or a label below it before any byline."""
    at = _first_words(lines)
    first = lines[at]
    if at > 1 or first.junk or first.words > 9 or first.block.piece.kind == "heading":
        return False
    for line in lines[at + 1 : min(end, at + 5)]:
        if leading_byline(line.block.text):
            return False
        if line.junk or furniture().is_label(line.block.text):
            return True
    return _recurs(lines, first.block.text)


def _recurs(lines: Sequence[Line], text: str) -> bool:
    """Whether the words come back near the page's foot."""
    name = _bare(_site_name(text))
    return bool(name) and any(name in _bare(line.block.text) for line in lines[-4:]) and len(lines) > 8


def _site_name(text: str) -> str:
    return re.split(r"\s*[:|–—]\s+|\s+-\s+", text.strip())[0].strip()


def _masthead(lines: Sequence[Line], title_at: int | None, end: int) -> str | None:
    """The site's name where the first line gives it: "LEDDON NEWS" becomes "Leddon News"."""
    at = _first_words(lines)
    if title_at is None or title_at <= at or not _is_masthead(lines, end):
        return None
    line = lines[at].block.text
    name = _site_name(line)
    if dateline(name) or _POST.search(line) or (furniture().is_label(name) and name.lower() not in _HOUSES):
        return None
    return " ".join(w if len(w) < 4 else w.title() for w in name.split()) if name.isupper() and " " in name else name


def _published(
    lines: Sequence[Line], out: Sequence[bool], dates: dict[int, Dateline], title_at: int | None, end: int
) -> tuple[str | None, int | None]:
    """The article's own date: beside the headline, with no furniture between; a labelled one goes before."""
    near: list[tuple[int, int, str]] = []
    for index, date in dates.items():
        if date.later:
            continue
        if title_at is not None and index > title_at:
            distance = index - title_at
        else:
            between = range(index + 1, title_at if title_at is not None else end)
            # a day at the top of a page, menus below it, is the day on which the page was seen
            if any(lines[i].junk for i in between) or (lines[index].junk and not date.labelled):
                continue
            distance = len(between) + 1
        near.append((0 if date.labelled else 1, distance, f"{index:04}{date.date}"))
    if not near:
        return None, None
    best = min(near)[2]
    return best[4:], int(best[:4])


def _authors(
    lines: Sequence[Line], out: Sequence[bool], dates: dict[int, Dateline], title_at: int | None, end: int
) -> tuple[int | None, tuple[str, ...], str | None]:
    """The names in the byline, where it stands, and what follows them."""
    first = title_at + 1 if title_at is not None else 0
    for index in range(first, min(end + 1, len(lines))):
        text = lines[index].block.text
        rest = leading_byline(text)
        if rest is None and index in dates:
            rest = next((part for part in dates[index].rest.split(" | ") if authors_of(_unby(part))), None)
            rest = _unby(rest) if rest else None
        if rest is None and is_name(text) and _beside_meta(lines, dates, index, title_at):
            rest = text
        if rest:
            names = authors_of(rest)
            tail = rest.split(",", 1)[1].strip() if "," in rest else None
            return index, tuple(without_honours(name) for name in names), tail
    masthead = lines[_first_words(lines)].block.text if lines and title_at else ""
    if _POST.search(masthead) and is_name(_site_name(masthead)):
        return None, (without_honours(_site_name(masthead)),), None
    return None, (), None


def _unby(text: str) -> str:
    return re.sub(r"^\s*by\s+", "", text, flags=re.IGNORECASE)


def _beside_meta(lines: Sequence[Line], dates: dict[int, Dateline], index: int, title_at: int | None) -> bool:
    """Whether a bare name stands where bylines stand: next to the date, or right below the headline."""
    return index - 1 in dates or index + 1 in dates or index - 1 == title_at


def _start(lines: Sequence[Line], out: Sequence[bool], title_at: int | None, meta: set[int], end: int) -> int:
    """The first line of the article: the headline or, above it, the date and addressee that belong to it."""
    start = end if title_at is None else title_at
    for index in sorted(meta):
        start = min(start, index)
    while start and not out[start - 1] and _belongs(lines[start - 1], title_at is None):
        start -= 1
    return start


def _belongs(line: Line, untitled: bool) -> bool:
    text = line.block.text
    return bool(_ADDRESS.match(text)) or (untitled and text.startswith("[")) or (untitled and line.sort is Sort.PROSE)


def _is_metadata(line: Line, index: int, dates: dict[int, Dateline]) -> bool:
    """Whether the line says nothing but a date or a label."""
    if index in dates:
        return not dates[index].rest
    return furniture().is_label(line.block.text) or bool(_MINUTES.match(line.block.text))
