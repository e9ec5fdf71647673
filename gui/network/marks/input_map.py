"""The input picture of points in the plane and of curves on the line: the whole function, and the examples in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.analysis.function_grid import PLACES, REACH
from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Floats, Layout, Rect
from gui.network.marks.mark_types import Colour
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.class_marks import class_token, paint_points
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact

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
    target : (x, y) or None
        Where the shown number is to be.
    beyond : (float or None, float or None)
        Of a curve that leaves the map its largest number, where it leaves at the top, and its least.
    """

    rect: Rect
    fill: Colour | None
    curve: Floats
    points: Floats
    labels: NDArray[np.int64]
    shown: tuple[float, float] | None
    target: tuple[float, float] | None = None
    beyond: tuple[float | None, float | None] = (None, None)


def map_marks(snapshot: Snapshot, layout: Layout, theme: Theme) -> MapMarks | None:
    """The map of this snapshot's function; None where the inputs are more than two, or a picture."""
    data, rect = snapshot.data, layout.map
    if rect is None or snapshot.function_grid is None or data.points is None:
        return None
    X, y = data.points
    reach = REACH * data.input_scale

    def across(values: NDArray[np.floating]) -> Floats:
        return rect.x + (values.astype(np.float64) / reach + 1) / 2 * rect.width

    def down(values: NDArray[np.floating], scale: float) -> Floats:
        return rect.y + (1 - values.astype(np.float64) / scale) / 2 * rect.height

    x = snapshot.trace.x
    if x.size == 2:
        nothing = np.zeros((0, 2))
        points = np.stack([across(X[:, 0]), down(X[:, 1], reach)], axis=1)
        shown = float(across(x[:1])[0]), float(down(x[1:], reach)[0])
        return MapMarks(rect, _fill(snapshot, theme), nothing, points, y.astype(np.int64), shown)
    if y.ndim == 1:
        return _classes_on_the_line(snapshot, rect, across, theme)
    height = REACH * data.output_scale
    places = np.linspace(-reach, reach, len(snapshot.function_grid))
    answers = snapshot.function_grid[:, 0]
    finite = np.isfinite(answers)
    curve = np.stack([across(places[finite]), down(answers[finite], height)], axis=1)
    points = np.stack([across(X[:, 0]), down(y[:, 0], height)], axis=1)
    at = float(across(x)[0])
    answer = snapshot.trace.a[-1][:1]
    shown = (at, float(down(answer, height)[0])) if np.isfinite(answer[0]) else None
    wanted = snapshot.example.target
    target = None if wanted is None else (at, float(down(wanted[:1], height)[0]))
    classes = np.zeros(len(X), np.int64)
    return MapMarks(rect, None, curve, points, classes, shown, target, _beyond(answers, height))


def _beyond(answers: NDArray[np.floating], height: float) -> tuple[float | None, float | None]:
    """The largest answer where it is over the map, and the least where it is under it."""
    numbers = answers[~np.isnan(answers)]
    most, least = float(numbers.max(initial=-np.inf)), float(numbers.min(initial=np.inf))
    return most if most > height else None, least if least < -height else None


def _classes_on_the_line(
    snapshot: Snapshot, rect: Rect, across: Callable[[NDArray[np.floating]], Floats], theme: Theme
) -> MapMarks:
    """One input and classes: each place of the line as a stripe, each class's examples at a height of its own."""
    X, y = snapshot.data.points or (np.zeros((0, 1)), np.zeros(0))
    classes = snapshot.sizes[-1]

    def down(labels: NDArray[np.generic]) -> Floats:
        return rect.y + (labels.astype(np.float64) + 1) / (classes + 1) * rect.height

    points = np.stack([across(X[:, 0]), down(y)], axis=1)
    label = snapshot.example.label
    height = rect.y + rect.height / 2 if label is None else float(down(np.array([label]))[0])
    shown = float(across(snapshot.trace.x)[0]), height
    return MapMarks(rect, _fill(snapshot, theme), np.zeros((0, 2)), points, y.astype(np.int64), shown)


def _fill(snapshot: Snapshot, theme: Theme) -> Colour:
    """(rows, columns, 3): the canvas blended with the colour of the largest y; by as much as it is above guessing.

    One row where there is one input.
    """
    y = np.nan_to_num(snapshot.function_grid.astype(np.float64))  # type: ignore[union-attr]
    classes = y.shape[1]
    columns = PLACES[snapshot.sizes[0]]
    predicted = y.argmax(axis=1)
    sure = np.clip((y.max(axis=1) - 1 / classes) / max(1 - 1 / classes, 1e-9), 0, 1)
    full = np.stack([theme.rgb(class_token(label)) for label in range(classes)])[predicted]
    canvas = theme.rgb("canvas")
    blend = canvas + SUREST * sure[:, None] * (full - canvas)
    fill: Colour = np.rint(blend).astype(np.uint8).reshape(-1, columns, 3)
    return fill


def paint_map(painter: QPainter, marks: MapMarks, theme: Theme) -> None:
    """The map with its frame, axes, examples and the shown one."""
    rect = QRectF(marks.rect.x, marks.rect.y, marks.rect.width, marks.rect.height)
    painter.fillRect(rect, theme.colour("canvas"))
    painter.save()
    painter.setClipRect(rect)
    if marks.fill is not None:
        draw_pixels(painter, _around_places(rect, marks.fill), image_of(packed(marks.fill)))
    painter.setPen(QPen(theme.colour("line"), 1.0))
    middle = rect.center()
    painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()))
    painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom()))
    paint_points(painter, marks.points.tolist(), marks.labels.tolist(), theme.px(POINT_PX), theme)
    if len(marks.curve):
        painter.setPen(QPen(theme.colour("minus"), 2.0 * theme.line_scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in _pieces(marks.curve):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in piece.tolist()]))
    pen = QPen(theme.colour("text"), 1.6 * theme.line_scale)
    painter.setPen(pen)
    if marks.shown is not None:
        _paint_shown(painter, rect, marks.shown, marks.target, theme.px(SHOWN_PX))
    _paint_beyond(painter, rect, marks, theme)
    painter.restore()
    painter.setPen(QPen(theme.colour("line"), 1.5))
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def _around_places(rect: QRectF, fill: Colour) -> QRectF:
    """Where the colours are painted so that each one's cell has its place in the middle.

    The first and the last place are the map's edges, so half of the outer cells lies beyond them.
    """
    rows, columns, _ = fill.shape
    half_x = rect.width() / (columns - 1) / 2
    half_y = rect.height() / (rows - 1) / 2 if rows > 1 else 0.0
    return rect.adjusted(-half_x, -half_y, half_x, half_y)


def _pieces(curve: Floats) -> list[Floats]:
    """The curve's connected pieces: where an answer is no number there is a gap."""
    steps = np.diff(curve[:, 0])
    return np.split(curve, np.flatnonzero(steps > 1.5 * steps.min(initial=np.inf)) + 1)


def _paint_shown(
    painter: QPainter,
    rect: QRectF,
    shown: tuple[float, float],
    target: tuple[float, float] | None,
    radius: float,
) -> None:
    """A ring at the displayed sample and a line to its target; beyond the map a triangle that points there."""
    x, y = shown
    inside = min(rect.bottom(), max(rect.top(), y))
    if target is not None:
        painter.drawLine(QPointF(x, inside), QPointF(*target))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if inside == y:
        painter.drawEllipse(QPointF(x, y), radius, radius)
        return
    back = 2 * radius if y < inside else -2 * radius
    corners = (x, inside + back / 20), (x - radius, inside + back), (x + radius, inside + back)
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_beyond(painter: QPainter, rect: QRectF, marks: MapMarks, theme: Theme) -> None:
    """How far a curve goes that leaves the map, away from the displayed sample."""
    painter.setFont(theme.font("tick"))
    painter.setPen(theme.colour("text"))
    room = rect.adjusted(6, 3, -6, -3)
    is_left = marks.shown is not None and marks.shown[0] > rect.center().x()
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    most, least = marks.beyond
    if most is not None:
        words = QCoreApplication.translate("NetworkView", "y up to {value}").format(value=compact(most))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, words)
    if least is not None:
        words = QCoreApplication.translate("NetworkView", "y down to {value}").format(value=compact(least))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignBottom, words)
