"""The picture of a widget that was resized, made anew when it is to be seen: once, and not two of them in one turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import Theme

# The next picture is made so much later, so that the one before is painted first.
NEXT_MS = 5


class SizeFollower(QObject):
    """Knows whether a picture is of another size than its widget, and has it made anew.

    Parameters
    ----------
    widget : QWidget
        It calls `note` when it is resized.
    renew : callable
        Makes its picture anew.
    """

    # Whether one has been made in this turn of the event loop.
    _is_turn_taken = False

    def __init__(self, widget: QWidget, renew: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._renew = widget, renew
        self._is_due = self._was_seen = False
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._take_turn)

    @property
    def is_due(self) -> bool:
        """Whether the picture is of another size than the widget."""
        return self._is_due

    def note(self) -> None:
        """The widget was resized. While a window is laid out that may come several times: nothing is made yet."""
        self._is_due = True
        self._was_seen = self._widget.isVisible() and not self._widget.isWindow()
        self._widget.update()

    def follow(self) -> None:
        """Make the picture anew, if it is of another size."""
        if self._is_due:
            self._is_due = False
            if not SizeFollower._is_turn_taken:
                SizeFollower._is_turn_taken = True
                QTimer.singleShot(0, SizeFollower._end_turn)
            self._renew()

    def drop(self) -> None:
        """The picture was made anew for another reason, in the size of now."""
        self._is_due = False

    def follow_in_turn(self, has_picture: bool) -> bool:
        """Make the picture anew, as `follow`, before it is painted; or in a turn of the event loop after that.

        All of a window that is being resized is painted at once, of which the pictures would be most. So each one that
        is on screen stays a little longer, where it is and with its own axes: True. Then one is made in each turn.
        """
        if self._is_due and self._was_seen and has_picture and self._widget.updatesEnabled():
            self._turn.start(0)
            return True
        self.follow()
        return False

    def _take_turn(self) -> None:
        if SizeFollower._is_turn_taken:
            self._turn.start(NEXT_MS)
        elif self._is_due:
            self.follow()
            self._widget.update()

    @staticmethod
    def _end_turn() -> None:
        SizeFollower._is_turn_taken = False


def follow_sizes(window: QWidget) -> None:
    """Make all pictures in a window anew that are of another size: it is about to be kept as it is."""
    for follower in window.findChildren(SizeFollower):
        follower.follow()


def paint_pixels(painter: QPainter, widget: QWidget, pixels: QPixmap | QImage, theme: Theme) -> None:
    """Paint a widget's picture, and the ground beside one that is still of a smaller size, or where there is none."""
    covered = pixels.deviceIndependentSize()
    if covered.width() < widget.width() or covered.height() < widget.height():
        painter.fillRect(widget.rect(), theme.colour("canvas"))
    if isinstance(pixels, QImage):
        painter.drawImage(0, 0, pixels)
    else:
        painter.drawPixmap(0, 0, pixels)
