"""The map of the right answers' y, and below it in words of what it is, and what its corners hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from gui.ledger.confidence_map import AMBIGUOUS, BETWEEN, EASY, HARD, ConfidenceMapMarks, Corners
from gui.ledger.map_picture import MapPicture
from gui.ledger.map_words import claim_words, corner_words, measured_words
from gui.theme.tokens import Theme
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.tabs_and_scrolling import scrolling


class MapView(ReportsExceptions, QWidget):
    """The map, and below it what its corners hold.

    Attributes
    ----------
    picture : MapPicture
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_map_view")
        self.picture = MapPicture()
        self._words = new_label("ledger_map_corners", role="caption", wraps=True, is_plain=True)
        content = QWidget()
        self._column = column(content, (self.picture, 1), self._words)
        # In large type all of it is higher than the window.
        area = scrolling("ledger_map_scroll", content)
        area.verticalScrollBar().valueChanged.connect(lambda _: self.picture.moved.emit())
        column(self, area)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours, sizes and type."""
        self._column.setSpacing(round(theme.px(4)))
        self._words.setFont(theme.font("caption"))
        self.picture.set_theme(theme)

    def show_map(self, marks: ConfidenceMapMarks, corners: Corners, updates: NDArray[np.int64]) -> None:
        """These examples, over measurements after so many updates, and what the corners hold of them."""
        self.picture.show_marks(marks)
        each = (corner_words(corners, corner) for corner in (EASY, AMBIGUOUS, HARD, BETWEEN))
        self._words.setText("\n".join((measured_words(updates), *each, claim_words())))

    def clear(self) -> None:
        """There is no map."""
        self.picture.show_marks(None)
        self._words.setText("")
