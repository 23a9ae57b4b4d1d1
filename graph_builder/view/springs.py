"""Springs for drawings of more than some hundred things: each step costs about as much as there are lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Lines = NDArray[np.int64]

__all__ = ["relaxed"]

_STEPS = 200
_SAMPLES = 16
_NEAR = 2.0


def relaxed(points: Points, lines: Lines) -> Points:
    """The points after springs pulled neighbours together and pushed all else apart, in ever smaller steps."""
    count = len(points)
    degree = np.bincount(lines.ravel(), minlength=count).astype(np.float64)
    slack = 0.6 / np.sqrt(1 + np.maximum(degree[lines[:, 0]], degree[lines[:, 1]]))
    for step in range(_STEPS):
        force = _pulls(points, lines, slack) + _pushes(points, step) + _shoves(points)
        force -= points * (0.004 * np.sqrt(np.sqrt(count)))
        length = np.hypot(force[:, 0], force[:, 1])[:, None] + 1e-9
        longest = np.sqrt(count) * 0.25 * (1 - step / _STEPS) ** 1.5 + 0.02
        # Rounding every step keeps what two machines compute alike from growing apart.
        points = np.round(points + force / length * np.minimum(length, longest), 6)
    return points


def _pulls(points: Points, lines: Lines, slack: Points) -> Points:
    along = points[lines[:, 1]] - points[lines[:, 0]]
    pull = along * (np.hypot(along[:, 0], along[:, 1]) * slack)[:, None]
    return _summed(lines[:, 0], pull, len(points)) - _summed(lines[:, 1], pull, len(points))


def _pushes(points: Points, step: int) -> Points:
    """What a few others, other ones in each step, push; they stand for all."""
    count = len(points)
    total = np.zeros_like(points)
    for sample in range(_SAMPLES):
        other = (np.arange(count) + 1 + (step * _SAMPLES + sample) * 7919) % count
        apart = points - points[other]
        total += apart / ((apart * apart).sum(1) + 0.05)[:, None]
    return np.asarray(total * (count / _SAMPLES * 0.9 / np.sqrt(np.sqrt(count))))


def _shoves(points: Points) -> Points:
    """What things shove that stand close by in the same strip, across and then down."""
    total = np.zeros_like(points)
    for axis in (0, 1):
        strip = np.floor(points[:, axis])
        order = np.lexsort((points[:, 1 - axis], strip))
        for step in (1, 2, 3):
            one, other = order[:-step], order[step:]
            apart = points[one] - points[other]
            square = (apart * apart).sum(1) + 0.02
            near = (square < _NEAR**2) & (strip[one] == strip[other])
            shove = apart / square[:, None] * 2 * near[:, None]
            total += _summed(one, shove, len(points)) - _summed(other, shove, len(points))
    return total


def _summed(index: Lines, values: Points, count: int) -> Points:
    return np.stack([np.bincount(index, values[:, axis], count) for axis in (0, 1)], axis=1)
