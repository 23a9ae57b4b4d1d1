"""Text that carries its annotation in itself, and the reading of it.

A mark is `⟦key|words⟧` and may hold other marks. Keys: `N:PER`, `N:ORG/charity` for names (with the kind of an
organisation), `S4`, `Q4`, `C4` for source, cue and content of attribution 4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from graph_builder.extract.tagging.tags import Attributed, Named, Stood
from graph_builder.model import Span

__all__ = ["Annotated", "capital", "house_style", "mark", "read_marks"]

_PARTS = {"S": "source", "Q": "cue", "C": "content"}
_FIRST_LETTER = re.compile(r"((?:⟦[^|]*\|)*[^\w⟦|]*)(\w)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with the names in it, who says what and where a stand is taken; `None` where nobody has marked that."""

    text: str
    names: tuple[Named, ...] | None
    attributions: tuple[Attributed, ...] | None
    stances: tuple[Stood, ...] | None = None


def mark(key: str, words: str) -> str:
    """The words, marked."""
    return f"⟦{key}|{words}⟧"


def capital(marked: str) -> str:
    """The same with its first letter a capital."""
    found = _FIRST_LETTER.match(marked)
    if found is None:
        return marked
    return marked[: found.start(2)] + found[2].upper() + marked[found.end(2) :]


@dataclass(slots=True)
class _Reading:
    plain: list[str] = field(default_factory=list)
    at: int = 0
    open: list[tuple[str, int]] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    parts: dict[str, dict[str, list[Span]]] = field(default_factory=dict)

    def add(self, words: str) -> None:
        self.plain.append(words)
        self.at += len(words)

    def close(self) -> None:
        key, start = self.open.pop()
        span = Span(start, self.at)
        if key.startswith("N:"):
            label, _, kind = key[2:].partition("/")
            self.names.append(Named(span, label, kind or None))
        else:
            parts = self.parts.setdefault(key[1:], {"source": [], "cue": [], "content": []})
            parts[_PARTS[key[0]]].append(span)


def read_marks(marked: str) -> Annotated:
    """The plain text and its annotation; raises ValueError where marks do not close."""
    reading = _Reading()
    for bit in re.split(r"(⟦[^|]*\||⟧)", marked):
        if bit.startswith("⟦"):
            reading.open.append((bit[1:-1], reading.at))
        elif bit == "⟧":
            reading.close()
        else:
            reading.add(bit)
    if reading.open:
        raise ValueError(f"a mark is not closed: {reading.open[-1]}")
    attributions = tuple(
        Attributed(tuple(sorted(p["source"])), tuple(sorted(p["cue"])), tuple(sorted(p["content"])))
        for p in reading.parts.values()
    )
    return Annotated("".join(reading.plain), tuple(sorted(reading.names, key=lambda n: n.span)), attributions)


def house_style(rng: Random, marked: str) -> str:
    """The text with its quotation marks and apostrophes in one house's style."""
    style = rng.choices(["curly", "straight", "british", "british straight", "doubled"], [32, 27, 24, 14, 3])[0]
    outer_open, outer_close, inner_open, inner_close = {
        "curly": ("“", "”", "‘", "’"),
        "straight": ('"', '"', "'", "'"),
        "british": ("‘", "’", "“", "”"),
        "british straight": ("'", "'", '"', '"'),
        "doubled": ("''", "''", "'", "'"),
    }[style]
    if "straight" in style or style == "doubled":
        marked = marked.replace("’", "'")
    table = {"“": outer_open, "”": outer_close, "‹": inner_open, "›": inner_close}
    marked = re.sub("[“”‹›]", lambda m: table[m[0]], marked)
    if rng.random() < 0.15:
        marked = marked.replace(" – ", " - ")
    return marked
