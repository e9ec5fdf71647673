"""What the engine tells of one filter."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array


@dataclass(frozen=True)
class PatternsCounted:
    """How often each pattern occurs in the windows of a layer: the same for all its filters, and at any update.

    Attributes
    ----------
    ask : int
        Which `ReadFilter` this answers.
    run, layer, map : int
    counts : (2^(kernel * kernel),)
        By the pattern's code.
    examples : int
        Of so many training pictures, all that there are.
    """

    ask: int
    run: int
    layer: int
    map: int
    counts: NDArray[np.int64]
    examples: int


@dataclass(frozen=True)
class WindowsFound:
    """Which windows of the training set excite a map most; the first excites it most, and no picture has two.

    Attributes
    ----------
    ask : int
        Which `ReadFilter` this answers.
    run, update, permutations : int
        Whose filter: that run's after so many updates, in which the neurons were put into another order so often.
    layer, map : int
    row : (n,)
        Which training pictures.
    cell : (n,)
        Which cells of the map, row by row.
    z, a : (n,)
    X : (n, n_in)
        The pictures.
    labels : (n,)
        Their classes; empty for regression.
    examples, total : int
        So many of all training pictures were looked at.
    shuffled : (n,) bool
        Whether a label is not the picture's own class, because labels were shuffled; empty where none were.
    """

    ask: int
    run: int
    update: int
    permutations: int
    layer: int
    map: int
    row: NDArray[np.int64]
    cell: NDArray[np.int64]
    z: Array
    a: Array
    X: Array
    labels: NDArray[np.int64]
    examples: int
    total: int
    shuffled: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))


@dataclass(frozen=True)
class FilterProgress:
    """So many training pictures are looked at, of those that will be."""

    ask: int
    done: int
    total: int


@dataclass(frozen=True)
class FilterRefused:
    """There is no such filter in what is shown ("none"), or looking has failed ("failed")."""

    ask: int
    reason: str
