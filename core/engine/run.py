"""One run: a network that is trained on one data set, and what the worker keeps of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.checkpoint import Checkpoint
from core.datasets import Dataset
from core.early_stopping import EarlyStopping
from core.edits import Edits
from core.engine.displayed_sample import ShownExample
from core.engine.snapshots import copies, take_snapshot
from core.frozen import frozen
from core.guessing import guessing_loss
from core.messages import DataInfo, ExactLoss, Example, RunInfo, Snapshot
from core.response import Response
from core.structure import Structure
from core.tidy import Order, reorder
from core.trace import Array
from core.trainer import Trainer, TrainingConfig


@dataclass
class Run:
    """A run stays in memory until no undo reaches it any more.

    Attributes
    ----------
    structure, trainer, data
        What is trained, and on what.
    shown : ShownExample
        Runs on the same data share it: a digit that was chosen stays on screen when the network changes.
    losses : list of float
        Each update's mean C that no snapshot has carried yet; of a run that is left they are told when it is back.
    finite : Snapshot or None
        The last one that was told: the way back, should a number become not finite.
    diverged : (int, str) or None
        The update that made a number not finite, and which.
    watched : bool
        Whether snapshots also tell the gradient that the last update followed, and the change that it made.
    edits : Edits
        Parameters that were set by hand.
    orders : dict of int to orders
        What each tidy has done, by its number.
    reorders : int
        How often the neurons were put into another order.
    """

    structure: Structure
    trainer: Trainer
    data: DataInfo
    shown: ShownExample
    losses: list[float] = field(default_factory=list)
    finite: Snapshot | None = None
    diverged: tuple[int, str] | None = None
    watched: bool = False
    edits: Edits = field(default_factory=Edits)
    orders: dict[int, tuple[Order, ...]] = field(default_factory=dict)
    reorders: int = 0
    _stopping: EarlyStopping | None = None
    _response: Response | None = None
    _before: Array | None = None
    _watched_update: int = -1
    _forgotten_update: int = -1

    @classmethod
    def begin(
        cls,
        structure: Structure,
        config: TrainingConfig,
        dataset: Dataset,
        data: DataInfo,
        shown: ShownExample | None = None,
    ) -> Run:
        """A new network, at its initial weights.

        Raises
        ------
        ValueError
            When the network, the examples and the settings do not suit each other.
        """
        network = structure.network(dataset.n_in, dataset.n_out)
        return cls(structure, Trainer(network, dataset, config), data, shown or ShownExample(dataset))

    def reconfigure(self, config: TrainingConfig) -> bool:
        """Go on with other settings; True when the penalties that were measured are not so any more."""
        old = self.trainer.config
        self.trainer.reconfigure(config)
        return (config.l1, config.l2) != (old.l1, old.l2)

    def snapshot(self, number: int, example: Example | None = None, keep_losses: bool = False) -> Snapshot:
        """The network as it stands; the losses since the last one go with it, unless they are kept for the next."""
        losses = [] if keep_losses else self.losses
        if not keep_losses:
            self.losses = []
        self.finite = take_snapshot(number, self.trainer, example or self.shown.current, losses, self.data)
        if self.reorders:
            self.finite = replace(self.finite, reorders=self.reorders)
        if self.data.points is not None:
            self._response = self._response or Response(self.trainer.network, self.data.input_scale)
            self.finite = replace(self.finite, response=self._response.outputs())
        if self.watched:
            mean_dW, mean_db = self._mean_gradient()
            self.finite = replace(self.finite, mean_dW=mean_dW, mean_db=mean_db, change_W=self._change())
        return self.finite

    def catch_up(
        self, checkpoint: Checkpoint, losses: list[float], rows: NDArray[np.int64], others: Sequence[Array]
    ) -> None:
        """Stand where the training stands that is made elsewhere, after these losses and this last batch.

        `others` are the gradient that its last update followed and, of a run that is watched, the θ before that.
        """
        trainer = self.trainer
        trainer.restore(checkpoint)
        trainer.batches.rows = rows
        self.losses.extend(losses)
        if others:
            np.copyto(trainer.network.gradients, others[0])
        if len(others) > 1:
            self._before, self._watched_update = others[1], trainer.step_count

    def advance(self) -> float | None:
        """As the trainer's own; but the change that the update makes can be told afterwards."""
        trainer = self.trainer
        return self.apply() if trainer.accumulate_gradient() else None

    def apply(self) -> float:
        """Apply the update whose gradient is complete, and keep what is needed to tell its change."""
        trainer = self.trainer
        if self.watched:
            if self._before is None:
                self._before = np.empty_like(trainer.network.parameters)
            np.copyto(self._before, trainer.network.parameters)
        mean = trainer.apply_update()
        self._watched_update = trainer.step_count
        return mean

    def _mean_gradient(self) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
        """What the last update followed, of W and of b; () where it is written over already."""
        trainer = self.trainer
        if trainer.next_phase != "batch" or trainer.step_count == 0 or self.diverged is not None:
            return (), ()
        if self._forgotten_update == trainer.step_count:
            return (), ()
        layers = trainer.network.layers
        return copies(layer.dW for layer in layers), copies(layer.db for layer in layers)

    def _change(self) -> tuple[Array, ...]:
        """ΔW of the last update; () where it was not watched."""
        network = self.trainer.network
        if self._before is None or self._watched_update != self.trainer.step_count:
            return ()
        if self._forgotten_update == self.trainer.step_count:
            return ()
        change = frozen(network.parameters - self._before)
        return tuple(W for W, _ in network.views_of(change))

    def forget_last_update(self) -> None:
        """A parameter was changed by hand: what the last update followed and made is not between what is known."""
        self._forgotten_update = self.trainer.step_count
        # What was least was the test loss of other weights.
        self._stopping = None

    def reorder(self, orders: Sequence[Order]) -> None:
        """Put the hidden neurons into these orders, and whatever is kept of them."""
        trainer = self.trainer
        is_between = trainer.next_phase == "batch"
        flat = reorder(trainer, orders)
        self.edits.follow(orders)
        self.reorders += 1
        gradients = trainer.network.gradients
        gradients[:] = gradients[flat]
        if self._before is not None:
            self._before[:] = self._before[flat]
        if not is_between:
            # The gradient was the next update's, which is not made.
            self._forgotten_update = trainer.step_count

    def end(self, update: int, cause: str) -> None:
        """A number became not finite: go back to the last state that was shown, which stays on screen."""
        self.diverged = update, cause
        last, trainer = self.finite, self.trainer
        assert last is not None
        for layer, W, b in zip(trainer.network.layers, last.weights, last.biases, strict=True):
            layer.W[...], layer.b[...] = W, b
        trainer.step_count = last.update
        self.losses = []

    def is_to_stop(self, exact: ExactLoss) -> int | None:
        """The update of the least test loss, when that has not fallen for as long as the settings' patience is."""
        patience = self.trainer.config.patience
        if not patience:
            self._stopping = None
            return None
        if self._stopping is None or self._stopping.patience != patience:
            self._stopping = EarlyStopping(patience)
        return self._stopping.best_update if self._stopping.note(exact.update, exact.test_total) else None

    def go_on(self) -> None:
        """The learner goes on after a stop: be as patient as at the start."""
        if self._stopping is not None:
            self._stopping.be_patient()

    def info(self, number: int) -> RunInfo:
        """Which run this is, and with what settings it goes on."""
        trainer = self.trainer
        return RunInfo(
            run=number,
            structure=self.structure,
            config=trainer.config,
            sizes=tuple(trainer.network.sizes),
            parameter_count=trainer.network.parameter_count,
            train_count=len(trainer.dataset.y_train),
            test_count=len(trainer.dataset.y_test),
            updates_per_epoch=trainer.updates_per_epoch,
            guessing=guessing_loss(trainer.config.loss, trainer.network.activations[-1], trainer.dataset),
            data=self.data,
        )
