"""Dates that a text says, as precise as it says them: `2024`, `2024-06` or `2024-06-20`.

A date without a year, and a relative one, are read against the document's own date; where the document has
none, they stay unread. "Last week" and "recently" are no dates. A season is only its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph_builder.model import Span

__all__ = ["When", "dates_in"]

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split("|"), 1
    )
    for name in names.split()
}
MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|,\d{3}|\s?(?:per cent|%))"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
FORMS = [
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>0\d|1[0-2])-(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"(?<![\d£$€.])(?:{WEEKDAY},?\s+)?{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?"),
    re.compile(rf"\b(?:{WEEKDAY},?\s+)?{MONTH}\s+{DAY}(?!\d)(?:,?\s+{YEAR})?"),
    re.compile(rf"\b{MONTH},?\s+{YEAR}"),
    re.compile(rf"\b(?P<turn>last|next|this|in|since|from|by|until|for|to|of|during|early|late|mid|end of|before|after|and|between)\s+{MONTH}(?:\s+(?P<other>last year|next year|this year))?", re.IGNORECASE),
    re.compile(rf"\b(?P<season>spring|summer|autumn|winter)(?:\s+of)?\s+{YEAR}", re.IGNORECASE),
    re.compile(rf"\b(?P<turn>last|next|this|on|by|until|from|since)?\s*(?P<weekday>{WEEKDAY})\b"),
    re.compile(r"\b(?P<near>today|yesterday|tomorrow|tonight|this morning|this afternoon|this evening|last night)\b", re.IGNORECASE),
    re.compile(r"\b(?P<turn>last|next|this)\s+(?P<unit>month|year)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<turn>in|since|by|until|from|of|during|before|after|early|late|mid|end of|between|and|for|to|the)\s+{YEAR}(?![-/–]\d)\b", re.IGNORECASE),
    re.compile(rf"(?<=[(,–]){YEAR}(?=[),–])"),
]
NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1}


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date that the text says, and where it says it."""

    span: Span
    iso: str
    until: bool = False  # "by", "until": the latest time, not the time
    since: bool = False  # "since", "from": the earliest


def dates_in(text: str, span: Span, published: str | None, *, future: bool = False) -> Iterator[When]:
    """The dates said between the two ends of `span`, in order; `future` says that its verbs look ahead."""
    taken: list[Span] = []
    found: list[When] = []
    for form in FORMS:
        for match in form.finditer(text, span.start, span.end):
            place = Span(*match.span())
            if any(place.meets(other) for other in taken):
                continue
            iso = _read(match, published, future)
            if iso:
                taken.append(place)
                turn = (match.groupdict().get("turn") or text[max(0, place.start - 6) : place.start]).casefold().strip()
                found.append(When(place, iso, turn.endswith(("by", "until")), turn.endswith(("since", "from"))))
    yield from sorted(found)


def _read(match: re.Match[str], published: str | None, future: bool) -> str | None:
    part = {k: v for k, v in match.groupdict().items() if v}
    month = int(part["number"]) if "number" in part else MONTHS.get(part.get("month", "").casefold().rstrip("."))
    turn = part.get("turn", "").casefold()
    if "year" in part:
        return _iso(int(part["year"]), month, int(part["day"]) if "day" in part else None)
    if published is None or len(published) < 7:
        return _year_of(part, published)
    said = date.fromisoformat(published if len(published) == 10 else f"{published}-15")
    if month:
        day = int(part["day"]) if "day" in part else None
        return _nearest(said, month, day, turn, part.get("other", "").casefold(), future)
    if len(published) < 10:
        return _unit(said, turn, part["unit"].casefold()) if part.get("unit", "").casefold() == "year" else None
    if "weekday" in part:
        return _weekday(said, WEEKDAYS.index(part["weekday"].casefold()), turn, future)
    if "near" in part:
        return (said + timedelta(days=NEAR.get(part["near"].casefold(), 0))).isoformat()
    return _unit(said, turn, part["unit"].casefold()) if "unit" in part else None


def _year_of(part: dict[str, str], published: str | None) -> str | None:
    if published and part.get("unit", "").casefold() == "year":
        return str(int(published[:4]) + {"last": -1, "next": 1}.get(part["turn"].casefold(), 0))
    return None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return str(year)
    if day is None:
        return f"{year}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _nearest(said: date, month: int, day: int | None, turn: str, other: str, future: bool) -> str | None:
    """The month, or the day of it, in the year that the text means."""
    shift = {"last year": -1, "next year": 1, "this year": 0}.get(other)
    if shift is not None:
        return _iso(said.year + shift, month, day)
    years = (said.year - 1, said.year, said.year + 1)
    ahead = future or turn in ("next", "by", "until")
    if not ahead and turn != "this":
        fit = [y for y in years if (y, month, day or 1) <= (said.year, said.month, said.day)]
        return _iso(max(fit), month, day)
    fit = [y for y in years if (y, month, day or 31) >= (said.year, said.month, said.day)]
    return _iso(min(fit), month, day)


def _weekday(said: date, weekday: int, turn: str, future: bool) -> str:
    back = (said.weekday() - weekday) % 7
    if turn == "next" or (future and turn != "last") or turn in ("by", "until"):
        return (said + timedelta(days=7 - back if back else (7 if turn == "next" else 0))).isoformat()
    if turn == "last":
        return (said - timedelta(days=back or 7)).isoformat()
    return (said - timedelta(days=back)).isoformat()


def _unit(said: date, turn: str, unit: str) -> str:
    step = {"last": -1, "next": 1}.get(turn, 0)
    if unit == "year":
        return str(said.year + step)
    months = said.year * 12 + said.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"
