"""Theme, language, sizes and layouts: how it looks, and that it looks so again next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.app.app_state import StateStore
from gui.app.settings import Settings
from gui.app.translation import install_language
from gui.theme.tokens import make_theme

if TYPE_CHECKING:
    from gui.app.window_frame import WindowFrame

SMALLEST, LARGEST, PROJECTOR = 0.8, 2.0, 1.5


class AppearancePresenter(QObject):
    """One concern: the look, and remembering it."""

    # Qt notifies widgets; this signal notifies presenters that write into widgets.
    language_changed = Signal()

    def __init__(
        self, window: WindowFrame, settings: Settings, store: StateStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._store = store
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def restore(self) -> None:
        """Take up the look that was left last time."""
        settings = self._settings
        scale = min(LARGEST, max(SMALLEST, settings.scale))
        self._store.update(theme=settings.theme, language=settings.language, scale=scale)
        self._apply_theme()
        problem = settings.problem()
        if problem:
            self._window.message_bar.show_message(problem, "info", [])

    def restore_geometry(self) -> bool:
        """Put the window and its panels where they were; False when nothing was remembered."""
        geometry, state = self._settings.geometry, self._settings.window_state
        if geometry is None or not self._window.restoreGeometry(geometry):
            return False
        if state is not None:
            self._window.restoreState(state)
        return True

    def remember(self) -> None:
        """Keep it for the next time."""
        settings, state = self._settings, self._store.state
        settings.theme = state.theme
        settings.scale = state.scale
        settings.speed = state.speed
        settings.waves = state.waves
        settings.reduced_motion = state.reduced_motion
        if not self._window.is_projecting:
            settings.geometry = self._window.saveGeometry()
            settings.window_state = self._window.saveState()
        settings.sync()

    def set_theme(self, name: str) -> None:
        """``system``, ``light`` or ``dark``."""
        self._store.update(theme=name)
        self._apply_theme()

    def set_language(self, name: str) -> None:
        """``system``, or one of the languages."""
        self._settings.language = name
        self._store.update(language=name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_language(app, name)
        self.language_changed.emit()

    def set_scale(self, scale: float) -> None:
        """Take this size of type, within bounds."""
        self._store.update(scale=round(min(LARGEST, max(SMALLEST, scale)), 1))
        self._apply_theme()

    def change_scale(self, by: float) -> None:
        """Larger or smaller type."""
        self.set_scale(self._store.state.scale + by)

    def set_layout(self, name: str) -> None:
        """``watch``, ``examine`` or ``projector``."""
        self._window.show_layout(name)
        self._store.update(layout=name)
        self._apply_theme()

    def toggle_projector(self) -> None:
        """Into the projector's layout, and back."""
        self.set_layout("watch" if self._window.is_projecting else "projector")

    def _apply_theme(self) -> None:
        state, projecting = self._store.state, self._window.is_projecting
        scale = max(state.scale, PROJECTOR) if projecting else state.scale
        self._window.set_theme(make_theme(state.theme, scale, PROJECTOR if projecting else 1.0))

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        if self._store.state.theme == "system":
            self._apply_theme()
