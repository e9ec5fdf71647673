"""A new look for the whole window, put on in short turns of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from PySide6.QtWidgets import QApplication

from gui.app.window_turns import WindowTurns
from gui.theme.style_sheet import apply_theme, remove_style_sheet
from gui.theme.tokens import Theme


class Themed(Protocol):
    """A part that takes on a look."""

    def set_theme(self, theme: Theme) -> object:
        """Take on this look."""


class ThemeTurns:
    """Gives a look to the application, then to one part of the window after the other.

    Parameters
    ----------
    turns : WindowTurns
        The window's.
    parts : callable
        All that has a look of its own, asked for when a look begins.
    on_finished : callable
        Called with the look when all parts have it, before the window is painted.
    """

    def __init__(
        self,
        turns: WindowTurns,
        parts: Callable[[], Iterable[Themed]],
        on_finished: Callable[[Theme], object],
    ) -> None:
        self._turns = turns
        self._parts = parts
        self._on_finished = on_finished

    def begin(self, theme: Theme) -> None:
        """Take on this look everywhere; one that is being taken on gives way to it."""
        self._turns.begin("look", self._take_on(theme))

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
        self._turns.ask_for_layouts()
        self._on_finished(theme)
        # To paint all of the window is long enough for a turn of its own.
        yield
