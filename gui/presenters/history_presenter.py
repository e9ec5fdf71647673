"""The past of the neuron or connection whose details are open, for the example that is shown now.

Its weights are kept; what the example makes of them is computed anew for each kept moment, a few in a frame.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from core.messages import Snapshot
from core.parameter_history import ParameterHistory
from core.trace import Trace
from gui.neuron_details import NeuronDetails

SLICE = 2
EVERY_MS = 30


class HistoryPresenter(QObject):
    """One concern: numbers over the updates, as far as they are computed."""

    def __init__(self, details: NeuronDetails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self._run: tuple[int, int] = (-1, 0)
        self._history = ParameterHistory()
        self._scene: Snapshot | None = None
        # The traces of kept moments, by their update; of one example alone.
        self._traces: dict[int, Trace] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._compute)
        details.opened.connect(self._begin)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Keep its parameters; those of another run, or changed by hand, begin anew."""
        run = snapshot.run, snapshot.changes
        if run != self._run:
            self._run, self._history, self._traces = run, ParameterHistory(), {}
        self._history.add(snapshot.update, snapshot.weights, snapshot.biases)
        self._begin()

    @Slot(object)
    def show_scene(self, snapshot: Snapshot) -> None:
        """Another example has another past."""
        if self._scene is None or not snapshot.example.same_as(self._scene.example):
            self._traces = {}
        self._scene = snapshot
        self._begin()

    def stop(self) -> None:
        """Compute nothing more."""
        self._timer.stop()

    @Slot()
    def _begin(self) -> None:
        if self._details.is_open and self._details.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _compute(self) -> None:
        scene, of = self._scene, self._details.neuron
        if scene is None or of is None or scene.run != self._run[0] or not self._details.isVisible():
            self._timer.stop()
            return
        updates = self._history.updates
        self._traces = {update: trace for update, trace in self._traces.items() if update in updates}
        missing = [place for place, update in enumerate(updates) if update not in self._traces]
        for place in missing[-SLICE:]:
            self._traces[updates[place]] = self._history.trace(place, scene)
        known = sorted(self._traces)
        layer, index = of
        a = [float(self._traces[update].a[layer][index]) for update in known]
        delta = [
            float(self._traces[update].delta[layer][index])
            for update in known
            if self._traces[update].has_gradient
        ]
        edge = self._details.edge
        weights = self._history.weight(*edge) if edge is not None else ()
        self._details.show_history(known, a, delta, updates, weights)
        if not missing:
            self._timer.stop()
