"""What a fact's confidence is worth: how often its rule was right on documents marked by hand.

`trust.json` beside this module holds, for each rule, the share of its facts that were right and the mean of what the
rule itself says; `python -m training.trust` counts them. A fact above its rule's own mean is a little surer than that
share, one below it a little less.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from graph_builder.model import Fact

__all__ = ["trusted"]

OWN = 0.5  # how much of a fact's distance from its rule's mean is kept
LEAST, MOST = 0.05, 0.98

Found = TypeVar("Found", bound=Fact)


@cache
def table() -> dict[str, tuple[float, float]]:
    """Rule → the share that was right, and the mean of its own confidence."""
    kept = json.loads((Path(__file__).parent / "trust.json").read_text(encoding="utf-8"))
    return {rule: (share, mean) for rule, (share, mean) in kept.items()}


def trusted(facts: Iterable[Found]) -> tuple[Found, ...]:
    """The facts with the confidence that their rules have earned; a rule that was never counted keeps its own."""
    return tuple(replace(fact, confidence=earned(fact)) for fact in facts)


def earned(fact: Fact) -> float:
    """From 0 to 1, in hundredths."""
    if fact.rule not in table():
        return fact.confidence
    share, mean = table()[fact.rule]
    return round(min(MOST, max(LEAST, share + OWN * (fact.confidence - mean))), 2)
