"""One file of a register while it is read: what its things are called in the graph, and what of it cannot be used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import quote

from graph_builder.model import Skipped
from graph_builder.names import fold
from graph_builder.vocabulary import Cue, Entry, cues, words
from graph_builder.vocabulary.people import KnownPerson

__all__ = ["Found", "Source", "names_a_body"]

ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+")
SMALL = frozenset("a an and at by for from in of on the to with".split())
NAMED = 3  # examples given of what is skipped for one reason


@dataclass(slots=True)
class Source:
    """A file, by the name that sets its entries apart from those of others, and the base of the graph to be made."""

    path: Path
    name: str
    base: str
    left: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))  # reason: whom it befell

    def iri(self, kind: str, local: str) -> str:
        """The IRI of an entry; what a graph of the same base calls its own is told apart from what this one will."""
        if local.startswith(f"{self.base}register/"):
            return local
        if local.startswith(self.base):
            return f"{self.base}register/{self.name}/{local.removeprefix(self.base)}"
        if ADDRESS.fullmatch(local):
            return local
        return f"{self.base}register/{self.name}/{kind}/{quote(local, safe='')}"

    def leave(self, reason: str, what: object) -> None:
        """Something of it is not used, which the report says."""
        self.left[reason][str(what)] = None

    def skipped(self) -> Iterator[Skipped]:
        """Each reason once, with how many it befell and the first of them."""
        for reason, whom in sorted(self.left.items()):
            examples = ", ".join([*whom][:NAMED]) + (", …" if len(whom) > NAMED else "")
            yield Skipped(str(self.path), f"{reason}: {len(whom)} ({examples})")


@dataclass(slots=True)
class Found:
    """What one file of a register tells."""

    entries: list[Entry] = field(default_factory=list)
    people: list[KnownPerson] = field(default_factory=list)


@cache
def _common() -> frozenset[str]:
    """Words, folded, that many bodies are called by: "council", "think tank"."""
    told = (*cues("organisation-kind", Cue.HEAD), *cues("organisation-kind", Cue.DESCRIPTION))
    return frozenset(fold(word) for word in told) | words("name-pattern", "body", Cue.WORD) | SMALL


def names_a_body(forms: Iterable[str]) -> tuple[str, ...]:
    """Of the forms those that can be a body's own name: with a capital, and more than what many are called."""
    return tuple(f for f in forms if any(c.isupper() for c in f) and not {*fold(f).split(), fold(f)} <= _common())
