"""The signs of what a fill cannot tell: + for beyond the full colour, ! for no finite number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.network.marks.mark_types import NeuronMarks
from gui.network.painting.neuron_sprites import ROOMY_RADIUS
from gui.theme.tokens import Theme

# A cell of this size, in px, has room for a sign of its own.
ROOMY_CELL = (6.0, 8.0)
# Below a column: the line under it, and half the height of the sign under the line.
LINE_PX, HALF_SIGN_PX = 2.0, 4.0
# Columns that are nearer to each other than this share a sign.
NEAREST_SIGNS_PX = 12.0


def paint_signs(
    painter: QPainter, layers: Sequence[NeuronMarks], theme: Theme, has_names: bool = False
) -> None:
    """+ in a neuron whose |a| is beyond the full colour, ! in one whose a or δ is no finite number.

    Where discs have names in them, + stands small at the lower edge. Cells without room for a sign have it below their
    column, under a line.
    """
    columns = []
    for marks in layers:
        if not (marks.has_beyond or marks.broken.size and marks.broken.any()):
            continue
        broken = marks.broken if marks.broken.size else np.zeros(len(marks.x), np.bool_)
        if marks.cell is not None and (marks.cell[0] < ROOMY_CELL[0] or marks.cell[1] < ROOMY_CELL[1]):
            columns.append(marks)
        else:
            _paint_in_neurons(painter, marks, broken, theme, has_names)
    for near in _near(columns, theme.px(NEAREST_SIGNS_PX)):
        _paint_below(painter, near, theme)


def _paint_in_neurons(
    painter: QPainter, marks: NeuronMarks, broken: NDArray[np.bool_], theme: Theme, has_names: bool
) -> None:
    radius, lift = marks.radius, 0.0
    if marks.cell is not None:
        # In the upper part, which shows a.
        radius, lift = min(marks.cell) / 2, marks.cell[1] / 6
    half, lower = max(2.0, (0.45 if marks.cell is None else 0.75) * radius), 0.0
    if has_names and marks.cell is None and radius >= ROOMY_RADIUS:
        half, lower = max(2.0, 0.2 * radius), 0.72 * radius
    for place in np.flatnonzero(marks.beyond | broken).tolist():
        at = QPointF(float(marks.x[place]), float(marks.y[place]) - lift)
        if broken[place]:
            _paint_exclamation(painter, at, half, max(1.6, 0.2 * radius) * theme.line_scale, theme)
        else:
            _paint_plus(painter, at + QPointF(0, lower), half, "canvas", theme)


def _near(columns: Sequence[NeuronMarks], apart: float) -> Iterator[list[NeuronMarks]]:
    """The columns in groups: within one, each is at most so far from the next."""
    group: list[NeuronMarks] = []
    for marks in columns:
        if group and float(marks.x[0] - group[-1].x[0]) > apart:
            yield group
            group = []
        group.append(marks)
    if group:
        yield group


def _paint_below(painter: QPainter, columns: Sequence[NeuronMarks], theme: Theme) -> None:
    """A line under each of these columns, and under the lines the signs of what is in them."""
    half, line = theme.px(HALF_SIGN_PX), LINE_PX * theme.line_scale
    foot = max(float(marks.y[-1]) + _height(marks) / 2 for marks in columns) + 1
    if painter.hasClipping():
        # Of an enlarged network the columns end out of sight.
        foot = min(foot, painter.clipBoundingRect().bottom() - line - 2 * half - 2)
    for marks in columns:
        assert marks.cell is not None
        under = QRectF(float(marks.x[0]) - marks.cell[0] / 2, foot, marks.cell[0], line)
        painter.fillRect(under, theme.colour("error" if marks.broken.any() else "text"))
    signs = [any(marks.has_beyond for marks in columns), any(marks.broken.any() for marks in columns)]
    middle = QPointF((float(columns[0].x[0]) + float(columns[-1].x[0])) / 2, foot + line + half + 1)
    aside = QPointF(half, 0) if all(signs) else QPointF(0, 0)
    if signs[0]:
        _paint_plus(painter, middle - aside, half - 1, "text", theme)
    if signs[1]:
        _paint_exclamation(painter, middle + aside, half, 1.6 * theme.line_scale, theme)


def _height(marks: NeuronMarks) -> float:
    return float(marks.y[1] - marks.y[0]) if len(marks.y) > 1 else (marks.cell or (0.0, 0.0))[1]


def _paint_plus(painter: QPainter, at: QPointF, half: float, token: str, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour(token), 1.4 * theme.line_scale))
    painter.drawLine(at - QPointF(half, 0), at + QPointF(half, 0))
    painter.drawLine(at - QPointF(0, half), at + QPointF(0, half))


def _paint_exclamation(painter: QPainter, at: QPointF, half: float, width: float, theme: Theme) -> None:
    # First an edge around it: its colour alone would not stand out from a fill.
    for token, wide, longer in (("canvas", width + 2, 1.0), ("error", width, 0.0)):
        pen = QPen(theme.colour(token), wide)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(at - QPointF(0, half + longer), at)
        painter.drawLine(at + QPointF(0, 0.75 * half - longer), at + QPointF(0, half + longer))
