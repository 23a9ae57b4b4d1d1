"""The dates in a plain question: "since March 2024", "in 2023", "between 2021 and 2023"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["DATE", "Period", "period_in"]

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTH = rf"(?:{'|'.join(f'{m}|{m[:3]}' for m in MONTHS)}|sept)"
DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{4}}-\d\d|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH} \d{{4}}"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{MONTH} \d{{4}}|(?:1[89]|20)\d\d)"
)


class Period(NamedTuple):
    """From the first date to the last, each as precise as it was said; nothing where that end is open."""

    since: str
    until: str


def _after(day: str) -> str:
    """The next year, month or day."""
    if len(day) == 4:
        return str(int(day) + 1)
    if len(day) == 7:
        year, month = int(day[:4]), int(day[5:])
        return f"{year + month // 12}-{month % 12 + 1:02}"
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


def _before(day: str) -> str:
    """The year, month or day before."""
    if len(day) == 4:
        return str(int(day) - 1)
    if len(day) == 7:
        year, month = int(day[:4]), int(day[5:])
        return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}"
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


TURNS: tuple[tuple[str, Callable[[str, str], Period]], ...] = (
    (rf"(?:between|from) ({DATE}) (?:and|to|until|till) ({DATE})", Period),
    (rf"(?:since|from) ({DATE})( onwards)?", lambda a, _: Period(a, "")),
    (rf"after ({DATE})()", lambda a, _: Period(_after(a), "")),
    (rf"before ({DATE})()", lambda a, _: Period("", _before(a))),
    (rf"(?:until|till|up to|by) ({DATE})()", lambda a, _: Period("", a)),
    (rf"(?:in|during|on|throughout) ({DATE})()", lambda a, _: Period(a, a)),
)


def period_in(asked: str) -> tuple[str, Period | None]:
    """The question without its dates, and the period that they tell; None where it tells none.

    A day that no calendar has is no date, and stays in the question.
    """
    for turn, meaning in TURNS:
        if found := re.search(rf"(?<!\S){turn}(?!\S)", asked, re.IGNORECASE):
            first, last = (_iso(words) if words and words.strip() != "onwards" else "" for words in found.groups())
            if first is None or last is None:
                return asked, None
            left = f"{asked[: found.start()]}{asked[found.end() :]}"
            return re.sub(r"\s+", " ", left).strip(" ,"), meaning(first, last)
    return asked, None


def _iso(words: str) -> str | None:
    """`2024-03` of "March 2024"; None for a day that there is not."""
    told = words.casefold()
    if re.fullmatch(r"[\d-]+", told):
        year, *rest = told.split("-")
        month, day = [*map(int, rest), 0, 0][:2]
    else:
        year = re.findall(r"\d{4}", told)[0]
        month = next(i for i, m in enumerate(MONTHS, 1) if re.search(rf"\b{m[:3]}", told))
        day = next((int(d) for d in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th|\b)", told)), 0)
    if (len(told) > 4 and not 1 <= month <= 12) or day > (monthrange(int(year), month)[1] if month else 0):
        return None
    return year + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
