"""What a document is about where it names somebody: the words near the name that few debates have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph_builder.model import Span
from graph_builder.names import fold
from graph_builder.resolve.wording import SMALL, content

__all__ = ["in_common", "subject"]

REACH = 700  # characters on either side of a name that tell of its bearer
LOOKED_AT = 4  # mentions of a name about which that is read
SHARE = 0.05  # of the words of the shorter account, below which words in common are chance
WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'-]{2,}")


def subject(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words about the first mentions of somebody that are not everybody's, each in its singular."""
    found: set[str] = set()
    read = 0
    for span in sorted(spans, key=lambda s: s.start)[:LOOKED_AT]:
        start, end = max(read, span.start - REACH), min(len(text), span.end + REACH)
        for word in WORD.findall(text[start:end]):
            found |= _rare(word)
        read = max(read, end)
    return frozenset(found)


def in_common(left: frozenset[str], right: frozenset[str], least: int) -> bool:
    """Whether two accounts have enough of such words in common, as a number and as a share."""
    return len(left & right) >= max(least, SHARE * min(len(left), len(right)))


@cache
def _everyday() -> frozenset[str]:
    """The words of several debates: `training/everyday.py` counted them."""
    return frozenset(Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8").split())


def _rare(word: str) -> frozenset[str]:
    return frozenset(w for w in content(fold(word)) - _everyday() - SMALL if len(w) > 2)
