"""The map of the right answers' y, and below it in words what its corners hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.ledger.confidence_map import AMBIGUOUS, BETWEEN, EASY, HARD, ConfidenceMapMarks, Corners
from gui.ledger.map_picture import MapPicture
from gui.ledger.map_words import claim_words, corner_words
from gui.theme.tokens import Theme
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.qt_overrides import ReportsExceptions


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
        self._column = column(self, (self.picture, 1), self._words)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours, sizes and type."""
        self._column.setSpacing(round(theme.px(4)))
        self._words.setFont(theme.font("caption"))
        self.picture.set_theme(theme)

    def show_map(self, marks: ConfidenceMapMarks | None, corners: Corners | None) -> None:
        """These examples, and what the corners hold of them."""
        self.picture.show_marks(marks)
        self._words.setText("" if corners is None else _words_of(corners))


def _words_of(corners: Corners) -> str:
    """A line for each; that of the hard ones also says what it does not."""
    lines = {corner: corner_words(corners, corner) for corner in (EASY, AMBIGUOUS, HARD, BETWEEN)}
    lines[HARD] += "  ·  " + claim_words()
    return "\n".join(lines.values())
