"""Codes and dates, said in plain words."""

from __future__ import annotations

import re

__all__ = [
    "coded",
    "date_words",
    "event_words",
    "joined",
    "participation_words",
    "role_words",
    "span_words",
    "stance_tone",
    "stance_words",
]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

_STANCES = {
    "supports": ("supports", "for"),
    "opposes": ("opposes", "against"),
    "calls-for": ("calls for", "for"),
    "commits-to": ("commits to", "for"),
    # Who warns of a risk or asks about a plan has not yet spoken for or against it.
    "warns-of": ("warns of", "plain"),
    "questions": ("questions", "plain"),
}

_PARTICIPATION = {
    "organiser": "organised",
    "chair": "chaired",
    "member": "sat on",
    "author": "wrote",
    "signatory": "signed",
    "addressee": "was addressed in",
    "speaker": "spoke at",
    "asker": "asked in",
    "answerer": "answered in",
    "appointee": "was appointed in",
    "appointer": "appointed someone in",
    "founder": "founded",
    "publisher": "published",
    "sponsor": "sponsored",
    "subject": "was the subject of",
    "voter": "voted in",
    "participant": "took part in",
}
# What someone did in an event depends on what it was: a letter is sent to someone, a review is led.
_PARTICIPATION_IN = {
    ("addressee", "letter"): "was sent",
    ("chair", "review"): "led",
    ("member", "review"): "worked on",
    ("author", "speech"): "gave",
    ("speaker", "speech"): "gave",
    ("asker", "parliamentary-question"): "asked",
    ("answerer", "parliamentary-question"): "answered",
    ("subject", "resignation"): "resigned in",
    ("sponsor", "funding"): "paid for",
    ("organiser", "launch"): "launched",
    ("organiser", "funding"): "gave",
}

# Words of office that do not take "of": adviser to, spokeswoman for, teacher at.
_PREPOSITIONS = {
    "adviser": "to",
    "advisor": "to",
    "ambassador": "for",
    "candidate": "for",
    "lecturer": "at",
    "minister": "at",
    "professor": "at",
    "researcher": "at",
    "spokesman": "for",
    "spokesperson": "for",
    "spokeswoman": "for",
    "teacher": "at",
    "worker": "at",
}
# Kinds of event that take more than the day they began on.
_LASTING = frozenset({"campaign", "court-case", "funding", "incident", "legislation", "other", "protest", "review"})
# Bodies that one sits in rather than works at.
_HOUSES = ("legislature", "government", "parliamentary-group")


def coded(code: str) -> str:
    """A code as words: `government-department` is "government department". An IRI counts by its last part."""
    return re.split(r"[/#]", code)[-1].replace("-", " ")


def date_words(iso: str) -> str:
    """A date as a person writes it: "20 June 2024", "June 2024", "2024"; what is no date stays as it is."""
    match = _ISO.fullmatch(iso)
    if not match or not 1 <= int(match[2] or 1) <= len(_MONTHS):
        return iso
    month = _MONTHS[int(match[2]) - 1] if match[2] else ""
    day = str(int(match[3])) if match[3] else ""
    return " ".join(part for part in (day, month, match[1]) if part)


def span_words(start: str, end: str) -> str:
    """A time as words; an end that nobody gave is left open, never said to be "now"."""
    if start and end and start != end:
        return f"{date_words(start)} to {date_words(end)}"
    if start and end:
        return date_words(start)
    if start:
        return f"from {date_words(start)}"
    return f"until {date_words(end)}" if end else ""


def event_words(kind: str, start: str, end: str) -> str:
    """When an event was: a letter has one date, a review of which only the beginning is known lasts from then."""
    return date_words(start) if start and not end and kind not in _LASTING else span_words(start, end)


def role_words(role: str, status: str, area: str, body: str) -> str:
    """How a post reads before the name of a body of the kind `body`: "chief executive of", "former adviser to".

    Without a body (`body` empty) it reads alone: "former teacher".
    """
    words = {"former": "former ", "future": "next "}.get(status, "") + role + (f" for {area}" if area else "")
    plain = role.lower()
    if not body:
        return words
    if body == "political-party" or plain == "member":
        return words + " of"
    if " of " in plain or " for " in plain or area:
        return words + (" in" if body in _HOUSES else " at")
    return f"{words} {_PREPOSITIONS.get(plain.split()[-1] if plain else '', 'of')}"


def participation_words(role: str, event_kind: str) -> str:
    """What someone did in an event: "signed", "was sent", "took part in"."""
    default = _PARTICIPATION.get(role, "took part in")
    return _PARTICIPATION_IN.get((role, event_kind), default)


def stance_words(stance: str) -> str:
    """A stance as a verb: "calls for"."""
    return _STANCES.get(stance, (coded(stance), ""))[0]


def stance_tone(stance: str) -> str:
    """Whether a stance leans `for` or `against`, or is `plain`."""
    return _STANCES.get(stance, ("", "plain"))[1]


def joined(parts: list[str]) -> str:
    """A list in a sentence: "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
