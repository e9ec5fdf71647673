"""What a network of one or two inputs answers everywhere, so that the whole function can be seen."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.nn.network import Network
from core.read_only import read_only

MAX_INPUTS = 2
# Places along the line, and along each side of the plane.
PLACES = {1: 201, 2: 40}
# So far beyond the largest |x| of the examples.
REACH = 1.25


class FunctionGrid:
    """The network's outputs at evenly spread places.

    Attributes
    ----------
    grid : (k, n_in) array
        From -reach to reach in each input; of two inputs row by row from the top, that is from the largest x₂.
    """

    def __init__(self, network: Network, input_scale: float) -> None:
        n_in = network.sizes[0]
        if n_in not in PLACES:
            raise ValueError(f"{n_in} inputs: only 1 or 2 can be seen whole")
        along = np.linspace(-REACH * input_scale, REACH * input_scale, PLACES[n_in])
        if n_in == 1:
            grid = along[:, None]
        else:
            x2, x1 = np.meshgrid(along[::-1], along, indexing="ij")
            grid = np.stack([x1.ravel(), x2.ravel()], axis=1)
        self.grid: Array = read_only(np.ascontiguousarray(grid, dtype=network.dtype))
        self._pass = network.propagation(len(grid))

    @np.errstate(over="ignore", invalid="ignore")
    def outputs(self) -> Array:
        """(k, n_out): y at every place, with the parameters as they stand; read-only."""
        self._pass.forward(self.grid)
        return read_only(np.ascontiguousarray(self._pass.output().T))
