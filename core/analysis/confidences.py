"""How certain each answer is: the largest of an example's outputs y."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.nn.propagation import Propagation


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
