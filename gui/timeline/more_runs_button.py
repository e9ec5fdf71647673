"""The button beside the lanes that says how many runs have none, and leads to the list of all."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton, QWidget

from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.labels import line_height
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated


class MoreRunsButton(Translated, ReportsExceptions, QPushButton):
    """Hidden while every run has a lane."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tab_button(self, "timeline_more")
        self.setProperty("role", "more")
        self._more, self._theme = 0, Theme()
        self.hide()
        self._retranslate()

    def show_more(self, more: int, place: QRectF, theme: Theme) -> None:
        """So many runs have no lane; it stands in the middle of this place, in px."""
        self.setVisible(more > 0)
        if more <= 0:
            return
        self._more, self._theme = more, theme
        self._write(place.width())
        high = round(line_height(theme.font("tick")) + theme.px(4))
        top = round(place.center().y() - high / 2)
        self.setGeometry(QRect(round(place.left()), top, int(place.width()), high))

    def _write(self, room: float) -> None:
        count = f"{self._more:,}"
        text = self.tr("+{count} more").format(count=count)
        # The style sheet gives it this type, and a border of 2 px while it has the keyboard.
        if QFontMetricsF(self._theme.font("tick")).horizontalAdvance(text) + 4 > room:
            text = f"+{count}"
        tip = self.tr("{count} more runs have no room here: show the list of all runs").format(count=count)
        if self._more == 1:
            tip = self.tr("1 more run has no room here: show the list of all runs")
        set_words(self, text, tip, tip)

    def _retranslate(self) -> None:
        self._write(self.width())
