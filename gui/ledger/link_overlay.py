"""One line over the whole window that joins an example's tile, its place on the curve, and its right answer's bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.ledger.curve_axes import region_without
from gui.theme.tokens import Theme
from gui.widgets.qt_overrides import ReportsExceptions

Line = Sequence[QPointF]
MARGIN = 6


class LinkOverlay(ReportsExceptions, QWidget):
    """A transparent layer, as large as its lines; in nobody's way, and hidden where there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_link")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = Theme()
        self._lines: tuple[QPolygonF, ...] = ()
        self._spared: tuple[QRectF, ...] = ()
        self.hide()

    @property
    def lines(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """What is drawn, in the parent's px."""
        return tuple(tuple((point.x(), point.y()) for point in line.toList()) for line in self._lines)

    def show_lines(self, lines: Sequence[Line], theme: Theme, spared: Sequence[QRectF] = ()) -> None:
        """Draw these, in the parent's px, in this theme, but not where they would cross what is `spared`.

        None hides the layer.
        """
        self._spared = tuple(spared)
        self._theme, self._lines = theme, tuple(QPolygonF(list(line)) for line in lines)
        if not self._lines:
            self.hide()
            return
        around = QRect()
        for line in self._lines:
            around = around.united(line.boundingRect().toAlignedRect())
        self.setGeometry(around.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(-self.pos())
        painter.setClipRegion(region_without(QRectF(self.geometry()), self._spared))
        # Seen on any shade of the wall.
        for token, width in (("canvas", 3.0), ("text", 1.0)):
            pen = QPen(self._theme.colour(token), width * self._theme.line_scale)
            painter.setPen(pen)
            for line in self._lines:
                painter.drawPolyline(line)
        painter.end()
