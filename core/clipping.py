"""A gradient that is too long is shortened, so that one batch can't throw the parameters far away."""

from __future__ import annotations

import math

import numpy as np

from core.trace import Array


def clip_by_norm(gradients: Array, limit: float) -> float:
    """Scale the flat vector in place to a Euclidean norm of at most `limit`, over 0; returns the norm before.

    A norm that is no finite number leaves it alone: the divergence is told as such.

    References
    ----------
    Pascanu, Mikolov, Bengio, On the difficulty of training recurrent neural networks (2013), algorithm 1
    """
    norm = math.sqrt(float(np.dot(gradients, gradients)))
    if not math.isfinite(norm):
        # A square may overflow where the number itself does not.
        norm = float(np.linalg.norm(gradients.astype(np.float64)))
    if math.isfinite(norm) and norm > limit:
        np.multiply(gradients, gradients.dtype.type(limit / (norm + 1e-6)), out=gradients)
    return norm
