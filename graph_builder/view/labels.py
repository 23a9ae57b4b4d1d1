"""Room for names: a drawing stretched over its paper until no label has to lie on another.

The page writes names as large on the screen at every zoom, so the paper grows with the number of things: at some sixty
of them, one unit is about one pixel of a laptop's window.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

__all__ = ["on_paper"]

_PAPER = 11_500.0  # square units for each thing
_SHAPE = 1.5  # width by height of the part of a window that the picture gets
_WIDEST = 24  # characters on a line, where the page breaks a label
_MOST = 600  # above this many things most labels wait for a closer look


def on_paper(points: Points, labels: Sequence[str]) -> Points:
    """The same drawing in units, `labels` in the order of the points."""
    count = len(points)
    if count == 1:
        return points
    # Moving labels apart makes a drawing higher, so it begins flatter than its window.
    shape = _SHAPE if count > _MOST else 1.6 * _SHAPE
    height = np.sqrt(max(count, 6) * _PAPER / shape)
    size = np.array([height * shape, height]) * (1.0 if count > 8 else 0.55)
    stretched = _even(points) * size
    return _apart(stretched, np.array([_room(label) for label in labels])) if count <= _MOST else stretched


def _even(points: Points) -> Points:
    """Each axis from 0 to 1, half as it was and half by rank: a few far outliers then don't crush the middle."""
    count = len(points)
    least, most = points.min(0), points.max(0)
    plain = (points - least) / np.maximum(most - least, 1e-9)
    ranks = np.empty_like(points)
    for axis in (0, 1):
        ranks[np.argsort(np.round(points[:, axis], 6), kind="stable"), axis] = np.arange(count) / (count - 1)
    flat = (most - least) < 1e-6
    return np.where(flat, 0.0, (plain + ranks) / 2)


def _room(label: str) -> tuple[float, float]:
    """Half the width and half the height that a thing needs with its label below it."""
    lines = 1 if len(label) <= _WIDEST else 2
    return (30 + 7.0 * min(_WIDEST, len(label))) / 2, 20.0 + 7.5 * lines


def _apart(points: Points, room: Points) -> Points:
    """Things moved apart, along the axis that needs the smaller move, a little at a time."""
    later = np.sign(np.arange(len(points))[None, :] - np.arange(len(points))[:, None])
    for _ in range(200):
        apart = points[None, :, :] - points[:, None, :]
        over = room[:, None, :] + room[None, :, :] - np.abs(apart)
        meet = (over > 0).all(2)
        np.fill_diagonal(meet, val=False)
        if not meet.any():
            break
        upright = over[:, :, 1] < over[:, :, 0] * 0.8
        side = np.where(apart == 0, later[:, :, None], np.sign(apart))
        push = over * side * meet[:, :, None] * np.stack([~upright, upright], axis=2)
        points = points - np.clip(push.sum(1) / 4, -25, 25)
    return points
