"""Gradient clipping by the Euclidean norm of the whole gradient: one batch can't throw θ far away."""

from __future__ import annotations

import math

import numpy as np

from core.arrays import Array

# PyTorch's; it also keeps the limit from being divided by a norm of 0.
_EPSILON = 1e-6


def clip_factor(gradients: Array, limit: float) -> float:
    """min(1, limit / (‖∇‖ + 10⁻⁶)): what the gradient is multiplied by so that its norm is at most `limit`.

    Parameters
    ----------
    gradients : (parameter_count,)
        With an infinity or a NaN in it, the factor is 1: the divergence is reported as such.
    limit : float
        The largest Euclidean norm, over 0.

    References
    ----------
    Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks (2013), algorithm 1;
    with PyTorch's limit / (norm + 10⁻⁶) in place of limit / norm.
    """
    # Squares are summed in double precision: in single, those of numbers over 10¹⁹ are infinite.
    norm = math.sqrt(np.einsum("i,i->", gradients, gradients, dtype=np.float64))
    factor = limit / (norm + _EPSILON)
    return factor if math.isfinite(norm) and factor < 1 else 1.0
