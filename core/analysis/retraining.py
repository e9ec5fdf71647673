"""The same training again, with and without some of its examples: what leaving them out does to one answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.data.dataset import Dataset
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import DivergenceError, Trainer

WITH, WITHOUT, RANDOM = range(3)
"""Trained with all examples, without the ones in question, and without as many others drawn at random."""


class Retraining:
    """Trains a new network for each seed and each of the three sets, one after the other.

    Parameters
    ----------
    network_of : callable
        The network to begin with, for a number from 0 to `seeds` - 1.
    dataset : Dataset
    config : TrainingConfig
        Its settings; the order of the examples has another seed in each training, `config.seed` + 1 and so on.
    rows : (k,) int
        The training examples in question; fewer than half of them all.
    updates : int
        How many each network is trained for, 1 or more.
    x, target : (n_in,) array; int, or (n_out,) numbers
        The example whose C is measured, and what that is of.
    seeds : int

    Attributes
    ----------
    losses : (3, seeds) float64
        C in nats in the end, by `WITH`, `WITHOUT` and `RANDOM`; NaN where nothing is trained yet, infinite where the
        training diverged.
    done, total : int
        Updates.

    Raises
    ------
    ValueError
        When half of the examples or more would be left out.
    """

    def __init__(
        self,
        network_of: Callable[[int], Network],
        dataset: Dataset,
        config: TrainingConfig,
        rows: NDArray[np.int64],
        updates: int,
        x: Array,
        target: Any,
        seeds: int,
    ) -> None:
        if 2 * len(rows) >= len(dataset.y_train):
            raise ValueError(f"{len(rows)} of {len(dataset.y_train)} examples: leave out fewer than half")
        self._network_of, self._dataset, self._config = network_of, dataset, config
        self._rows, self._updates, self._x, self._target = rows, updates, x, target
        self._open = [(kind, number) for number in range(seeds) for kind in (WITH, WITHOUT, RANDOM)]
        self._trainer: Trainer | None = None
        self.losses: NDArray[np.float64] = np.full((3, seeds), np.nan)
        self.done, self.total = 0, updates * len(self._open)

    def advance(self) -> bool:
        """Make one update, or a piece of it; True when all are trained and measured."""
        if not self._open:
            return True
        kind, number = self._open[0]
        if self._trainer is None:
            self._trainer = self._begin(kind, number)
            return False
        trainer = self._trainer
        made = trainer.step_count
        try:
            trainer.advance()
            self.done += trainer.step_count - made
            if trainer.step_count < self._updates:
                return False
            found = trainer.trace(self._x, self._target).loss
            loss = np.inf if found is None or not np.isfinite(found) else float(found)
        except DivergenceError:
            self.done += self._updates - made
            loss = np.inf
        self.losses[kind, number] = loss
        self._trainer = None
        self._open.pop(0)
        return not self._open

    def _begin(self, kind: int, number: int) -> Trainer:
        seed = self._config.seed + 1 + number
        dataset = self._dataset if kind == WITH else without(self._dataset, self._rows_of(kind, seed))
        size = self._config.batch_size
        fits = size if size is None else min(size, len(dataset.y_train))
        return Trainer(self._network_of(number), dataset, replace(self._config, seed=seed, batch_size=fits))

    def _rows_of(self, kind: int, seed: int) -> NDArray[np.int64]:
        if kind == WITHOUT:
            return self._rows
        others = np.setdiff1d(np.arange(len(self._dataset.y_train)), self._rows)
        return np.random.default_rng((seed, len(self._rows))).choice(others, len(self._rows), replace=False)


def without(dataset: Dataset, rows: NDArray[np.int64]) -> Dataset:
    """The same examples but for these of the training set."""
    stays = np.ones(len(dataset.y_train), np.bool_)
    stays[rows] = False
    wrong = dataset.wrong_labels
    return replace(
        dataset,
        X_train=dataset.X_train[stays],
        y_train=dataset.y_train[stays],
        wrong_labels=None if wrong is None else wrong[stays],
    )


def effect_of(one: NDArray[np.float64], other: NDArray[np.float64]) -> int:
    """Whether C changed from `one` to `other`, (seeds,) each: 1 it rose, -1 it fell, 0 no effect can be told.

    It did where every value of the one lies on the same side of every value of the other: the two ranges do not
    overlap. Of 4 and 4 values without any effect that happens by chance in 2 of 70 orders. What is missing tells
    nothing.
    """
    if not len(one) or not len(other) or np.isnan(one).any() or np.isnan(other).any():
        return 0
    if other.min() > one.max():
        return 1
    return -1 if other.max() < one.min() else 0
