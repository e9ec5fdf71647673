"""Which examples to learn from and which to be tested with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.refusals import DatasetError


def check_classes(path: Path, y: NDArray[np.int64]) -> None:
    """Refuse the examples at `path`, of the classes `y`, (N,), where each is the only one of its class.

    Raises
    ------
    DatasetError
        When none is left to test with.
    """
    if len(np.unique(y)) == len(y):
        raise DatasetError("one_of_each", path=path, count=len(y))


def split_order(y: NDArray[np.int64], test_share: float, seed: int) -> tuple[NDArray[np.intp], int]:
    """A shuffled order of all examples, and how many from its start are to learn from; the rest are to test.

    Parameters
    ----------
    y : (N,) int64
        The class of each example.
    test_share : float
        Share of the examples to test with, over 0 and under 1; rounded to whole examples.
    seed : int
        The same seed gives the same order.

    Returns
    -------
    order : (N,) intp
    n_train : int
        At least the number of classes, for one example of each is always to learn from: where that leaves
        fewer to test than asked for, there are fewer. N when every example is the only one of its class.
    """
    order = np.random.default_rng(seed).permutation(len(y))
    _, first = np.unique(y[order], return_index=True)
    n_train = max(len(y) - max(round(test_share * len(y)), 1), len(first))
    # One of each class comes first; a stable sort leaves the rest as they were shuffled.
    later = np.ones(len(y), dtype=np.bool_)
    later[first] = False
    order = order[np.argsort(later, kind="stable")]
    # So that learning in this order too begins with any of them.
    np.random.default_rng(seed).shuffle(order[:n_train])
    return order, n_train
