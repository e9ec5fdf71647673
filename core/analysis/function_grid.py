"""What a network of one or two inputs answers everywhere, so that the whole function can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import predict
from core.arrays import Array
from core.nn.network import Network
from core.read_only import read_only

MAX_INPUTS = 2
# Places along the line, and along each side of the plane.
PLACES = {1: 201, 2: 40}
# The map is so much wider than the examples' own range.
REACH = 1.25

Range = tuple[float, float]


def map_ranges(X: NDArray[Any]) -> tuple[Range, ...]:
    """For each input of (N, n_in) examples the least and the largest x of the map.

    Inputs around 0 that are about as large as one another (by a factor under 3) have one range, the same in both
    directions, so that a circle stays one; others have each their own.
    """
    low, high = X.min(axis=0).astype(np.float64), X.max(axis=0).astype(np.float64)
    size = np.maximum(-low, high)
    if (low < 0).all() and (high > 0).all() and 3 * size.min() > size.max():
        high = np.full(len(size), size.max())
        low = -high
    middle, half = (low + high) / 2, REACH * (high - low) / 2
    half[half == 0] = 1.0
    return tuple(zip((middle - half).tolist(), (middle + half).tolist(), strict=True))


def places_along(low: float, high: float, count: int) -> NDArray[np.float64]:
    """(count,): the centres of so many equal parts of the range."""
    return low + (np.arange(count) + 0.5) / count * (high - low)


class FunctionGrid:
    """The network's outputs at evenly spread places.

    Attributes
    ----------
    grid : (k, n_in) array
        The centres of the map's cells, each axis with its own of the `ranges`; of two inputs row by row from the
        top, that is from the largest x₂.
    """

    def __init__(self, network: Network, ranges: Sequence[Range]) -> None:
        n_in = network.sizes[0]
        if n_in not in PLACES:
            raise ValueError(f"{n_in} inputs: only 1 or 2 can be seen whole")
        along = [places_along(low, high, PLACES[n_in]) for low, high in ranges]
        if n_in == 1:
            grid = along[0][:, None]
        else:
            x2, x1 = np.meshgrid(along[1][::-1], along[0], indexing="ij")
            grid = np.stack([x1.ravel(), x2.ravel()], axis=1)
        self.grid: Array = read_only(np.ascontiguousarray(grid, dtype=network.dtype))
        self._pass = network.propagation(len(grid))

    @np.errstate(over="ignore", invalid="ignore")
    def outputs(self) -> Array:
        """(k, n_out): y at every place, with the parameters as they stand; read-only."""
        self._pass.forward(self.grid)
        return read_only(np.ascontiguousarray(self._pass.output().T))

    def classes(self) -> NDArray[np.int64]:
        """(k,): the class of the largest logit at every place of the last `outputs`, or `NO_ANSWER`; read-only.

        The outputs say less: of large logits several sigmoids are 1 in single precision.
        """
        found = np.empty(len(self.grid), np.int64)
        predict(self._pass.logits, found)
        return read_only(found)
