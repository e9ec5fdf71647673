"""A new look for the whole window, put on in short turns of the event loop where that is possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.steps import take_step
from gui.theme.style_sheet import apply_theme, remove_style_sheet
from gui.theme.tokens import Theme


class Themed(Protocol):
    """A part that takes on a look."""

    def set_theme(self, theme: Theme) -> object:
        """Take on this look."""


class ThemeTurns(QObject):
    """Gives a look to the application, then to one part of the window after the other.

    All at once is a silence that one notices. Where only colours change, nothing is laid out anew, and it takes some
    turns of the event loop, with nothing painted in between.

    Parameters
    ----------
    window : QWidget
        Is not painted meanwhile.
    parts : callable
        All that has a look of its own, asked for when a look begins.
    on_finished : callable
        Called with the look when all parts have it, before the window is painted.
    """

    def __init__(
        self,
        window: QWidget,
        parts: Callable[[], Iterable[Themed]],
        on_finished: Callable[[Theme], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._on_finished = on_finished
        self._turns: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self, theme: Theme) -> None:
        """Take on this look everywhere."""
        self._turns = self._take_on(theme)
        window = self._window
        in_turns = window.isVisible() and QApplication.font() == theme.font("body")
        window.setUpdatesEnabled(False)
        self._next()
        while not in_turns and not window.updatesEnabled():
            self._next()

    def _next(self) -> None:
        goes_on = False
        try:
            goes_on = take_step(self._turns)
        finally:
            # Also where a part has failed: the window is not to stay without painting for good.
            if goes_on:
                self._timer.start()
            else:
                self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._window.setUpdatesEnabled(True)
        # On X11 an update that was asked for meanwhile is never painted, and none is posted after it.
        self._window.repaint()

    def _take_on(self, theme: Theme) -> Iterator[None]:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        remove_style_sheet(app, theme)
        yield
        apply_theme(app, theme)
        yield
        for part in self._parts():
            part.set_theme(theme)
            yield
        self._on_finished(theme)
