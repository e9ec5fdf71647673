"""What all made data sets share: their values are checked, and they are split into two parts."""

from __future__ import annotations

from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import Dataset
from core.data.refusals import DatasetError
from core.read_only import read_only


def check(code: str, value: Any, least: float, largest: float, whole: bool = False) -> None:
    """Raise DatasetError of this code, quoting the value, unless it is a number from `least` to `largest`."""
    kind: Any = Integral if whole else Real
    if isinstance(value, bool) or not isinstance(value, kind) or not least <= value <= largest:
        raise DatasetError(code, value=repr(value), least=least, largest=largest)


def split(
    X: NDArray[Any],
    y: NDArray[Any],
    test_share: float,
    rng: np.random.Generator,
    class_names: tuple[str, ...],
) -> Dataset:
    """Examples in a random order, `test_share` of them (at least one) for the test."""
    check("share_range", test_share, 0.01, 0.9)
    order = rng.permutation(len(X))
    tests = min(len(X) - 1, max(1, round(test_share * len(X))))
    train, test = order[tests:], order[:tests]
    X = X.astype(np.float32)
    return Dataset(
        read_only(X[train]), read_only(y[train]), read_only(X[test]), read_only(y[test]), class_names
    )
