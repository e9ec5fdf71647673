"""Whoever listens hears how close a picture is looked at: of keys and of the wheel once, when they rest."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from gui.widgets.announcement import RESTS_MS, announce

Seen = tuple[Hashable, Hashable]
"""Of which picture in which room, and how close: only where the former stays has somebody zoomed."""


class ZoomAnnouncement(QObject):
    """One concern: a sentence when a picture is enlarged, or made smaller again.

    Parameters
    ----------
    widget : QWidget
        What is zoomed; it says so.
    changed : SignalInstance
        Emitted by it when it may have been.
    seen : callable
        What is in sight now.
    words : callable
        The sentence; "" for none.
    """

    def __init__(
        self, widget: QWidget, changed: SignalInstance, seen: Callable[[], Seen], words: Callable[[], str]
    ) -> None:
        super().__init__(widget)
        self._widget, self._seen, self._words = widget, seen, words
        self._before = seen()
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._tell)
        changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        (of_before, close_before), (of, close) = self._before, self._seen()
        self._before = of, close
        if of == of_before and close != close_before:
            self._rest.start()

    def _tell(self) -> None:
        if self._widget.isVisible():
            announce(self._widget, self._words())
