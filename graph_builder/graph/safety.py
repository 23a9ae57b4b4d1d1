"""Words from documents, made safe to show on a terminal."""

from __future__ import annotations

import re

__all__ = ["safe"]

# Control characters could move a terminal's cursor, and these marks turn the reading order of a whole line.
UNSAFE = "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+"


def safe(text: str) -> str:
    """The words on one line, without what could upset a terminal."""
    return re.sub(UNSAFE, " ", text)
