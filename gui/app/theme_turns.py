"""A new look for the whole window, put on in short turns of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from gui.app.hidden_windows import give_back_picture
from gui.app.window_turns import WindowTurns
from gui.theme.fitting_type import FittingType
from gui.theme.kept_faces import keep_faces
from gui.theme.style_sheet import apply_theme
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear


class Themed(Protocol):
    """A part that takes on a look."""

    def set_theme(self, theme: Theme) -> object:
        """Take on this look."""


@dataclass(frozen=True)
class Turn:
    """A turn that is a call."""

    set_theme: Callable[[Theme], object]


class ThemeTurns:
    """Gives a look to the application, then to one part of the window after the other.

    Parameters
    ----------
    turns : WindowTurns
        The window's.
    parts : callable
        All that has a look of its own, asked for when a look begins.
    arranged : callable
        What arranges the parts, once all have the look and before the window is painted, likewise in turns.
    """

    def __init__(
        self,
        turns: WindowTurns,
        parts: Callable[[], Iterable[Themed]],
        arranged: Callable[[], Iterable[Themed]],
    ) -> None:
        self._turns = turns
        self._parts = parts
        self._arranged = arranged

    def begin(self, theme: Theme) -> None:
        """Take on this look everywhere; one that is being taken on gives way to it."""
        self._turns.begin("look", self._take_on(theme))

    def _take_on(self, theme: Theme) -> Iterator[None]:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        keep_faces()
        apply_theme(app, theme)
        yield
        for part in self._parts():
            part.set_theme(theme)
            yield
        for dialog in QApplication.topLevelWidgets():
            # A window of several parts has no sheet itself.
            if Shiboken.isValid(dialog) and dialog.isVisible() and dialog.styleSheet():
                _wear_anew(dialog, theme)
                yield
        # Pictures of the look before, which nobody sees any more: of whole windows, and of what Qt has drawn in them.
        for window in QApplication.topLevelWidgets():
            give_back_picture(window)
        QPixmapCache.clear()
        yield
        for part in self._arranged():
            # Also what the one before has asked for.
            self._turns.ask_for_layouts()
            part.set_theme(theme)
            yield


def _wear_anew(dialog: QWidget, theme: Theme) -> None:
    """Have a dialog that is open look like the theme, at the size that its own type has room for."""
    own = dialog.findChild(FittingType, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if own is None:
        wear(dialog, theme)
    else:
        own.set_theme(theme)
