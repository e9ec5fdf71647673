"""How far the gradients of single examples lie apart: the noise of a batch's gradient, layer by layer.

Of a dense layer one example's gradient is the outer product of its input and its delta, so its square is the product of
theirs: nothing of the size of W is written for it. Of other layers each example's gradient is made, and let go of.

References
----------
Goodfellow, Efficient Per-Example Gradient Computations (2015), section 4; McCandlish, Kaplan, Amodei et al., An
Empirical Model of Large-Batch Training (2018), section 2.2: tr Σ and ‖g‖
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array, Shape
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.propagation import Propagation
from core.nn.topology import Topology


def spread(squares: float, mean_square: float, count: int) -> float:
    """√tr Σ of single examples' gradients, from Σ‖gₙ‖² and ‖(Σ gₙ) / count‖²; NaN for fewer than two examples.

    tr Σ = Σ‖gₙ - ḡ‖² / (count - 1), unbiased.
    """
    if count < 2:
        return math.nan
    # Where all are nearly alike, rounding may make it negative; NaN stays what it is.
    square = (squares - count * mean_square) / (count - 1)
    return 0.0 if square < 0 else math.sqrt(square)


def ratio(part: float, whole: float) -> float:
    """One through the other; infinite where only `whole` is 0, NaN where both are."""
    if whole == 0:
        return math.inf if part > 0 else math.nan
    return part / whole


def layer_inputs(topology: Topology, propagation: Propagation, layer: int) -> Array:
    """(rows, fan_in): what this layer, counted from 0, has read in the last pass."""
    outputs = [propagation.x, *propagation.a]
    parts = [outputs[source] for source in topology.layers[layer].sources(layer + 1)]
    return np.concatenate(parts, axis=1) if len(parts) > 1 else parts[0]


def layer_deltas(propagation: Propagation, layer: int) -> Array:
    """(rows, units): dC/dz of this layer, counted from 0, of the last pass backwards."""
    is_hidden = layer < len(propagation.delta)
    return propagation.delta[layer] if is_hidden else propagation.output_delta.T


def sum_of_squares(spec: LayerSpec, in_shape: Shape, x: Array, delta: Array) -> float:
    """Σₙ ‖gₙ‖² over the examples, gₙ one example's gradient of all parameters of a layer.

    Parameters
    ----------
    spec, in_shape
        The layer, and the shape of one example's input.
    x : (rows, fan_in)
    delta : (rows, units)
        dC/dz of each example's own C.
    """
    if isinstance(spec, Dense):
        return float(np.dot(_squares(x) + 1, _squares(delta)))
    if isinstance(spec, Conv2d):
        return _of_convolution(spec, in_shape, x, delta)
    if isinstance(spec, LocallyConnected2d):
        # No weight is shared: a cell's part is that of a dense layer. What lies beyond the border is 0.
        windows = _windows(spec, in_shape, x)
        rows, places = windows.shape[:2]
        of_cells = _squares(delta.reshape(rows, places, -1))
        return float(np.sum((_squares(windows) + 1) * of_cells))
    gradients = (spec.gradients(in_shape, *one) for one in zip(x, delta, strict=True))
    return sum(square(g) for one in gradients for g in one.values())


def _of_convolution(spec: Conv2d, in_shape: Shape, x: Array, delta: Array) -> float:
    windows, present = _windows(spec, in_shape, x), spec.present(spec.windows(in_shape))
    deltas = delta.reshape(*windows.shape[:2], spec.maps)
    total = 0.0
    for window, own in zip(windows, deltas, strict=True):
        dW = window.T @ own
        total += square(dW if present is None else dW.ravel()[present])
    # Where it is shared, the cells of a map add up to the gradient of its bias.
    return total + square(deltas if spec.bias_per_cell else deltas.sum(axis=1))


def _windows(spec: Conv2d | LocallyConnected2d, in_shape: Shape, x: Array) -> Array:
    """(rows, places, fan_in): what each window covers."""
    windows = spec.windows(in_shape)
    padded = windows.padded(len(x), x.dtype)
    inside = windows.inside(padded)
    inside[...] = x.reshape(inside.shape)
    return windows.covered(padded).reshape(len(x), -1, windows.fan_in)


def _squares(rows: Array) -> NDArray[np.float64]:
    """‖·‖² along the last axis, in float64."""
    wide = rows.astype(np.float64)
    squares: NDArray[np.float64] = np.einsum("...i,...i->...", wide, wide)
    return squares


def square(array: Array) -> float:
    """‖·‖² of all its numbers, in float64."""
    wide = array.ravel().astype(np.float64)
    return float(np.dot(wide, wide))


def norm(arrays: Sequence[Array]) -> float:
    """‖·‖ of the numbers of all arrays together, in float64."""
    return math.sqrt(sum(map(square, arrays)))
