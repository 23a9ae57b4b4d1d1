"""What asking a voice costs, before and while it is asked."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from graph_builder.extract.voice.prompt import prompt

__all__ = ["Budget", "Price", "most_told", "tokens"]

LETTERS = 4  # characters of English that make a token, as servers count
SAFELY = 3  # the same, where a limit must hold whatever the model's way of counting
TOLD = 5  # tokens of an answer that misses nothing, for each of the document: 5.2 in answers made from marked documents
MOST_TOLD = 16_000  # tokens of an answer: one that goes on is a model that repeats itself


@dataclass(frozen=True, slots=True)
class Price:
    """Money for a million tokens, in whatever currency the settings think in."""

    asked: float
    told: float

    def of(self, asked: int, told: int) -> float:
        """What so many tokens cost."""
        return (asked * self.asked + told * self.told) / 1_000_000


def tokens(text: str, *, safely: bool = False) -> tuple[int, int]:
    """About how many tokens it takes to ask about this text, and how many the answer has."""
    letters = SAFELY if safely else LETTERS
    own = -(-len(text) // letters)
    return own + -(-len(prompt()) // letters), TOLD * own


def most_told(text: str) -> int:
    """The most tokens that an answer about this text is given: more is a model that repeats itself."""
    return min(MOST_TOLD, 2 * tokens(text)[1] + 2_000)


@dataclass(slots=True)
class Budget:
    """How much may be spent in one build; threads share it, and it is never overdrawn."""

    tokens: int | None = None
    money: float | None = None
    price: Price | None = None
    asked: int = 0
    told: int = 0
    _held: list[tuple[int, int]] = field(default_factory=list)
    _free: threading.Condition = field(default_factory=threading.Condition)

    def hold(self, text: str) -> int | None:
        """The most tokens that an answer about this text may have; None where what is left is too little for one.

        Until `spend` or `let_go` gives it back, so much is held as if it were spent; whoever finds too little waits
        for that.
        """
        asked, likely = tokens(text, safely=True)
        with self._free:
            while (most := min(most_told(text), self._left(asked))) < min(likely, most_told(text)):
                if not self._held:
                    return None
                self._free.wait()
            self._held.append((asked, most))
            return most

    def _left(self, asked: int) -> int:
        """How long an answer to a question of that length may be."""
        before = [now + sum(h[i] for h in self._held) for i, now in enumerate((self.asked + asked, self.told))]
        left = [MOST_TOLD]
        if self.tokens is not None:
            left.append(self.tokens - sum(before))
        if self.money is not None and self.price is not None:
            rest = self.money - self.price.of(*before)
            left.append(int(rest * 1_000_000 / self.price.told) if self.price.told else MOST_TOLD if rest >= 0 else 0)
        return min(left)

    def spend(self, text: str, most: int, asked: int | None, told: int | None) -> None:
        """What was held for a text is let go, and what was really spent is counted."""
        estimated, likely = tokens(text)
        with self._free:
            self.asked += estimated if asked is None else asked
            self.told += likely if told is None else told
        self.let_go(text, most)

    def let_go(self, text: str, most: int) -> None:
        """What was held for a text is free again."""
        with self._free:
            self._held.remove((tokens(text, safely=True)[0], most))
            self._free.notify_all()

    @property
    def spent(self) -> float | None:
        """The money that was spent, where there is a price."""
        return None if self.price is None else self.price.of(self.asked, self.told)
