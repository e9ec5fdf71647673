"""The parts of straight lines that lie within a rectangle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.network.geometry.shapes import Floats, Rect


def cut(lines: Floats, seen: Rect, ratio: float = 1.0) -> tuple[Floats, NDArray[np.bool_]]:
    """(n, 4) the parts of (n, 4) lines x1, y1, x2, y2 within a rectangle, and (n,) whether there is such a part.

    The lines are `ratio` times as large as the rectangle's px.
    """
    start, way = lines[:, :2], lines[:, 2:] - lines[:, :2]
    corner = np.array([seen.x, seen.y]) * ratio
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = (corner - start) / way, (corner + np.array([seen.width, seen.height]) * ratio - start) / way
    # Along a border 0 / 0 is undefined, and is skipped.
    first = np.fmax.reduce(np.minimum(a, b), axis=1, initial=0.0)
    last = np.fmin.reduce(np.maximum(a, b), axis=1, initial=1.0)
    inside = first < last
    first, last = np.where(inside, [first, last], 0.0)[..., None]
    return np.hstack([start + first * way, start + last * way]), inside
