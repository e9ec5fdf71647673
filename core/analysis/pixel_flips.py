"""What each pixel of one picture decides: C and the answer where it alone is flipped, by plain forward passes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import NO_ANSWER, predict
from core.arrays import Array
from core.loss.losses import exact_loss
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import chunk_rows
from core.steps import take_step

NO_PIXEL = -1


def flipped(x: Array) -> Array:
    """Every pixel as its opposite, 1 - x: no ink as ink, ink as none, and a grey one as dark as it was light."""
    opposite: Array = 1 - x
    return opposite


class Flipper:
    """Shows one network copies of a picture in which some pixels are flipped, so many at a time as are soon done.

    Parameters
    ----------
    network : Network
        Its parameters are read at each pass, and have to stay meanwhile.
    x : (n,) array
        The picture, its pixels in 0 to 1.
    label : int or None
        The right class; without one there is no C.
    loss : str
        A name of `core.training.config.LOSSES`.
    passes : dict
        Propagations of this very network by their rows, which are added to.
    """

    def __init__(
        self,
        network: Network,
        x: Array,
        label: int | None = None,
        loss: str = "cross_entropy",
        passes: dict[int, Propagation] | None = None,
    ) -> None:
        self.x: Array = np.ascontiguousarray(x, network.dtype)
        self._opposite = flipped(self.x)
        self._network, self._label = network, label
        self._passes = {} if passes is None else passes
        self._exact = exact_loss(loss, network.activations[-1], np.zeros(1, np.int64))
        self.rows = chunk_rows(network.topology)
        """So many copies are shown at a time."""
        self._X: Array = self.x[None].copy()

    @property
    def pixels(self) -> int:
        """How many there are."""
        return len(self.x)

    def logits(self, flips: NDArray[np.int64]) -> Array:
        """(m, k) pixels, at most `rows` copies, to (n_out, m): of copy i, in which all of flips[i] are flipped.

        `NO_PIXEL` flips nothing. What is returned is written over by the next call.
        """
        rows = len(flips)
        if len(self._X) < rows:
            self._X = np.tile(self.x, (rows, 1))
        if rows not in self._passes:
            self._passes[rows] = self._network.propagation(rows)
        X, is_pixel = self._X[:rows], flips != NO_PIXEL
        at = np.nonzero(is_pixel)[0], flips[is_pixel]
        X[at] = self._opposite[at[1]]
        z = self._passes[rows].forward(X)
        X[at] = self.x[at[1]]
        return z

    def outputs(self, rows: int) -> Array:
        """(n_out, rows): y of the copies that were shown last."""
        return self._passes[rows].output()

    def losses(self, logits: Array) -> NDArray[np.float64]:
        """(n_out, m) to (m,): the C of each copy in nats; NaN where no class is the right one."""
        rows = logits.shape[1]
        if self._label is None:
            return np.full(rows, np.nan)
        return self._exact(logits, np.full(rows, self._label))


def answers_of(logits: Array) -> NDArray[np.int64]:
    """(n_out, m) to (m,): the class with the largest output; `NO_ANSWER` where several are, or one is no number."""
    answers = np.empty(logits.shape[1], np.int64)
    predict(logits, answers)
    answers[np.isnan(logits).any(axis=0)] = NO_ANSWER
    return answers


def margins(logits: Array, answer: int) -> Array:
    """(n_out, m) to (m,): by how much the logit of `answer` is above the largest other one; below 0 where it is not.

    Infinite where there is no other one; NaN where a logit is none.
    """
    others = np.delete(logits, answer, axis=0)
    top: Array = others.max(axis=0) if len(others) else np.full(logits.shape[1], -np.inf, logits.dtype)
    above: Array = logits[answer] - top
    return above


def changed(answers: NDArray[np.int64], answer: int) -> NDArray[np.bool_]:
    """(m,): whether an answer is another class than `answer`; several that are largest are no answer, and no change."""
    other: NDArray[np.bool_] = (answers != answer) & (answers != NO_ANSWER)
    return other


class SingleFlips:
    """The picture as it is, the first row, and with each of its pixels flipped alone; in chunks.

    Attributes
    ----------
    losses : (1 + n,) float64
        C in nats, of the picture itself first; NaN without a right class.
    answers : (1 + n,) int64
        The class with the largest output, `NO_ANSWER` where several are largest or one is no number.
    confidences : (1 + n,)
        y of the class that is the answer to the picture itself; NaN where that is none.
    margins : (1 + n,)
        By how much that class's logit is above all others; NaN where there is no such class.
    """

    def __init__(self, flipper: Flipper) -> None:
        self._flipper = flipper
        count = 1 + flipper.pixels
        self.losses: NDArray[np.float64] = np.empty(count)
        self.answers: NDArray[np.int64] = np.empty(count, np.int64)
        self.confidences: NDArray[np.float64] = np.full(count, np.nan)
        self.margins: NDArray[np.float64] = np.full(count, np.nan)
        self._steps = self._all()
        self._left = -(-count // flipper.rows)

    def advance(self) -> bool:
        """Go on for one chunk; whether all are done."""
        self._left -= take_step(self._steps)
        return not self._left

    def finish(self) -> SingleFlips:
        """All chunks, in one call."""
        while not self.advance():
            pass
        return self

    @property
    def answer(self) -> int:
        """The answer to the picture itself."""
        return int(self.answers[0])

    @property
    def changes(self) -> NDArray[np.bool_]:
        """(n,): whether a pixel alone changes the answer; nowhere where there is none to be changed."""
        if self.answer == NO_ANSWER:
            return np.zeros(len(self.answers) - 1, bool)
        return changed(self.answers[1:], self.answer)

    def _all(self) -> Iterator[None]:
        flipper, count = self._flipper, len(self.losses)
        # The picture itself first: of it no pixel is flipped.
        pixels = np.arange(count)[:, None] - 1
        for start in range(0, count, flipper.rows):
            here = slice(start, min(start + flipper.rows, count))
            with np.errstate(over="ignore", invalid="ignore"):
                self._take(here, flipper.logits(pixels[here]))
            yield

    def _take(self, here: slice, logits: Array) -> None:
        self.losses[here] = self._flipper.losses(logits)
        self.answers[here] = answers_of(logits)
        if self.answer != NO_ANSWER:
            self.margins[here] = margins(logits, self.answer)
            self.confidences[here] = self._flipper.outputs(logits.shape[1])[self.answer]
