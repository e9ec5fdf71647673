"""What keys lead to in a picture is heard once they rest: the focus stays, so no reader would read it by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.widgets.announcement import RESTS_MS, announce


class KeyReading(QObject):
    """Keys that are held down lead past much: only what they end at is said, and said again where they led no further.

    Parameters
    ----------
    widget : QWidget
        What has the keys; it says so while it has the keyboard.

    Attributes
    ----------
    keys : int
        How many keys have led somewhere.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._words = widget, widget.accessibleDescription
        self.keys = 0
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._tell)

    def start(self, words: Callable[[], str] | None = None) -> None:
        """A key has led somewhere; `words` say where, asked once the keys rest: else the widget's description."""
        self._words = self._widget.accessibleDescription if words is None else words
        self.keys += 1
        self._rest.start()

    def _tell(self) -> None:
        if self._widget.hasFocus():
            announce(self._widget, self._words())
