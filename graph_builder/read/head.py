"""What a page says of itself above its first paragraph, and where the article begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_builder.read.byline import authors_of, is_name, leading_byline, without_honours
from graph_builder.read.dateline import dateline
from graph_builder.read.furniture import furniture
from graph_builder.read.headline import ADDRESS, FROM, POST, Above, headline_at, look_above, masthead_at, site_name
from graph_builder.read.judge import Line, Sort

__all__ = ["Head", "find_head"]

_MINUTES = re.compile(r"^\W*\d+ min(?:ute)?s?(?: read)?\W*$", re.IGNORECASE)
_MARK = re.compile(
    r"^(?:\[[^\]]+\]|\d{1,2}[.:]\d\d ?[ap]\.?m\.?|(?:oral|urgent|topical|written) questions?|question)$", re.IGNORECASE
)
_HOUSES = {"house of commons", "house of lords", "hansard"}  # labels above a debate, and its publishers


@dataclass(frozen=True, slots=True)
class Byline:
    """The names that a byline gives, the line it stands on, and its words without the date beside them."""

    authors: tuple[str, ...] = ()
    at: int | None = None
    words: str = ""

    @property
    def last(self) -> str:
        """What stands behind the last comma: "The Evening Post"."""
        return self.words.rsplit(",", 1)[1].strip() if "," in self.words else ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines above the first paragraph say, and the index of the first line of the article."""

    start: int
    title: str | None = None
    title_at: int | None = None
    published: str | None = None
    byline: Byline = Byline()
    publisher: str | None = None  # from the masthead, or a line that names it
    skip: frozenset[int] = frozenset()  # lines that are only metadata: headline, dates, labels


def find_head(lines: Sequence[Line], out: Sequence[bool], title: str | None = None) -> Head:
    """The head of a page; `title` is the headline where the file's metadata gives it."""
    above = look_above(lines, out)
    title_at = headline_at(above, title)
    published, date_at = _published(above, title_at)
    byline = _byline(above, title_at)
    start = _start(above, title_at, [at for at in (date_at, byline.at) if at is not None])
    return Head(
        start=start,
        title=_title(above, title_at, title),
        title_at=title_at,
        published=published,
        byline=byline,
        publisher=_named_publisher(above) or _masthead(above, title_at, byline),
        skip=frozenset(i for i in range(start, above.end) if i == title_at or _is_metadata(above, i, byline)),
    )


def _title(above: Above, title_at: int | None, title: str | None) -> str | None:
    """The headline as metadata gives it, or as it is shown where that is the same without the site's name."""
    if title_at is None:
        return title
    shown = above.text(title_at)
    return shown if title is None or shown in title else title


def _published(above: Above, title_at: int | None) -> tuple[str | None, int | None]:
    """The article's own date: beside the headline, no furniture between; a labelled one goes before."""
    best: tuple[bool, int, int] | None = None
    for index, date in above.dates.items():
        if date.later:
            continue
        if title_at is not None and index > title_at:
            distance = index - title_at
        else:
            between = range(index + 1, title_at if title_at is not None else above.end)
            # a day at the top of a page, menus below it, is the day on which the page was seen
            if _menus(above, between) or (above.lines[index].junk and not date.labelled):
                continue
            distance = len(between) + 1
        if best is None or (not date.labelled, distance, index) < best:
            best = not date.labelled, distance, index
    return (above.dates[best[2]].date, best[2]) if best else (None, None)


def _menus(above: Above, between: range) -> bool:
    """Whether menus stand there, and not only labels or a record's marks: "Oral Questions", "[English]"."""
    junk = [above.text(i) for i in between if above.lines[i].junk]
    return any(not furniture().is_label(text) and not _MARK.match(text) for text in junk)


def _byline(above: Above, title_at: int | None) -> Byline:
    """The byline: "By …" below the headline, a name beside the date, a bare name in between."""
    first = title_at + 1 if title_at is not None else 0
    for index in range(first, min(above.end + 1, len(above.lines))):
        words = _byline_words(above, index, title_at)
        if words:
            return Byline(tuple(without_honours(name) for name in authors_of(words)), index, words)
    masthead = masthead_at(above)
    if masthead is not None and title_at is not None and masthead < title_at:
        name = site_name(above.text(masthead))
        if POST.search(above.text(masthead)) and is_name(name):
            return Byline((without_honours(name),))
    return Byline()


def _byline_words(above: Above, index: int, title_at: int | None) -> str | None:
    text = above.text(index)
    if above.lines[index].block.piece.furniture:
        return None
    after_by = leading_byline(text)
    if after_by:
        found = dateline(after_by)
        return found.rest.split(" | ")[0] if found else after_by
    if index in above.dates:
        parts = (re.sub(r"^\s*by\s+", "", part, flags=re.IGNORECASE) for part in above.dates[index].rest.split(" | "))
        return next((part for part in parts if authors_of(part)), None)
    return text if is_name(text) and index < above.end and _beside_meta(above, index, title_at) else None


def _beside_meta(above: Above, index: int, title_at: int | None) -> bool:
    """Whether a bare name stands where bylines do: buttons apart, next to the date or right below the headline."""

    def neighbour(step: int) -> int:
        at = index + step
        while 0 <= at < above.end and above.out[at]:
            at += step
        return at

    before, after = neighbour(-1), neighbour(1)
    return before in above.dates or after in above.dates or before == title_at


def _start(above: Above, title_at: int | None, meta: list[int]) -> int:
    """The first line of the article: the headline or, above it, the date and addressee that belong to it."""
    start = min([above.end if title_at is None else title_at, *meta])
    while start and not above.out[start - 1] and _belongs(above.lines[start - 1], untitled=title_at is None):
        start -= 1
    return start


def _belongs(line: Line, *, untitled: bool) -> bool:
    text = line.text
    return bool(ADDRESS.match(text)) or (untitled and (text.startswith("[") or line.sort is Sort.PROSE))


def _is_metadata(above: Above, index: int, byline: Byline) -> bool:
    """Whether the line says nothing but a date, a label or how long reading takes."""
    text = above.text(index)
    if index in above.dates:
        return index != byline.at
    return index in above.labels or furniture().is_label(text) or bool(_MINUTES.match(text) or FROM.match(text))


def _named_publisher(above: Above) -> str | None:
    """The body below a line that only says "From:" or "Published by"."""
    for index in range(above.end - 1):
        if FROM.match(above.text(index)):
            return re.split(
                r"\s+and\s+(?=The Rt Hon\b|Dr\b|Sir\b|Dame\b)|\s*,\s*(?=The Rt Hon\b)", above.text(index + 1)
            )[0]
    return None


def _masthead(above: Above, title_at: int | None, byline: Byline) -> str | None:
    """The site's name where the first line gives it: "MARLBURY NEWS" becomes "Marlbury News"."""
    at = masthead_at(above)
    if at is None or title_at is None or title_at <= at:
        return None
    line = above.text(at)
    name = site_name(line)
    # a person's own page has an author, not a publisher
    own = POST.search(line) or without_honours(name) in byline.authors
    if dateline(name) or own or (furniture().is_label(name) and name.lower() not in _HOUSES):
        return None
    return " ".join(w if len(w) < 4 else w.title() for w in name.split()) if name.isupper() and " " in name else name
