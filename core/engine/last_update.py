"""What the last update followed, and what it changed: kept, so that it can be shown once somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.propagation import Propagation
from core.nn.topology import Topology
from core.read_only import read_only
from core.training.config import TrainingConfig
from core.training.trainer import Trainer


@dataclass(frozen=True)
class LastBatch:
    """Which examples an update was made of, and how, so that their gradients can be had again one by one.

    Attributes
    ----------
    rows : (batch_size,)
        Rows of the training set, in the batch's order.
    config : TrainingConfig
    chunk_rows : int
        How many of the rows were worked through at once.
    generator : dict or None
        The state of dropout's generator before the batch; None without dropout.
    """

    rows: NDArray[np.int64]
    config: TrainingConfig
    chunk_rows: int
    generator: dict[str, Any] | None

    def masks(self, topology: Topology, dtype: np.dtype[Any], count: int) -> list[Array]:
        """For each hidden layer (count, units): which neurons were dropped for the first examples of the batch.

        0 where one was, else 1 / (1 - rate); no arrays without dropout.
        """
        if self.generator is None:
            return []
        rng = np.random.default_rng()
        rng.bit_generator.state = self.generator
        views = topology.table.views(np.zeros(topology.table.count, dtype))
        chunks = []
        # The generator gives one number after the other: all have to be drawn again that were drawn with them.
        for start in range(0, count, self.chunk_rows):
            rows = min(self.chunk_rows, len(self.rows) - start)
            chunk = Propagation(topology, views, rows, self.config.dropout)
            chunk.draw_masks(rng)
            chunks.append(chunk.masks)
        return [np.concatenate(masks)[:count] for masks in zip(*chunks, strict=True)]


class LastUpdate:
    """Copies of θ and of the gradient, taken around an update.

    A copy costs some percent of a small update, so they are taken of the last one of each slice of the training: only
    between two slices can anybody look.
    """

    def __init__(self) -> None:
        self._before: Array | None = None
        self._gradient: Array | None = None
        self._clip_factor = 1.0
        self._penalties: tuple[str, ...] = ()
        self._batch: LastBatch | None = None
        self._batch_size = 0
        self._update = -1

    def apply(self, trainer: Trainer) -> float:
        """Apply the update whose gradient is complete, and keep what it is made of. Returns the mean C before.

        Raises
        ------
        DivergenceError
            As `Trainer.apply_update`; nothing is kept then.
        """
        network = trainer.network
        if self._before is None or self._gradient is None:
            self._before, self._gradient = np.empty_like(network.parameters), np.empty_like(network.gradients)
        self._update = -1
        np.copyto(self._before, network.parameters)
        np.copyto(self._gradient, network.gradients)
        self._clip_factor, self._penalties = trainer.clip_factor, trainer.batch_config.penalties
        config, rows = trainer.batch_config, trainer.batch_rows
        generator = trainer.batch_generator if config.dropout else None
        batch = LastBatch(rows, config, trainer.batches.chunk_rows, generator)
        mean = trainer.apply_update()
        self._batch, self._batch_size = batch, len(rows)
        self._update = trainer.step_count
        return mean

    def forget(self) -> None:
        """Parameters were changed by hand: their difference is not the update's any more."""
        self._update = -1

    def permute(self, flat: NDArray[np.intp]) -> None:
        """The neurons have come into another order: ``flat[i]`` is where parameter i was."""
        for vector in (self._before, self._gradient):
            if vector is not None:
                vector[:] = vector[flat]
        if self._batch is not None and self._batch.generator is not None:
            # Which neurons were dropped is drawn in their old order.
            self._batch = None

    def is_of(self, trainer: Trainer) -> bool:
        """Whether what is kept is of the update that `trainer` has made last."""
        return self._update == trainer.step_count

    @property
    def batch(self) -> LastBatch | None:
        """The examples that it was made of; None where their gradients can't be had again one by one."""
        return self._batch

    @property
    def batch_size(self) -> int:
        """Of how many examples it was made."""
        return self._batch_size

    @property
    def before(self) -> Array:
        """(parameter_count,): θ before it."""
        assert self._before is not None
        return read_only(self._before.copy())

    @property
    def gradient(self) -> Array:
        """(parameter_count,): what it followed, the gradient of its batch's mean C with L1 and L2, before clipping."""
        assert self._gradient is not None
        return read_only(self._gradient.copy())

    @property
    def clip_factor(self) -> float:
        """What clipping multiplied that gradient by."""
        return self._clip_factor

    @property
    def penalties(self) -> tuple[str, ...]:
        """Which of "l1" and "l2" are a part of that gradient."""
        return self._penalties

    def change(self, trainer: Trainer) -> Array:
        """(parameter_count,): θ after it minus θ before it."""
        assert self._before is not None
        return read_only(trainer.network.parameters - self._before)
