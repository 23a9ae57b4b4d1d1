"""Invented organisations, one maker a kind."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from training.invent import society, state
from training.invent.body import Body

__all__ = ["Body", "invent_body"]

_MAKERS: dict[str, Callable[[Random], Body]] = {
    "charity": society.charity,
    "professional-body": society.professional,
    "company": society.company,
    "public-body": state.public,
    "parliamentary-group": state.group,
    "local-authority": state.council,
    "education": society.education,
    "media": society.media,
    "coalition": society.coalition,
    "inquiry": state.inquiry,
    "political-party": state.party,
    "government-department": state.department,
    "legislature": state.legislature,
    "government": state.government,
}


def invent_body(rng: Random, kind: str) -> Body:
    """An organisation of that kind."""
    return _MAKERS[kind](rng)
