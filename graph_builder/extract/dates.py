"""Dates that a text says, as precise as it says them: `2024`, `2024-06` or `2024-06-20`.

A date without a year, and a relative one, are read against the document's own date; where the document has
none, they stay unread. "Last week" and "recently" are no dates. A season is only its year. A stretch of time
("between 2 and 9 May 2031", "2019-20") is two dates, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph_builder.extract.date_forms import FORMS, MONTHS, SEASONS, WEEKDAYS
from graph_builder.model import Span

__all__ = ["When", "dates_in"]

NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1}
STEPS = {"last": -1, "next": 1, "end of last": -1, "end of next": 1}
YEARS = {"last year": -1, "next year": 1, "this year": 0}
LIMITS = frozenset(["by", "by the", "until", "until the", "till"])
LIKE_A_DATE = re.compile(
    r"\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|day\b|(?i:\b(?:spring|summer|autumn|winter|tomorrow"
    r"|tonight|this (?:morning|afternoon|evening|month|year)|last (?:night|month|year)|next (?:month|year)"
    r"|the (?:month|year))\b)"
)
BEFORE = re.compile(r"(?i)\b(?:by|until|till|since|from)\s+$")
NOT_ONE_DAY = re.compile(r"(?i)\b(?:a (?:week|fortnight) (?:on|last)?|every|each|most|alternate)\s*$")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date that the text says, and where it says it."""

    span: Span
    iso: str
    until: bool = False  # "by", "until": the latest time, not the time
    since: bool = False  # "since", "from": the earliest


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the reader stands: the document's own date, its habit of writing dates, whether the words look ahead."""

    said: date | None
    exact: int  # characters of the document's own date: 4, 7 or 10
    future: bool
    british: bool


def dates_in(
    text: str, span: Span, published: str | None, *, future: bool = False, british: bool = False
) -> Iterator[When]:
    """The dates said between the two ends of `span`, in order; `future` says that its verbs look ahead."""
    if LIKE_A_DATE.search(text, span.start, span.end):
        yield from _dates(text, span, _stand(published, future, british))


@lru_cache(maxsize=2048)  # the rules ask again and again for the same sentences
def _dates(text: str, span: Span, stand: _Stand) -> tuple[When, ...]:
    taken: list[Span] = []
    found: list[When] = []
    for form in FORMS:
        for match in form.finditer(text, span.start, span.end):
            place = Span(*match.span())
            if any(place.meets(other) for other in taken):
                continue
            taken.append(place)
            turn = _turn(match)
            iso = _read(match, turn, stand)
            if iso:
                found.append(When(place, iso, turn in LIMITS, turn in ("since", "from")))
    return tuple(sorted(found))


def _turn(match: re.Match[str]) -> str:
    """The words that lead to the date, in lower case: "by", "last", "until the"."""
    inside = match.groupdict().get("turn")
    before = BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    return (inside or (before[0] if before else "")).casefold().strip()


def _stand(published: str | None, future: bool, british: bool) -> _Stand:
    if not published:
        return _Stand(None, 0, future, british)
    whole = {4: f"{published}-07-01", 7: f"{published}-15"}.get(len(published), published)
    return _Stand(date.fromisoformat(whole), len(published), future, british)


def _read(match: re.Match[str], turn: str, stand: _Stand) -> str | None:  # noqa: PLR0911 - one line for each form
    part = {k: v for k, v in match.groupdict().items() if v} | {"turn": turn}
    if "later" in part:
        return _span_of_years(match, part)
    if "first" in part:
        return _in_figures(part, stand)
    if "year" in part:
        return _with_year(part)
    if stand.said is None:
        return None
    if part.get("unit", "").casefold() == "year":
        return str(stand.said.year + STEPS.get(part["turn"], 0))
    if stand.exact < 7:
        return None
    if "month" in part:
        return _nearest(part, stand, stand.said)
    if "season" in part:
        return _season(part, stand, stand.said)
    return _relative(match, part, stand, stand.said) if stand.exact == 10 else None


def _relative(match: re.Match[str], part: dict[str, str], stand: _Stand, said: date) -> str | None:
    """A day or month counted from the document's own day."""
    if "near" in part:
        return (said + timedelta(days=NEAR.get(part["near"].casefold(), 0))).isoformat()
    if "unit" in part:
        months = said.year * 12 + said.month - 1 + STEPS.get(part["turn"], 0)
        return f"{months // 12}-{months % 12 + 1:02}"
    before, after = match.string[max(0, match.start() - 14) : match.start("weekday")], match.string[match.end() :]
    if NOT_ONE_DAY.search(before) or after[:5] == " week":
        return None
    return _weekday(said, WEEKDAYS.index(part["weekday"].casefold()), part["turn"], stand.future)


def _month(words: str) -> int:
    return MONTHS[words.casefold().rstrip(".")]


def _with_year(part: dict[str, str]) -> str | None:
    month = int(part["number"]) if "number" in part else _month(part["month"]) if "month" in part else None
    year = int(part["year"])
    if month and "next" in part and month > _month(part["next"]):
        year -= 1  # "between November and January 2025"
    return _iso(year, month, int(part["day"]) if "day" in part else None)


def _span_of_years(match: re.Match[str], part: dict[str, str]) -> str | None:
    opening = int(part.get("opening") or match.string[match.start() - 5 : match.start() - 1])
    later = opening // 100 * 100 + int(part["later"])
    if not opening < later <= opening + 10:
        return None
    return str(opening if "opening" in part else later)


def _in_figures(part: dict[str, str], stand: _Stand) -> str | None:
    """Only where one order is possible, or where the document writes the British way: "04/11/2024"."""
    first, second, year = int(part["first"]), int(part["second"]), int(part["year"])
    if first > 12 or first == second or stand.british:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return str(year)
    if day is None:
        return f"{year}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _nearest(part: dict[str, str], stand: _Stand, said: date) -> str | None:
    """The month, or the day of it, in the year that the text means."""
    month, turn = _month(part["month"]), part["turn"]
    day = int(part["day"]) if "day" in part else None
    shift = YEARS.get(part.get("other", "").casefold())
    if shift is not None:
        return _iso(said.year + shift, month, day)
    years = (said.year - 1, said.year, said.year + 1)
    now = (said.year, said.month, said.day)
    ahead = turn in ("next", "this coming", *LIMITS) or (stand.future and turn != "last")
    if ahead or turn == "this":
        return _iso(min(y for y in years if (y, month, day or 31) >= now), month, day)
    return _iso(max(y for y in years if (y, month, day or 1) <= now), month, day)


def _season(part: dict[str, str], stand: _Stand, said: date) -> str | None:
    """The year of a season; None where "last" or "next" may be either of two."""
    turn = part["turn"]
    first, last = SEASONS[part["season"].casefold()]
    if turn == "this":
        return str(said.year)
    if turn == "last":
        return str(said.year - 1) if said.month < first else None
    if turn == "next":
        return str(said.year + 1) if said.month > last else None
    if stand.future or turn in LIMITS:
        return str(said.year + (said.month > last))
    return str(said.year - (said.month < first))


def _weekday(said: date, weekday: int, turn: str, future: bool) -> str:
    back = (said.weekday() - weekday) % 7
    if turn == "next" or (future and turn != "last") or turn in LIMITS:
        return (said + timedelta(days=7 - back if back else (7 if turn == "next" else 0))).isoformat()
    if turn == "last":
        return (said - timedelta(days=back or 7)).isoformat()
    return (said - timedelta(days=back)).isoformat()
