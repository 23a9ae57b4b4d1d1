"""What of an answer is not taken, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Refused", "Unproven"]


class Unproven(ValueError):
    """An item of an answer that the document does not bear out; the message says in what."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that was not taken: of which document and section, what it said, and why not."""

    source: str
    section: str
    says: str
    reason: str
