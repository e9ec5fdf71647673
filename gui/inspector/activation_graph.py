"""A small graph of an activation function, with the neuron's own point on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.exchange.table import Column
from core.nn.activations import ACTIVATIONS, Workspace, activation_named
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact
from gui.widgets.painted import Painted

HEIGHT_PX, MIN_REACH, PLACES = 96, 4.0, 121


def curve_of(name: str, reach: float) -> np.ndarray:
    """(k, 2): z from -reach to reach, and f(z)."""
    z = np.linspace(-reach, reach, PLACES)[None]
    f = np.empty_like(z)
    activation_named(name).apply(z, f, Workspace(z.shape, z.dtype))
    return np.stack([z[0], f[0]], axis=1)


class ActivationGraph(Painted):
    """f over z, and a dot at (z, f(z)); nothing for softmax, which is no function of one z."""

    def __init__(self) -> None:
        super().__init__("activation_graph", HEIGHT_PX)
        self._name, self._z = "identity", 0.0
        self._retranslate()

    def show_point(self, name: str, z: float, is_output: bool) -> None:
        """Show this activation, and its value at this z."""
        self.setVisible(name in ACTIVATIONS and not (is_output and name == "softmax"))
        if (name, z) != (self._name, self._z):
            self._name, self._z = name, z
            self.update()

    def figure(self) -> Figure | None:
        """The graph and its points; the neuron's own is the first row."""
        z = np.array([[self._z]], np.float64)
        f = np.empty_like(z)
        activation_named(self._name).apply(z, f, Workspace(z.shape, z.dtype))
        points = np.concatenate([[[z[0, 0], f[0, 0]]], curve_of(self._name, self.reach)])
        is_own = np.arange(len(points)) == 0
        return self._figure_of(
            (Column("the neuron", is_own), Column("z", points[:, 0]), Column("f(z)", points[:, 1]))
        )

    @property
    def reach(self) -> float:
        """The graph goes from minus this z to this z."""
        return max(MIN_REACH, 1.2 * abs(self._z)) if np.isfinite(self._z) else MIN_REACH

    @property
    def range(self) -> tuple[float, float]:
        """The f(z) at the bottom and at the top; 0 is among them."""
        f = curve_of(self._name, self.reach)[:, 1]
        return min(0.0, float(f.min())), max(1e-9, float(f.max()))

    def places(self) -> tuple[np.ndarray, tuple[float, float] | None]:
        """(k, 2) px of the curve, and the dot's place; None where z is not finite."""
        reach, (low, high) = self.reach, self.range
        curve = curve_of(self._name, reach)
        line = self._theme.px(15)
        area = QRectF(self.rect()).adjusted(4, line, -4, -line)

        def place(points: np.ndarray) -> np.ndarray:
            x = area.left() + (points[:, 0] / reach + 1) / 2 * area.width()
            y = area.bottom() - (points[:, 1] - low) / (high - low) * area.height()
            return np.stack([x, y], axis=1)

        if not np.isfinite(self._z):
            return place(curve), None
        z = np.array([[self._z]])
        f = np.empty_like(z)
        activation_named(self._name).apply(z, f, Workspace(z.shape, z.dtype))
        x, y = place(np.stack([z[0], f[0]], axis=1))[0]
        return place(curve), (float(x), float(y))

    def _paint(self, painter: QPainter) -> None:
        curve, dot = self.places()
        painter.setPen(QPen(self._theme.colour("line"), 1.0))
        painter.drawLine(QPointF(self.width() / 2, 0), QPointF(self.width() / 2, self.height()))
        painter.setPen(QPen(self._theme.colour("dim"), 1.6 * self._theme.line_scale))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in curve.tolist()]))
        if dot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("text"))
            painter.drawEllipse(QPointF(*dot), self._theme.px(4), self._theme.px(4))
        self._paint_numbers(painter)

    def _paint_numbers(self, painter: QPainter) -> None:
        """What stands at the four edges."""
        painter.setPen(self._theme.colour("dim"))
        painter.setFont(self._theme.font("tick"))
        room = QRectF(self.rect()).adjusted(4, 1, -4, -1)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        low, high = map(compact, self.range)
        painter.drawText(room, left | Qt.AlignmentFlag.AlignTop, f"f  {low} … {high}")
        painter.drawText(room, left | Qt.AlignmentFlag.AlignBottom, f"z = {compact(-self.reach)}")
        painter.drawText(room, right | Qt.AlignmentFlag.AlignBottom, compact(self.reach))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The activation function"))
        self.setToolTip(self.tr("f over z; the dot is this neuron's z and f(z)"))
