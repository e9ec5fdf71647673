"""A menu that stays on its screen: where it is higher than that, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QActionEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QMenu, QStyle

from gui.widgets.qt_overrides import ReportsExceptions


class ScreenMenu(ReportsExceptions, QMenu):
    """Is no higher than the screen has room for, and says by an arrow at either end that there is more.

    That it scrolls, instead of growing into columns beyond the screen's edge, and how high its ends are that do it,
    stands in the style sheet. Three things are missing in Qt's own: where an item changes while the menu is open (the
    training has paused), it grows to the height of all its items; the first key to its end goes there unseen; and its
    arrows are as small as ever beside large type.
    """

    @property
    def hidden_above(self) -> bool:
        """Whether there are items above the first one that is seen."""
        return bool(self.actions()) and self.actionGeometry(self.actions()[0]).top() < 0

    @property
    def hidden_below(self) -> bool:
        """Whether there are items below the last one that is seen."""
        return bool(self.actions()) and self.actionGeometry(self.actions()[-1]).bottom() > self.height()

    def actionEvent(self, event: QActionEvent) -> None:
        before = self.height()
        super().actionEvent(event)
        if self.isVisible() and self.geometry().bottom() > self.screen().geometry().bottom():
            self.resize(self.width(), min(before, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.activeAction() is None and self.hidden_below:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        height = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuScrollerHeight, None, self)
        side = height / 4
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), max(1.0, side / 3)))
        for is_hidden, middle, way in (
            (self.hidden_above, height / 2, -1),
            (self.hidden_below, self.height() - height / 2, 1),
        ):
            if is_hidden:
                tip = QPointF(self.width() / 2, middle + way * side / 2)
                painter.drawPolyline(
                    [tip + QPointF(-side, -way * side), tip, tip + QPointF(side, -way * side)]
                )
