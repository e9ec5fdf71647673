"""The gradient of one batch's mean C, phase by phase; whole or in parts, the same calls and so the same bits.

A batch of more than 1,024 examples is worked through chunk by chunk in a fixed order: each chunk goes forwards,
gets its losses, and goes backwards, and the chunks' gradients are added up.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import LayerTrace, Trace
from core.arrays import Array
from core.loss.loss_gradients import LossGradient, loss_gradient
from core.loss.losses import exact_loss
from core.loss.regularization import Penalty
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.training.batches import Batches
from core.training.config import TrainingConfig

PHASES = ("batch", "forward", "loss", "backward", "update")


class BatchGradient:
    """What an update needs: a batch, its losses, and the gradient of their mean.

    Attributes
    ----------
    next_phase : str
        What is to be done next: "batch", "forward", "loss", "backward" (these three again for each chunk), and
        "update" when the gradient is complete in ``network.gradients``.
    phases_done : int
        So many were done since the batch was chosen, that choice included.
    losses : (batch_size,) array
        Each C of the batch, without penalties.
    rng : Generator
        Dropout's own.
    """

    def __init__(self, network: Network, batches: Batches, config: TrainingConfig) -> None:
        self.network = network
        self.batches = batches
        self.rng = np.random.default_rng((config.seed, 1))
        self._generator = self.rng.bit_generator.state
        self._into = network.topology.table.views(network.gradients)
        self.configure(config)

    def configure(self, config: TrainingConfig) -> None:
        """Take the settings and make the buffers; a batch that is only begun is given up."""
        batches, network = self.batches, self.network
        self._config = config
        self._penalty = Penalty(network, config.l1, config.l2) if config.l1 or config.l2 else None
        self._passes: dict[int, tuple[Propagation, LossGradient]] = {}
        self.losses: Array = np.zeros(batches.batch_size, network.dtype)
        self._ones: Array = np.ones(batches.batch_size, network.dtype)
        self._size: Any = network.dtype.type(batches.batch_size)
        self._sums_up = batches.batch_size > batches.chunk_rows
        self._chunk_gradients: Array = (
            np.empty_like(network.gradients) if self._sums_up else network.gradients
        )
        self._chunk_into = network.topology.table.views(self._chunk_gradients)
        self._done = self._first = self._rows = 0
        # The last phase that the chunk at hand has been through.
        self._known, self._deltas_are_own = "", False
        self._y: NDArray[Any] = np.empty(0, np.int64)
        self.phases_done, self.next_phase = 0, "batch"

    # --- phases

    def do_next(self) -> str:
        """Do the next phase, "batch", "forward", "loss" or "backward"; returns its name."""
        phase = self.next_phase
        if phase == "batch":
            self.open()
        elif phase == "forward":
            self.forward()
        elif phase == "loss":
            self.compute_losses()
        else:
            self.backward()
        return phase

    def do_chunk(self) -> bool:
        """Do all phases of the chunk that is due, of a new batch where none is open.

        True when the gradient is complete. Each phase is asked for, as a chunk that was begun by `do_next` is only
        finished here.
        """
        if self.next_phase == "batch":
            self.open()
        if self.next_phase == "forward":
            self.forward()
        if self.next_phase == "loss":
            self.compute_losses()
        if self.next_phase == "backward":
            self.backward()
        return self.next_phase == "update"

    def open(self) -> None:
        """Choose the batch."""
        if self._config.dropout:
            self._generator = self.rng.bit_generator.state
        self.batches.open()
        self._done, self._known = 0, ""
        self.phases_done, self.next_phase = 1, "forward"

    def forward(self) -> None:
        """Run the next chunk forwards; with dropout, other neurons are silent each time."""
        X, self._y = self.batches.chunk(self._done)
        self._first, self._rows = self._done, len(X)
        if self._rows not in self._passes:
            self._passes[self._rows] = self._new_pass(self._rows)
        propagation = self._passes[self._rows][0]
        if propagation.masks:
            propagation.draw_masks(self.rng)
        propagation.forward(X)
        self._known, self.next_phase = "forward", "loss"
        self.phases_done += 1

    def compute_losses(self) -> None:
        """Each example's C, and dC/dz of the batch's mean at the output."""
        propagation, gradient = self._passes[self._rows]
        delta = propagation.output_delta
        gradient(propagation.logits, self._y, self.losses[self._done : self._done + self._rows], delta)
        if self._rows > 1 or self._sums_up:
            np.divide(delta, self._size, out=delta)
        self._known, self.next_phase = "loss", "backward"
        self.phases_done += 1

    def backward(self) -> None:
        """Run the chunk backwards and add its gradient; after the last one comes the update."""
        propagation = self._passes[self._rows][0]
        self._deltas_are_own = False
        if self._done == 0:
            propagation.backward(self._into)
        else:
            propagation.backward(self._chunk_into)
            np.add(self.network.gradients, self._chunk_gradients, out=self.network.gradients)
        self._done += self._rows
        self._known = "backward"
        self.phases_done += 1
        if self._done < self.batches.batch_size:
            self.next_phase = "forward"
            return
        if self._penalty is not None:
            self._penalty.add_gradient()
        self.next_phase = "update"

    def close(self) -> float:
        """The batch is used; returns its mean C."""
        mean = float(np.dot(self.losses, self._ones)) / self.batches.batch_size
        self._done = self.phases_done = 0
        self.next_phase = "batch"
        self.batches.close()
        return mean

    def go_back(self) -> None:
        """Forget what was computed for this batch; it is to be opened again, and the same neurons dropped."""
        self.begin_with(self.generator)

    @property
    def generator(self) -> Any:
        """The state of dropout's generator before the batch under way, or the next one."""
        return self._generator if self.phases_done else self.rng.bit_generator.state

    def begin_with(self, generator: Any) -> None:
        """Give up the batch under way; `generator` is the state of dropout's generator before the next one."""
        self._generator = self.rng.bit_generator.state = generator
        self._done = self.phases_done = 0
        self._known, self.next_phase = "", "batch"

    # --- looking

    def has_trace(self, position: int) -> bool:
        """Whether the batch's example at this place is in the chunk that has gone forwards last."""
        return bool(self._known) and self._first <= position < self._first + self._rows

    def trace(self, position: int) -> Trace:
        """The batch's example at this place, as far as the phases have come, with its dropout masks.

        It has to be at hand. Its gradient is that of its own C, not its part of the batch's mean; there is none
        before the backward phase, and no C before the losses.
        """
        row = position - self._first
        propagation = self._passes[self._rows][0]
        loss = None if self._known == "forward" else self._exact_loss(propagation, row)
        delta: Iterable[Array | None] = repeat(None)
        if self._known == "backward":
            self._compute_own_deltas()
            delta = [
                *(layer[row].copy() for layer in propagation.delta),
                propagation.output_delta[:, row].copy(),
            ]
        layers = zip(
            (*(layer[row].copy() for layer in propagation.z), propagation.logits[:, row].copy()),
            (*(layer[row].copy() for layer in propagation.a), propagation.output()[:, row].copy()),
            delta,
            chain((mask[row].copy() for mask in propagation.masks), repeat(None)),
            strict=False,
        )
        topology, x = self.network.topology, propagation.x[row].copy()
        return Trace(topology, x, tuple(LayerTrace(*layer) for layer in layers), loss)

    def _compute_own_deltas(self) -> None:
        """Run the chunk backwards once more, from each example's own dC/dz instead of its part of the mean.

        Dividing by the batch size and multiplying again would give other bits.
        """
        if not self._deltas_are_own:
            propagation, gradient = self._passes[self._rows]
            gradient(
                propagation.logits, self._y, np.empty_like(propagation.logits[0]), propagation.output_delta
            )
            propagation.backward()
            self._deltas_are_own = True

    def _exact_loss(self, propagation: Propagation, row: int) -> float:
        exact = exact_loss(self._config.loss, self.network.activations[-1], self._y)
        one = slice(row, row + 1)
        return float(exact(propagation.logits[:, one], self._y[one])[0])

    def _new_pass(self, rows: int) -> tuple[Propagation, LossGradient]:
        network, config = self.network, self._config
        gradient = loss_gradient(config.loss, network.activations[-1], network.sizes[-1], rows, network.dtype)
        return network.propagation(rows, config.dropout), gradient
