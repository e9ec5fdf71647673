"""What the engine sends of the three layers, made without one."""

from __future__ import annotations

from functools import cache

import numpy as np

from core.analysis.shifted_digits import ShiftedRight
from core.analysis.unrolling import Agreement, Unrolled
from core.engine.messages import ConvolutionUnrolled, ShiftedMeasured
from core.engine.snapshot import Example


@cache
def made_layers(seed: int = 2) -> ConvolutionUnrolled:
    made = Unrolled(seed)
    x = np.zeros(256, np.float32)
    # A stroke of ink from (5, 4) to (5, 8), and one pixel more.
    x[5 * 16 + 4 : 5 * 16 + 9] = x[6 * 16 + 8] = 1.0
    z = np.array([x @ matrix for matrix in made.layers.matrices])
    starts = tuple(network.parameters for network in made.same.values())
    example = Example(x, 7, "test", 1234)
    return ConvolutionUnrolled(made.layers, example, z, starts, Agreement(1001, 2.4e-7, 0.0))  # type: ignore[arg-type]


def measured(run: int, update: int, *right: int) -> ShiftedMeasured:
    """Of 100 digits so many right: not moved, and of 400 moved by 1 and by 2."""
    shifted = ShiftedRight(np.array(right), np.array([100, 400, 400]), np.array([0.0, 0.004, 0.021]))
    return ShiftedMeasured(run, update, 100, shifted)
