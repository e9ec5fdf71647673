"""What a small filter can be shown on ink: each of its few patterns, how often each occurs, and the z that each gets.

A window of k x k pixels that are 0 or 1 has 2^(k*k) patterns. A pattern's code is a number with a bit for each pixel,
row by row, the first pixel's the lowest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.convolution import Conv2d
from core.nn.topology import Topology
from core.nn.windows import Windows
from core.read_only import read_only

MAX_KERNEL = 3
"""Larger windows have too many patterns to be shown: 65,536 of 4 x 4, 33,554,432 of 5 x 5."""
# So many windows are coded at once: a few ms.
CHUNK_WINDOWS = 1 << 18

Codes = NDArray[np.uint16]
Counts = NDArray[np.int64]


def pattern_windows(topology: Topology, layer: int) -> Windows | None:
    """Where the windows of this layer stand, counted from 0, if its filters have a table: few patterns, one z for each.

    None where it reads something else than one picture, its windows are larger than `MAX_KERNEL`, its cells have biases
    of their own, or the window's pixel is added to what it answers.
    """
    spec = topology.layers[layer]
    if not isinstance(spec, Conv2d) or spec.sources(layer + 1) != (0,) or spec.bias_per_cell:
        return None
    windows = spec.windows(topology.in_shapes[layer])
    fits = windows.kernel <= MAX_KERNEL and windows.picture[2] == 1
    return windows if fits and not spec.is_residual(topology.in_shapes[layer]) else None


def is_ink(x: Array) -> bool:
    """Whether all numbers are 0 or 1."""
    return bool(((x == 0) | (x == 1)).all())


def patterns(kernel: int) -> NDArray[np.uint8]:
    """(2^(kernel * kernel), kernel, kernel): every pattern's pixels, by its code."""
    cells = kernel * kernel
    bits = np.arange(1 << cells)[:, None] >> np.arange(cells)
    return read_only((bits & 1).astype(np.uint8).reshape(-1, kernel, kernel))


def pattern_codes(X: NDArray[Any], windows: Windows) -> Codes:
    """(N, rows of windows, columns of windows): the code of what each window covers of each (N, n_in) picture of ink.

    Pixels beyond the border are 0.
    """
    rows, columns = windows.places
    # Not as numbers of the layer: codes of 16 bits are added several times as fast.
    padded = np.zeros((len(X), *(size + 2 * windows.padding for size in windows.picture[:2])), np.uint16)
    height, width, _ = windows.picture
    start, step = windows.padding, windows.stride
    padded[:, start : start + height, start : start + width] = X.reshape(len(X), height, width)
    codes = np.zeros((len(X), rows, columns), np.uint16)
    for bit in range(windows.kernel**2):
        i, j = divmod(bit, windows.kernel)
        met = padded[:, i : i + step * rows : step, j : j + step * columns : step][:, :rows, :columns]
        codes += met << np.uint16(bit)
    return codes


class PatternCount:
    """Counts how often each pattern occurs in all windows of a set, chunk by chunk.

    Attributes
    ----------
    counts : (2^(kernel * kernel),)
        So far; complete when `advance` has returned True.
    is_of_ink : bool
        Whether all pictures so far are of 0 and 1; else there is nothing more to be counted.
    done, total : int
        Pictures.
    """

    def __init__(self, X: NDArray[Any], windows: Windows) -> None:
        self._X, self._windows = X, windows
        rows, columns = windows.places
        self._chunk = max(1, CHUNK_WINDOWS // (rows * columns))
        self.counts: Counts = np.zeros(1 << windows.kernel**2, np.int64)
        self.done, self.total = 0, len(X)
        self.is_of_ink = True

    def advance(self) -> bool:
        """Count one chunk more; True when all are counted, or can't be."""
        X = self._X[self.done : self.done + self._chunk]
        self.is_of_ink = self.is_of_ink and is_ink(X)
        if self.is_of_ink:
            codes = pattern_codes(X, self._windows)
            self.counts += np.bincount(codes.ravel(), minlength=len(self.counts))
            self.done += len(X)
        return self.done >= self.total or not self.is_of_ink

    def finish(self) -> PatternCount:
        """All chunks, in one call."""
        while not self.advance():
            pass
        return self


def sums_of_patterns(kernel: Array, bias: float) -> NDArray[np.float64]:
    """(2^(k * k),): z of every pattern, Σ w over its ink + b, of a (k, k) kernel; by the pattern's code."""
    shown = patterns(len(kernel)).reshape(-1, kernel.size).astype(np.float64)
    sums: NDArray[np.float64] = shown @ kernel.astype(np.float64).ravel() + float(bias)
    return sums


def kernel_of(topology: Topology, parameters: Array, layer: int, number: int) -> tuple[Array, float | None]:
    """(k, k, channels) weights of the filter that makes map `number` of this layer, and its bias.

    0 where a channel is not read; None where each cell has a bias of its own.

    Raises
    ------
    ValueError
        When the layer is no convolution.
    """
    spec = topology.layers[layer]
    if not isinstance(spec, Conv2d):
        raise ValueError(f"layer {layer} is no convolution")
    windows = spec.windows(topology.in_shapes[layer])
    table = topology.table
    W, b = table.named("W", parameters)[layer], table.named("b", parameters)[layer]
    present = spec.present(windows)
    whole = W.ravel()
    if present is not None:
        whole = np.zeros(windows.fan_in * spec.maps, W.dtype)
        whole[present] = W
    kernel: Array = whole.reshape(windows.kernel, windows.kernel, windows.picture[2], spec.maps)[..., number]
    return kernel, None if spec.bias_per_cell else float(b[number])


def layers_with_filters(topology: Topology) -> Iterator[int]:
    """The layers, counted from 0, whose cells see a window: those of feature maps that have weights."""
    for number, layer in enumerate(topology.layers):
        if len(topology.shapes[number + 1]) == 3 and layer.parameter_shapes(topology.in_shapes[number]):
            yield number


def filter_of(topology: Topology, layer: int, unit: int) -> tuple[int, int] | None:
    """(layer, map) of the filter that makes this unit; of a pool's cell that of the map that it reads.

    None of a neuron that sees no window.
    """
    filters = set(layers_with_filters(topology))
    while layer >= 0 and len(topology.shapes[layer + 1]) == 3:
        if layer in filters:
            return layer, unit % topology.maps[layer + 1]
        # A pool keeps the maps apart, so the map before has the same number.
        layer -= 1
    return None
