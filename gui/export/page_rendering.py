"""Draws a page a few ms at a time, so that the window stays responsive."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

# The last one gives what was drawn.
Steps = Generator[QImage | bytes | None, None, None]


class PageRendering(QObject):
    """One sheet at a time: a step of it for each turn of the event loop."""

    drawn = Signal(object)
    """An image, or the bytes of an SVG."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._draw_on)

    @property
    def is_drawing(self) -> bool:
        """Whether a sheet is under way."""
        return self._steps is not None

    def start(self, steps: Steps) -> None:
        """Draw in these; `drawn` follows, unless it is stopped."""
        self.stop()
        self._steps = steps
        self._timer.start(0)

    def stop(self) -> None:
        """Draw no further."""
        self._timer.stop()
        if self._steps is not None:
            # Ends the painter, too.
            self._steps.close()
            self._steps = None

    def _draw_on(self) -> None:
        if self._steps is None:
            return
        try:
            made = next(self._steps)
        except BaseException:
            self.stop()
            raise
        if made is not None:
            self.stop()
            self.drawn.emit(made)
