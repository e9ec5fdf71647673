"""A gradient that is too long is made shorter and keeps its direction: one batch can't throw θ far away."""

from __future__ import annotations

import math

import numpy as np

from core.trace import Array

# PyTorch's; it also keeps the limit from being divided by a norm of 0.
_EPSILON = 1e-6


def clip_by_norm(gradients: Array, limit: float) -> float:
    """Scale the gradient in place so that it is no longer than `limit`. Returns how long it was before.

    Parameters
    ----------
    gradients : (parameter_count,)
        With an infinity or a NaN in it, it is left as it is: the divergence is told as such.
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
    if math.isfinite(norm) and factor < 1:
        np.multiply(gradients, gradients.dtype.type(factor), out=gradients)
    return norm
