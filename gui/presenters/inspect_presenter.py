"""What the learner points at or has pinned, with its numbers of this moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.messages import Snapshot
from gui.inspector import Inspector
from gui.network.facts import edge_facts, neuron_facts
from gui.network.view import NetworkView


class InspectPresenter(QObject):
    """One concern: the inspector follows the pointer, and keeps what is pinned."""

    pinned = Signal()

    def __init__(self, view: NetworkView, inspector: Inspector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._snapshot: Snapshot | None = None
        self._pointed: tuple[int, ...] | None = None
        self._pinned: tuple[int, ...] | None = None
        view.neuron_pointed.connect(self._on_neuron_pointed)
        view.edge_pointed.connect(self._on_edge_pointed)
        view.nothing_pointed.connect(self._on_nothing_pointed)
        view.neuron_pinned.connect(self._on_neuron_pinned)

    @Slot(object)
    def show_scene(self, snapshot: Snapshot) -> None:
        """The numbers have moved on."""
        if self._snapshot is not None and snapshot.sizes != self._snapshot.sizes:
            self._pointed = self._pinned = None
        self._snapshot = snapshot
        self._show()

    @Slot(int, int)
    def _on_neuron_pointed(self, layer: int, index: int) -> None:
        self._pointed = (layer, index)
        self._show()

    @Slot(int, int, int)
    def _on_edge_pointed(self, gap: int, source: int, target: int) -> None:
        self._pointed = (gap, source, target)
        self._show()

    @Slot()
    def _on_nothing_pointed(self) -> None:
        self._pointed = None
        self._show()

    @Slot(int, int)
    def _on_neuron_pinned(self, layer: int, index: int) -> None:
        self._pinned = None if self._pinned == (layer, index) else (layer, index)
        self._show()
        if self._pinned is not None:
            self.pinned.emit()

    def _show(self) -> None:
        what = self._pointed or self._pinned
        if self._snapshot is None or what is None:
            self._inspector.show_nothing()
        elif len(what) == 2:
            self._inspector.show_neuron(neuron_facts(self._snapshot, *what))
        else:
            self._inspector.show_edge(edge_facts(self._snapshot, *what))
