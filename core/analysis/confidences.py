"""How certain each right answer is: the y of an example's right class."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.confidence_history import STEPS
from core.nn.propagation import Propagation

BOUNDED = "softmax", "sigmoid"
"""Output layers whose every y is in [0, 1]: only there it is called a confidence."""


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
