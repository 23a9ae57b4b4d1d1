"""Where each thing of the drawing stands: the same graph gives the same picture, every time.

Nothing here is random and nothing depends on a hash seed; what rounding may do differently on another machine is
smaller than the whole units that positions are given in. Connected parts are laid out one by one and set out in rows:
a part of up to `_EXACT` things by stress majorisation (Gansner, Koren and North 2004), a larger one by springs from
the same start, in time that grows with its lines rather than its pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from graph_builder.view.labels import on_paper
from graph_builder.view.springs import relaxed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Lines = NDArray[np.int64]

__all__ = ["positions"]

_EXACT = 500
_GOLDEN = 2.399963229728653  # radians: the angle between a sunflower's seeds
_GAP = 90.0


def positions(
    labels: Mapping[str, str], lines: Sequence[tuple[str, str]], last: frozenset[str] = frozenset()
) -> dict[str, tuple[int, int]]:
    """Whole coordinates for every key of `labels`, with room for its label; `lines` name two keys each.

    The keys in `last` come below everything else that stands alone, so that they can be hidden without a gap.
    """
    placed: list[tuple[list[str], Points]] = []
    for part in sorted(_parts(sorted(labels), lines), key=lambda part: (-len(part), part[0] in last, part)):
        index = {key: i for i, key in enumerate(part)}
        inner = np.array([(index[a], index[b]) for a, b in lines if a in index], dtype=np.int64).reshape(-1, 2)
        placed.append((part, on_paper(_drawn(len(part), inner), [labels[key] for key in part])))
    return {
        key: (round(float(x)), round(float(y)))
        for part, points in _packed(placed)
        for key, (x, y) in zip(part, points, strict=True)
    }


def _parts(keys: Sequence[str], lines: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The connected parts."""
    near: dict[str, list[str]] = {key: [] for key in keys}
    for a, b in lines:
        near[a].append(b)
        near[b].append(a)
    seen: set[str] = set()
    parts = []
    for key in keys:
        if key in seen:
            continue
        part, fringe = {key}, [key]
        while fringe:
            reached = {b for a in fringe for b in near[a]} - part
            part |= reached
            fringe = sorted(reached)
        seen |= part
        parts.append(sorted(part))
    return parts


def _drawn(count: int, lines: Lines) -> Points:
    if count <= 2:
        return np.array([[float(i), 0.0] for i in range(count)])
    if count > _EXACT:
        return _landscape(relaxed(_start(count, _distances(count, lines, 30)), lines))
    far = _distances(count, lines, count)
    degree = np.bincount(lines.ravel(), minlength=count)
    # Busy things need more room around them than a ruler would give.
    busy = 0.15 * np.log1p(degree)
    return _landscape(_majorised(far * (1 + busy[:, None] + busy[None, :]), _start(count, far)))


def _distances(count: int, lines: Lines, pivots: int) -> Points:
    """Steps from each of so many pivots to every thing; each pivot is the thing farthest from those before it."""
    near: list[list[int]] = [[] for _ in range(count)]
    for a, b in lines.tolist():
        near[a].append(b)
        near[b].append(a)
    if pivots >= count:
        return np.array([_steps(near, pivot) for pivot in range(count)])
    rows = [_steps(near, max(range(count), key=lambda i: (len(near[i]), -i)))]
    nearest = rows[0]
    while len(rows) < pivots:
        rows.append(_steps(near, int(np.argmax(nearest))))
        nearest = np.minimum(nearest, rows[-1])
    return np.array(rows)


def _steps(near: list[list[int]], origin: int) -> Points:
    steps = [-1.0] * len(near)
    steps[origin] = 0
    fringe, distance = [origin], 0.0
    while fringe:
        distance += 1
        fringe = sorted({b for a in fringe for b in near[a] if steps[b] < 0})
        for reached in fringe:
            steps[reached] = distance
    return np.array(steps)


def _start(count: int, far: Points) -> Points:
    """Classical scaling of the distances, its two main axes found by repeated multiplication from a sunflower."""
    centred = far**2
    centred = -(centred - centred.mean(0) - centred.mean(1, keepdims=True) + centred.mean()) / 2
    axes = _sunflower(len(far))
    for _ in range(100):
        axes = np.linalg.qr(centred @ (centred.T @ axes))[0]
    points = centred.T @ axes
    # Things at equal distances from everything would fall on one spot: the sunflower keeps them apart.
    return np.asarray(points / (points.std(0) + 1e-9) * np.sqrt(count) * 0.6 + _sunflower(count) * 0.02)


def _sunflower(count: int) -> Points:
    turn = np.arange(count) * _GOLDEN
    return np.asarray(np.sqrt(np.arange(count) + 0.5)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1))


def _majorised(wanted: Points, points: Points) -> Points:
    """Positions whose distances come as near as may be to `wanted`, near ones counting most."""
    count = len(points)
    np.fill_diagonal(wanted, 1)
    weight = 1 / wanted**2
    np.fill_diagonal(weight, 0)
    inverse = np.linalg.inv(np.diag(weight.sum(1)) - weight + 1 / count) - 1 / count
    for _ in range(300):
        apart = np.hypot(points[:, None, 0] - points[None, :, 0], points[:, None, 1] - points[None, :, 1])
        pull = -weight * wanted / np.maximum(apart, 1e-6)
        np.fill_diagonal(pull, 0)
        np.fill_diagonal(pull, -pull.sum(1))
        before, points = points, inverse @ (pull @ points)
        if np.max(np.abs(points - before)) < 1e-4:
            break
    return points


def _landscape(points: Points) -> Points:
    """The drawing turned so that its long side lies flat: screens are wider than they are high."""
    points = points - points.mean(0)
    (xx, xy), (_, yy) = points.T @ points
    turn = np.arctan2(2 * xy, xx - yy) / 2
    cos, sin = np.cos(turn), np.sin(turn)
    return np.asarray(points @ np.array([[cos, -sin], [sin, cos]]))


def _packed(placed: list[tuple[list[str], Points]]) -> list[tuple[list[str], Points]]:
    """The parts set out in rows, the largest first, on paper about as wide for its height as a window."""
    margin = np.array([170.0, _GAP])
    sizes = [points.max(0) - points.min(0) + margin for _, points in placed]
    width = max([*(size[0] for size in sizes), np.sqrt(1.6 * sum(size[0] * size[1] for size in sizes))])
    rows, x, y, tall = [], 0.0, 0.0, 0.0
    for (part, points), (wide, high) in zip(placed, sizes, strict=True):
        if x and x + wide > width:
            x, y, tall = 0.0, y + tall, 0.0
        rows.append((part, points - points.min(0) + np.array([x, y])))
        x, tall = x + float(wide), max(tall, float(high))
    return rows
