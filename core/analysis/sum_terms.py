"""Where a neuron's z and δ come from: the largest terms of the two sums, and the rest in one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import Trace
from core.arrays import Array
from core.nn.activations import Workspace, activation_named

MAX_TERMS = 10


@dataclass(frozen=True)
class Terms:
    """A sum of products, its largest terms first.

    Attributes
    ----------
    group : (k,) int array
        Which of the network's groups of connections each term comes by.
    index : (k,) int array
        The neuron (or input) that each term comes from.
    factor, weight, term : (k,) float64 arrays
        term = factor · weight.
    rest : float
        The sum of all terms that are not listed; `others` counts them.
    total : float
        The whole sum.
    """

    group: NDArray[np.intp]
    index: NDArray[np.intp]
    factor: NDArray[np.float64]
    weight: NDArray[np.float64]
    term: NDArray[np.float64]
    rest: float
    others: int
    total: float


def terms_of_z(trace: Trace, parameters: Array, layer: int, neuron: int) -> Terms:
    """The terms x·w of z = Σ x·w + b, x being what the input or a layer sends; those that are 0 are not listed.

    `layer` is counted from 0, the first hidden layer; `parameters` is θ.
    """
    sent = (trace.x, *trace.a)
    parts = []
    for number, group in enumerate(trace.topology.connections):
        if group.target_layer == layer + 1:
            edges = group.incoming(neuron)
            parts.append((number, edges.source, sent[group.source_layer], edges.parameter))
    return _terms(parts, parameters)


def terms_of_delta(trace: Trace, parameters: Array, layer: int, neuron: int) -> Terms:
    """The terms δ·w of Σ w δ, over the neurons of later layers: what they hand back to this one; as `terms_of_z`.

    Raises
    ------
    ValueError
        When it is an output neuron, which receives no backpropagated terms.
    """
    if layer + 1 >= len(trace.a):
        raise ValueError("an output's δ comes from C itself")
    parts = []
    for number, group in enumerate(trace.topology.connections):
        if group.source_layer == layer + 1:
            edges = group.outgoing(neuron)
            parts.append((number, edges.target, trace.delta[group.target_layer - 1], edges.parameter))
    return _terms(parts, parameters)


def slope(activation: str, z: float) -> float:
    """f'(z) of a hidden neuron's activation, in float64."""
    at, f = np.array([[z]], np.float64), np.empty((1, 1))
    gradient, room = np.ones((1, 1)), Workspace((1, 1), np.dtype(np.float64))
    function = activation_named(activation)
    with np.errstate(over="ignore"):
        function.apply(at, f, room)
        function.times_derivative(at, f, gradient, room)
    return float(gradient[0, 0])


def _terms(
    parts: Sequence[tuple[int, NDArray[np.intp], Array, NDArray[np.intp]]], parameters: Array
) -> Terms:
    """`parts` are, by group, its number, the units, what every unit sends, and the places of the weights in θ."""
    nothing: NDArray[np.intp] = np.zeros(0, np.intp)
    numbers = np.concatenate([nothing, *(np.full(len(units), number) for number, units, _, _ in parts)])
    units = np.concatenate([nothing, *(units for _, units, _, _ in parts)])
    factors = np.concatenate([np.zeros(0), *(sent[units] for _, units, sent, _ in parts)])
    w = np.concatenate([np.zeros(0), *(parameters[places] for _, _, _, places in parts)])
    with np.errstate(over="ignore", invalid="ignore"):
        terms = factors * w
    order = np.argsort(-np.abs(terms), kind="stable")
    listed = order[:MAX_TERMS]
    listed = listed[terms[listed] != 0]
    rest = np.setdiff1d(order, listed, assume_unique=True)
    return Terms(
        group=numbers[listed],
        index=units[listed],
        factor=factors[listed],
        weight=w[listed],
        term=terms[listed],
        rest=float(terms[rest].sum()),
        others=len(rest),
        total=float(terms.sum()),
    )
