"""What the user chooses to see: the look, the layout, and what the picture of the network shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.engine.snapshot import Snapshot
from gui.app.app_state import KEPT, SIGNS, StateStore
from gui.app.settings import LARGEST_SCALE, PROJECTOR, SIZES, SMALLEST_SCALE, Settings
from gui.app.translation import install_language
from gui.app.window_frame import WindowFrame
from gui.network.geometry.shapes import Layout
from gui.network.marks.no_room_text import why_no_names, why_no_tiles, why_nothing_unfolds
from gui.presenters.network_presenter import NetworkPresenter
from gui.theme.font_families import font_families
from gui.theme.kept_faces import keep_faces
from gui.theme.tokens import Theme, make_theme

# What was chosen is in the file so soon after the last choice: a window may be killed.
KEPT_AFTER_MS = 1000
# Lines on a projector, against those on a screen.
PROJECTOR_LINES = 1.5


class AppearancePresenter(QObject):
    """One concern: what is chosen, what comes of it at once, and that it is so again next time."""

    # Qt notifies widgets; this signal notifies presenters that write into widgets.
    language_changed = Signal()

    def __init__(
        self,
        window: WindowFrame,
        network: NetworkPresenter,
        settings: Settings,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._network = network
        self._settings = settings
        self._store = store
        self._layout_before = "watch"
        self._keeping = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keeping.timeout.connect(settings.sync)
        view = window.network_view
        # What comes of another value of a field of the state.
        self._effects: dict[str, Callable[[Any], object]] = {
            "theme": self._apply_theme,
            "scale": self._apply_theme,
            "projector_scale": self._apply_theme,
            "layout": self._show_layout,
            "language": self._install_language,
            "edge_value": network.set_edge_picture,
            "edge_budget": self._set_edge_budget,
            "edge_sign": lambda sign: view.set_sign(SIGNS[sign]),
            "waves": self._set_motion,
            "reduced_motion": self._set_motion,
            "same_scale": view.set_same_scale,
            "scales_locked": view.set_scales_locked,
            "expanded": self._expand,
            "preferred_classes": self._show_preferred_classes,
            "tiles_of_example": self._show_tiles_of_example,
            "single_letters": window.key_bindings.set_single_letters,
            "keys": window.key_bindings.restore,
            # Another presenter has them shown (`gui.presenters.curves_presenter`).
            "curve": lambda _: None,
            "smoothing": lambda _: None,
            # It is looked at when a session is saved.
            "data_in_session": lambda _: None,
            # The engine is told of it (`gui.presenters.preferences_presenter`).
            "history_mb": lambda _: None,
        }
        # Another picture of the connections begins with both, and the legend's signs are pressed in the picture.
        names = {sign: name for name, sign in SIGNS.items()}
        view.sign_changed.connect(lambda sign: store.update(edge_sign=names[sign]))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def restore(self) -> None:
        """Take up what was chosen last time; the language is in force already."""
        kept = {name: getattr(self._settings, name) for name in KEPT}
        self._store.update(**kept)
        for name in ("edge_budget", "waves", "theme", "single_letters", "keys"):
            self._effects[name](kept[name])
        problem = self._settings.problem()
        if problem:
            self._window.message_bar.show_message(problem)

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
        self._keeping.stop()
        for name in KEPT:
            setattr(settings, name, getattr(state, name))
        settings.speed = state.speed
        if state.layout != "projector":
            settings.geometry = self._window.saveGeometry()
            settings.window_state = self._window.saveState()
        settings.sync()

    def choose(self, name: str, value: Any) -> None:
        """Take this value of a field of `AppState`; a scale is brought within its bounds."""
        if name == "scale" and self._is_projecting:
            name, value = "projector_scale", value * PROJECTOR
        if name in ("scale", "projector_scale"):
            value = round(min(LARGEST_SCALE, max(SMALLEST_SCALE, value)), 2)
        if name == "layout" and not self._is_projecting:
            self._layout_before = self._store.state.layout
        self._store.update(**{name: value})
        self._keep(name, value)
        self._effects[name](value)

    def choose_several(self, values: Mapping[str, Any]) -> None:
        """Take these values of fields as they are, and do once what comes of all of them."""
        self._store.update(**values)
        for name, value in values.items():
            self._keep(name, value)
        # Theme and sizes have one effect in common.
        for effect, value in {self._effects[name]: value for name, value in values.items()}.items():
            effect(value)

    def _keep(self, name: str, value: Any) -> None:
        """Have a value that is kept for the next time written soon."""
        if name in KEPT:
            setattr(self._settings, name, value)
            self._keeping.start()

    def toggle(self, name: str) -> None:
        """Switch this field of `AppState` on or off."""
        self.choose(name, not getattr(self._store.state, name))

    @property
    def _is_projecting(self) -> bool:
        return self._store.state.layout == "projector"

    @property
    def scale(self) -> float:
        """The size in force: each press of a key begins there, so that it is seen."""
        return self._store.state.scale_in_force

    def change_scale(self, by: int) -> None:
        """Larger or smaller type, by so many of the sizes that there are."""
        now = self.scale
        sizes = [size for size in SIZES if (size > now if by > 0 else size < now)]
        if by and sizes:
            size = sizes[min(by, len(sizes)) - 1] if by > 0 else sizes[max(by, -len(sizes))]
            self.choose("scale", size / PROJECTOR if self._is_projecting else size)

    def toggle_projector(self) -> None:
        """Into the projector's layout, and back to the one that was there before."""
        self.choose("layout", self._layout_before if self._is_projecting else "projector")

    def zoom(self, how: str) -> None:
        """Nearer ("in"), farther ("out"), or the whole network ("fit")."""
        view = self._window.network_view
        {"in": view.enlarge, "out": view.reduce, "fit": view.show_whole}[how]()

    # --- effects

    def _apply_theme(self, _value: object = None) -> None:
        self._window.set_theme(self._theme)

    @property
    def _theme(self) -> Theme:
        lines = PROJECTOR_LINES if self._is_projecting else 1.0
        return make_theme(self._store.state.theme, self.scale, lines)

    def _show_preferred_classes(self, shown: bool) -> None:
        self._window.network_view.set_preferred_classes(shown)
        if shown:
            self._say_why(lambda snapshot, layout: why_no_names(snapshot, layout, self._theme))

    def _expand(self, expanded: bool) -> None:
        self._window.network_view.expand(expanded)
        if expanded:
            self._say_why(lambda _snapshot, layout: why_nothing_unfolds(layout))

    def _show_tiles_of_example(self, of_example: bool) -> None:
        self._window.network_view.set_tiles_of_example(of_example)
        if of_example:
            self._say_why(why_no_tiles)

    def _say_why(self, why: Callable[[Snapshot, Layout], str]) -> None:
        """Why nothing, or not everything, is to be seen of what was asked for."""
        view = self._window.network_view
        snapshot, layout = view.displayed_snapshot, view.layout_shown
        if snapshot is not None and layout is not None and why(snapshot, layout):
            self._window.message_bar.show_message(lambda: why(snapshot, layout))

    def _show_layout(self, name: str) -> None:
        self._window.show_layout(name)
        # The window's new size is still to come: all of it comes to parts that have the type for it.
        self._window.set_theme(self._theme, at_once=True)

    def _install_language(self, name: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_language(app, name)
        # Not with the look: that may give way to another one, when fonts of this language are in use already.
        keep_faces()
        self._window.language_turns.begin()
        # 繁體中文 is written in other letterforms than 简体中文.
        if app.font().families() != font_families():
            self._apply_theme()
        self.language_changed.emit()

    def _set_edge_budget(self, budget: str) -> None:
        self._network.set_edge_budget(None if budget == "all" else int(budget))

    def _set_motion(self, _on: bool) -> None:
        self._network.set_signal_animation(self._store.state.is_moving)

    def _on_system_scheme_changed(self) -> None:
        if self._store.state.theme == "system":
            self._apply_theme()
