"""Who published it, where no metadata says: the masthead, the byline's last words, the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.read.head import Head
from graph_builder.read.judge import Line, menu_pieces

__all__ = ["committee_of", "publisher_of"]

_NAME = r"(?P<name>(?:The )?[A-Z][\w’'&.-]*(?: (?:of|and|for|the|&|[A-Z][\w’'&.-]*)){0,5}?)"
_FOOT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_NAME} Newsletters?$",
        rf"^{_NAME} is (?:published by|part of|an? (?:independent|online|non-profit|not-for-profit|registered))\b",
        rf"^(?:About|Follow|Contact|Subscribe to|Support) {_NAME}(?:$|\s{{2,}}|\s*\|)",
        rf"(?:©|\(c\)|Copyright)\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?,?\s*{_NAME}(?:[.,|]|$|\s{{2,}})",
    )
)
_COMMITTEE = re.compile(r"^(?:[A-Z][\w’'-]*,? |and |of |for |on |the )+Committee$")
_LONGEST = 400  # characters of an imprint that are searched
_GENERIC = re.compile(r"^(?:Us|The|Our|This|All|Parliamentary|Crown|It|We|Contact|Author|Our .*)$", re.IGNORECASE)


def publisher_of(lines: Sequence[Line], out: Sequence[bool], head: Head) -> str | None:
    """The publisher that the page itself names, or None."""
    if head.publisher:
        return head.publisher
    foot = [line.text[:_LONGEST] for line, gone in zip(lines, out, strict=True) if gone]
    last = head.byline.last
    if last and any(last in text for text in foot):
        return last
    below = [line.text[:_LONGEST] for line in lines[len(lines) // 3 :]]
    for pattern in _FOOT:
        for text in reversed(below):
            match = pattern.search(text)
            if match and text in foot and not _GENERIC.match(match["name"]):
                return match["name"]
    return None


def committee_of(lines: Sequence[Line], head: Head) -> tuple[str, ...]:
    """The committee that a report is by: named alone, or last in the path of pages, above the report's title."""
    above = lines[: head.title_at if head.title_at is not None else head.start]
    for line in reversed(above):
        for part in reversed([line.text, *menu_pieces(line.text)]):
            if _COMMITTEE.match(part):
                return (part,)
    return ()
