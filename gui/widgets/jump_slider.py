"""A slider whose handle comes to where one presses, and is held there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from gui.widgets.qt_overrides import ReportsExceptions


class JumpSlider(ReportsExceptions, QSlider):
    """As Qt's own, lying; a press beside the handle does not move it by a page, but to the pointed place."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self._handle_contains(at):
            # Held from now on: whoever hears of the new place does not put it elsewhere.
            self.setSliderDown(True)
            self.setSliderPosition(self._position_at(at))
        # The handle is under the pointer now, and follows it from here on.
        super().mousePressEvent(event)

    def _handle_contains(self, at: QPoint) -> bool:
        return self._rect(QStyle.SubControl.SC_SliderHandle).contains(at)

    def _position_at(self, at: QPoint) -> int:
        groove, handle = (
            self._rect(part)
            for part in (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
        )
        room = groove.width() - handle.width()
        place = at.x() - groove.x() - handle.width() // 2
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, room)

    def _rect(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
