"""What the last update followed, and what it changed: kept, so that it can be shown once somebody asks for it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.read_only import read_only
from core.training.trainer import Trainer


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
        self._clip_factor, self._penalties = trainer.clip_factor, trainer.config.penalties
        mean = trainer.apply_update()
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

    def is_of(self, trainer: Trainer) -> bool:
        """Whether what is kept is of the update that `trainer` has made last."""
        return self._update == trainer.step_count

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
