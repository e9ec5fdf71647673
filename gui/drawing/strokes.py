"""Strokes as geometry: smoothing them for the eye, and cutting away what an eraser passes over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

Stroke = NDArray[np.float64]
"""(n, 2): x and y of a stroke's points, y downwards."""

DOT = 1e-4
"""Length of a dot, as a share of the canvas."""


def smooth_path(stroke: Stroke) -> QPainterPath:
    """The stroke as a curve without corners.

    It runs from midpoint to midpoint, bent towards the points between, and never leaves their hull. One point
    is a line of almost no length, which a round cap makes a dot.
    """
    points = [(x, y) for x, y in stroke.tolist()]
    path = QPainterPath(QPointF(*points[0]))
    for point, following in zip(points[1:-1], points[2:], strict=True):
        extend_smooth_path(path, point, following)
    end_smooth_path(path, points[-1])
    return path


def end_smooth_path(path: QPainterPath, point: tuple[float, float]) -> None:
    """Lead the path to the stroke's last point, a hair further: Qt draws no line that has no length."""
    path.lineTo(point[0] + DOT, point[1])


def extend_smooth_path(
    path: QPainterPath, point: tuple[float, float], following: tuple[float, float]
) -> None:
    """Bend the path towards `point`, as far as the midpoint between it and the one that follows."""
    path.quadTo(*point, (point[0] + following[0]) / 2, (point[1] + following[1]) / 2)


def erase(
    strokes: Sequence[Stroke], start: NDArray[np.float64], end: NDArray[np.float64], radius: float
) -> tuple[Stroke, ...]:
    """What is left of the strokes when a round eraser has moved from `start` to `end`, (2,) each.

    A stroke that is passed over falls into the parts before and after. Strokes that are not touched are the
    same objects as before, so that a caller can see whether anything was erased.
    """
    left: list[Stroke] = []
    for stroke in strokes:
        points = _refined(stroke, start, end, radius)
        gone = _distance(points, start, end) <= radius
        if not gone.any():
            left.append(stroke)
            continue
        kept = np.flatnonzero(~gone)
        runs = np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1)
        left.extend(points[run] for run in runs if len(run))
    return tuple(left)


def _refined(stroke: Stroke, start: NDArray[np.float64], end: NDArray[np.float64], radius: float) -> Stroke:
    """The stroke with points at most half a radius apart, so that no long segment escapes the eraser.

    Far from the eraser it stays as it is.
    """
    low, high = np.minimum(start, end) - radius, np.maximum(start, end) + radius
    if len(stroke) < 2 or (stroke.max(axis=0) < low).any() or (stroke.min(axis=0) > high).any():
        return stroke
    lengths = np.hypot(*np.diff(stroke, axis=0).T)
    parts = np.maximum(np.ceil(lengths / (radius / 2)), 1).astype(np.intp)
    which = np.repeat(np.arange(len(parts)), parts)
    share = (np.arange(len(which)) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[which]
    inner = stroke[which] + share[:, np.newaxis] * (stroke[which + 1] - stroke[which])
    return np.concatenate((inner, stroke[-1:]))


def _distance(points: Stroke, start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n,): how far each point is from the line segment."""
    along = end - start
    square = float(along @ along)
    share = np.clip((points - start) @ along / square, 0.0, 1.0) if square > 0 else np.zeros(len(points))
    return np.asarray(np.hypot(*(points - start - share[:, np.newaxis] * along).T))
