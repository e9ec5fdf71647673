"""Which windows of a layer see a signal: the others, that cover nothing but zeros, all answer f(b)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array, Shape
from core.nn.window_spec import WindowSpec


def windows_with_signal(spec: WindowSpec, in_shape: Shape, x: Array) -> NDArray[np.bool_]:
    """(windows,) flags, row by row: whether one of the numbers that the window covers is not 0.

    Parameters
    ----------
    spec : WindowSpec
    in_shape : tuple of int
        The shape of the layer's input.
    x : (n_in,) array
        One example's input of the layer. What lies beyond its border counts as 0.
    """
    windows = spec.windows(in_shape)
    sends = np.any(x.reshape(-1, windows.picture[2]) != 0, axis=1)
    # `BEYOND` is the last one.
    return np.asarray(np.append(sends, False)[windows.cells()].any(axis=1))
