"""The gradient of one batch's mean C; whole or in parts, the same calls and so the same bits.

A batch of more rows than `Batches.chunk_rows` is worked through chunk by chunk in a fixed order: each chunk goes
forwards, gets its losses, and goes backwards, and the chunks' gradients are added up. What is backpropagated is the
gradient of the batch's *mean* C: each example's dC/dz is divided by the batch size at the output.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import Trace, trace_of_row
from core.arrays import Array
from core.loss.loss_gradients import LossGradient, loss_gradient
from core.loss.losses import exact_loss
from core.loss.regularization import Penalty
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.training.batches import Batches
from core.training.config import TrainingConfig
from core.training.presentations import Presentations


class BatchGradient:
    """What an update needs: a batch, its losses, and the gradient of their mean.

    Attributes
    ----------
    config : TrainingConfig
        The settings that it is computed with.
    is_open : bool
        Whether a batch is chosen whose update is not made yet.
    is_complete : bool
        Whether its gradient is complete in ``network.gradients``.
    losses : (batch_size,) array
        Each C of the batch, without penalties.
    rng : Generator
        Dropout's own.
    presentations : Presentations or None
        Who is told what the batches say of their examples.
    """

    presentations: Presentations | None = None

    def __init__(self, network: Network, batches: Batches, config: TrainingConfig) -> None:
        self.network = network
        self.batches = batches
        self.rng = np.random.default_rng((config.seed, 1))
        self._generator = self.rng.bit_generator.state
        self._gradient_views = network.topology.table.views(network.gradients)
        self.configure(config)

    def configure(self, config: TrainingConfig) -> None:
        """Take the settings and make the buffers; a batch that is only begun is given up."""
        batches, network = self.batches, self.network
        self.config = config
        self._penalty = Penalty(network, config.l1, config.l2) if config.l1 or config.l2 else None
        self._passes: dict[int, tuple[Propagation, LossGradient]] = {}
        self.losses: Array = np.zeros(batches.batch_size, network.dtype)
        # Where those of the batch that is opened next are written to.
        self._next_losses = self.losses
        self._ones: Array = np.ones(batches.batch_size, network.dtype)
        self._batch_size: Any = network.dtype.type(batches.batch_size)
        self._has_several_chunks = batches.batch_size > batches.chunk_rows
        self._chunk_gradients: Array = (
            np.empty_like(network.gradients) if self._has_several_chunks else network.gradients
        )
        self._chunk_views = network.topology.table.views(self._chunk_gradients)
        self._rows_done = self._chunk_start = self._chunk_rows = 0
        # The state of dropout's generator before each chunk of the batch, where there are several.
        self._chunk_generators: list[Any] = []
        self._deltas_are_per_example = False
        self._targets: NDArray[Any] = np.empty(0, np.int64)
        self.is_open = self.is_complete = False
        if self.presentations is not None:
            self.presentations.configure(config.loss, config.dropout)

    def do_chunk(self) -> bool:
        """Run the next chunk forwards and backwards, of a new batch where none is open, and add its gradient.

        After the last chunk the gradient of L1 and L2 is added, too: then it is complete, and True is returned; from
        then on nothing is done until `close`.
        """
        if self.is_complete:
            return True
        if not self.is_open:
            self._open()
        done = self._rows_done
        X, self._targets = self.batches.chunk(done)
        rows = len(X)
        if rows not in self._passes:
            self._passes[rows] = self._new_pass(rows)
        self._chunk_start, self._chunk_rows = done, rows
        propagation, gradient = self._passes[rows]
        if propagation.masks:
            # With dropout, other neurons are silent each time.
            if self._has_several_chunks:
                self._chunk_generators.append(self.rng.bit_generator.state)
            propagation.draw_masks(self.rng)
        propagation.forward(X)
        # Each example's C, and dC/dz of the batch's mean at the output.
        delta = propagation.output_delta
        self._rows_done = done + rows
        gradient(propagation.logits, self._targets, self.losses[done : self._rows_done], delta)
        if self._has_several_chunks and self.presentations is not None:
            self.presentations.take_chunk(done, propagation.logits, self.batches.rows)
        if rows > 1 or self._has_several_chunks:
            np.divide(delta, self._batch_size, out=delta)
        self._deltas_are_per_example = False
        if done == 0:
            propagation.backward(self._gradient_views)
        else:
            propagation.backward(self._chunk_views)
            np.add(self.network.gradients, self._chunk_gradients, out=self.network.gradients)
        if self._rows_done == self.batches.batch_size:
            if self._penalty is not None:
                self._penalty.add_gradient()
            self.is_complete = True
        return self.is_complete

    def _open(self) -> None:
        """Choose the batch."""
        if self.config.dropout:
            self._generator = self.rng.bit_generator.state
        self._chunk_generators.clear()
        self.batches.open()
        self._rows_done, self.is_open = 0, True
        self.losses = self._next_losses

    def close(self, update: int = 0) -> float:
        """The batch is used, by the update of this number; returns its mean C."""
        mean = float(np.dot(self.losses, self._ones)) / self.batches.batch_size
        if not math.isfinite(mean):
            # The sum of large ones may be too large for their precision where each of them, and the mean, is not.
            mean = float(self.losses.mean(dtype=np.float64))
        self.is_open = self.is_complete = False
        if self.presentations is not None:
            propagation, gradient = self._passes[self._chunk_rows]
            outputs = None if self._has_several_chunks else propagation.logits
            self._next_losses = self.presentations.note(
                update, self.batches, self.losses, mean, outputs, gradient
            )
        self.batches.close()
        return mean

    def go_back(self) -> None:
        """Forget what was computed for this batch; it is to be opened again, and the same neurons dropped."""
        self.begin_with(self.generator)

    @property
    def generator(self) -> Any:
        """The state of dropout's generator before the batch under way, or the next one."""
        return self._generator if self.is_open else self.rng.bit_generator.state

    def begin_with(self, generator: Any) -> None:
        """Give up the batch under way; `generator` is the state of dropout's generator before the next one."""
        self._generator = self.rng.bit_generator.state = generator
        self._chunk_rows = 0
        self.is_open = self.is_complete = False

    # --- looking

    def has_trace(self, position: int) -> bool:
        """Whether the batch's example at this place is in the chunk that was run last."""
        return self._chunk_start <= position < self._chunk_start + self._chunk_rows

    def run_again(self, position: int) -> None:
        """Run the chunk of the example at this place forwards again, so that its trace is at hand.

        The gradient has to be complete and not applied yet. The same weights, the same neurons dropped and the same
        shapes give the same bits; the gradient, the losses and dropout's generator stay as they are.
        """
        number = position // self.batches.chunk_rows
        self._chunk_start = number * self.batches.chunk_rows
        X, self._targets = self.batches.chunk(self._chunk_start)
        self._chunk_rows = len(X)
        propagation = self._passes[self._chunk_rows][0]
        if propagation.masks:
            again = np.random.default_rng()
            again.bit_generator.state = self._chunk_generators[number]
            propagation.draw_masks(again)
        propagation.forward(X)
        self._deltas_are_per_example = False

    def trace(self, position: int) -> Trace:
        """The batch's example at this place, which has to be at hand, with its dropout masks.

        Its gradient is that of its own C, not its part of the batch's mean.
        """
        row = position - self._chunk_start
        propagation = self._passes[self._chunk_rows][0]
        self._compute_deltas_per_example()
        loss = self._exact_loss(propagation, row)
        return trace_of_row(self.network.topology, propagation, row, propagation.output(), loss)

    def _compute_deltas_per_example(self) -> None:
        """Run the chunk backwards once more, from each example's own dC/dz instead of its part of the mean.

        Dividing by the batch size and multiplying again would give other bits.
        """
        if not self._deltas_are_per_example:
            propagation, gradient = self._passes[self._chunk_rows]
            gradient(
                propagation.logits,
                self._targets,
                np.empty_like(propagation.logits[0]),
                propagation.output_delta,
            )
            propagation.backward()
            self._deltas_are_per_example = True

    def _exact_loss(self, propagation: Propagation, row: int) -> float:
        exact = exact_loss(self.config.loss, self.network.activations[-1], self._targets)
        one = slice(row, row + 1)
        return float(exact(propagation.logits[:, one], self._targets[one])[0])

    def _new_pass(self, rows: int) -> tuple[Propagation, LossGradient]:
        network, config = self.network, self.config
        gradient = loss_gradient(config.loss, network.activations[-1], network.sizes[-1], rows, network.dtype)
        return network.propagation(rows, config.dropout), gradient
