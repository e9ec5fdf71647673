"""What is saved: a run as a value, with all that is needed to go on with the same bits, and what is beside the runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss
from core.analysis.layer_curves import LayerCurveHistory, LayerCurves
from core.analysis.life_record import LifeRecord
from core.analysis.saved_life import SavedLife
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.neuron_permutation import Order
from core.editing.parameter_edits import AppliedEdit
from core.engine.journal import JournalEntry, Origin, epochs_by, without_gradient
from core.engine.journal_marks import JournalMark
from core.engine.run import Run
from core.engine.snapshot import Example
from core.may_lack import MAY_LACK
from core.nn.network import Network
from core.nn.topology import Topology
from core.optim.early_stopping import EarlyStopping
from core.training.checkpoint import Checkpoint
from core.training.config import TrainingConfig


@dataclass(frozen=True)
class RunState:
    """A run between two updates.

    Attributes
    ----------
    number, origin, journal
        As `core.engine.run.Run` has them.
    config : TrainingConfig
        The settings now.
    checkpoint : Checkpoint
        θ with the optimizer's own vectors, and the place in the epoch.
    edits : tuple of (int, AppliedEdit)
    orders : tuple of (int, orders)
    permutations : int
    diverged : (int, str) or None
    stopping, validated_epoch
        As the run has them; None where it does not stop by the test loss any more.
    losses : (k,) float32 array
        Those of the last updates, from before those that no snapshot has carried yet.
    chosen : Example or None
        The example that is shown: the user has chosen a test digit or a drawing, the training one of its own.
    marks, parent, branch_update
        As the run has them.
    layer_curves : LayerCurves or None
        What was measured of each layer; None in files from before this was kept.
    life : SavedLife or None
        How the examples fared at their presentations; None where that is not recorded, or was not kept.
    """

    number: int
    origin: Origin
    config: TrainingConfig
    checkpoint: Checkpoint
    journal: tuple[JournalEntry, ...] = ()
    edits: tuple[tuple[int, AppliedEdit], ...] = ()
    orders: tuple[tuple[int, tuple[Order, ...]], ...] = ()
    permutations: int = 0
    diverged: tuple[int, str] | None = None
    stopping: EarlyStopping | None = None
    validated_epoch: int = 0
    losses: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    chosen: Example | None = None
    marks: tuple[JournalMark, ...] = ()
    parent: int | None = None
    branch_update: int = 0
    layer_curves: LayerCurves | None = field(default=None, metadata={MAY_LACK: True})
    life: SavedLife | None = field(default=None, metadata={MAY_LACK: True})


@dataclass(frozen=True)
class ImportedData:
    """A user's own examples, under the choice that they were read by."""

    choice: DatasetSpec
    dataset: Dataset


@dataclass(frozen=True)
class AllRuns:
    """What all runs hold together.

    Attributes
    ----------
    runs : int
    updates : int
        Those that were made: what a branch has in common with its parent counts once.
    largest : int
        Where the run with the most updates stands.
    changes : int
        How many entries their journals have.
    """

    runs: int
    updates: int
    largest: int
    changes: int


@dataclass(frozen=True)
class ShownRun:
    """The run on screen, and where it stood when it was saved.

    Attributes
    ----------
    run, update : int
    changes : int
        How many entries its journal had.
    exact : ExactLoss or None
        Its exact losses that were computed last, of that update or an earlier one.
    is_saved : bool
        Whether all runs stood as they are in the session's file.
    all_runs : AllRuns or None
        What was saved with it; None in what earlier versions saved.
    """

    run: int
    update: int = 0
    changes: int = 0
    exact: ExactLoss | None = None
    is_saved: bool = False
    all_runs: AllRuns | None = field(default=None, metadata={MAY_LACK: True})


def all_runs(stands: Iterable[tuple[int, int, int]]) -> AllRuns:
    """Of each run (its updates, the update that it was branched off at or 0, the entries of its journal)."""
    runs = tuple(stands)
    return AllRuns(
        len(runs),
        sum(updates - branched for updates, branched, _ in runs),
        max((updates for updates, _, _ in runs), default=0),
        sum(changes for _, _, changes in runs),
    )


def state_of(run: Run) -> RunState:
    """The run as it stands, in copies that stay as they are; but see `LifeRecord.saved`."""
    return RunState(
        number=run.number,
        origin=run.origin,
        config=run.trainer.config,
        checkpoint=run.trainer.checkpoint(),
        journal=tuple(run.journal),
        edits=run.edits.all,
        orders=tuple(run.orders.items()),
        permutations=run.permutations,
        diverged=run.diverged,
        stopping=replace(run.stopping) if run.stopping is not None and run.trainer.config.patience else None,
        validated_epoch=run.validated_epoch,
        losses=np.array([*run.sent_losses, *run.losses], np.float32),
        chosen=run.sample.shown,
        marks=run.marks,
        parent=run.parent,
        branch_update=run.branch_update,
        layer_curves=run.layer_curves.saved(),
        life=_life_of(run),
    )


def _life_of(run: Run) -> SavedLife | None:
    """What is recorded, up to the update that the run is at; None where nothing is yet."""
    if run.life is None:
        return None
    if run.trainer.presentations is not None:
        run.trainer.presentations.flush()
    return run.life.saved() if run.life.update > run.life.since else None


def run_of(state: RunState, dataset: Dataset) -> Run:
    """The run that `state` was taken of, on the examples of its origin.

    A step walkthrough that was open is none any more: the gradient of its batch will be computed again.

    Raises
    ------
    ValueError
        When state and examples do not belong together.
    """
    origin = state.origin
    layers = origin.architecture.with_outputs(dataset.n_out).layers
    # Initial weights would be drawn for nothing: all parameters come with the checkpoint.
    network = Network(Topology(layers, (dataset.n_in,)))
    if origin.weights is not None:
        origin.weights.write_to(network)
    config = replace(state.config, seed=origin.config.seed)
    run = Run(state.number, origin, dataset, network=network, config=config)
    run.trainer.restore(state.checkpoint)
    now = run.trainer.step_count
    run.journal = without_gradient(state.journal, now)
    run.trainer.batches.given_up = [*epochs_by(origin, run.journal, len(dataset.y_train), now).given_up]
    run.marks = state.marks
    run.parent, run.branch_update = state.parent, state.branch_update
    run.edits.restore_edits(state.edits)
    run.orders = dict(state.orders)
    run.permutations = state.permutations
    run.diverged = state.diverged
    run.stopping = None if state.stopping is None else replace(state.stopping)
    run.validated_epoch = state.validated_epoch
    run.losses = state.losses.tolist()
    if state.layer_curves is not None:
        run.layer_curves = LayerCurveHistory.of(state.layer_curves)
    if state.life is not None:
        run.life = LifeRecord.of(state.life, len(dataset.y_train))
    if state.chosen is not None:
        run.sample.show_again(state.chosen)
    return run
