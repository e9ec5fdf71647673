"""The training: one update after another, whole or in parts, with the same bits.

An update chooses a batch, runs it forwards and backwards, and lets the optimizer change the parameters
(`Trainer._update`). Large batches are accumulated chunk by chunk in a fixed order (`core.training.batch_gradient`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import Evaluation
from core.analysis.sample_tracer import SampleTracer
from core.analysis.trace import Trace
from core.arrays import Array
from core.data.dataset import Dataset
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import chunk_rows
from core.optim.gradient_clipping import clip_factor
from core.optim.optimizers import make_optimizer
from core.training.batch_gradient import BatchGradient
from core.training.batches import Batches
from core.training.checkpoint import Checkpoint
from core.training.compatibility import check_compatible
from core.training.config import TrainingConfig
from core.training.divergence import DivergenceError as DivergenceError
from core.training.presentations import Presentations

# A checkpoint is kept this often, to go back to from a divergence.
CHECKPOINT_EVERY = 1000


class Trainer:
    """Looks for the best function of `network`'s function set on `dataset`.

    Attributes
    ----------
    step_count : int
        Updates made.
    edit_count : int
        How often parameters were changed by hand.
    batches : Batches
        Which examples are taken, and where in their order it stands.
    """

    def __init__(self, network: Network, dataset: Dataset, config: TrainingConfig | None = None) -> None:
        self.network = network
        self.dataset = dataset
        self.config = config or TrainingConfig()
        check_compatible(network, dataset, self.config)
        self.step_count = self.edit_count = 0
        self._optimizer = make_optimizer(self.config.optimizer, network.parameters, self.config.weight_decay)
        self.batches = Batches(
            dataset.X_train,
            dataset.y_train,
            self.config.batch_size,
            self.config.seed,
            network.dtype,
            chunk_rows(network.topology),
        )
        self._batch = BatchGradient(network, self.batches, self.config)
        self._new_settings: TrainingConfig | None = None
        self._applied_factor = 1.0
        # The largest ‖Δθ‖² of an update so far, and which it was.
        self._largest_square, self._largest_update = 0.0, 0
        self._evaluation_passes: dict[int, Propagation] = {}
        self._tracer = SampleTracer(network)
        self._last_checkpoint = self.checkpoint()

    # --- updates

    def step(self) -> float:
        """One update. Returns the batch's mean C, before the update and without penalties.

        Raises
        ------
        DivergenceError
            When that mean, or a parameter after the update, is not finite.
        """
        while (mean := self.advance()) is None:
            pass
        return mean

    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> float | None:
        """One chunk of examples forwards and backwards, and the update when the batch is through.

        Returns the batch's mean C, or None when more of the batch is left.

        Raises
        ------
        DivergenceError
            As `step`.
        """
        return self._update() if self._batch.do_chunk() else None

    def run_epoch(self) -> float:
        """Updates to the end of this pass over the training set. Returns their mean C."""
        epoch, total, count = self.epoch, 0.0, 0
        while self.epoch == epoch:
            total += self.step()
            count += 1
        return total / count

    @np.errstate(over="ignore", invalid="ignore")
    def accumulate_gradient(self) -> bool:
        """Run one chunk of the batch forwards and backwards.

        True when the gradient of the batch's mean C is complete in ``network.gradients``; calling it again then
        changes nothing until the update is applied.
        """
        return self._batch.do_chunk()

    @np.errstate(over="ignore", invalid="ignore")
    def apply_update(self) -> float:
        """Let the optimizer change the parameters by the gradient that is complete. Returns the mean C before.

        Raises
        ------
        DivergenceError
            When that mean, or a parameter after the update, is not finite.
        """
        if not self.gradient_ready:
            raise RuntimeError("the gradient is not complete: call accumulate_gradient until it returns True")
        return self._update()

    def _update(self) -> float:
        """One update from the complete gradient of mean C, L1 and L2: clip it, let the optimizer take its step at the
        rate that the schedule gives, count it; then what is not finite, settings that waited, and a checkpoint.
        """
        network, gradient = self.network, self.network.gradients
        self._applied_factor = 1.0
        if self.batch_config.clip_norm and (factor := self.clip_factor) < 1:
            # The gradient itself stays as it is.
            gradient = gradient * gradient.dtype.type(factor)
            self._applied_factor = factor
        mean = self._batch.close(self.step_count + 1)
        square = self._optimizer.update(network.parameters, gradient, self.learning_rate)
        self.step_count += 1
        if not math.isfinite(mean):
            raise self._diverged("loss")
        # What is subtracted from finite numbers makes others only where its squares overflow: look closer only then.
        if not math.isfinite(square) and not np.isfinite(network.parameters).all():
            raise self._diverged("parameter" if np.isfinite(network.gradients).all() else "gradient")
        new_settings = self._new_settings is not None
        if self._new_settings is not None:
            self._take_new_settings(self._new_settings)
        if square > self._largest_square:
            self._largest_square, self._largest_update = square, self.step_count
        # A restored checkpoint must not lie before a change of settings.
        if new_settings or self.step_count - self._last_checkpoint.step_count >= CHECKPOINT_EVERY:
            self._last_checkpoint = self.checkpoint()
        return mean

    def _diverged(self, cause: str) -> DivergenceError:
        if self.presentations is not None:
            self.presentations.take_back()
        return DivergenceError(self.step_count, cause)

    @property
    def presentations(self) -> Presentations | None:
        """Who is told what each batch says of its examples; None for nobody, which changes nothing else."""
        return self._batch.presentations

    @presentations.setter
    def presentations(self, presentations: Presentations | None) -> None:
        self._batch.presentations = presentations
        if presentations is not None:
            presentations.configure(self.batch_config.loss, self.batch_config.dropout)

    @property
    def clip_factor(self) -> float:
        """What clipping multiplies the gradient in ``network.gradients`` by: min(1, clip_norm / ‖∇‖), 1 without.

        Of a gradient that waits for its update as the settings were when it was computed, else as in the last update.
        """
        if not self.gradient_ready:
            return self._applied_factor
        limit = self.batch_config.clip_norm
        return clip_factor(self.network.gradients, limit) if limit else 1.0

    @property
    def learning_rate(self) -> float:
        """The rate of the next update, as the schedule has it."""
        return self.config.rate_at(self.step_count)

    @np.errstate(over="ignore", invalid="ignore")
    def batch_trace(self, position: int) -> Trace | None:
        """The example at this place of the batch under way or the last one, with its dropout masks.

        While the gradient waits for its update, a chunk that was not run last is run forwards again. Else None when it
        is not in the chunk that was run last: its numbers are not at hand.
        """
        batch = self._batch
        if not batch.has_trace(position) and self.gradient_ready and 0 <= position < len(self.batch_rows):
            batch.run_again(position)
        return batch.trace(position) if batch.has_trace(position) else None

    # --- where it stands

    @property
    def epoch(self) -> int:
        """Passes over the training set finished; one that was given up for batches of another size is none."""
        return self.batches.passes

    @property
    def largest_change(self) -> tuple[int, float]:
        """Which update so far has changed θ most, the first of several, and its ‖Δθ‖; 0 and 0 before the first."""
        return self._largest_update, math.sqrt(self._largest_square)

    @property
    def batch_is_open(self) -> bool:
        """Whether a batch is chosen whose update is not made yet."""
        return self._batch.is_open

    @property
    def gradient_ready(self) -> bool:
        """Whether its gradient is complete, so that the next update is `apply_update`'s."""
        return self._batch.is_complete

    @property
    def batch_config(self) -> TrainingConfig:
        """What holds for the whole batch under way (`TrainingConfig.of_batches`); all else is `config`'s."""
        return self._batch.config

    @property
    def batch_generator(self) -> Any:
        """The state of dropout's generator before the batch under way, or the next one."""
        return self._batch.generator

    @property
    def has_waiting_settings(self) -> bool:
        """Whether the gradient that waits for its update is of earlier settings than those now."""
        return self._new_settings is not None

    @property
    def batch_rows(self) -> NDArray[np.int64]:
        """(batch_size,) rows of the training set: the batch under way, or the last one."""
        return self.batches.rows

    @property
    def batch_losses(self) -> Array:
        """(batch_size,): each C of the batch under way or the last one, before its update."""
        return self._batch.losses

    def reconfigure(self, config: TrainingConfig) -> None:
        """Go on with other settings. What was learned and the place in the epoch stay.

        A changed optimizer begins with fresh state. Where the batches, the loss, dropout, a penalty or clipping
        change, a gradient that is complete is still the next to be applied, as it was shown; a batch that is only
        begun is given up, and its examples are taken again.

        Raises
        ------
        ValueError
            When a batch would be larger than the training set, or the loss does not suit; nothing is changed.
        """
        old = self.config
        # The order of the examples belongs to the run; it does not change in the middle.
        config = replace(config, seed=old.seed)
        check_compatible(self.network, self.dataset, config)
        if config.of_schedule != old.of_schedule and config.schedule_start == old.schedule_start:
            # A schedule that is chosen now begins now; one that comes back (undo) brings its own start.
            config = replace(config, schedule_start=self.step_count)
        self.config = config
        if config.optimizer != old.optimizer:
            self._optimizer = make_optimizer(config.optimizer, self.network.parameters, config.weight_decay)
        elif config.optimizer == "adamw":
            self._optimizer.weight_decay = config.weight_decay
        if config.of_batches != old.of_batches:
            if self.gradient_ready:
                self._new_settings = config
            else:
                self._take_new_settings(config)
        self._last_checkpoint = self.checkpoint()

    @contextmanager
    def manual_edit(self) -> Iterator[tuple[Array, ...]]:
        """θ and the optimizer's vectors, to be changed in place by others than an update (`core.editing`).

        A gradient that is known is of the old θ: its batch will be taken again. What is kept to go back to is kept
        anew, so that nothing goes back over the change.
        """
        if self.batch_is_open:
            self._take_new_settings(self._new_settings or self.config)
        yield self.network.parameters, *self._optimizer.vectors
        self.edit_count += 1
        self._last_checkpoint = self.checkpoint()

    # --- checkpoints

    def checkpoint(self) -> Checkpoint:
        """Everything that is needed to go on from after the last update with the same bits."""
        return Checkpoint(
            step_count=self.step_count,
            epoch=self.batches.epoch,
            position=self.batches.position,
            parameters=self.network.parameters.copy(),
            optimizer=self.config.optimizer,
            updates=self._optimizer.t,
            vectors=tuple(vector.copy() for vector in self._optimizer.vectors),
            generator=dict(self._batch.generator),
            edit_count=self.edit_count,
            largest_change=self.largest_change,
        )

    def restore(self, checkpoint: Checkpoint) -> None:
        """Stand where `checkpoint` was taken. Settings stay as they are now.

        Raises
        ------
        CheckpointError
            When it is of another network or of another optimizer; nothing is changed.
        """
        checkpoint.check_fits(self.config.optimizer, self.network.parameters)
        if self._new_settings is not None:
            # The batch that they waited for is given up.
            self._take_new_settings(self._new_settings)
        checkpoint.load(self.network.parameters, self._optimizer)
        self._batch.begin_with(checkpoint.generator)
        self.batches.go_to(checkpoint.epoch, checkpoint.position)
        self.step_count, self.edit_count = checkpoint.step_count, checkpoint.edit_count
        self._largest_update, norm = checkpoint.largest_change
        self._largest_square = norm * norm  # A power of a large number raises, a product is infinite.
        self._last_checkpoint = self.checkpoint()

    @property
    def saved_checkpoint(self) -> Checkpoint:
        """Saved by the trainer itself, at most 1,000 updates old."""
        return self._last_checkpoint

    # --- looking

    def trace(self, x: Array, y: Any = None) -> Trace:
        """One example forwards, and backwards where its right answer `y` is known.

        Parameters
        ----------
        x : (n_in,)
        y : int, or (n_out,) regression targets, optional

        Nothing of the training is touched: no dropout, no penalty, no randomness.

        Raises
        ------
        ValueError
            When `y` is no class of the network, or not as many numbers as it has outputs.
        """
        return self._tracer.trace(x, y, self.config.loss)

    def evaluation(
        self, split: str, watch: Callable[[Propagation, NDArray[Any]], None] | None = None
    ) -> Evaluation:
        """Every Cⁿ of ``"train"`` or ``"test"``, to be taken chunk by chunk; `watch` is shown each of them.

        Raises
        ------
        ValueError
            When there is no such split.
        """
        X, y = self.dataset.split(split)
        return Evaluation(self.network, X, y, self._evaluation_passes, self.config.loss, watch)

    def example_losses(self, split: str) -> NDArray[np.float64]:
        """(N,): every Cⁿ, precise for tiny values too."""
        return self.evaluation(split).finish().losses

    def evaluation_of_rows(self, rows: NDArray[np.integer]) -> Evaluation:
        """Cⁿ of these rows of the training set, to be taken chunk by chunk."""
        data = self.dataset
        return Evaluation(self.network, data.X_train[rows], data.y_train[rows], {}, self.config.loss)

    def total_loss(self, split: str) -> float:
        """L = Σ Cⁿ."""
        return self.evaluation(split).finish().total

    def accuracy(self, split: str) -> float:
        """The share of right answers, in [0, 1]; NaN for regression."""
        return self.evaluation(split).finish().accuracy

    def release_buffers(self) -> None:
        """Release the buffers; the next update or evaluation allocates them again. The state stays."""
        self._evaluation_passes.clear()
        if not self.batch_is_open:
            self._batch.configure(self.config)

    # --- parts

    def _take_new_settings(self, config: TrainingConfig) -> None:
        self._new_settings = None
        self._batch.go_back()
        self.batches.set_batch_size(config.batch_size)
        self._batch.configure(config)
