"""A small figure for tests."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from core.exchange.table import Column
from gui.figures.frozen_figure import FrozenFigure
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers

VALUES = np.array([0.1, 2.0, -0.5], np.float32)


def paint(painter: QPainter, theme: Theme) -> None:
    """A line and a text, and something beyond the edge."""
    painter.fillRect(QRectF(0, 0, 120, 60), theme.colour("canvas"))
    painter.setPen(theme.colour("text"))
    painter.drawLine(0, 10, 100, 10)
    painter.setFont(theme.font("tick"))
    painter.drawText(QRectF(0, 20, 120, 20), Qt.AlignmentFlag.AlignLeft, "axis 0.5")
    painter.fillRect(QRectF(0, 60, 200, 100), theme.colour("plus"))


def figure_of(*numbers: Numbers, is_table: bool = False, what: str = "A plot") -> Figure:
    """A dark one of update 7, run 0."""
    numbers = numbers or (Numbers((Column("w", VALUES),)),)
    return Figure(what, "plot", (120, 60), Theme("dark"), paint, numbers, 0, 7, is_table)


def frozen_of(*numbers: Numbers, is_table: bool = False, what: str = "A plot") -> FrozenFigure:
    """The same, frozen."""
    figure = figure_of(*numbers, is_table=is_table, what=what)
    return FrozenFigure(figure, "seed 0", 7, f"{what}  ·  update 7  ·  L\u00a0=\u00a01.5  ·  seed 0")
