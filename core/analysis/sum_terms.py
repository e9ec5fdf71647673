"""Where a neuron's z and δ come from: the largest terms of the two sums, and the rest in one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import Trace
from core.arrays import Array
from core.nn.activations import Scratch, activation_named

MOST_TERMS = 10


@dataclass(frozen=True)
class Terms:
    """A sum of products, its largest terms first.

    Attributes
    ----------
    index : (k,) int array
        The neuron (or input) that each term comes from.
    factor, weight, term : (k,) float64 arrays
        term = factor · weight.
    rest : float
        The sum of all terms that are not listed; `others` counts them.
    total : float
        The whole sum.
    """

    index: NDArray[np.intp]
    factor: NDArray[np.float64]
    weight: NDArray[np.float64]
    term: NDArray[np.float64]
    rest: float
    others: int
    total: float


def terms_of_z(
    trace: Trace, weights: Sequence[Array], layer: int, neuron: int, most: int = MOST_TERMS
) -> Terms:
    """The terms x·w of z = Σ x·w + b, x being the input or the layer before; those that are 0 are not listed."""
    before = trace.x if layer == 0 else trace.a[layer - 1]
    return _terms(before, weights[layer][:, neuron], most)


def terms_of_delta(
    trace: Trace, weights: Sequence[Array], layer: int, neuron: int, most: int = MOST_TERMS
) -> Terms:
    """The terms δ·w of Σ w δ, over the neurons of the next layer: what they hand back to this one.

    Raises
    ------
    ValueError
        Of an output, to which nobody hands anything back.
    """
    if layer + 1 >= len(weights):
        raise ValueError("an output's δ comes from C itself")
    return _terms(trace.delta[layer + 1], weights[layer + 1][neuron], most)


def slope(activation: str, z: float) -> float:
    """f'(z) of a hidden neuron's activation, in float64."""
    at, f = np.array([[z]], np.float64), np.empty((1, 1))
    gradient, room = np.ones((1, 1)), Scratch((1, 1), np.dtype(np.float64))
    function = activation_named(activation)
    with np.errstate(over="ignore"):
        function.apply(at, f, room)
        function.times_derivative(at, f, gradient, room)
    return float(gradient[0, 0])


def _terms(factor: Array, weight: Array, most: int) -> Terms:
    factors, w = factor.astype(np.float64), weight.astype(np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        terms = factors * w
    order = np.argsort(-np.abs(terms), kind="stable")
    listed = order[:most]
    listed = listed[terms[listed] != 0]
    rest = np.setdiff1d(order, listed, assume_unique=True)
    return Terms(
        index=listed,
        factor=factors[listed],
        weight=w[listed],
        term=terms[listed],
        rest=float(terms[rest].sum()),
        others=len(rest),
        total=float(terms.sum()),
    )
