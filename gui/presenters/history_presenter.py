"""The past of the neuron or connection whose details are open, for the example that is shown now.

Its weights are kept; what the example makes of them is computed anew for each kept moment, a few in a frame.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from core.analysis.parameter_history import ParameterHistory
from core.analysis.trace import Trace
from core.engine.snapshot import Snapshot
from gui.inspector.neuron_details import NeuronDetails

# No more than so much at once, as the window is not drawn meanwhile; and no more than so many.
SLICE_MS, SLICE = 3.0, 8
EVERY_MS = 30


class HistoryPresenter(QObject):
    """One concern: numbers over the updates, as far as they are computed."""

    def __init__(self, details: NeuronDetails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self._run: tuple[int, int] = (-1, 0)
        self._edit_count = 0
        self._history = ParameterHistory()
        self._displayed: Snapshot | None = None
        # The traces of kept moments, by their update; of one example alone.
        self._traces: dict[int, Trace] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._compute)
        details.opened.connect(self._begin)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Keep its parameters; those of another run, or of neurons in another order, begin anew.

        What is set by hand changes the newest moment alone: before it the parameters were what they were.
        """
        run = snapshot.run, snapshot.permutation_count
        if run != self._run:
            self._run, self._history, self._traces = run, ParameterHistory(), {}
        if snapshot.edit_count != self._edit_count:
            self._edit_count = snapshot.edit_count
            self._traces.pop(snapshot.update, None)
        restarts = self._history.restarts
        self._history.add(snapshot.update, snapshot.parameters)
        if self._history.restarts != restarts:
            # After a rewind, with another rate maybe, the same update has other weights.
            self._traces = {}
        self._begin()

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Another example has another past; so has a drawing that is now meant to be something else."""
        before, self._displayed = self._displayed, snapshot
        if before is not None and snapshot.has_same_example_as(before):
            self._begin()
        else:
            self._traces = {}
            self.refresh_history()

    def refresh_history(self) -> None:
        """The details are of another neuron or connection: show what is known of it at once."""
        if self._details.is_open and self._details.isVisible():
            self._begin()
            self._compute()

    def stop(self) -> None:
        """Compute nothing more."""
        self._timer.stop()

    def _begin(self) -> None:
        if self._details.is_open and self._details.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _compute(self) -> None:
        displayed, of = self._displayed, self._details.neuron
        if displayed is None or of is None or displayed.run != self._run[0] or not self._details.isVisible():
            self._timer.stop()
            return
        if displayed.permutation_count != self._run[1]:
            # One looks back to when the neurons had other numbers.
            self._timer.stop()
            self._details.show_history((), (), (), (), ())
            return
        layer, index = of
        if layer >= len(displayed.activations) or index >= displayed.sizes[layer + 1]:
            # It belongs to another network; the inspector drops it soon.
            return
        updates = self._history.updates
        self._traces = {update: trace for update, trace in self._traces.items() if update in updates}
        missing = [place for place, update in enumerate(updates) if update not in self._traces]
        begin = perf_counter()
        for place in missing[: -SLICE - 1 : -1]:
            self._traces[updates[place]] = self._history.trace(
                place, displayed.topology, displayed.example.x, displayed.example.answer, displayed.loss
            )
            if (perf_counter() - begin) * 1000 > SLICE_MS:
                break
        known = sorted(self._traces)
        a = [float(self._traces[update].a[layer][index]) for update in known]
        with_gradient = [self._traces[update] for update in known if self._traces[update].has_gradient]
        delta = [float(trace.delta[layer][index]) for trace in with_gradient]
        edge = self._details.edge
        weights: tuple[float, ...] = ()
        slopes: list[float] = []
        if edge is not None:
            parameter = displayed.connections[edge[0]].parameter(*edge[1:])
            assert parameter is not None
            weights = self._history.values(parameter)
            slopes = [
                float(trace.gradient[parameter]) for trace in with_gradient if trace.gradient is not None
            ]
        self._details.show_history(known, a, delta, updates, weights, slopes)
        if not missing:
            self._timer.stop()
