"""Who published it, where no metadata says: the masthead, the byline's last words, the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.read.head import Head
from graph_builder.read.judge import Line

__all__ = ["publisher_of"]

_NAME = r"(?P<name>(?:The )?[A-Z][\w’'&.-]*(?: (?:of|and|for|the|&|[A-Z][\w’'&.-]*)){0,5}?)"
_FOOT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_NAME} Newsletters?$",
        rf"^{_NAME} is (?:published by|part of|an? (?:independent|online|non-profit|not-for-profit|registered|trading name|member of))\b",
        rf"^(?:About|Follow|Contact|Subscribe to|Support) {_NAME}(?:$|\s{{2,}}|\s*\|)",
        rf"(?:©|\(c\)|Copyright)\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?,?\s*{_NAME}(?:[.,|]|$|\s{{2,}})",
    )
)
_GENERIC = re.compile(r"^(?:Us|The|Our|This|All|Parliamentary|Crown|It|We|Contact|Author|Our .*)$", re.IGNORECASE)


def publisher_of(lines: Sequence[Line], out: Sequence[bool], head: Head) -> str | None:
    """The publisher that the page itself names, or None."""
    if head.masthead:
        return head.masthead
    foot = [line.block.text for line, gone in zip(lines, out, strict=True) if gone]
    if head.byline_tail:
        last = head.byline_tail.rsplit(",", 1)[-1].strip()
        if last and any(last in text for text in foot):
            return last
    below = [line.block.text for line in lines[len(lines) // 3 :] if True]
    for pattern in _FOOT:
        for text in reversed(below):
            match = pattern.search(text)
            if match and text in foot and not _GENERIC.match(match["name"]):
                return match["name"]
    return None
