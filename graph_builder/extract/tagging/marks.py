"""Where a paragraph's quotation marks open and close, in every house style.

Double marks, curly or straight, doubled single marks, and British single marks, which are told from apostrophes by
what stands beside them. A quotation that a later paragraph goes on with has no closing mark: it runs to the end.
"""

from __future__ import annotations

import re

from graph_builder.model import Span

__all__ = ["quotations"]

_DOUBLE = {"“": '”"', "„": "”“", "‟": "”", '"': '"”', "«": "»"}
_BEFORE = re.compile(r"[\s(\[—–\-:/]")
_ELISION = re.compile(r"['’](?:\d|em\b|tis\b|til\b|twas\b|cause\b|n\b)", re.IGNORECASE)


def quotations(paragraph: str) -> list[Span]:
    """The outermost quotations of a paragraph, marks included, from left to right."""
    found: list[Span] = []
    at = 0
    while at < len(paragraph):
        end = _closed(paragraph, at)
        if end is None:
            at += 1
            continue
        found.append(Span(at, end))
        at = end
    return found


def _closed(paragraph: str, at: int) -> int | None:
    """The end of the quotation that opens here; nothing where none does."""
    mark = paragraph[at]
    if mark in _DOUBLE:
        closing = re.compile(f"[{_DOUBLE[mark]}]").search(paragraph, at + 1)
        return closing.end() if closing else len(paragraph)
    if paragraph.startswith("''", at):
        closing_at = paragraph.find("''", at + 2)
        return len(paragraph) if closing_at < 0 else closing_at + 2
    return _closed_single(paragraph, at) if mark in "'‘" and _opens(paragraph, at) else None


def _opens(paragraph: str, at: int) -> bool:
    """Whether a single mark opens a quotation here, and is no apostrophe."""
    if at + 1 >= len(paragraph) or paragraph[at + 1].isspace() or (at and not _BEFORE.match(paragraph[at - 1])):
        return False
    return paragraph[at] == "‘" or _ELISION.match(paragraph, at) is None


def _closed_single(paragraph: str, at: int) -> int | None:
    """The end of a single-marked quotation: the first mark that can't be a possessive's, else the first at all."""
    closing = "’" if paragraph[at] == "‘" else "'"
    weak: int | None = None
    for here in range(at + 1, len(paragraph)):
        if here > at + 1 and paragraph[here] in "'‘" and _opens(paragraph, here) and weak is not None:
            return weak
        if paragraph[here] != closing or paragraph[here - 1].isspace() or paragraph[here + 1 : here + 2].isalnum():
            continue
        after = paragraph[here + 1 : here + 2]
        if paragraph[here - 1] in ",.!?…;:" or after == "" or after in ",.;:!?)—" or paragraph[here - 1] not in "sS":
            return here + 1
        weak = weak or here + 1
    return weak if weak or at else len(paragraph)
