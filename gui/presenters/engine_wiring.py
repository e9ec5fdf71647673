"""What the engine tells, and which presenters hear of it, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.commands import AcknowledgeSnapshot
from core.engine.messages import (
    Diverged,
    GradientComputed,
    NeuronsPermuted,
    ParameterEdited,
    RunInfo,
    UpdateApplied,
)
from core.engine.snapshot import Snapshot
from gui.data_dialog.refusal_text import refusal_text

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class EngineWiring(QObject):
    """Connects the messages of the engine's client with the presenters of a composition."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root = root
        self._ready = False
        self._connect()

    def _connect(self) -> None:
        root, engine = self._root, self._root.engine
        for show_run in (root.runs.show_run, root.loss.show_run, root.inspect.show_run):
            engine.run_changed.connect(show_run)
        for show_run in (root.events.show_run, root.edits.show_run, self._on_run_changed):
            engine.run_changed.connect(show_run)
        engine.running_changed.connect(root.transport.show_running)
        for set_running in (
            root.status.set_running,
            root.inspect.set_running,
            root.runs.set_running,
        ):
            engine.running_changed.connect(set_running)
        engine.snapshot_received.connect(self._on_snapshot_received)
        engine.stopped_early.connect(root.runs.show_stopped_early)
        root.time.statistics_changed.connect(root.network.show_neuron_statistics)
        root.time.statistics_changed.connect(self._on_statistics_changed)
        root.time.reordered.connect(root.neuron_sort.follow)
        root.time.newest_statistics.connect(root.status.show_neuron_statistics)
        root.time.newest_statistics.connect(root.events.note_statistics)
        root.time.newest_statistics.connect(root.neuron_sort.show_neuron_statistics)
        engine.exact_loss_computed.connect(root.loss.add_exact)
        root.time.newest_measured.connect(root.events.note_exact)
        engine.gradient_computed.connect(self._on_gradient_computed)
        engine.update_applied.connect(self._on_update_applied)
        engine.no_such_sample.connect(root.digits.show_no_such_digit)
        engine.neurons_permuted.connect(self._on_neurons_permuted)
        engine.parameter_edited.connect(self._on_parameter_edited)
        engine.edit_refused.connect(root.edits.show_refused)
        engine.exact_loss_computed.connect(root.edits.note_exact)
        engine.sorting_refused.connect(root.neuron_sort.show_not_sorted)
        engine.digits_missing.connect(
            lambda missing: root.window.message_bar.show_message(lambda: refusal_text(missing), "error")
        )
        engine.diverged.connect(self._on_diverged)
        engine.failed.connect(self._on_failed)
        engine.data_loaded.connect(root.data.take_loaded)
        engine.data_refused.connect(root.data.take_refused)
        for part in (
            root.data.loader,
            root.data.looker,
            root.exports.writer,
            root.steps.writer,
        ):
            part.failed.connect(self._on_failed)
        for part in (root.weights.writer, root.weights.reader, root.figures.writer):
            part.failed.connect(self._on_failed)
        root.window.network_view.work_wanted.connect(root.clock.wake)
        root.network.player.changed.connect(root.status.show)
        root.network.on_screen.given_to_picture.connect(root.digits.show_in_picture)
        root.network.displayed_snapshot_changed.connect(root.digits.show_displayed_snapshot)
        # The past first: it is asked of this scene as soon as the inspector shows another neuron.
        root.network.displayed_snapshot_changed.connect(root.history.show_displayed_snapshot)
        root.network.displayed_snapshot_changed.connect(root.inspect.show_displayed_snapshot)
        root.inspect.details_moved.connect(root.history.refresh_history)
        root.network.displayed_snapshot_changed.connect(root.edits.show_displayed_snapshot)
        root.network.displayed_snapshot_changed.connect(lambda _: root.status.show_displayed())
        root.inspect.pinned.connect(root.window.show_inspector)
        root.runs.run_forgotten.connect(root.loss.forget)
        for readout in (root.window.loss_readout, root.window.loss_line):
            root.loss.exact_changed.connect(readout.show_exact)
        root.status.pictured.connect(root.window.loss_readout.show_picture)
        root.runs.run_forgotten.connect(root.events.forget)
        for show_moment in (root.window.network_area.show_moment, root.status.show_moment):
            root.moments.changed.connect(show_moment)
        say_all = (root.digits.retranslate, root.status.show, root.time.retranslate, root.network.say_anew)
        for say_anew in say_all:
            root.appearance.language_changed.connect(say_anew)

    def _on_snapshot_received(self, snapshot: Snapshot) -> None:
        try:
            # The losses come first: a snapshot that is shown has its update on the curve.
            self._root.loss.add_losses(snapshot)
            self._root.network.show_snapshot(snapshot)
            self._root.status.show_snapshot(snapshot)
            self._root.runs.show_snapshot(snapshot)
            self._root.history.show_snapshot(snapshot)
            self._root.time.show_snapshot(snapshot)
        except Exception:
            # One that could not be shown must not be the last: the next comes only when this one is acknowledged.
            self._root.engine.send(AcknowledgeSnapshot())
            raise

    def _on_statistics_changed(self, statistics: NeuronStatistics | None) -> None:
        inspect = self._root.inspect
        self._root.network.on_screen.once_seen(lambda: inspect.show_neuron_statistics(statistics))

    def _on_run_changed(self, info: RunInfo) -> None:
        self._root.time.show_run(info)
        self._root.run_tree.show_run(info)
        self._root.store.update(run=info)
        self._root.digits.show_run(info)
        self._root.time.look_ahead()
        if not self._ready:
            self._ready = True
            self._root.ready.emit()

    def _on_gradient_computed(self, walkthrough: GradientComputed) -> None:
        self._note_updates(walkthrough.snapshot)
        if not self._root.steps.take_walkthrough(walkthrough):
            self._root.network.begin_walkthrough(walkthrough)
        self._root.runs.show_snapshot(walkthrough.snapshot)
        self._root.status.show_snapshot(walkthrough.snapshot)
        self._root.status.show_walkthrough(walkthrough)

    def _on_update_applied(self, applied: UpdateApplied) -> None:
        self._note_updates(applied.snapshot)
        self._root.network.show_update_applied(applied)
        self._root.steps.show_applied(applied)
        self._root.runs.show_snapshot(applied.snapshot)
        self._root.status.show_snapshot(applied.snapshot)

    def _on_neurons_permuted(self, message: NeuronsPermuted) -> None:
        self._take_changed_parameters(message.snapshot)
        self._root.neuron_sort.show_permuted(message)
        self._on_manual_edit(message.snapshot)

    def _on_parameter_edited(self, message: ParameterEdited) -> None:
        self._take_changed_parameters(message.snapshot)
        self._root.runs.show_edited()
        self._root.edits.show_edited(message)
        self._root.events.note_edit(message.snapshot.run)
        self._on_manual_edit(message.snapshot)

    def _take_changed_parameters(self, snapshot: Snapshot) -> None:
        """No snapshot follows where the training rests, and the past of a chosen neuron ends in what is so now."""
        self._note_updates(snapshot)
        if self._root.runs.info is not None and snapshot.run == self._root.runs.info.run:
            self._root.history.show_snapshot(snapshot)

    def _note_updates(self, snapshot: Snapshot) -> None:
        """The last updates of a training that ends here may be heard of with this alone."""
        self._root.loss.add_losses(snapshot)
        self._root.time.note_update(snapshot.run, snapshot.update)

    def _on_manual_edit(self, snapshot: Snapshot) -> None:
        # A walkthrough that is being exported is dropped by the change.
        self._root.steps.cancel()
        # What comes late, of a run that has been left, is not of what is on screen.
        if (info := self._root.runs.info) is not None and snapshot.run == info.run:
            self._root.runs.show_snapshot(snapshot)
            self._root.status.show_snapshot(snapshot)

    def _on_diverged(self, diverged: Diverged) -> None:
        if self._root.store.state.run is None or diverged.run != self._root.store.state.run.run:
            return
        self._root.network.leave_walkthrough()
        self._root.steps.cancel()
        self._root.status.show()
        self._root.runs.show_diverged(diverged)

    def _on_failed(self, details: str) -> None:
        self._root.steps.cancel()
        self._root.window.report_error(details)
