"""A training's whole state in one object: going on from it gives the same bits as never having stopped."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Array
from core.optim.optimizers import Optimizer


class CheckpointError(ValueError):
    """A checkpoint is damaged, or of another training; the message is one sentence."""


@dataclass
class Checkpoint:
    """What a `Trainer` needs to go on with the same bits (on the same machine, numpy and thread count).

    Attributes
    ----------
    step_count : int
        Updates made.
    epoch, position : int
        The number of the pass under way, and examples of it already used; the order is a function of seed and epoch.
    parameters : (parameter_count,) array
    optimizer : str
        Whose `vectors` (its state, laid out as the parameters) and `updates` (how many it has seen) these are.
    generator : dict
        State of dropout's generator.
    edit_count : int
        How often parameters were changed by hand: no update leads over such a change.
    largest_change : (int, float)
        Which update has changed θ most, and its ‖Δθ‖. What is only looked at, so the checksum is without it.
    """

    step_count: int
    epoch: int
    position: int
    parameters: Array
    optimizer: str
    updates: int
    vectors: tuple[Array, ...]
    generator: dict[str, Any]
    edit_count: int = 0
    largest_change: tuple[int, float] = (0, 0.0)

    def check_fits(self, optimizer: str, parameters: Array) -> None:
        """Raise CheckpointError when it is of another optimizer than this, or of another network."""
        if self.optimizer != optimizer:
            raise CheckpointError(
                f"The checkpoint is of {self.optimizer!r}: choose that optimizer, not {optimizer!r}."
            )
        if (self.parameters.size, self.parameters.dtype) != (parameters.size, parameters.dtype):
            raise CheckpointError(
                f"The checkpoint has {self.parameters.size:,} parameters of {self.parameters.dtype}: "
                f"it is of another network than this one of {parameters.size:,} of {parameters.dtype}."
            )

    def load(self, parameters: Array, optimizer: Optimizer) -> None:
        """Write its numbers into these parameters and the optimizer's state."""
        np.copyto(parameters, self.parameters)
        for own, kept in zip(optimizer.vectors, self.vectors, strict=True):
            np.copyto(own, kept)
        optimizer.t = self.updates

    @property
    def checksum(self) -> str:
        """SHA-256 of all of it, as hexadecimal digits: two checkpoints with the same one are the same bits."""
        values = (
            self.step_count,
            self.epoch,
            self.position,
            self.optimizer,
            self.updates,
            self.generator,
            self.edit_count,
            self.parameters.dtype.str,
        )
        digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode())
        for array in (self.parameters, *self.vectors):
            digest.update(array.tobytes())
        return digest.hexdigest()
