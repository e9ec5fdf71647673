"""Thick lines with round caps and joins, drawn into pixels: which centres are near a line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_SEGMENTS_AT_ONCE = 2048


def draw_segments(starts: Floats, ends: Floats, radius: float, side: int) -> NDArray[np.bool_]:
    """(side, side): which pixels have their centre within `radius` of a line segment: round caps and joins.

    Parameters
    ----------
    starts, ends : (n, 2) arrays
        x and y of the n segments, in pixels; a segment may be a point.
    radius, side : float, int
        In pixels.

    Notes
    -----
    What is near a segment is convex, so each row of pixels meets it in one span. A span is +1 at its first
    pixel and -1 after its last; the running sum along a row is how many spans cover a pixel.
    """
    edges = np.zeros(side * (side + 1), dtype=np.intp)
    for first in range(0, len(starts), _SEGMENTS_AT_ONCE):
        block = slice(first, first + _SEGMENTS_AT_ONCE)
        row, left, right = _spans(starts[block], ends[block], radius, side)
        begin = np.clip(np.ceil(left - 0.5), 0, side).astype(np.intp)
        end = np.clip(np.floor(right - 0.5) + 1, begin, side).astype(np.intp)
        edges += np.bincount(row * (side + 1) + begin, minlength=edges.size)
        edges -= np.bincount(row * (side + 1) + end, minlength=edges.size)
    covered = edges.reshape(side, side + 1).cumsum(axis=1)[:, :side] > 0
    return np.asarray(covered)


def _spans(starts: Floats, ends: Floats, radius: float, side: int) -> tuple[NDArray[np.intp], Floats, Floats]:
    """Every (row, left, right) in which a row's centre line runs within `radius` of a segment, (k,) each."""
    upper, lower = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
    top = np.clip(np.ceil(upper - radius - 0.5), 0, side).astype(np.intp)
    bottom = np.clip(np.floor(lower + radius - 0.5) + 1, top, side).astype(np.intp)
    counts = bottom - top
    which = np.repeat(np.arange(len(starts)), counts)
    row = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts - top, counts)

    # A unit vector along each segment, to the right for a dot. No part of it is quite 0, so that upright and
    # level need no case of their own: what is divided by it is then merely far away.
    along = ends - starts
    length = np.hypot(along[:, 0], along[:, 1])
    dot = length < 1e-9
    unit = np.where(dot[:, np.newaxis], (1.0, 0.0), along / np.where(dot, 1.0, length)[:, np.newaxis])
    unit = np.where(np.abs(unit) < 1e-12, 1e-12, unit)
    ax, bx = starts[which, 0], ends[which, 0]
    from_a, from_b = row + 0.5 - starts[which, 1], row + 0.5 - ends[which, 1]

    # The two caps: a circle's half chord at this row; no chord where the row misses it.
    left, right = np.full(len(row), np.inf), np.full(len(row), -np.inf)
    for x, dy in ((ax, from_a), (bx, from_b)):
        square = radius**2 - dy * dy
        half = np.sqrt(np.maximum(square, 0.0))
        half[square < 0] = -np.inf
        np.minimum(left, x - half, out=left)
        np.maximum(right, x + half, out=right)

    # The body: a rectangle along the segment; two pairs of parallel lines cut this row, each around a middle.
    slope = (unit[:, 1] / unit[:, 0])[which]
    middle = ax + (length / (2 * unit[:, 0]))[which] - slope * from_a
    reach = np.abs(length / (2 * unit[:, 0]))[which]
    across = ax + from_a / slope
    width = np.abs(radius / unit[:, 1])[which]
    body_left = np.maximum(middle - reach, across - width)
    body_right = np.minimum(middle + reach, across + width)
    body = body_left <= body_right
    left[body] = np.minimum(left[body], body_left[body])
    right[body] = np.maximum(right[body], body_right[body])
    met = right >= left
    return row[met], left[met], right[met]
