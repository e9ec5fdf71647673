"""The goodness of one function, exactly: every Cⁿ of a set, in chunks that never take long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.loss.losses import exact_loss
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import chunk_rows

NO_ANSWER = -1


def predict(logits: Array, out: NDArray[np.int64]) -> None:
    """Write each example's class with the largest of its (n_out, N) logits to `out`, or NO_ANSWER: several have it."""
    top = logits.max(axis=0)
    largest = logits == top
    # Twice as fast as argmax of the numbers themselves.
    largest.argmax(axis=0, out=out)
    # One each, but for those that are no numbers.
    if np.count_nonzero(largest) != np.count_nonzero(top == top):
        out[np.count_nonzero(largest, axis=0) > 1] = NO_ANSWER


class Evaluation:
    """Goes through a set chunk by chunk, always in the same slices, so that L has the same bits every time.

    The parameters must not change between the first and the last chunk. `watch` is shown every chunk as it passes,
    with its targets.

    Attributes
    ----------
    losses : (N,) float64
        Every Cⁿ in nats; complete when `advance` has returned True.
    predictions : (N,) int64
        The class with the largest output of each example, `NO_ANSWER` where several are largest; of no meaning where
        there are no classes.
    """

    def __init__(
        self,
        network: Network,
        X: NDArray[np.generic],
        y: NDArray[Any],
        passes: dict[int, Propagation],
        loss: str = "cross_entropy",
        watch: Callable[[Propagation, NDArray[Any]], None] | None = None,
    ) -> None:
        self._network = network
        self._exact = exact_loss(loss, network.activations[-1], y)
        self._X, self._y = X, y
        self._passes = passes
        self._watch = watch
        self._chunk_rows = chunk_rows(network.topology)
        self._next = 0
        self.losses: NDArray[np.float64] = np.empty(len(y))
        self.predictions: NDArray[np.int64] = np.empty(len(y), np.int64)

    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> bool:
        """Evaluate one chunk more (`core.nn.workload.chunk_rows`); True when all are done."""
        start, stop = self._next, min(self._next + self._chunk_rows, len(self._y))
        if start < stop:
            rows = stop - start
            if rows not in self._passes:
                self._passes[rows] = self._network.propagation(rows)
            X: Array = self._X[start:stop].astype(self._network.dtype)
            logits = self._passes[rows].forward(X)
            self.losses[start:stop] = self._exact(logits, self._y[start:stop])
            predict(logits, self.predictions[start:stop])
            if self._watch is not None:
                self._watch(self._passes[rows], self._y[start:stop])
            self._next = stop
        return self._next >= len(self._y)

    def finish(self) -> Evaluation:
        """All chunks, in one call."""
        while not self.advance():
            pass
        return self

    @property
    def total(self) -> float:
        """L = Σ Cⁿ, summed in float64."""
        return float(self.losses.sum())

    @property
    def wrong(self) -> NDArray[np.bool_]:
        """(N,): whether the largest output is another than the right class's; without classes, whether C is above
        the mean.
        """
        if self._y.ndim != 1:
            return np.asarray(self.losses > self.losses.mean())
        return np.asarray((self.predictions != self._y) | ~np.isfinite(self.losses))

    @property
    def accuracy(self) -> float:
        """The share of examples whose largest output is the right class's, in [0, 1]; NaN without classes."""
        if self._y.ndim != 1:
            return float("nan")
        # An answer that is no number is not right, whatever its place would be.
        return float(np.mean((self.predictions == self._y) & np.isfinite(self.losses)))
