"""The training: gradient of a batch, update of θ, again and again."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.batch_gradient import BatchGradient
from core.config import TrainingConfig
from core.datasets import Dataset
from core.evaluation import ChunkBuffers, Evaluation
from core.losses import Labels, Losses
from core.network import Network
from core.optimizers import OPTIMIZERS
from core.propagation import CHUNK_ROWS
from core.trace import Trace
from core.tracer import Tracer

__all__ = ["DivergenceError", "Trainer", "TrainingConfig"]


class DivergenceError(ArithmeticError):
    """Training has left the numbers that can be written.

    Attributes
    ----------
    update : int
        The update that made it so.
    cause : str
        What is not finite any more.
    """

    def __init__(self, update: int, cause: str) -> None:
        super().__init__(f"after update {update:,}, {cause}")
        self.update = update
        self.cause = cause


class Trainer:
    """Trains `network` on the training set of `dataset`, as `config` says.

    An update can be made whole, with `step`, or in parts, with `accumulate_gradient` and `apply_update`: the
    same calls on the same shapes, and so the same bits.

    Attributes
    ----------
    step_count : int
        Updates made.
    epoch : int
        Passes over the training set finished. A pass ends where a whole batch does not fit any more.
    position : int
        Examples of this pass that are behind.

    Raises
    ------
    ValueError
        When the network does not fit the data or the loss, or a batch is larger than the training set.
    """

    def __init__(self, network: Network, dataset: Dataset, config: TrainingConfig) -> None:
        _check_fit(network, dataset)
        _check_batch_size(config, dataset)
        self.network = network
        self.dataset = dataset
        self.config = config
        self.step_count = 0
        self.epoch = 0
        self.position = 0
        self._tracer = Tracer(network)
        self._chunk = ChunkBuffers(network, CHUNK_ROWS)
        self._optimizer = OPTIMIZERS[config.optimizer](network.parameters, network.gradients)
        self._gradient = self._make_gradient()
        self._gradient_is_stale = False

    # --- one update

    def step(self) -> float:
        """Make one update; the batch's mean C before it, in nats.

        Raises
        ------
        DivergenceError
            When that mean, or a parameter after the update, is not finite.
        """
        while not self.accumulate_gradient():
            pass
        return self.apply_update()

    @np.errstate(over="ignore", invalid="ignore")
    def accumulate_gradient(self) -> bool:
        """Do one piece of a batch: choose it, forward, loss, backward, for at most 1,024 examples.

        True when the gradient of the batch's mean C is complete in ``network.gradients``.
        """
        gradient = self._gradient
        if gradient.complete:
            return True
        if self._gradient_is_stale:
            self._gradient = gradient = self._make_gradient()
            self._gradient_is_stale = False
            self._begin_epoch_if_due(gradient.size)
        return gradient.accumulate(self.epoch, self.position)

    @np.errstate(over="ignore", invalid="ignore")
    def apply_update(self) -> float:
        """Apply the batch's gradient with the learning rate as it is set now; the mean C before, in nats.

        A batch that is not complete is completed first.

        Raises
        ------
        DivergenceError
            When that mean, or a parameter after the update, is not finite.
        """
        while not self._gradient.complete:
            self.accumulate_gradient()
        gradient = self._gradient
        mean = gradient.mean_loss
        if not isfinite(mean):
            raise DivergenceError(self.step_count, f"the batch's mean C is {mean}")
        self._optimizer.apply(self.config.learning_rate)
        gradient.forget()
        self.step_count += 1
        self.position += gradient.size
        self._begin_epoch_if_due(gradient.size)
        parameters = self.network.parameters
        # One product tells that all are finite; where it overflows they may still be.
        if not isfinite(np.dot(parameters, parameters)) and not np.isfinite(parameters).all():
            raise DivergenceError(self.step_count, "a parameter is not finite")
        return mean

    def run_epoch(self) -> None:
        """Make updates until one more pass over the training set is finished."""
        epoch = self.epoch
        while self.epoch == epoch:
            self.step()

    def reconfigure(self, config: TrainingConfig) -> None:
        """Go on with other settings; parameters, counts and the place in the epoch stay.

        A changed optimizer starts its own state. A batch whose gradient is complete is still applied; one
        that is only begun is given up and chosen anew.

        Raises
        ------
        ValueError
            When a batch would be larger than the training set; nothing is changed then.
        """
        _check_batch_size(config, self.dataset)
        before, self.config = self.config, config
        if config.optimizer != before.optimizer:
            network = self.network
            self._optimizer = OPTIMIZERS[config.optimizer](network.parameters, network.gradients)
        if self._batching(config) != self._batching(before):
            self._gradient_is_stale = True
            if not self._gradient.complete:
                self._gradient.forget()

    # --- what is under way

    @property
    def updates_per_epoch(self) -> int:
        """Updates in one pass over the training set."""
        return len(self.dataset.y_train) // self._batching(self.config)[0]

    @property
    def batch_rows(self) -> NDArray[np.int64]:
        """(batch,) rows of ``X_train`` in the current or last batch; empty before the first.

        Good until the next batch is chosen: copy what is to be kept.
        """
        return self._gradient.rows

    @property
    def batch_losses(self) -> Losses:
        """(batch,) float64: each C of that batch before its update, in nats."""
        return self._gradient.losses

    # --- looking on

    def trace(self, x: ArrayLike, y: int | None = None) -> Trace:
        """Everything that one example (n_in,) makes the network compute; without `y`, forwards only.

        Raises
        ------
        ValueError
            When `x` is not (n_in,), or `y` is no class of the network.
        """
        return self._tracer.trace(x, y)

    def evaluation(self, split: str) -> Evaluation:
        """The loss of every example of ``"train"`` or ``"test"``, to be taken chunk by chunk.

        Raises
        ------
        ValueError
            When `split` is neither.
        """
        if split == "train":
            return self._evaluation(self.dataset.X_train, self.dataset.y_train)
        if split == "test":
            return self._evaluation(self.dataset.X_test, self.dataset.y_test)
        raise ValueError(f"split must be 'train' or 'test', not {split!r}")

    def example_losses(self, split: str) -> Losses:
        """(N,) float64: every Cⁿ of ``"train"`` or ``"test"``, in nats, precise for tiny values too."""
        return self.evaluation(split).finish().losses

    def total_loss(self, split: str) -> float:
        """L = Σ Cⁿ of ``"train"`` or ``"test"``, in nats."""
        return self.evaluation(split).finish().total

    def accuracy(self, split: str) -> float:
        """The share of ``"train"`` or ``"test"`` that the network gets right, in [0, 1]."""
        return self.evaluation(split).finish().accuracy

    def losses_of_rows(self, rows: NDArray[np.integer[Any]]) -> Losses:
        """(n,) float64: the Cⁿ of these rows of ``X_train`` now, in nats."""
        return self._evaluation(self.dataset.X_train[rows], self.dataset.y_train[rows]).finish().losses

    def _evaluation(self, X: NDArray[Any], y: Labels) -> Evaluation:
        return Evaluation(self.network, X, y, self._chunk)

    # --- batches

    def _batching(self, config: TrainingConfig) -> tuple[int, int | None]:
        """Examples in a batch, and the seed of their order; gradient descent takes all, in the data's order."""
        if config.optimizer == "gradient_descent":
            return len(self.dataset.y_train), None
        return config.batch_size, config.seed

    def _make_gradient(self) -> BatchGradient:
        size, seed = self._batching(self.config)
        return BatchGradient(self.network, self.dataset, size, seed)

    def _begin_epoch_if_due(self, batch: int) -> None:
        if self.position + batch > len(self.dataset.y_train):
            self.epoch += 1
            self.position = 0


def _check_fit(network: Network, dataset: Dataset) -> None:
    n_in, n_out = network.sizes[0], network.sizes[-1]
    if network.activations[-1] != "softmax":
        raise ValueError(f"cross_entropy needs the output softmax, not {network.activations[-1]!r}")
    if not len(dataset.y_train):
        raise ValueError("the training set must hold at least 1 example, not 0")
    for X, y in ((dataset.X_train, dataset.y_train), (dataset.X_test, dataset.y_test)):
        if X.shape != (len(y), n_in):
            raise ValueError(
                f"examples must be ({len(y)}, {n_in}) for these labels and network, not {X.shape}"
            )
        if len(y) and (y.min() < 0 or y.max() >= n_out):
            raise ValueError(
                f"labels must be classes from 0 to {n_out - 1} for this network, not {y.min()} to {y.max()}"
            )


def _check_batch_size(config: TrainingConfig, dataset: Dataset) -> None:
    examples = len(dataset.y_train)
    if config.batch_size > examples and config.optimizer != "gradient_descent":
        raise ValueError(f"batch_size must be from 1 to {examples:,}, not {config.batch_size!r}")
