"""One run: a network that is trained on one data set, and everything that ever changed it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from core.analysis.evaluation import Evaluation
from core.analysis.function_grid import FunctionGrid
from core.analysis.layer_curves import LayerCurveHistory, weighted_layers
from core.analysis.life_record import LifeRecord
from core.data.dataset import Dataset
from core.editing.neuron_permutation import Order, reorder
from core.editing.parameter_edits import AppliedEdit, EditHistory
from core.engine.commands import EditParameter, Reconfigure, SwitchEdit
from core.engine.displayed_sample import DisplayedSample
from core.engine.end_messages import Cause
from core.engine.journal import Change, JournalEntry, Origin, PermuteNeurons, epochs_by, without_gradient
from core.engine.journal_marks import JournalMark, edit_mark, setting_marks, sorting_mark, with_mark
from core.engine.last_update import LastUpdate
from core.engine.layer_curve_meter import LayerCurveMeter
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo, Example, Snapshot
from core.engine.snapshots import data_info, take_snapshot
from core.loss.baseline import baseline_loss
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.nn.network import Network
from core.nn.topology import Topology
from core.nn.workload import is_large
from core.optim.early_stopping import EarlyStopping
from core.training.config import TrainingConfig
from core.training.trainer import Trainer

# What is saved holds so many losses that were sent before: whoever saves may not have received them yet.
SENT_LOSSES = 16_384


class Run:
    """A run stays in memory until no undo reaches it any more.

    Parameters
    ----------
    number : int
        What it is called by.
    origin : Origin
    dataset : Dataset
        The examples of `origin.choice`.
    sample : DisplayedSample, optional
        Runs on the same data share it: an example that was chosen stays on screen when the network changes.
    network, config : Network, TrainingConfig, optional
        What a run goes on with that does not begin at its origin.

    Attributes
    ----------
    trainer : Trainer
    journal : list of JournalEntry
        Every change since the beginning; see `replayed`.
    marks : tuple of JournalMark
        The same changes, as a timeline shows them; `new_marks` are those that nobody has been sent yet.
    parent : int or None
        The run that it was begun from, as it stood after `branch_update` updates; None where it began by itself.
    losses : list of float
        Each update's mean C that no snapshot has carried yet; of a run that is left they are sent when it is back.
    sent_losses : deque of float
        Those that the last snapshots have carried: nobody knows whether they were received.
    diverged : (int, str) or None
        The update that made a number not finite, and which: the run stands at the update before, until a parameter is
        set by hand. On its way there (`is_returning`) it is not to be shown, changed or trained.
    cause : Cause
        What made it diverge, once that is found.
    changes_at_end : int or None
        How many changes had been made when it diverged; None where its session was opened since.
    watched : bool
        Whether snapshots also hold the gradient that the last update followed, and the change that it made.
    edits : Edits
        Parameters that were set by hand.
    orders : dict of int to orders
        What each sorting has done, by its number.
    permutations : int
        How often the neurons were put into another order.
    layer_curves : LayerCurveHistory
        What was measured of each layer so far.
    life : LifeRecord or None
        How its examples fared at their presentations; None of a run that is not recorded.
    stopping : EarlyStopping or None
        Monitors the test loss, where somebody stops by it; last when `batches.epoch` had come to `validated_epoch`.

    Raises
    ------
    ValueError
        When the network, the examples and the settings do not suit each other.
    """

    def __init__(
        self,
        number: int,
        origin: Origin,
        dataset: Dataset,
        sample: DisplayedSample | None = None,
        network: Network | None = None,
        config: TrainingConfig | None = None,
    ) -> None:
        origin = replace(origin, architecture=origin.architecture.with_outputs(dataset.n_out))
        network = network or origin.network(dataset.n_in)
        config = config or replace(origin.config, schedule_start=0)
        self.number = number
        self.origin = origin
        self.trainer = Trainer(network, dataset, config)
        self.data: DataInfo = data_info(origin.choice, dataset)
        self.sample = sample or DisplayedSample(dataset)
        self.journal: list[JournalEntry] = []
        self.marks: tuple[JournalMark, ...] = ()
        self.new_marks: list[JournalMark] = []
        self.parent: int | None = None
        self.branch_update = 0
        self.losses: list[float] = []
        self.sent_losses: deque[float] = deque(maxlen=SENT_LOSSES)
        self.diverged: tuple[int, str] | None = None
        self.cause = Cause()
        self.changes_at_end: int | None = None
        self.watched = False
        self.edits = EditHistory()
        self.orders: dict[int, tuple[Order, ...]] = {}
        self.permutations = 0
        self.layer_curves = LayerCurveHistory(weighted_layers(network.topology))
        self.life: LifeRecord | None = None
        self.stopping: EarlyStopping | None = None
        self.validated_epoch = 0
        self._validation: Evaluation | None = None
        self._validation_of = -1, -1
        self._function_grid: FunctionGrid | None = None
        self._last_update = LastUpdate()

    # --- changes, each written down

    def take(self, change: Change) -> AppliedEdit | None:
        """Make a change now, and write it down. Returns the edit as it stands, where it is one.

        Raises
        ------
        ValueError, IndexError
            When it can't be made; nothing is changed or written down.
        Exception
            Whatever else fails, for want of memory for example; nothing is changed or written down then, either.
        """
        with self._all_or_nothing():
            return self._take(change)

    def _take(self, change: Change) -> AppliedEdit | None:
        trainer = self.trainer
        update = trainer.step_count
        entry = JournalEntry(update, trainer.gradient_ready, change)
        made = None
        if isinstance(change, Reconfigure):
            old = trainer.config
            self._reconfigure(change.config)
            self._mark(*setting_marks(update, old, trainer.config))
        elif isinstance(change, PermuteNeurons):
            self._permute(change.orders)
            self._mark(sorting_mark(update, self.permutations))
        else:
            before = self._parameter_of(change)
            made = self._edit(change)
            if made is None or before is None:
                return None
            self._mark(edit_mark(update, made, before))
            # What was least was the test loss of other weights; it was other weights, too, that led to a divergence.
            self.stopping = self.diverged = None
            self._last_update.forget()
        self.journal.append(entry)
        return made

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        """What fails inside leaves the run as it was; a gradient that waits for its update is computed anew."""
        trainer, config, at = self.trainer, self.trainer.config, self.trainer.checkpoint()
        others = (
            self.marks,
            tuple(self.new_marks),
            self.permutations,
            self.stopping,
            self.diverged,
            self.edits.all,
        )
        try:
            yield
        except Exception:
            if trainer.config is not config or trainer.checkpoint().checksum != at.checksum:
                trainer.reconfigure(config)
                trainer.restore(at)
                self.journal = without_gradient(self.journal, at.step_count)
                self._last_update.forget()
            self.marks, marks, self.permutations, self.stopping, self.diverged, edits = others
            self.new_marks = list(marks)
            self.edits.restore_edits(edits)
            raise

    def _parameter_of(self, change: EditParameter | SwitchEdit) -> float | None:
        """The parameter that an edit is about, as it stands; None where there is no such edit."""
        if isinstance(change, EditParameter):
            place = change.place
        elif change.edit_id in (made := dict(self.edits.all)):
            place = made[change.edit_id].place
        else:
            return None
        network = self.trainer.network
        return float(network.parameters[place.index(network.topology)])

    def _mark(self, *marks: JournalMark) -> None:
        for mark in marks:
            self.marks = with_mark(self.marks, mark)
            self.new_marks.append(mark)

    def _reconfigure(self, config: TrainingConfig) -> None:
        now = self.trainer.config
        if config.of_schedule == now.of_schedule:
            # Whoever changes another setting need not know yet when the schedule has begun.
            config = replace(config, schedule_start=now.schedule_start)
        self.trainer.reconfigure(config)

    def _edit(self, change: EditParameter | SwitchEdit) -> AppliedEdit | None:
        if isinstance(change, EditParameter):
            return self.edits.set(self.trainer, change.edit_id, change.place, change.value)
        return self.edits.switch(self.trainer, change.edit_id, change.is_on)

    def _permute(self, orders: Sequence[Order]) -> None:
        """Put the hidden neurons into these orders, and whatever is kept of them."""
        trainer = self.trainer
        flat = reorder(trainer, orders)
        self.edits.follow(orders)
        self.permutations += 1
        self._last_update.permute(flat)

    # --- updates

    def advance(self) -> float | None:
        """As `Trainer.advance`; the gradient and the change of the update that it makes are kept to be shown."""
        return self.apply() if self.trainer.accumulate_gradient() else None

    def apply(self) -> float:
        """Apply the update whose gradient is complete, and keep what it followed and changed."""
        return self._last_update.apply(self.trainer)

    @property
    def keeps_each_update(self) -> bool:
        """Whether an update takes so long that each is kept: one more, to keep it, would hold up a command."""
        trainer = self.trainer
        is_chunked = trainer.batches.batch_size > trainer.batches.chunk_rows
        return is_chunked or is_large(trainer.network.topology)

    def train_to(self, update: int) -> None:
        """Make updates until so many are made."""
        while self.trainer.step_count < update:
            self.trainer.step()

    def end(self, update: int, cause: str) -> None:
        """An update made a number not finite: the run ends before it. What leads there is `go_back`'s."""
        self.diverged, self.cause = (update, cause), Cause()
        self.changes_at_end = len(self.journal)
        self.trainer.restore(self.trainer.saved_checkpoint)

    @property
    def is_returning(self) -> bool:
        """Whether the last updates before a divergence are still to be made again."""
        return self.diverged is not None and self.trainer.step_count < self.diverged[0] - 1

    def go_back(self) -> None:
        """One piece of the way back to the update before a divergence; there may be a thousand of them."""
        self.advance()

    def initial_weights_for(self, architecture: Architecture, dataset: Dataset) -> InitialWeights | None:
        """Those of a file that this run began with, if another one can begin with them: all shapes are the same."""
        topology, own = (
            Topology(architecture.with_outputs(dataset.n_out).layers, (dataset.n_in,)),
            self.trainer.network.topology,
        )
        # With another stride the weights of windows would be those of other places.
        fits = topology.sizes == own.sizes and topology.table.entries == own.table.entries
        return self.origin.weights if fits else None

    # --- when to stop

    @property
    def validation_is_due(self) -> bool:
        """Whether an epoch has ended since the test loss was measured last, and somebody stops by it."""
        patience, batches = self.trainer.config.patience, self.trainer.batches
        return bool(patience) and batches.position == 0 and batches.epoch > self.validated_epoch

    def validate(self) -> bool | None:
        """Measure the test loss for a slice; None while more is to be done, then whether it is time to stop.

        It is measured at the end of each epoch, whatever the time is: so another machine stops at the same update.
        """
        trainer = self.trainer
        progress = trainer.step_count, trainer.edit_count
        if self._validation is None or self._validation_of != progress:
            self._validation, self._validation_of = trainer.evaluation("test"), progress
        if not self._validation.advance():
            return None
        total, self._validation = self._validation.total, None
        self.validated_epoch = trainer.batches.epoch
        if self.stopping is None or not self.stopping.goes_on(trainer.config.patience, trainer.epoch):
            since = trainer.step_count if trainer.epoch > 1 else 0
            self.stopping = EarlyStopping(trainer.config.patience, since=since)
        self.stopping.epoch = trainer.epoch
        return self.stopping.note(trainer.step_count, total)

    @property
    def best_update(self) -> int:
        """The update of the least test loss, as far as it was measured to stop by it."""
        best = self.stopping.best_update if self.stopping is not None else None
        return self.trainer.step_count if best is None else best

    def reset_early_stopping(self) -> None:
        """The training is continued after an early stop: reset the patience."""
        if self.stopping is not None:
            self.stopping.reset_patience()

    # --- what is reported

    def snapshot(self, example: Example | None = None, with_losses: bool = True) -> Snapshot:
        """The network as it stands; the losses since the last one go with it, unless they are to be sent otherwise."""
        example = example or self.sample.current
        losses = self.losses if with_losses else []
        snapshot = take_snapshot(self.number, self.trainer, example, losses, self.data)
        is_chosen = self.sample.is_pinned and example is self.sample.current
        more: dict[str, object] = {"permutation_count": self.permutations, "is_chosen": is_chosen}
        if self.data.points is not None:
            self._function_grid = self._function_grid or FunctionGrid(
                self.trainer.network, self.data.map_ranges
            )
            more["function_grid"] = self._function_grid.outputs()
            if self.data.class_names:
                more["function_classes"] = self._function_grid.classes()
        last = self._last_update
        if last.is_of(self.trainer):
            more["clip_factor"], more["penalties"] = last.clip_factor, last.penalties
            if self.watched:
                more["mean_gradient"], more["change"] = last.gradient, last.change(self.trainer)
        if with_losses:
            self.take_losses()
        return replace(snapshot, **more)  # type: ignore[arg-type]

    def layer_meter(self) -> LayerCurveMeter:
        """What measures the layers' numbers of the update that was made last."""
        return LayerCurveMeter(self.number, self.trainer, self._last_update)

    def take_losses(self) -> list[float]:
        """Each update's mean C since they were taken last: they are sent now."""
        taken = self.losses.copy()
        self.sent_losses.extend(taken)
        # The list itself stays: a slice of the training appends to it.
        self.losses.clear()
        return taken

    def info(self) -> RunInfo:
        """Which run this is, and with what settings it goes on."""
        trainer, data = self.trainer, self.trainer.dataset
        return RunInfo(
            run=self.number,
            architecture=self.origin.architecture,
            config=trainer.config,
            sizes=tuple(trainer.network.sizes),
            parameter_count=trainer.network.parameter_count,
            train_count=len(data.y_train),
            test_count=len(data.y_test),
            updates_per_epoch=trainer.batches.per_epoch,
            baseline_loss=baseline_loss(trainer.config.loss, trainer.network.activations[-1], data),
            data=self.data,
            update=trainer.step_count,
            batches_from=trainer.step_count + trainer.has_waiting_settings,
            epochs=epochs_by(self.origin, self.journal, len(data.y_train), trainer.step_count).spans,
            parent=self.parent,
            branch_update=self.branch_update,
            changes=self.marks,
            last_edit=max([0, *self.orders, *(edit_id for edit_id, _ in self.edits.all)]),
            weights_name="" if self.origin.weights is None else self.origin.weights.name,
        )


def replayed(run: Run, update: int, dataset: Dataset) -> Run:
    """Another run that stands where `run` stood after so many updates, with the same bits: all is done again.

    Changes that were made at that very update are among what is done.
    """
    again = Run(run.number, run.origin, dataset)
    for entry in run.journal:
        if entry.update > update:
            break
        again.train_to(entry.update)
        if entry.gradient_ready:
            while not again.trainer.accumulate_gradient():
                pass
        again.take(entry.change)
    again.train_to(update)
    return again
