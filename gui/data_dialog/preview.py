"""A small picture of points in the plane or of a curve, as they will be learned from."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from core.data.dataset import Dataset
from core.engine.snapshots import even_sample
from gui.theme.class_marks import paint_points
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.painted import Painted

# Points reach a little beyond [-1, 1]; more of them than this would cover each other.
REACH = 1.25
MAX_POINTS = 1000
SIDE_PX = 190
MIN_STROKE_POINTS = 2
KEY_STEP = 0.05
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class DataPreview(Painted):
    """Shows the training examples; in `drawing` a curve can be drawn in it from left to right."""

    curve_drawn = Signal(object)
    """(k, 2) points of a finished stroke, x and y from -1 to 1."""

    def __init__(self) -> None:
        super().__init__("data_preview", SIDE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dataset: Dataset | None = None
        self._stroke: list[tuple[float, float]] = []
        self._drawing = False
        # The keyboard's pen: where it is, from -1 to 1; None until a key has moved it.
        self._pen: tuple[float, float] | None = None
        self._retranslate()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show these examples: of 2 inputs and classes, or of 1 input and a number each; None for none."""
        self._dataset = dataset
        self._stroke = []
        self.update()

    def set_drawing(self, drawing: bool) -> None:
        """Whether a curve is to be drawn here."""
        self._drawing, self._pen = drawing, None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if drawing else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)
        self._retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._theme.px(SIDE_PX))
        return QSize(side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drawing and event.button() == Qt.MouseButton.LeftButton:
            self._dataset = None
            self._stroke = [self._place(event.position())]
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke:
            self._stroke.append(self._place(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._finish()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the pen; Space lowers it, and lifts it where the curve ends."""
        key = Qt.Key(event.key())
        if not self._drawing or key not in (*MOVES, Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        x, y = self._pen or (-1.0, 0.0)
        if key == Qt.Key.Key_Space:
            if self._stroke:
                self._finish()
            else:
                self._dataset, self._stroke = None, [(x, y)]
        else:
            across, up = MOVES[key]
            x, y = min(1.0, max(-1.0, x + across * KEY_STEP)), min(1.0, max(-1.0, y + up * KEY_STEP))
            if self._stroke:
                self._stroke.append((x, y))
        self._pen = x, y
        self.update()

    def _finish(self) -> None:
        stroke, self._stroke = self._stroke, []
        if len({x for x, _ in stroke}) >= MIN_STROKE_POINTS:
            self.curve_drawn.emit(tuple(stroke))

    def _paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1.0))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        middle = self._at(0.0, 0.0)
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        if self._dataset is not None:
            self._paint_examples(painter, self._dataset)
        elif self._stroke:
            painter.setPen(QPen(self._theme.colour("plus"), 2.0))
            painter.drawPolyline(QPolygonF([self._at(x, y) for x, y in self._stroke]))
        elif self._drawing:
            painter.setPen(self._theme.colour("dim"))
            painter.setFont(self._theme.font("caption"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Draw a curve here."))
        if self._drawing and self.hasFocus():
            paint_focus(painter, self, self._theme)
            painter.drawEllipse(self._at(*(self._pen or (-1.0, 0.0))), 5.0, 5.0)

    def _paint_examples(self, painter: QPainter, dataset: Dataset) -> None:
        size = self._theme.px(2.2)
        X = dataset.X_train
        if dataset.is_regression:
            xs, ys, classes = X[:, 0], dataset.y_train[:, 0], np.zeros(len(X), np.int64)
        else:
            xs, ys, classes = X[:, 0], X[:, 1], dataset.y_train
        rows = even_sample(len(X), MAX_POINTS)
        xs, ys, classes = xs[rows], ys[rows], classes[rows]
        places = [self._at(x, y).toTuple() for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        paint_points(painter, places, classes.tolist(), size, self._theme)
        if len(rows) < len(X):
            painter.setPen(self._theme.colour("dim"))
            painter.setFont(self._theme.font("tick"))
            inset = round(self._theme.px(4))
            area = self.rect().adjusted(inset, inset, -inset, -inset)
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom, self.count_text(len(rows), len(X)))

    def count_text(self, drawn: int, count: int) -> str:
        """How many of the training examples are drawn."""
        return self.tr("{drawn} of {count} drawn").format(drawn=f"{drawn:,}", count=f"{count:,}")

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF((x / REACH + 1) / 2 * self.width(), (1 - y / REACH) / 2 * self.height())

    def _place(self, position: QPointF) -> tuple[float, float]:
        x = (2 * position.x() / max(1, self.width()) - 1) * REACH
        y = (1 - 2 * position.y() / max(1, self.height())) * REACH
        return min(1.0, max(-1.0, x)), min(1.0, max(-1.0, y))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The examples"))
        tip = self.tr("The training examples")
        if self._drawing:
            tip = self.tr(
                "Draw a curve from left to right; by keyboard: arrows move the pen, Space lowers and lifts it"
            )
        self.setToolTip(tip)
