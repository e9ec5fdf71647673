"""The goodness of one function, exactly: every Cⁿ of a set, in chunks that never take long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.loss.losses import cross_entropy, exact_loss, softmax_terms
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import chunk_rows

NO_ANSWER = -1


def predict(logits: Array, out: NDArray[np.int64]) -> None:
    """Write each example's class with the largest of its (n_out, N) logits to `out`, or NO_ANSWER: several have it."""
    shared = find_winners(logits, out)
    if shared is not None:
        out[shared] = NO_ANSWER


def find_winners(logits: Array, out: NDArray[np.int64]) -> NDArray[np.bool_] | None:
    """Write the first class with the largest of each example's (n_out, N) logits to `out`.

    Returns
    -------
    (N,) bool or None
        Where several classes have it; None where that is nowhere so.
    """
    top = logits.max(axis=0)
    largest = logits == top
    # One each, but for those that are no numbers.
    if np.count_nonzero(largest) == np.count_nonzero(top == top):
        # Σ j [z_j is the largest]: a product is many times as fast as to look for the place, and exact.
        np.copyto(
            out, np.arange(len(logits), dtype=np.float32) @ largest.astype(np.float32), casting="unsafe"
        )
        return None
    largest.argmax(axis=0, out=out)
    return np.asarray(np.count_nonzero(largest, axis=0) > 1)


class Evaluation:
    """Goes through a set chunk by chunk, always in the same slices, so that L has the same bits every time.

    The parameters must not change between the first and the last chunk. `watch` is shown every chunk as it passes,
    with its targets. How certain each answer is, is only worked out `with_confidences`.

    Attributes
    ----------
    losses : (N,) float64
        Every Cⁿ in nats; complete when `advance` has returned True.
    predictions : (N,) int64
        The class with the largest output of each example, `NO_ANSWER` where several are largest; of no meaning where
        there are no classes.
    confidences : (N,) float32
        The largest y of each example, with softmax or sigmoid in [0, 1]; (0,) where they are not wanted.
    """

    def __init__(
        self,
        network: Network,
        X: NDArray[np.generic],
        y: NDArray[Any],
        passes: dict[int, Propagation],
        loss: str = "cross_entropy",
        watch: Callable[[Propagation, NDArray[Any]], None] | None = None,
        with_confidences: bool = False,
    ) -> None:
        self._network = network
        self._exact = exact_loss(loss, network.activations[-1], y)
        self._X, self._y = X, y
        self._passes = passes
        self._watch = watch
        self._chunk_rows = chunk_rows(network.topology)
        self._next = 0
        # Where a chunk's inputs become numbers of the network's precision, unless they are already.
        is_ready = X.dtype == network.dtype
        self._input: Array = np.empty(
            (0 if is_ready else min(self._chunk_rows, len(y)), *X.shape[1:]), network.dtype
        )
        self.losses: NDArray[np.float64] = np.empty(len(y))
        self.predictions: NDArray[np.int64] = np.empty(len(y), np.int64)
        self.confidences: NDArray[np.float32] = np.empty(len(y) if with_confidences else 0, np.float32)

    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> bool:
        """Evaluate one chunk more (`core.nn.workload.chunk_rows`); True when all are done."""
        start, stop = self._next, min(self._next + self._chunk_rows, len(self._y))
        if start < stop:
            rows = stop - start
            if rows not in self._passes:
                self._passes[rows] = self._network.propagation(rows)
            propagation, targets = self._passes[rows], self._y[start:stop]
            self._judge(
                propagation, propagation.forward(self._inputs(start, stop)), targets, slice(start, stop)
            )
            if self._watch is not None:
                self._watch(propagation, targets)
            self._next = stop
        return self._next >= len(self._y)

    def _inputs(self, start: int, stop: int) -> Array:
        X = self._X[start:stop]
        if X.dtype == self._network.dtype:
            return np.asarray(X, self._network.dtype)
        numbers = self._input[: stop - start]
        np.copyto(numbers, X)
        return numbers

    def _judge(self, propagation: Propagation, logits: Array, targets: NDArray[Any], chunk: slice) -> None:
        """What the outputs are worth: C, the answer, and where it is wanted, how certain that is."""
        winners = self.predictions[chunk]
        shared = find_winners(logits, winners)
        if self._exact is cross_entropy:
            # What is needed of the softmax is on the way to C.
            self.losses[chunk], others = softmax_terms(logits, targets, winners)
            if len(self.confidences):
                self.confidences[chunk] = 1 / (1 + others)
        else:
            self.losses[chunk] = self._exact(logits, targets)
            if len(self.confidences):
                self.confidences[chunk] = propagation.output().max(axis=0)
        if shared is not None:
            winners[shared] = NO_ANSWER

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
        """The share of examples whose largest output is the right class's, in [0, 1]; NaN without classes.

        NaN, too, where outputs have left the range of the network's numbers, and L with them: which of these is the
        largest is not known. (Every C of finite outputs is finite: it is computed in float64.)
        """
        if self._y.ndim != 1 or not np.isfinite(self.losses).all():
            return float("nan")
        return float(np.mean(self.predictions == self._y))
