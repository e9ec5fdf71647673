"""The dialog of preferences: it shows the state, and issues the same commands as the menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.engine.commands import SetHistorySize
from gui.app.app_state import AppState, StateStore
from gui.app.window_frame import WindowFrame

if TYPE_CHECKING:
    from gui.app.preferences import Preferences


class PreferencesPresenter(QObject):
    """One concern: what is chosen once and kept.

    Parameters
    ----------
    issue : callable
        Issues a command.
    """

    def __init__(
        self,
        window: WindowFrame,
        store: StateStore,
        issue: Callable[[object], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        self._issue = issue
        self._theme = window.theme
        # The window takes on another look once all know of it.
        self._theme_timer = QTimer(self)
        self._theme_timer.setSingleShot(True)
        self._theme_timer.timeout.connect(self._follow_theme)
        store.changed.connect(self._on_history_size)
        window.actions_["action_preferences"].triggered.connect(lambda: self.open("look"))
        window.actions_["action_keys"].triggered.connect(lambda: self.open("keys"))

    @cached_property
    def _dialog(self) -> Preferences:
        # Loaded and made when it is first asked for: it would add to the start of the app.
        from gui.app.preferences import Preferences

        dialog = Preferences(self._window.key_bindings, self._window)
        dialog.command_wanted.connect(self._issue)
        self._store.changed.connect(self._on_state_changed)
        return dialog

    def open(self, page: str) -> None:
        """Open the dialog at its page "look" or "keys"."""
        self._set_theme()
        self._dialog.begin(self._store.state, page)

    def _on_history_size(self, before: AppState, now: AppState) -> None:
        if now.history_mb != before.history_mb:
            self._issue(SetHistorySize(now.history_mb << 20))

    def _on_state_changed(self, _before: AppState, now: AppState) -> None:
        self._dialog.show_state(now)
        self._theme_timer.start()

    def _follow_theme(self) -> None:
        if self._window.theme is not self._theme:
            self._set_theme()

    def _set_theme(self) -> None:
        self._theme = self._window.theme
        self._dialog.set_theme(self._theme)
