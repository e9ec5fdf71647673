"""Theme, language, sizes and layouts: how it looks, and that it looks so again next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.app.settings import Settings
from gui.app.translation import install_language
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.transport_presenter import TransportPresenter
from gui.theme.tokens import make_theme

if TYPE_CHECKING:
    from gui.app.main_window import MainWindow

SMALLEST, LARGEST, PROJECTOR = 0.8, 2.0, 1.5


class AppearancePresenter(QObject):
    """One concern: the look, and remembering it."""

    # Widgets are told by Qt; this tells those who write into widgets.
    language_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        network: NetworkPresenter,
        transport: TransportPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._network = network
        self._transport = transport
        self._choice = "system"
        self._scale = 1.0
        actions = window.actions_
        actions.groups["theme"].triggered.connect(self._on_theme_chosen)
        actions.groups["language"].triggered.connect(self._on_language_chosen)
        actions.groups["edges"].triggered.connect(self._on_edges_chosen)
        actions.groups["picture"].triggered.connect(self._on_picture_chosen)
        view = window.network_view
        actions["action_same_scale"].toggled.connect(view.set_same_scale)
        actions["action_zoom_in"].triggered.connect(view.enlarge)
        actions["action_zoom_out"].triggered.connect(view.reduce)
        actions["action_zoom_fit"].triggered.connect(view.show_whole)
        actions["action_unfold"].toggled.connect(view.unfold)
        actions["action_favourites"].toggled.connect(view.set_favourites)
        actions["action_tiles_of_example"].toggled.connect(view.set_tiles_of_example)
        actions["action_lock_scale"].toggled.connect(window.network_view.set_scales_locked)
        actions["action_larger"].triggered.connect(self._on_larger)
        actions["action_smaller"].triggered.connect(self._on_smaller)
        actions["action_usual_size"].triggered.connect(self._on_usual_size)
        actions["action_waves"].toggled.connect(self._on_motion_changed)
        actions["action_reduced_motion"].toggled.connect(self._on_motion_changed)
        actions["action_watch"].triggered.connect(self._on_watch)
        actions["action_examine"].triggered.connect(self._on_examine)
        actions["action_projector"].triggered.connect(self._on_projector)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def restore(self) -> None:
        """Take up what the last sitting left."""
        settings, actions = self._settings, self._window.actions_
        self._choice = settings.theme
        self._scale = min(LARGEST, max(SMALLEST, settings.scale))
        actions.check("theme", self._choice)
        actions.check("language", settings.language)
        actions.check("edges", settings.edge_budget)
        self._take_edges(settings.edge_budget)
        actions.check("picture", "weight")
        actions["action_waves"].setChecked(settings.waves)
        actions["action_reduced_motion"].setChecked(settings.reduced_motion)
        self._on_motion_changed()
        self._transport.set_speed(settings.speed)
        self._dress()
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
        """Keep it for the next sitting."""
        settings, actions = self._settings, self._window.actions_
        settings.theme = self._choice
        settings.scale = self._scale
        settings.speed = self._transport.speed
        settings.waves = actions["action_waves"].isChecked()
        settings.reduced_motion = actions["action_reduced_motion"].isChecked()
        if not self._window.is_projecting:
            settings.geometry = self._window.saveGeometry()
            settings.window_state = self._window.saveState()
        settings.sync()

    def choose_theme(self, choice: str) -> None:
        """``system``, ``light`` or ``dark``."""
        self._choice = choice
        self._window.actions_.check("theme", choice)
        self._dress()

    def _dress(self) -> None:
        projecting = self._window.is_projecting
        scale = max(self._scale, PROJECTOR) if projecting else self._scale
        self._window.set_theme(make_theme(self._choice, scale, PROJECTOR if projecting else 1.0))

    @Slot(QAction)
    def _on_theme_chosen(self, action: QAction) -> None:
        self.choose_theme(action.data())

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        if self._choice == "system":
            self._dress()

    @Slot(QAction)
    def _on_language_chosen(self, action: QAction) -> None:
        self._settings.language = action.data()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install_language(app, action.data())
        self.language_changed.emit()

    @Slot(QAction)
    def _on_edges_chosen(self, action: QAction) -> None:
        self._settings.edge_budget = action.data()
        self._take_edges(action.data())

    @Slot(QAction)
    def _on_picture_chosen(self, action: QAction) -> None:
        self._network.set_edge_picture(action.data())

    def _take_edges(self, budget: str) -> None:
        self._network.set_edge_budget(None if budget == "all" else int(budget))

    @Slot()
    def _on_larger(self) -> None:
        self._take_scale(self._scale + 0.1)

    @Slot()
    def _on_smaller(self) -> None:
        self._take_scale(self._scale - 0.1)

    @Slot()
    def _on_usual_size(self) -> None:
        self._take_scale(1.0)

    def _take_scale(self, scale: float) -> None:
        self._scale = round(min(LARGEST, max(SMALLEST, scale)), 1)
        self._dress()

    @Slot()
    def _on_motion_changed(self) -> None:
        actions = self._window.actions_
        reduced = actions["action_reduced_motion"].isChecked()
        self._network.set_waves(actions["action_waves"].isChecked() and not reduced)

    @Slot()
    def _on_watch(self) -> None:
        self._show_layout("watch")

    @Slot()
    def _on_examine(self) -> None:
        self._show_layout("examine")

    @Slot()
    def _on_projector(self) -> None:
        self._show_layout("watch" if self._window.is_projecting else "projector")

    def _show_layout(self, name: str) -> None:
        self._window.show_layout(name)
        self._dress()
