"""The engine's messages to the window: frozen values that hold read-only copies.

A message names the run and the update that its numbers belong to, so that nothing on screen can be mistaken for
another update's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss
from core.analysis.example_losses import ExampleLosses
from core.analysis.layer_curves import LayerCurve
from core.analysis.neuron_statistics import NeuronStatistics
from core.arrays import Array
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import AppliedEdit
from core.engine.confidence_messages import CONFIDENCE_MESSAGES
from core.engine.confusion_messages import CONFUSION_MESSAGES
from core.engine.end_messages import Diverged as Diverged
from core.engine.end_messages import StoppedEarly as StoppedEarly
from core.engine.example_messages import ExampleLife as ExampleLife
from core.engine.example_messages import ExampleLives as ExampleLives
from core.engine.example_messages import ExampleOutputs as ExampleOutputs
from core.engine.example_messages import ExamplesSeen as ExamplesSeen
from core.engine.example_messages import OwnSetChanged as OwnSetChanged
from core.engine.filter_messages import FilterProgress as FilterProgress
from core.engine.filter_messages import FilterRefused as FilterRefused
from core.engine.filter_messages import PatternsCounted as PatternsCounted
from core.engine.filter_messages import WindowsFound as WindowsFound
from core.engine.flip_messages import FewestFlips as FewestFlips
from core.engine.flip_messages import FlipsProgress as FlipsProgress
from core.engine.flip_messages import PixelFlips as PixelFlips
from core.engine.influence_messages import INFLUENCE_MESSAGES
from core.engine.journal_marks import JournalMark
from core.engine.keeping_messages import KeepingChanged as KeepingChanged
from core.engine.layer_curve_messages import LayerCurvesSent as LayerCurvesSent
from core.engine.other_run_messages import BesideHidden as BesideHidden
from core.engine.other_run_messages import BesideShown as BesideShown
from core.engine.other_run_messages import LossesAdded as LossesAdded
from core.engine.other_run_messages import TogetherChanged as TogetherChanged
from core.engine.other_run_messages import TogetherRefused as TogetherRefused
from core.engine.past_messages import FilmFrame as FilmFrame
from core.engine.past_messages import HistoryChanged as HistoryChanged
from core.engine.past_messages import LiveShown as LiveShown
from core.engine.past_messages import PastProgress as PastProgress
from core.engine.past_messages import PastShown as PastShown
from core.engine.questions import QuestionAnswered, QuestionProgress, QuestionRefused
from core.engine.snapshot import DataInfo, Snapshot, check_fits
from core.engine.solutions_messages import SolutionsCompared as SolutionsCompared
from core.engine.solutions_messages import SolutionsRefused as SolutionsRefused
from core.engine.unrolling_messages import ConvolutionUnrolled as ConvolutionUnrolled
from core.engine.unrolling_messages import ShiftedMeasured as ShiftedMeasured
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.epochs import EpochSpan


@dataclass(frozen=True)
class GradientComputed:
    """The first half of a step walkthrough: the gradient of its batch is computed, nothing is applied yet.

    ``snapshot`` holds the parameters *before* the update. ``mean_gradient`` is the gradient of the mean C over the
    batch, with L1 and L2 where there are such. ``batch_mean`` is that mean C in nats, of all neurons where some are
    dropped in training: only so it can be compared with what comes after. ``dropout`` is the share that is dropped in
    this batch, from 0 to 0.95: its gradient and the trace of one of its examples are with it.
    """

    snapshot: Snapshot
    batch_size: int
    batch_mean: float
    mean_gradient: Array
    dropout: float = 0.0

    def __post_init__(self) -> None:
        check_fits(self.snapshot.topology, self.mean_gradient)

    @cached_property
    def mean_db(self) -> tuple[Array, ...]:
        """Each layer's part for b, which is the mean δ of the batch."""
        return self.snapshot.topology.table.named("b", self.mean_gradient)


@dataclass(frozen=True)
class UpdateApplied:
    """The second half: the optimizer's change, applied. ``snapshot`` holds the parameters *after* it.

    ``change`` is new θ minus old θ. ``batch_mean`` is the mean C of the same batch after the update, and
    ``snapshot.trace.loss`` the displayed sample's C after it.
    """

    snapshot: Snapshot
    change: Array
    batch_mean: float

    def __post_init__(self) -> None:
        check_fits(self.snapshot.topology, self.change)


@dataclass(frozen=True)
class ParameterEdited:
    """A parameter was edited, or its edit reverted; ``snapshot`` is of after it."""

    edit_id: int
    made: AppliedEdit
    snapshot: Snapshot


@dataclass(frozen=True)
class NeuronsPermuted:
    """Hidden neurons were permuted; the function is the same.

    Attributes
    ----------
    edit_id : int
        The sort's number.
    how : "tidy", "back" or "again"
    orders : tuple of (n,) arrays
        For each hidden layer which neuron, by its old number, has come to each place.
    snapshot : Snapshot
        In the new order.
    stays : tuple of int
        Hidden layers, counted from 0, that cannot be reordered (`core.editing.neuron_permutation.tied_layers`).
    difference, count : float, int
        For a sort: the largest difference that it makes to any output, over so many test examples.
    statistics : NeuronStatistics or None
        For a sort: what the neurons do over the test set, in the new order.
    """

    edit_id: int
    how: str
    orders: tuple[NDArray[np.intp], ...]
    snapshot: Snapshot
    stays: tuple[int, ...] = ()
    difference: float = 0.0
    count: int = 0
    statistics: NeuronStatistics | None = None

    @property
    def reordered(self) -> tuple[int, int]:
        """(feature maps, neurons) of the layers that can be reordered; a map is moved with all of its cells."""
        topology = self.snapshot.topology
        of_maps = {layer - 1 for layer, shape in enumerate(topology.shapes) if len(shape) == 3}
        moved = [layer for layer in range(len(self.orders)) if layer not in self.stays]
        maps = sum(topology.maps[layer + 1] for layer in moved if layer in of_maps)
        return maps, sum(len(self.orders[layer]) for layer in moved if layer not in of_maps)


@dataclass(frozen=True)
class RunInfo:
    """Which run is on screen: what it searches, how, and on how many examples of what.

    ``baseline_loss`` is the mean C of one constant prediction (`core.loss.baseline`); ``update`` is how many updates
    were made when these settings came into force. The batch of the update after ``batches_from`` updates is the first
    that is of this size and dropout: one later than ``update`` where a gradient waited already. ``last_edit`` is the
    largest number that a change by hand, or a sorting, has. ``weights_name`` is the file that the initial weights came
    from, "" where the architecture drew them.
    ``epochs`` says where each epoch began (`core.training.epochs`).
    ``parent`` is the run that it branched from after ``branch_update`` updates, None where it began by itself, and
    ``changes`` are the marks of what has changed it since its beginning; where it ``keeps_changes`` they are those that
    were sent already, and are not sent again: there may be thousands (`gui.engine.client` fills them in).
    """

    run: int
    architecture: Architecture
    config: TrainingConfig
    sizes: tuple[int, ...]
    parameter_count: int
    train_count: int
    test_count: int
    updates_per_epoch: int
    baseline_loss: float = math.log(10)
    data: DataInfo = field(default_factory=DataInfo)
    update: int = 0
    batches_from: int = 0
    epochs: tuple[EpochSpan, ...] = ()
    last_edit: int = 0
    weights_name: str = ""
    parent: int | None = None
    branch_update: int = 0
    changes: tuple[JournalMark, ...] = ()
    keeps_changes: bool = False


@dataclass(frozen=True)
class RunBegun:
    """A run was begun that is not on screen."""

    info: RunInfo


@dataclass(frozen=True)
class RunReconfigured:
    """A run that is not on screen goes on with other settings."""

    info: RunInfo


@dataclass(frozen=True)
class JournalMarked:
    """The run was changed: this mark is added to those of its `RunInfo`, as `with_mark` adds it."""

    run: int
    mark: JournalMark


@dataclass(frozen=True)
class DataLoaded:
    """Examples are at hand under this choice, for runs to be begun on."""

    choice: DatasetSpec
    n_in: int
    train_count: int
    test_count: int
    class_count: int
    nbytes: int
    blank_count: int = 0
    """Training pictures without any ink."""
    picture: tuple[int, int] | None = None
    """(rows, columns) of the pictures; None where the inputs are just numbers."""
    constant_count: int = 0
    """Columns of a user's table that are one number in all training examples."""

    @property
    def is_regression(self) -> bool:
        """Whether the targets are numbers, not classes."""
        return self.class_count == 0


@dataclass(frozen=True)
class DataRefused:
    """Examples could not be loaded; code and fields (`core.data.refusals`) state why and what to do."""

    code: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class DigitsMissing:
    """There is nothing to begin with; code and fields (`core.data.refusals`) state why and what to do."""

    code: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class RunningChanged:
    """The training runs, or has paused; where it runs to an end, that is a number of updates or of finished epochs."""

    running: bool
    last_update: int | None = None
    last_epoch: int | None = None


@dataclass(frozen=True)
class NoSuchSample:
    """There is no test example to show of this kind ("wrong", ...)."""

    how: str


@dataclass(frozen=True)
class EditRefused:
    """A parameter could not be set: another run or another order of the neurons was meant.

    Or this run is on its way back from a divergence, to its last finite numbers: ``is_returning``.
    """

    run: int
    edit_id: int
    is_returning: bool = False


@dataclass(frozen=True)
class SortingRefused:
    """The neurons were not sorted, because: "no_classes", "no_hidden", "all_stay", "no_favourites" or "in_order"."""

    reason: str


@dataclass(frozen=True)
class Recovered:
    """The engine has begun again from what was saved: the run on screen, and each of the others, is at its update."""

    run: int
    update: int
    others: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class SessionProgress:
    """So much of saving or opening is done, from 0 to 1; meanwhile nothing is trained.

    The first one, of 0, comes at the moment whose state is saved.
    """

    path: str
    is_saving: bool
    share: float


@dataclass(frozen=True)
class SessionCancelled:
    """It was neither saved nor opened, as somebody wished; the file and all runs are as they were."""

    path: str
    is_saving: bool


@dataclass(frozen=True)
class SessionSaved:
    """The session is in this file; its run on screen stood at this update when that was begun."""

    path: str
    run: int
    update: int


@dataclass(frozen=True)
class SessionOpened:
    """Other runs take the place of all before; the one on screen follows.

    Attributes
    ----------
    path : str
        Their file or folder; "" for a new session.
    runs : tuple of RunInfo
        All of them.
    saved_as : tuple of int
        The number of each when it was saved.
    window : WindowState
        What the window wanted back.
    """

    path: str
    runs: tuple[RunInfo, ...]
    saved_as: tuple[int, ...] = ()
    window: WindowState = field(default_factory=WindowState)


@dataclass(frozen=True)
class SessionRefused:
    """A session could not be opened, or saved; code and fields (`core.session.errors`) state why and what to do."""

    path: str
    code: str
    fields: dict[str, Any]
    is_saving: bool = False


@dataclass(frozen=True)
class EngineFailed:
    """Something failed unexpectedly; `details` is the traceback."""

    details: str


@dataclass(frozen=True)
class CommandsHandled:
    """All commands so far were handled; the envelope holds which frame it answers."""


MESSAGES: tuple[type, ...] = (
    Snapshot,
    ExactLoss,
    ExampleLosses,
    *(LayerCurve, LayerCurvesSent),
    *(Diverged, StoppedEarly, KeepingChanged),
    *(ExamplesSeen, ExampleLives, ExampleLife, OwnSetChanged),
    *(ExampleOutputs, *CONFUSION_MESSAGES, *CONFIDENCE_MESSAGES),
    NeuronStatistics,
    SolutionsCompared,
    SolutionsRefused,
    ConvolutionUnrolled,
    ShiftedMeasured,
    *(PatternsCounted, WindowsFound, FilterProgress, FilterRefused),
    *INFLUENCE_MESSAGES,
    *(PixelFlips, FewestFlips, FlipsProgress),
    *(BesideShown, BesideHidden),
    TogetherChanged,
    TogetherRefused,
    LossesAdded,
    QuestionAnswered,
    QuestionProgress,
    QuestionRefused,
    FilmFrame,
    HistoryChanged,
    LiveShown,
    PastProgress,
    PastShown,
    *(kind for kind in list(vars().values()) if isinstance(kind, type) and kind.__module__ == __name__),
)
"""All that are defined here, and those that others define."""
