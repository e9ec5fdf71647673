"""How certain each answer is: the largest of an example's outputs y, and that of the right class."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.confidence_history import STEPS
from core.nn.propagation import Propagation

BOUNDED = "softmax", "sigmoid"
"""Output layers whose every y is in [0, 1]: only there it is called a confidence."""


class Confidences:
    """Takes the largest y of each example of a set, as an evaluation's chunks pass by.

    Attributes
    ----------
    values : (N,) float32
        In the order of the set; complete when all chunks have passed. With softmax or sigmoid in [0, 1].
    """

    def __init__(self, count: int) -> None:
        self.values: NDArray[np.float32] = np.empty(count, np.float32)
        self._next = 0

    def add(self, propagation: Propagation, targets: NDArray[Any]) -> None:
        """Take those of the last forward pass, of examples with these targets; the passes come in the set's order."""
        stop = self._next + len(targets)
        self.values[self._next : stop] = propagation.output().max(axis=0)
        self._next = stop


class RightOutputs:
    """Takes the y of each example's right class, as an evaluation's chunks pass by.

    Parameters
    ----------
    count : int
        Examples, N.
    losses : (N,) array or None
        Where that evaluation writes each Cⁿ, where that is −ln y: then y is e to the −C, and no output is gathered.

    Attributes
    ----------
    steps : (N,) uint16
        y in [0, 1] in 1/65535, in the order of the set; complete when all chunks have passed.
    are_numbers : bool
        Whether each of them was a number: not where the training has diverged.
    """

    def __init__(self, count: int, losses: NDArray[np.float64] | None = None) -> None:
        self.steps: NDArray[np.uint16] = np.zeros(count, np.uint16)
        self.are_numbers = True
        self._losses, self._next = losses, 0

    def add(self, propagation: Propagation, targets: NDArray[Any]) -> None:
        """Take those of the last forward pass, of examples with these targets; the passes come in the set's order."""
        rows = slice(self._next, self._next + len(targets))
        if self._losses is None:
            y = propagation.output()[targets, np.arange(len(targets))].astype(np.float64)
        else:
            y = np.exp(-self._losses[rows])
        if np.isnan(y).any():
            self.are_numbers = False
        else:
            self.steps[rows] = np.rint(y * STEPS)
        self._next = rows.stop
