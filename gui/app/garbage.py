"""Python's garbage is looked for in the window's thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from gui.widgets.qt_overrides import ReportsExceptions

EVERY_MS = 1000


class GarbageCollector(ReportsExceptions, QObject):
    """Looks for cycles every second, as seldom as Python itself would, for as long as it is not stopped.

    Python looks for them in whatever thread makes objects. What it finds ends there: where a film is written beside the
    window, that would be widgets and painters, which Qt allows in its own thread only.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def collect(self) -> None:
        """Look through the oldest generation in which there is as much new as Python takes for enough."""
        for generation, (count, enough) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > enough:
                gc.collect(generation)
                break

    def stop(self) -> None:
        """Let Python look for it again."""
        self._timer.stop()
        gc.enable()
