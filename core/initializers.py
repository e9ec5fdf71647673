"""Where θ begins: random weights whose size keeps the signal's variance from layer to layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType

import numpy as np

from core.trace import Array


def he(fan_in: int, fan_out: int) -> float:
    """√(2 / fan_in): for ReLU, which lets half of the variance through.

    References
    ----------
    K. He, X. Zhang, S. Ren, J. Sun, "Delving Deep into Rectifiers" (2015), equation 10.
    """
    return sqrt(2 / fan_in)


def glorot(fan_in: int, fan_out: int) -> float:
    """√(2 / (fan_in + fan_out)): between what suits the signal and what suits the gradient.

    References
    ----------
    X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010),
    equation 12. Theirs is uniform; ours is normal with the same variance.
    """
    return sqrt(2 / (fan_in + fan_out))


def lecun(fan_in: int, fan_out: int) -> float:
    """√(1 / fan_in): a neuron's sum has the variance of its inputs.

    References
    ----------
    Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller, "Efficient BackProp" (1998), equation 16.
    """
    return sqrt(1 / fan_in)


INITIALIZERS: Mapping[str, Callable[[int, int], float]] = MappingProxyType(
    {"he": he, "glorot": glorot, "lecun": lecun}
)
"""Standard deviation of a weight, by the start's name."""


def fill_normal(W: Array, name: str, rng: np.random.Generator) -> None:
    """Draw `W` (fan_in, fan_out) from the normal distribution with mean 0 and the named start's deviation.

    Drawn in float64 whatever W's own precision, so that the same seed starts at the same place in both.
    """
    W[...] = rng.standard_normal(W.shape) * INITIALIZERS[name](*W.shape)
