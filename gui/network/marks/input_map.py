"""The input picture of points in the plane and of curves on the line: the whole function, and the examples in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.analysis.evaluation import NO_ANSWER
from core.analysis.function_grid import PLACES, REACH, Range, places_along
from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Floats, Layout, Rect
from gui.network.marks.mark_types import Colour
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.class_marks import class_token, paint_points
from gui.theme.tokens import Theme

# The surest answer's part of its class's colour: points and axes stay visible on it.
SUREST = 0.45
POINT_PX, SHOWN_PX = 2.0, 5.0


@dataclass(frozen=True)
class MapMarks:
    """What is drawn in the map, in px of the view.

    Attributes
    ----------
    rect : Rect
    fill : (rows, columns, 3) or None
        Points in the plane: at every place the colour of the predicted class, the more confident the fuller.
    curve : (k, 2)
        A curve on the line: the network's output from left to right; empty in the plane.
    points : (m, 2), labels : (m,)
        The training examples; of a curve all have label 0.
    shown : (x, y) or None
        The displayed sample: its point, or its place on the network's curve, which may be beyond the map; None where
        the network answers no number.
    answer : (3,) or None
        The colour of the answer to the displayed sample itself; None for a curve.
    label : int or None
        The class of the displayed sample, where it is known.
    zero : (x or None, y or None)
        Where the axes stand: at the zeros that are in the map.
    target : (x, y) or None
        Where the shown number is to be.
    """

    rect: Rect
    fill: Colour | None
    curve: Floats
    points: Floats
    labels: NDArray[np.int64]
    shown: tuple[float, float] | None
    target: tuple[float, float] | None = None
    answer: Colour | None = None
    label: int | None = None
    zero: tuple[float | None, float | None] = (None, None)

    @property
    def before_answer(self) -> MapMarks:
        """What of it is known before y is: on a curve no ring, which stands at y; in the plane one without colour."""
        return replace(self, shown=None if self.answer is None else self.shown, target=None, answer=None)


def map_marks(snapshot: Snapshot, layout: Layout, theme: Theme) -> MapMarks | None:
    """The map of this snapshot's function; None where the inputs are more than two, or a picture."""
    data, rect = snapshot.data, layout.map
    if rect is None or snapshot.function_grid is None or data.points is None:
        return None
    X, y = data.points

    def across(values: NDArray[np.floating]) -> Floats:
        return rect.x + _share(values, data.map_ranges[0]) * rect.width

    def down(values: NDArray[np.floating], of: Range) -> Floats:
        return rect.y + (1 - _share(values, of)) * rect.height

    x = snapshot.trace.x
    zero: tuple[float | None, float | None]
    if y.ndim == 1:
        if x.size == 1:
            heights, zero = None, (_zero(across, data.map_ranges[0]), None)
        else:
            of = data.map_ranges[1]
            heights = down(X[:, 1], of), float(down(x[1:], of)[0])
            zero = _zero(across, data.map_ranges[0]), _zero(lambda x2: down(x2, of), of)
        return replace(_classes(snapshot, rect, across, heights, theme), zero=zero)
    height = output_range(snapshot)
    places = places_along(*data.map_ranges[0], len(snapshot.function_grid))
    answers = snapshot.function_grid[:, 0]
    finite = np.isfinite(answers)
    curve = np.stack([across(places[finite]), down(answers[finite], height)], axis=1)
    points = np.stack([across(X[:, 0]), down(y[:, 0], height)], axis=1)
    at = float(across(x)[0])
    answer = snapshot.trace.a[-1][:1]
    shown = (at, float(down(answer, height)[0])) if np.isfinite(answer).all() else None
    wanted = snapshot.example.target
    target = None if wanted is None else (at, float(down(wanted[:1], height)[0]))
    zero = _zero(across, data.map_ranges[0]), _zero(lambda y: down(y, height), height)
    return MapMarks(rect, None, curve, points, np.zeros(len(X), np.int64), shown, target, zero=zero)


def curve_is_seen(snapshot: Snapshot, layout: Layout, theme: Theme) -> bool:
    """Whether any of the network's curve lies in the map, be it but a line that crosses it from beyond to beyond."""
    marks = map_marks(snapshot, layout, theme)
    if marks is None or not len(marks.curve):
        return False
    top, bottom = marks.rect.y, marks.rect.y + marks.rect.height
    for piece in _pieces(marks.curve):
        y = piece[:, 1]
        higher, lower = np.minimum(y[1:], y[:-1]), np.maximum(y[1:], y[:-1])
        if ((higher <= bottom) & (lower >= top)).any():
            return True
    return False


def output_range(snapshot: Snapshot) -> Range:
    """The least and the largest y of a curve's map."""
    high = REACH * snapshot.data.output_scale
    return -high, high


def _zero(place: Callable[[NDArray[np.floating]], Floats], of: Range) -> float | None:
    """Where 0 stands; None where the range does not have it."""
    return float(place(np.zeros(1))[0]) if of[0] <= 0 <= of[1] else None


def _share(values: NDArray[np.floating], of: Range) -> Floats:
    """Where numbers lie in a range: 0 at its low end, 1 at its high one."""
    low, high = of
    return (values.astype(np.float64) - low) / (high - low)


def _classes(
    snapshot: Snapshot,
    rect: Rect,
    across: Callable[[NDArray[np.floating]], Floats],
    heights: tuple[Floats, float] | None,
    theme: Theme,
) -> MapMarks:
    """The colours of the answers, and the examples; those of one input stand at a height of their class."""
    X, y = snapshot.data.points or (np.zeros((0, 1)), np.zeros(0))
    classes, label = snapshot.sizes[-1], snapshot.example.label

    def down(labels: NDArray[np.generic]) -> Floats:
        return rect.y + (labels.astype(np.float64) + 1) / (classes + 1) * rect.height

    if heights is None:
        height = rect.y + rect.height / 2 if label is None else float(down(np.array([label]))[0])
        heights = down(y), height
    assert snapshot.function_grid is not None and snapshot.function_classes is not None
    said, answer = snapshot.trace.said, snapshot.trace.a[-1]
    said_here = np.array([NO_ANSWER if said is None else said])
    return MapMarks(
        rect,
        _colours(snapshot.function_grid, snapshot.function_classes, theme).reshape(
            -1, PLACES[snapshot.sizes[0]], 3
        ),
        np.zeros((0, 2)),
        np.stack([across(X[:, 0]), heights[0]], axis=1),
        y.astype(np.int64),
        (float(across(snapshot.trace.x[:1])[0]), heights[1]),
        answer=_colours(answer[None], said_here, theme)[0],
        label=label,
    )


def _colours(answers: NDArray[np.floating], said: NDArray[np.int64], theme: Theme) -> Colour:
    """(k, 3) for (k, n_out): the canvas blended with the colour of what is said, by as much as y is above guessing.

    Where y is not finite, or no class is said, the canvas stays.
    """
    finite = np.isfinite(answers).all(axis=1)
    y = np.where(finite[:, None], answers.astype(np.float64), 0.0)
    classes = y.shape[1]
    sure = np.clip((y.max(axis=1) - 1 / classes) / max(1 - 1 / classes, 1e-9), 0, 1)
    sure[said == NO_ANSWER] = 0
    full = np.stack([theme.rgb(class_token(label)) for label in range(classes)])[said]
    canvas = theme.rgb("canvas")
    blend = canvas + SUREST * sure[:, None] * (full - canvas)
    colours: Colour = np.rint(blend).astype(np.uint8)
    return colours


def paint_map(painter: QPainter, marks: MapMarks, theme: Theme) -> None:
    """The map with its frame, axes, examples and the shown one."""
    rect = QRectF(marks.rect.x, marks.rect.y, marks.rect.width, marks.rect.height)
    painter.fillRect(rect, theme.colour("canvas"))
    if marks.fill is not None:
        draw_pixels(painter, rect, image_of(packed(marks.fill)))
    painter.setPen(QPen(theme.colour("line"), 1.0))
    painter.save()
    painter.setClipRect(rect)
    if marks.zero[0] is not None:
        painter.drawLine(QPointF(marks.zero[0], rect.top()), QPointF(marks.zero[0], rect.bottom()))
    if marks.zero[1] is not None:
        painter.drawLine(QPointF(rect.left(), marks.zero[1]), QPointF(rect.right(), marks.zero[1]))
    paint_points(painter, marks.points.tolist(), marks.labels.tolist(), theme.px(POINT_PX), theme)
    if len(marks.curve):
        painter.setPen(QPen(theme.colour("minus"), 2.0 * theme.line_scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in _pieces(marks.curve):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in piece.tolist()]))
    if marks.shown is not None:
        _paint_shown(painter, rect, marks, marks.shown, theme)
    painter.restore()
    painter.setPen(QPen(theme.colour("line"), 1.5))
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def _pieces(curve: Floats) -> list[Floats]:
    """The curve's connected pieces: where an answer is no number there is a gap."""
    steps = np.diff(curve[:, 0])
    return np.split(curve, np.flatnonzero(steps > 1.5 * steps.min(initial=np.inf)) + 1)


def _paint_shown(
    painter: QPainter, rect: QRectF, marks: MapMarks, place: tuple[float, float], theme: Theme
) -> None:
    """A ring, filled with the colour of the answer to this very example; beyond the map a triangle that points there.

    The cell around it has the colour of the answer at the cell's centre.
    """
    radius = theme.px(SHOWN_PX)
    x, y = place
    inside = min(rect.bottom(), max(rect.top(), y))
    painter.setPen(QPen(theme.colour("text"), 1.6 * theme.line_scale))
    if marks.target is not None:
        painter.drawLine(QPointF(x, inside), QPointF(*marks.target))
    painter.setBrush(Qt.BrushStyle.NoBrush if marks.answer is None else QColor(*marks.answer.tolist()))
    if inside != y:
        back = 2 * radius if y < inside else -2 * radius
        corners = (x, inside + back / 20), (x - radius, inside + back), (x + radius, inside + back)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        return
    painter.drawEllipse(QPointF(x, y), radius, radius)
    if marks.label is not None:
        paint_points(painter, [place], [marks.label], theme.px(POINT_PX), theme)
