"""What people decide about a graph, once and for every build."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Correction", "Decision"]


class Decision(StrEnum):
    """What a person may decide about a graph."""

    SAME = "same"  # two names mean one
    DIFFERENT = "different"  # they do not
    RENAME = "rename"  # another label for an entity
    KIND = "kind"  # another kind of a body or an event
    REJECT = "reject"  # a fact that is not so
    CONFIRM = "confirm"  # a fact that is so
    ADD = "add"  # a fact that was not found, with the words that prove it


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided, once and for every build: one entry of a file of corrections."""

    decision: Decision
    about: tuple[str, ...] = ()  # names of entities or of a fact, as the file has them; the kind of an added fact
    told: tuple[tuple[str, str], ...] = ()  # what else the entry says, by name, in the order of names
    who: str = ""
    why: str = ""
    place: int = 1  # in the file

    def get(self, name: str) -> str | None:
        """What the entry says under a name."""
        return dict(self.told).get(name)
