"""What the picture of the network shows: which numbers of its connections, how many, and its switches."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.app.app_state import StateStore
from gui.app.settings import Settings
from gui.network.view import NetworkView
from gui.presenters.network_presenter import NetworkPresenter


class PicturePresenter(QObject):
    """One concern: what the user chooses to see of the network."""

    def __init__(
        self,
        view: NetworkView,
        network: NetworkPresenter,
        settings: Settings,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._network = network
        self._settings = settings
        self._store = store
        self._switches = {
            "same_scale": view.set_same_scale,
            "scales_locked": view.set_scales_locked,
            "expanded": view.expand,
            "preferred_classes": view.set_preferred_classes,
            "tiles_of_example": view.set_tiles_of_example,
        }

    def restore(self) -> None:
        """Take up what was chosen last time."""
        settings = self._settings
        self._store.update(waves=settings.waves, reduced_motion=settings.reduced_motion)
        self.set_edge_budget(settings.edge_budget)
        self._network.set_signal_animation(self._store.state.is_moving)

    def set_edge_value(self, kind: str) -> None:
        """Which of the connections' numbers is drawn."""
        self._store.update(edge_value=kind)
        self._network.set_edge_picture(kind)

    def set_edge_budget(self, budget: str) -> None:
        """How many connections a neuron are drawn, or "all"."""
        self._settings.edge_budget = budget
        self._store.update(edge_budget=budget)
        self._network.set_edge_budget(None if budget == "all" else int(budget))

    def toggle(self, name: str) -> None:
        """Switch something on or off; a name of `gui.app.app_state.SWITCHES`."""
        on = not getattr(self._store.state, name)
        self._store.update(**{name: on})
        if name in self._switches:
            self._switches[name](on)
        else:
            self._network.set_signal_animation(self._store.state.is_moving)

    def zoom(self, how: str) -> None:
        """Nearer ("in"), farther ("out"), or the whole network ("fit")."""
        {"in": self._view.enlarge, "out": self._view.reduce, "fit": self._view.show_whole}[how]()
