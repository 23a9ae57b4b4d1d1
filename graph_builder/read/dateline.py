"""The day a document says it was published, as an ISO date: from its own dateline, as precise as the words and no more.

A day written in figures that could be read both the British and the American way is not taken.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

__all__ = ["Dateline", "dateline", "iso_date"]

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_DAY}\.?(?: day)?(?: of)?[ -]{_MONTH}\b\.?,?[ -]{_YEAR}\b",
        rf"\b{_MONTH}\b\.? {_DAY},? {_YEAR}\b",
        rf"\b(?P<day>[0-3]?\d)[/.](?P<month>[01]?\d)[/.]{_YEAR}\b",
        rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )\b{_MONTH}\b\.?,? {_YEAR}\b",
    )
)
_FIGURES = 3  # the pattern in which day and month may be confused
_AROUND = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: ?(?:gmt|bst|utc)\b)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b(?:gmt|bst|utc)\b"
    r"|\b\d+[ -]min(?:ute)?s?(?: read)?\b|\breading time\b|\bread time\b"
    r"|\b(?:(?:date )?(?:first )?(?:published|posted|issued|released)(?: date)?|(?:release|publication) date"
    r"|date of publication|dated?|created|(?:press|news) release|for (?:immediate )?release|immediate release"
    r"|(?:strictly )?embargo(?:ed)?(?: until)?|not for publication before|until|(?:last )?(?:updated|modified)"
    r"|first|sent|on|at|in|the|by)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:published|posted|issued|released?|release date|publication date|embargo(?:ed)?|date|dated|sent)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:updated|last updated|modified|last modified|last reviewed|reviewed|next review|expires|closes|closing)\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"\b(?:printed|tabled|agreed|laid)\b.*\b(?:published|issued|answered)\b", re.IGNORECASE)
_PLAINLY = re.compile(r"(?:^|[.|·•–—]\s)\W*(?:first )?(?:published|posted|issued)(?: on)?:?\s$", re.IGNORECASE)
_LONGEST = 160  # characters of a line that may be a dateline
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date that a line gives, how it is marked, and the words of the line that are not about the date."""

    date: str
    labelled: bool  # "Published on …"
    later: bool  # "Updated …": not the day of publication
    rest: str


def iso_date(text: str) -> str | None:
    """The first date in the text as YYYY-MM-DD or YYYY-MM, or None."""
    found = _first(text)
    return found[0] if found else None


def dateline(line: str) -> Dateline | None:
    """What the line says as a dateline, or None where it holds no date or is plainly a sentence around one.

    "Friday 9 May 2031 | Jo Bloggs, Officer" is one, "She resigned on 3 May 2024." is not.
    """
    found = _first(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    date, start, end = found
    before, after = line[:start], line[end:]
    labelled = bool(_LABEL.search(before))
    later = bool(_LATER.search(before)) and not labelled
    # "Published 3 May 2024 · Updated 4 May 2024": of two dates the one of publication counts, in either order
    again = _first(after)
    if again:
        printed = _PRINTED.search(f"{before} {after[: again[1]]}")
        if printed or (later and _LABEL.search(after[: again[1]])):
            date, labelled, later = again[0], True, False
        after = after[: again[1]] + after[again[2] :]
    rest = _AROUND.sub(" ", f"{before} | {after}")
    rest = re.sub(r"\s*[|·•–—,;:/()\[\]-]?\s*[|·•]\s*", " | ", f" {rest} ").strip(" |·•–—,;:/()[]-.")
    plainly = _PLAINLY.search(before) is not None
    if not plainly and re.search(r"[.!?][\"”’']?\s*$", line) and len(_WORD.findall(rest)) > 3:
        return None
    return Dateline(date, labelled, later, rest) if len(_WORD.findall(rest)) <= 12 else None


def _first(text: str) -> tuple[str, int, int] | None:
    """The first date with its place; of two patterns at one place, the more precise."""
    best: tuple[str, int, int] | None = None
    for index, pattern in enumerate(_DATES):
        for match in pattern.finditer(text):
            date = _iso(match, figures=index == _FIGURES)
            if (
                date
                and (best is None or match.start() < best[1])
                and not (best and best[1] < match.end() and match.start() < best[2])
            ):
                best = date, match.start(), match.end()
                break
    return best


def _iso(match: re.Match[str], *, figures: bool) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    word = parts["month"].lower()
    month = int(word) if word.isdigit() else next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(word[:3]))
    if not 1 <= month <= 12:
        return None
    if not parts.get("day"):
        return f"{year}-{month:02}"
    day = int(parts["day"])
    if not 1 <= day <= monthrange(year, month)[1] or (figures and day <= 12 and day != month):
        return None
    return f"{year}-{month:02}-{day:02}"
