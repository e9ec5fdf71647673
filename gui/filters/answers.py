"""Every answer of a filter that reads ink, with the weights of one snapshot: the numbers of its page and its list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.analysis.patterns import Codes, is_ink, kernel_of, pattern_codes, pattern_windows, sums_of_patterns
from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.nn.activations import Workspace, activation_named
from core.nn.windows import Windows

BLANK = 0
"""The code of a window without ink."""


@dataclass(frozen=True, eq=False)
class FilterAnswers:
    """What a filter of the first layer makes of every pattern.

    Attributes
    ----------
    run, update : int
        Whose weights, after how many updates.
    layer, number : int
        Which map of which layer, both counted from 0.
    kernel : (k, k)
    bias : float
    activation : str
    windows : Windows
        Where the filter is laid.
    z, a : (2^(k * k),)
        By the pattern's code.
    counts : (2^(k * k),)
        How often each occurs in the training set.
    examples : int
        Training pictures.
    x : (n_in,)
        What is shown.
    codes : (rows, columns) or None
        The pattern at each place of what is shown; None where that is not all of ink.
    """

    run: int
    update: int
    layer: int
    number: int
    kernel: Array
    bias: float
    activation: str
    windows: Windows
    z: NDArray[np.float64]
    a: NDArray[np.float64]
    counts: NDArray[np.int64]
    examples: int
    x: Array
    codes: Codes | None

    @cached_property
    def here(self) -> NDArray[np.int64]:
        """(2^(k * k),): how many places of what is shown have each pattern."""
        codes = np.zeros(0, np.intp) if self.codes is None else self.codes.ravel()
        return np.bincount(codes, minlength=len(self.z))

    @cached_property
    def ranked(self) -> NDArray[np.intp]:
        """(n,): the codes of all patterns that occur, in the training set or in what is shown; the largest z first."""
        order = np.argsort(-self.z, kind="stable")
        occurs = (self.counts > 0) | (self.here > 0)
        ranked: NDArray[np.intp] = order[occurs[order]]
        return ranked

    @cached_property
    def share(self) -> NDArray[np.float64]:
        """(2^(k * k),): each pattern's share of all windows of the training set."""
        return self.counts / max(1, int(self.counts.sum()))

    @property
    def occurring(self) -> int:
        """How many patterns occur in the training set."""
        return int(np.count_nonzero(self.counts))

    @property
    def is_finite(self) -> bool:
        """Whether every z is a number."""
        return bool(np.isfinite(self.z).all())

    @property
    def loudest_here(self) -> int:
        """The code of the pattern with the largest z in what is shown; of all, where that is not of ink."""
        in_it = np.flatnonzero(self.here[self.ranked])
        return int(self.ranked[in_it[0] if in_it.size else 0])

    def rank_of(self, code: int) -> int | None:
        """Where it stands in `ranked`, from 0; None where it does not."""
        at = np.flatnonzero(self.ranked == code)
        return int(at[0]) if at.size else None

    def places_of(self, code: int) -> list[tuple[int, int]]:
        """(row, column) of each window of what is shown that has this pattern: of its first pixel, which may be beyond
        the border.
        """
        if self.codes is None:
            return []
        rows, columns = np.nonzero(self.codes == code)
        step, before = self.windows.stride, self.windows.padding
        return [(int(r) * step - before, int(c) * step - before) for r, c in zip(rows, columns, strict=True)]


def answers_of(
    snapshot: Snapshot, layer: int, number: int, counts: NDArray[np.int64], examples: int
) -> FilterAnswers | None:
    """What the filter answers with the snapshot's weights; None where it has no table, or one of other patterns."""
    topology = snapshot.topology
    if layer >= len(topology.layers) or number >= topology.maps[layer + 1]:
        return None
    windows = pattern_windows(topology, layer)
    if windows is None or len(counts) != 1 << windows.kernel**2:
        return None
    kernel, bias = kernel_of(topology, snapshot.parameters, layer, number)
    assert bias is not None
    x, activation = snapshot.example.x, topology.layers[layer].activation
    with np.errstate(over="ignore", invalid="ignore"):
        z = sums_of_patterns(kernel[..., 0], bias)
        a = np.empty_like(z)
        activation_named(activation).apply(z, a, Workspace(z.shape, z.dtype))
    return FilterAnswers(
        run=snapshot.run,
        update=snapshot.update,
        layer=layer,
        number=number,
        kernel=kernel[..., 0],
        bias=bias,
        activation=activation,
        windows=windows,
        z=z,
        a=a,
        counts=counts,
        examples=examples,
        x=x,
        codes=pattern_codes(x[None], windows)[0] if is_ink(x) else None,
    )
