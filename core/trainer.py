"""The training: one update after another, whole or in parts, with the same bits.

An update chooses a batch, runs it forwards and backwards, and lets the optimizer change the parameters. Batches
of more than 1,024 examples are accumulated chunk by chunk in a fixed order.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.batches import CHUNK_ROWS, CHUNK_ROWS_OF_LARGE, LARGE_NETWORK, Batches
from core.config import TrainingConfig
from core.datasets import Dataset
from core.evaluation import Evaluation
from core.losses import cross_entropy
from core.network import Network
from core.optimizers import make_optimizer
from core.propagation import Propagation
from core.trace import Array, Trace

__all__ = ["DivergenceError", "Trainer", "TrainingConfig"]


class DivergenceError(ArithmeticError):
    """The loss or a parameter is not finite any more.

    Attributes
    ----------
    update : int
        The first update that made it so.
    cause : "loss" or "parameter"
    """

    def __init__(self, update: int, cause: str) -> None:
        super().__init__(f"update {update} made the {cause} infinite or not a number")
        self.update = update
        self.cause = cause


class Trainer:
    """Looks for the best function of `network`'s function set on `dataset`.

    Attributes
    ----------
    step_count : int
        Updates made.
    batch_losses : (batch_size,) array
        Each C of the batch under way or the last one, before its update.
    """

    def __init__(self, network: Network, dataset: Dataset, config: TrainingConfig | None = None) -> None:
        self.network = network
        self.dataset = dataset
        self.config = config or TrainingConfig()
        if network.layers[-1].activation != "softmax":
            raise ValueError(f"cross-entropy needs a softmax output, not {network.layers[-1].activation!r}")
        n_in, n_out = network.sizes[0], network.sizes[-1]
        if dataset.X_train.shape[1] != n_in:
            raise ValueError(f"the examples have {dataset.X_train.shape[1]} inputs, the network takes {n_in}")
        if int(dataset.y_train.max()) >= n_out or int(dataset.y_train.min()) < 0:
            raise ValueError(f"a class lies outside 0 to {n_out - 1}, the network's outputs")
        self.step_count = 0
        self._done = 0
        self._optimizer = make_optimizer(self.config.optimizer, network.parameters)
        self._batches = Batches(
            dataset.X_train,
            dataset.y_train,
            self.config.batch_size,
            self.config.takes_whole_set,
            self.config.seed,
            network.dtype,
            CHUNK_ROWS if network.parameter_count <= LARGE_NETWORK else CHUNK_ROWS_OF_LARGE,
        )
        self._new_batches: tuple[int, bool] | None = None
        self._into = network.views_of(network.gradients)
        self._chunk_gradients: Array = np.empty(0, network.dtype)
        self._evaluation_passes: dict[int, Propagation] = {}
        self._single = Propagation(network, 1)
        self._make_buffers()

    # --- updates

    def step(self) -> float:
        """One update. Returns the batch's mean C in nats, before the update.

        Raises
        ------
        DivergenceError
            When that mean, or a parameter after the update, is not finite.
        """
        while not self.accumulate_gradient():
            pass
        return self.apply_update()

    def run_epoch(self) -> float:
        """Updates to the end of this pass over the training set. Returns their mean C."""
        epoch, total, count = self.epoch, 0.0, 0
        while self.epoch == epoch:
            total += self.step()
            count += 1
        return total / count

    @np.errstate(over="ignore", invalid="ignore")
    def accumulate_gradient(self) -> bool:
        """Run at most 1,024 examples of the batch forwards and backwards.

        True when the gradient of the batch's mean C is complete in ``network.gradients``; calling it again then
        changes nothing until the update is applied.
        """
        if self._done == 0:
            self._batches.open()
        if self._done < self._batches.batch_size:
            X, y = self._batches.chunk(self._done)
            self._run_chunk(X, y)
            self._done += len(y)
        return self._done >= self._batches.batch_size

    @np.errstate(over="ignore", invalid="ignore")
    def apply_update(self) -> float:
        """Let the optimizer change the parameters by the gradient that is complete. Returns the mean C before.

        Raises
        ------
        DivergenceError
            When that mean, or a parameter after the update, is not finite.
        """
        batch_size = self._batches.batch_size
        if self._done < batch_size:
            raise RuntimeError("the gradient is not complete: call accumulate_gradient until it returns True")
        mean = float(np.dot(self.batch_losses, self._ones)) / batch_size
        self._done = 0
        self._batches.close()
        if self._new_batches is not None:
            self._take_new_batches()
        self._optimizer.update(self.network.parameters, self.network.gradients, self.config.learning_rate)
        self.step_count += 1
        if not math.isfinite(mean):
            raise DivergenceError(self.step_count, "loss")
        # A sum of squares costs a microsecond; it may overflow by itself, so look closer only then.
        theta = self.network.parameters
        if not math.isfinite(np.dot(theta, theta)) and not np.isfinite(theta).all():
            raise DivergenceError(self.step_count, "parameter")
        return mean

    @property
    def epoch(self) -> int:
        """Passes over the training set finished."""
        return self._batches.epoch

    @property
    def position(self) -> int:
        """Examples of this epoch already used."""
        return self._batches.position

    @property
    def updates_per_epoch(self) -> int:
        """Updates in one pass; the last, partial batch is dropped."""
        return self._batches.per_epoch

    @property
    def batch_rows(self) -> NDArray[np.int64]:
        """(batch_size,) rows of the training set: the batch under way, or the last one."""
        return self._batches.rows

    def reconfigure(self, config: TrainingConfig) -> None:
        """Go on with other settings. What was learned and the place in the epoch stay.

        A changed optimizer begins with fresh state. Where the size of the batches changes, a gradient that is
        complete is still the next to be applied; a batch that is only begun is given up, and its examples are
        taken again.

        Raises
        ------
        ValueError
            When a batch would be larger than the training set; nothing is changed then.
        """
        old = self.config
        if (config.batch_size, config.takes_whole_set) != (old.batch_size, old.takes_whole_set):
            self._batches.check_size(config.batch_size, config.takes_whole_set)
            self._new_batches = config.batch_size, config.takes_whole_set
            if self._done < self._batches.batch_size:
                self._take_new_batches()
        if config.optimizer != old.optimizer:
            self._optimizer = make_optimizer(config.optimizer, self.network.parameters)
        # The order of the examples belongs to the run; it does not change in the middle.
        self.config = replace(config, seed=old.seed)

    # --- looking

    @np.errstate(over="ignore", invalid="ignore")
    def trace(self, x: Array, y: int | None = None) -> Trace:
        """One example forwards, and backwards where its right class `y` is known.

        Parameters
        ----------
        x : (n_in,)
        y : int, optional

        Nothing of the training is touched: no dropout, no penalty, no randomness.

        Raises
        ------
        ValueError
            When `y` is no class of the network.
        """
        if y is not None and not 0 <= y < self.network.sizes[-1]:
            raise ValueError(f"class {y!r}: give a whole number from 0 to {self.network.sizes[-1] - 1}")
        network, single = self.network, self._single
        x = np.array(x, dtype=network.dtype).reshape(1, -1)
        logits = single.forward(x)
        z = (*(hidden[0].copy() for hidden in single.z), logits[:, 0].copy())
        probabilities = single.output()[:, 0].copy()
        a = (*(hidden[0].copy() for hidden in single.a), probabilities)
        if y is None:
            return Trace(x[0], z, a)
        single.output_delta[:, 0] = probabilities
        single.output_delta[y, 0] -= 1
        into = network.views_of(np.empty_like(network.parameters))
        single.backward(into)
        delta = (*(hidden[0].copy() for hidden in single.delta), single.output_delta[:, 0].copy())
        loss = float(cross_entropy(logits, np.array([y]))[0])
        return Trace(x[0], z, a, delta, tuple(dW for dW, _ in into), tuple(db for _, db in into), loss)

    def evaluation(self, split: str) -> Evaluation:
        """Every Cⁿ of ``"train"`` or ``"test"``, to be taken chunk by chunk.

        Raises
        ------
        ValueError
            When there is no such split.
        """
        if split not in ("train", "test"):
            raise ValueError(f"{split!r} is no split; choose 'train' or 'test'")
        data = self.dataset
        X, y = (data.X_train, data.y_train) if split == "train" else (data.X_test, data.y_test)
        return Evaluation(self.network, X, y, self._evaluation_passes)

    def example_losses(self, split: str) -> NDArray[np.float64]:
        """(N,): every Cⁿ in nats, precise for tiny values too."""
        return self.evaluation(split).finish().losses

    def evaluation_of_rows(self, rows: NDArray[np.integer]) -> Evaluation:
        """Cⁿ of these rows of the training set, to be taken chunk by chunk."""
        data = self.dataset
        return Evaluation(self.network, data.X_train[rows], data.y_train[rows], {})

    def losses_of_rows(self, rows: NDArray[np.integer]) -> NDArray[np.float64]:
        """(k,): Cⁿ in nats of these rows of the training set."""
        return self.evaluation_of_rows(rows).finish().losses

    def total_loss(self, split: str) -> float:
        """L = Σ Cⁿ in nats."""
        return self.evaluation(split).finish().total

    def accuracy(self, split: str) -> float:
        """The share of right answers, in [0, 1]."""
        return self.evaluation(split).finish().accuracy

    def rest(self) -> None:
        """Free the buffers that the next update or evaluation makes anew; nothing of the training is lost."""
        self._evaluation_passes.clear()
        if self._done == 0:
            self._make_buffers()

    # --- parts

    def _take_new_batches(self) -> None:
        assert self._new_batches is not None
        self._batches.set_batch_size(*self._new_batches)
        self._new_batches = None
        self._make_buffers()

    def _make_buffers(self) -> None:
        batches = self._batches
        self._done = 0
        self._passes: dict[int, Propagation] = {}
        self._offsets: dict[int, NDArray[np.int64]] = {}
        self.batch_losses: Array = np.zeros(batches.batch_size, self.network.dtype)
        self._ones: Array = np.ones(batches.batch_size, self.network.dtype)
        self._work: dict[int, tuple[Array, Array]] = {}
        if batches.batch_size > batches.chunk_rows:
            self._chunk_gradients = np.empty_like(self.network.gradients)
        self._chunk_into = self.network.views_of(self._chunk_gradients) if self._chunk_gradients.size else ()

    def _pass_of(self, rows: int) -> Propagation:
        if rows not in self._passes:
            self._passes[rows] = Propagation(self.network, rows)
            self._offsets[rows] = np.arange(rows)
            dtype = self.network.dtype
            self._work[rows] = np.empty(rows, dtype), np.empty(rows, dtype)
        return self._passes[rows]

    def _run_chunk(self, X: Array, y: NDArray[np.int64]) -> None:
        """Forwards, softmax and cross-entropy, backwards; the gradient is that of the batch's mean."""
        rows = len(y)
        propagation = self._pass_of(rows)
        largest, total = self._work[rows]
        # Where the right class's numbers are in the flat (n_out, rows) arrays.
        right = y * rows
        right += self._offsets[rows]
        z = propagation.forward(X)
        delta = propagation.output_delta
        np.maximum.reduce(z, axis=0, out=largest)
        np.subtract(z, largest, out=delta)
        losses = self.batch_losses[self._done : self._done + rows]
        flat = delta.reshape(-1)
        np.take(flat, right, out=losses, mode="clip")
        np.exp(delta, out=delta)
        np.add.reduce(delta, axis=0, out=total)
        np.divide(delta, total, out=delta)
        # C = ln Σ e**(z - max) - (z_r - max), and its gradient y - ŷ; both per example.
        np.log(total, out=total)
        np.subtract(total, losses, out=losses)
        flat[right] -= 1
        np.divide(delta, self.network.dtype.type(self._batches.batch_size), out=delta)
        if self._done == 0:
            propagation.backward(self._into)
        else:
            propagation.backward(self._chunk_into)
            np.add(self.network.gradients, self._chunk_gradients, out=self.network.gradients)
