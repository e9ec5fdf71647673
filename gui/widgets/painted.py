"""A picture that is painted in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.tokens import Theme
from gui.widgets.translated import Translated


class Painted(Translated, QWidget):
    """As wide as there is room, and `height_px` high at 100 %; subclasses paint on the canvas's colour."""

    def __init__(self, name: str, height_px: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = Theme()
        self._height_px = height_px

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(self._theme.px(self._height_px)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        """Paint what it shows."""
