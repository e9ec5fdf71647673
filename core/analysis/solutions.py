"""Are two networks two solutions? Their loss along the straight line between them, also with their neurons matched.

The line is θ(t) = (1 − t) θ_A + t θ_B. Where the loss on it rises above its ends there is a barrier between the two;
but a part of it is only that the same neuron has another number in each (`core.editing.neuron_matching`).

References
----------
Frankle, Dziugaite, Roy and Carbin, Linear Mode Connectivity and the Lottery Ticket Hypothesis (2020), section 2;
Entezari, Sedghi, Saukh and Neyshabur, The Role of Permutation Invariance in Linear Mode Connectivity (2022), for the
barrier above the line between both ends' values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import NO_ANSWER, Evaluation, predict
from core.arrays import Array
from core.data.dataset import Dataset
from core.editing.neuron_matching import have_same_layers, matching, reordered
from core.editing.neuron_permutation import Order, tied_layers
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import CHUNK_ROWS_OF_LARGE, chunk_rows, work_of
from core.read_only import read_only

STEPS = 20
SHARES: NDArray[np.float64] = read_only(np.arange(STEPS + 1) / STEPS)
"""(21,): the t at which the line is looked at."""
# A few units in the last place of a float64.
ROUNDING = 8 * np.finfo(np.float64).eps

# Of a large network fewer examples are taken: so many multiplications for each t, but at least so many examples.
MOST_PRODUCTS, LEAST_EXAMPLES = 4_000_000_000, 1_000


def between(a: Array, b: Array, share: float) -> Array:
    """(1 − t) a + t b for t = `share`, rounded once: at 0 and 1 it is `a` and `b` themselves."""
    mixed: Array = ((1 - share) * a.astype(np.float64) + share * b.astype(np.float64)).astype(a.dtype)
    return mixed


def example_count(most: int, work: int) -> int:
    """How many of `most` examples are taken where nobody says: all, unless one is much `work` (`work_of`)."""
    return min(most, max(LEAST_EXAMPLES, MOST_PRODUCTS // work))


@dataclass(frozen=True)
class LossPath:
    """What was measured along one line; NaN where it is not measured yet, or where there is nothing to be measured.

    Attributes
    ----------
    train_means, test_means : (21,) float64
        Mean Cⁿ of both sets' examples at each of `SHARES`, in nats.
    train_errors, test_errors : (21,) float64
        The share that is answered wrongly, in [0, 1]; NaN without classes.
    answers : (21, n_out) float64
        The network's output y for the one example that is shown.
    said : (21,) int64
        The class of its largest logit, `NO_ANSWER` where several are largest, or it is not measured.
    """

    train_means: NDArray[np.float64]
    train_errors: NDArray[np.float64]
    test_means: NDArray[np.float64]
    test_errors: NDArray[np.float64]
    answers: NDArray[np.float64]
    said: NDArray[np.int64]

    @property
    def barrier(self) -> tuple[float, float]:
        """(t, height): where the training set's mean Cⁿ is most above the straight line between both ends' values.

        The height is 0 where it is nowhere above; NaN while an end is not measured.
        """
        first, last = self.train_means[0], self.train_means[-1]
        above = self.train_means - (first + SHARES * (last - first))
        if np.isnan(above).all():
            return float("nan"), float("nan")
        # What the line's own rounding makes is no height.
        above[np.abs(above) <= ROUNDING * np.abs(self.train_means)] = 0.0
        top = int(np.nanargmax(above))
        return float(SHARES[top]), float(above[top])


@dataclass(frozen=True)
class NeuronMatching:
    """What matching has done to B.

    Attributes
    ----------
    moved, neurons : int
        Hidden neurons that have another number now, of so many in all.
    stays : tuple of int
        Hidden layers, counted from 0, that cannot be reordered.
    distance_before, distance_after : float
        ‖θ_A − θ_B‖.
    difference : float
        max |y after − y before| over `count` examples and all outputs, in double precision.
    """

    moved: int
    neurons: int
    stays: tuple[int, ...]
    distance_before: float
    distance_after: float
    difference: float
    count: int


class SolutionComparison:
    """Goes along both lines, piece by piece. Both networks are copied: their trainings can go on meanwhile.

    Parameters
    ----------
    a, b : Network
        Of the same layers.
    dataset : Dataset
    loss : str
        How C is computed, a name of `core.training.config.LOSSES`.
    x : (n_in,)
        The example whose answer is noted.
    train_count, test_count : int, optional
        Take so many examples, drawn at random; as `example_count` has it unless given.

    Attributes
    ----------
    orders : tuple of Order
        Of B's neurons, once they are matched.
    matching : NeuronMatching or None
        Once they are matched.
    done, total : int
        Examples that were evaluated, of how many: each is once for every point of both lines.
    train_count, test_count : int
        Examples of both sets that are taken.

    Raises
    ------
    ValueError
        When the networks do not have the same layers, or the loss does not suit the output or the targets.
    """

    def __init__(
        self,
        a: Network,
        b: Network,
        dataset: Dataset,
        loss: str,
        x: Array,
        train_count: int | None = None,
        test_count: int | None = None,
    ) -> None:
        if not have_same_layers(a, b):
            raise ValueError(f"networks of {a.sizes} and {b.sizes} neurons do not have the same layers")
        self._a, self._b, self._loss = a.copy(), b.copy(), loss
        self._x = np.ascontiguousarray(x, a.dtype).reshape(1, -1)
        counts = (train_count, len(dataset.y_train)), (test_count, len(dataset.y_test))
        self.train_count, self.test_count = (
            example_count(most, work_of(a.topology)) if wanted is None else min(wanted, most)
            for wanted, most in counts
        )
        self._train = _sample(dataset.X_train, dataset.y_train, self.train_count)
        self._test = _sample(dataset.X_test, dataset.y_test, self.test_count)
        self._network = a.copy()
        self._passes: dict[int, Propagation] = {}
        self._single = self._network.propagation(1)
        self._straight, self._matched = (_empty_path(a.sizes[-1]) for _ in range(2))
        self.orders: tuple[Order, ...] = ()
        self.matching: NeuronMatching | None = None
        self.done, self.total = 0, 2 * len(SHARES) * (self.train_count + self.test_count)
        # It is refused here, not in the middle of the work.
        self._evaluation(*self._train)
        self._work = self._pieces()

    def advance(self) -> bool:
        """One more piece of work; True when all is done."""
        next(self._work, None)
        return self.done == self.total

    def finish(self) -> SolutionComparison:
        """All of it, in one call."""
        while not self.advance():
            pass
        return self

    @property
    def straight(self) -> LossPath:
        """What is measured so far on the line from A to B as it is; a copy."""
        return _copy(self._straight)

    @property
    def matched(self) -> LossPath:
        """What is measured so far on the line from A to B with its neurons matched; a copy."""
        return _copy(self._matched)

    def _pieces(self) -> Iterator[None]:
        yield from self._measure(self._b, self._straight)
        self.orders = yield from matching(self._a, self._b)
        other = reordered(self._b, self.orders)
        yield from self._describe(other)
        yield from self._measure(other, self._matched)

    def _measure(self, end: Network, path: LossPath) -> Iterator[None]:
        """Measure the line from A to this end."""
        sets = (
            (self._train, path.train_means, path.train_errors),
            (self._test, path.test_means, path.test_errors),
        )
        for place, share in enumerate(SHARES):
            self._network.parameters[:] = between(self._a.parameters, end.parameters, float(share))
            for (X, y), means, errors in sets:
                if not len(y):
                    continue
                evaluation = self._evaluation(X, y)
                while not evaluation.advance():
                    yield
                means[place], errors[place] = evaluation.total / len(y), 1 - evaluation.accuracy
            with np.errstate(over="ignore", invalid="ignore"):
                self._single.forward(self._x)
                path.answers[place] = self._single.output()[:, 0]
            predict(self._single.logits, path.said[place : place + 1])
            yield

    def _describe(self, other: Network) -> Iterator[None]:
        """What matching has moved, and that it has changed no output."""
        a, b = (network.parameters.astype(np.float64) for network in (self._a, self._b))
        after = other.parameters.astype(np.float64)
        exact, topology = (self._b.copy(np.float64), other.copy(np.float64)), self._a.topology
        (X, _), difference = (self._test if self.test_count else self._train), 0.0
        rows = min(CHUNK_ROWS_OF_LARGE, chunk_rows(topology))
        for start in range(0, len(X), rows):
            chunk = X[start : start + rows].astype(np.float64)
            one, two = (network.predict(chunk) for network in exact)
            difference = max(difference, float(np.max(np.abs(one - two))))
            yield
        free = {layer for group in tied_layers(topology) for layer in group}
        self.matching = NeuronMatching(
            moved=sum(int(np.count_nonzero(order != np.arange(len(order)))) for order in self.orders),
            neurons=sum(topology.sizes[1:-1]),
            stays=tuple(layer for layer in range(len(topology.sizes) - 2) if layer not in free),
            distance_before=float(np.linalg.norm(a - b)),
            distance_after=float(np.linalg.norm(a - after)),
            difference=difference,
            count=len(X),
        )

    def _evaluation(self, X: NDArray[Any], y: NDArray[Any]) -> Evaluation:
        return Evaluation(self._network, X, y, self._passes, self._loss, self._count)

    def _count(self, _: Propagation, targets: NDArray[Any]) -> None:
        self.done += len(targets)


def _sample(X: NDArray[Any], y: NDArray[Any], count: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """`count` examples drawn at random, the same ones each time; all of them as they are.

    One at every so many would not do: MNIST's even rows are harder than its odd ones.
    """
    if count == len(y):
        return X, y
    rows = np.sort(np.random.default_rng(0).choice(len(y), count, replace=False))
    return X[rows], y[rows]


def _empty_path(n_out: int) -> LossPath:
    train_means, train_errors, test_means, test_errors = np.full((4, len(SHARES)), np.nan)
    answers = np.full((len(SHARES), n_out), np.nan)
    said = np.full(len(SHARES), NO_ANSWER, np.int64)
    return LossPath(train_means, train_errors, test_means, test_errors, answers, said)


def _copy(path: LossPath) -> LossPath:
    return LossPath(*(read_only(getattr(path, field.name).copy()) for field in fields(path)))
