"""Frames around parts of the window, while somebody reads about them: over everything, and in nobody's way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import Theme
from gui.widgets.qt_overrides import ReportsExceptions

# The line, and the ground's own colour on both sides of it, so that it is seen on any mark.
LINE_PX, EDGE_PX = 2.0, 1.0


class Spotlight(ReportsExceptions, QWidget):
    """A transparent layer over its whole parent; hidden where there is nothing to frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = Theme()
        self._rects: tuple[QRectF, ...] = ()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours."""
        self._theme = theme
        self.update()

    @property
    def rects(self) -> tuple[QRectF, ...]:
        """What is framed now, in the parent's pixels."""
        return self._rects

    def show_rects(self, rects: Sequence[QRectF]) -> None:
        """Frame these rectangles of the parent; none hides the layer."""
        self._rects = tuple(rects)
        parent = self.parentWidget()
        if not rects or parent is None:
            self.hide()
            return
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bounds = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = self._theme.px(4)
        for token, width in (("canvas", LINE_PX + 2 * EDGE_PX), ("text", LINE_PX)):
            painter.setPen(QPen(self._theme.colour(token), width))
            for rect in self._rects:
                painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2).intersected(bounds), radius, radius)
        painter.end()
