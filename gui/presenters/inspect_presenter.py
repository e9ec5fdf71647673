"""What the user points at or has pinned, with its numbers of this moment."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from core.analysis.loss_slice import LossSlice, check_parameter, loss_slice
from core.analysis.neuron_statistics import NeuronStatistics
from core.analysis.patterns import filter_of
from core.analysis.sum_terms import slope, terms_of_delta, terms_of_z
from core.analysis.weight_places import KernelWeight, is_there, weight_places
from core.editing.neuron_permutation import Order
from core.engine.journal_marks import config_at
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from gui.inspector.inspector_panel import Inspector
from gui.network.interaction.kernel_numbers import kernel_numbers
from gui.network.interaction.neuron_values import (
    EdgeValues,
    NeuronValues,
    edge_values,
    neuron_values,
)
from gui.network.interaction.selection import SelectionItem, exists, moved_item, neuron_of
from gui.network.interaction.unit_names import name_of_source, name_of_target
from gui.network.interaction.weight_values import weight_values
from gui.network.view import NetworkView
from gui.presenters.snapshot_flow import SnapshotFlow

# The loss slice shows this much on both sides: a few times what the weights of its layer usually are.
MIN_REACH, REACH_OF_LARGEST = 0.5, 1.0
# A loss slice is computed anew so seldom that it takes no more than this part of the time.
SHARE_OF_TIME = 0.05


class InspectPresenter(QObject):
    """One concern: the inspector follows the pointer, and keeps what is pinned."""

    pinned = Signal()
    details_moved = Signal()
    """The details are of another neuron or connection than before."""

    def __init__(
        self,
        view: NetworkView,
        inspector: Inspector,
        flow: SnapshotFlow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._snapshot: Snapshot | None = None
        self._info: RunInfo | None = None
        self._statistics: NeuronStatistics | None = None
        self._hovered: tuple[int, ...] | None = None
        self._pins: tuple[SelectionItem, ...] = ()
        # A kernel's weight that is pointed at, and the one whose page is open.
        self._pointed_weight: KernelWeight | None = None
        self._page_weight: KernelWeight | None = None
        # The chosen connection of the neuron whose details are shown: by its group and source.
        self._source: tuple[int, int] | None = None
        self._of: tuple[int, ...] | None = None
        self._loss_slice: tuple[tuple[object, ...], LossSlice] | None = None
        # What -η·∂C/∂w would change, and what the last update has changed, at the update of the loss slice.
        self._slice_steps: tuple[float | None, float | None] = (None, None)
        self._running = False
        self._loss_slice_due_s = 0.0
        # The changes of updates are sent only while a connection's details are displayed.
        self._flow = flow
        for hovered in (view.neuron_hovered, view.edge_hovered, view.hover_ended):
            hovered.connect(self._on_hovered)
        view.weight_hovered.connect(self._on_weight_hovered)
        view.pins_changed.connect(self._on_pins_changed)
        inspector.pins.unpin_wanted.connect(view.pin)
        details = inspector.details
        details.opened.connect(self._show)
        details.edge_chosen.connect(self._on_edge_chosen)
        details.gradient_check_wanted.connect(self._on_gradient_check_wanted)

    def show_run(self, info: RunInfo) -> None:
        """The settings, and what they were before: a step depends on the rate at its update."""
        self._info = info
        self._show()

    def set_running(self, running: bool) -> None:
        """Where the training rests, the loss slice is of the update that is on screen."""
        self._running = running
        if not running:
            self._show()

    def show_neuron_statistics(self, statistics: NeuronStatistics | None) -> None:
        """What the neurons do over the test set; None where that is not known."""
        self._statistics = statistics
        self._show()

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """The numbers have moved on."""
        if self._snapshot is not None and snapshot.sizes != self._snapshot.sizes:
            self._hovered, self._pins = None, ()
        if self._snapshot is not None and (
            (snapshot.run, snapshot.edit_count) != (self._snapshot.run, self._snapshot.edit_count)
            or snapshot.update < self._snapshot.update
            or not snapshot.has_same_example_as(self._snapshot)
            or snapshot.trace.flat_mask is not self._snapshot.trace.flat_mask
        ):
            # A gradient check belongs to the weights, the example and the dropped neurons that it was made with. It
            # names its update, so later updates leave it valid.
            self._inspector.details.show_gradient_check(None)
        if self._snapshot is not None and snapshot.sizes != self._snapshot.sizes:
            # What was chosen is of another structure, and may not exist in this one.
            self._hovered = self._of = self._source = None
        self._snapshot = snapshot
        self._show()

    def follow_permutation(self, orders: Sequence[Order]) -> None:
        """Keep what is chosen where hidden neurons come into these orders; shown with the next snapshot."""
        if self._snapshot is None:
            return
        of = orders, self._snapshot.connections
        self._pins = tuple(moved_item(pin, *of) for pin in self._pins)
        self._hovered = None if self._hovered is None else moved_item(self._hovered, *of)
        edge = None if self._source is None or self._of is None else (*self._source, self._of[1])
        self._source = None if edge is None else (edge[0], moved_item(edge, *of)[1])
        self._of = None if self._of is None else moved_item(self._of, *of)

    def _on_hovered(self, *what: int) -> None:
        """A neuron (layer, index), a connection (group, source, target), or nothing."""
        # The picture of another structure stays on screen until that of this one is drawn.
        is_there = bool(what) and exists(what, self._snapshot)
        self._hovered, self._pointed_weight = what if is_there else None, None
        self._show()

    def _on_weight_hovered(self, weight: KernelWeight) -> None:
        self._hovered, self._pointed_weight = None, weight
        self._show()

    def show_page_of(self, weight: KernelWeight | None, comes_to_front: bool = True) -> None:
        """Its page is open: its numbers stay until that is closed, which is None."""
        is_new = self._page_weight is None and weight is not None
        self._page_weight, self._pointed_weight = weight, None
        self._show()
        if is_new and comes_to_front:
            self.pinned.emit()

    def _show_weight(self, snapshot: Snapshot) -> bool:
        """Show the weight that is pointed at, or whose page is open and nothing else pointed at; whether there is."""
        weight = self._pointed_weight or (self._page_weight if self._hovered is None else None)
        if weight is None or not is_there(snapshot.connections, weight):
            return False
        places = weight_places(snapshot.connections, snapshot.trace, weight)
        kind = "gradient" if snapshot.trace.has_gradient else "weight"
        numbers = kernel_numbers(snapshot, weight, kind)
        self._inspector.show_has_filter(False)
        self._inspector.show_weight(weight_values(snapshot, weight), places, numbers)
        self._flow.subscribe("details", False)
        return True

    def _on_pins_changed(self, pins: tuple[SelectionItem, ...]) -> None:
        pins = tuple(pin for pin in pins if exists(pin, self._snapshot))
        is_more = bool(set(pins) - set(self._pins))
        self._pins = pins
        if pins and len(pins[-1]) == 3 and self._snapshot is not None:
            # Its gradient check and its loss slice are among the details of the neuron that it leads to.
            self._of = neuron_of(pins[-1], self._snapshot.connections)
            self._source = pins[-1][0], pins[-1][1]
        self._show()
        if is_more:
            self.pinned.emit()

    def _on_edge_chosen(self, group: int, source: int) -> None:
        self._source = group, source
        self._loss_slice_due_s = 0.0
        self._show()

    def _on_gradient_check_wanted(self) -> None:
        edge = self._edge_of_details()
        if edge is not None and self._snapshot is not None and self._snapshot.trace.has_gradient:
            shown = self._snapshot
            of = shown.network(), shown.example.x, shown.example.answer, shown.loss
            self._inspector.details.show_gradient_check(
                check_parameter(*of, edge.parameter, shown.trace.masks), shown.update
            )

    def _show(self) -> None:
        what = self._what
        snapshot = self._snapshot
        others = [pin for pin in self._pins if pin != what] if snapshot is not None else []
        self._inspector.pins.show_pins([(pin, self._values_of(pin)) for pin in others])
        if snapshot is not None and self._show_weight(snapshot):
            return
        if snapshot is None or what is None:
            self._inspector.show_nothing()
            self._flow.subscribe("details", False)
            return
        values = self._values_of(what)
        chosen = neuron_of(what, snapshot.connections)
        self._inspector.show_has_filter(filter_of(snapshot.topology, *chosen) is not None)
        if isinstance(values, NeuronValues):
            self._inspector.show_neuron(values)
        else:
            self._inspector.show_edge(values, is_pinned=what in self._pins)
        if self._inspector.details.is_open and (len(what) == 2 or what in self._pins):
            self._show_details(snapshot, neuron_of(what, snapshot.connections))
        else:
            self._flow.subscribe("details", False)

    @property
    def _what(self) -> tuple[int, ...] | None:
        """What the numbers are of: the pointer goes before the latest pin."""
        return self._hovered or (self._pins[-1] if self._pins else None)

    def _values_of(self, what: SelectionItem) -> NeuronValues | EdgeValues:
        assert self._snapshot is not None
        if len(what) == 2:
            return neuron_values(self._snapshot, *what, statistics=self._statistics)
        return edge_values(self._snapshot, *what)

    # --- where it comes from

    def _show_details(self, snapshot: Snapshot, neuron: tuple[int, ...]) -> None:
        layer, index = neuron
        if neuron != self._of:
            self._of, self._source = neuron, None
        values, trace = neuron_values(snapshot, layer, index), snapshot.trace
        of = trace, snapshot.parameters, layer, index
        terms = terms_of_z(*of)
        names = [
            name_of_source(snapshot, before, source)
            for before, source in zip(terms.layer.tolist(), terms.index.tolist(), strict=True)
        ]
        back = None
        if trace.has_gradient and not values.is_output:
            handed = terms_of_delta(*of)
            back_names = [
                name_of_target(snapshot, after, target)
                for after, target in zip(handed.layer.tolist(), handed.index.tolist(), strict=True)
            ]
            back = handed, back_names, slope(values.activation, values.z)
        details = self._inspector.details
        before = details.neuron, details.edge
        details.show_terms(values, terms, names, back)
        self._show_edge_of_details(snapshot)
        if (details.neuron, details.edge) != before:
            self.details_moved.emit()

    def _show_edge_of_details(self, snapshot: Snapshot) -> None:
        details, trace, edge = self._inspector.details, snapshot.trace, self._edge_of_details()
        self._flow.subscribe("details", edge is not None)
        if edge is None:
            details.show_edge(None, None)
            return
        step = None
        info = self._info
        if trace.gradient is not None and info is not None and info.run == snapshot.run:
            rate = config_at(info.config, info.changes, snapshot.update).rate_at(snapshot.update)
            step = -rate * float(trace.gradient[edge.parameter])
        change = float(snapshot.change[edge.parameter]) if snapshot.change is not None else None
        loss_slice = self._loss_slice_of(snapshot, edge)
        if loss_slice is not None and loss_slice.update == snapshot.update:
            self._slice_steps = step, change
        # Of a pinned connection the weight is set where its numbers begin.
        is_set_above = self._what == edge.edge
        details.show_edge(edge, loss_slice, (step, change), self._slice_steps, is_set_above)

    def _edge_of_details(self) -> EdgeValues | None:
        """The connection that is chosen in the list; None where none is."""
        snapshot, of = self._snapshot, self._of
        if of is None or self._source is None or snapshot is None:
            return None
        number, source = self._source
        group = snapshot.connections[number] if 0 <= number < len(snapshot.connections) else None
        if group is None or group.target_layer != of[0] + 1 or group.parameter(source, of[1]) is None:
            return None
        return edge_values(snapshot, number, source, of[1])

    def _loss_slice_of(self, snapshot: Snapshot, edge: EdgeValues) -> LossSlice | None:
        """C along the weight; it names its update, because it is too expensive to compute for every snapshot."""
        if not snapshot.trace.has_gradient:
            return None
        example = snapshot.example
        # A drawing has no number: it is what is drawn.
        which = example.x.tobytes() if example.index is None else example.index
        key = (
            snapshot.run,
            snapshot.edit_count,
            edge.parameter,
            snapshot.loss,
            example.origin,
            which,
            example.label,
            # Of an example of a batch that dropout was applied to.
            bool(snapshot.trace.masks),
        )
        begin = perf_counter()
        known = self._loss_slice is not None and self._loss_slice[0] == key
        is_due = begin >= self._loss_slice_due_s
        if known and not self._running and self._loss_slice is not None:
            is_due = self._loss_slice[1].update != snapshot.update
        if not known or is_due:
            weights = snapshot.connections[edge.group].values(snapshot.parameters)
            reach = max(MIN_REACH, REACH_OF_LARGEST * float(abs(weights).max()))
            of = snapshot.network(), example.x, example.answer, snapshot.loss
            self._loss_slice = (
                key,
                loss_slice(*of, edge.parameter, reach, snapshot.update, snapshot.trace.masks),
            )
            self._loss_slice_due_s = perf_counter() + (perf_counter() - begin) / SHARE_OF_TIME
        assert self._loss_slice is not None
        return self._loss_slice[1]
