"""Where a neuron's z and δ come from: the largest terms of the two sums, and the rest in one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import Trace
from core.arrays import Array
from core.nn.activations import Workspace, activation_named
from core.nn.pooling import AvgPool2d, MaxPool2d, Passed

MAX_TERMS = 10
POOLED = -1


@dataclass(frozen=True)
class Terms:
    """A sum of products, its largest terms first.

    Attributes
    ----------
    group : (k,) int array
        Which of the network's groups of connections each term comes by; `POOLED` where it comes by none.
    layer : (k,) int array
        The layer that each term comes from, the input counted as 0.
    index : (k,) int array
        The neuron (or input) that each term comes from.
    factor, weight, term : (k,) float64 arrays
        term = factor · weight; through a pool, which has no weights, its share (`core.nn.pooling.Passed`).
    rest : float
        The sum of all terms that are not listed; `others` counts them.
    total : float
        The whole sum.
    """

    group: NDArray[np.intp]
    layer: NDArray[np.intp]
    index: NDArray[np.intp]
    factor: NDArray[np.float64]
    weight: NDArray[np.float64]
    term: NDArray[np.float64]
    rest: float
    others: int
    total: float


def terms_of_z(trace: Trace, parameters: Array, layer: int, neuron: int) -> Terms:
    """The terms x·w of z = Σ x·w + b, x being what the input or a layer sends; those that are 0 are not listed.

    Of a pool there is no b. `layer` is counted from 0, the first hidden layer; `parameters` is θ.
    """
    sent = (trace.x, *trace.a)
    parts = []
    for number, group in enumerate(trace.topology.connections):
        if group.target_layer == layer + 1:
            edges, before = group.incoming(neuron), group.source_layer
            parts.append(_Part(number, before, edges.source, sent[before], parameters[edges.parameter]))
    passed = passed_through(trace, layer)
    if passed is not None:
        own = passed.target == neuron
        parts.append(_Part(POOLED, layer, passed.source[own], sent[layer], passed.share[own]))
    return _terms(parts)


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
            edges, after = group.outgoing(neuron), group.target_layer
            delta = trace.delta[after - 1]
            parts.append(_Part(number, after, edges.target, delta, parameters[edges.parameter]))
    passed = passed_through(trace, layer + 1)
    if passed is not None:
        own = passed.source == neuron
        parts.append(_Part(POOLED, layer + 2, passed.target[own], trace.delta[layer + 1], passed.share[own]))
    return _terms(parts)


def passed_through(trace: Trace, layer: int) -> Passed | None:
    """What goes through a layer, counted from 0, that is a pool; None where it is none."""
    pool = trace.topology.layers[layer]
    if not isinstance(pool, (MaxPool2d, AvgPool2d)):
        return None
    return pool.passed(trace.topology.in_shapes[layer], (trace.x, *trace.a)[layer])


def slope(activation: str, z: float) -> float:
    """f'(z) of a hidden neuron's activation, in float64."""
    at, f = np.array([[z]], np.float64), np.empty((1, 1))
    gradient, room = np.ones((1, 1)), Workspace((1, 1), np.dtype(np.float64))
    function = activation_named(activation)
    with np.errstate(over="ignore"):
        function.apply(at, f, room)
        function.times_derivative(at, f, gradient, room)
    return float(gradient[0, 0])


@dataclass(frozen=True)
class _Part:
    """Terms of one group: its number, the units' layer, the units, what every unit of it sends, and the weights."""

    group: int
    layer: int
    units: NDArray[np.intp]
    sent: Array
    weights: Array


def _terms(parts: Sequence[_Part]) -> Terms:
    nothing: NDArray[np.intp] = np.zeros(0, np.intp)
    groups = np.concatenate([nothing, *(np.full(len(part.units), part.group) for part in parts)])
    layers = np.concatenate([nothing, *(np.full(len(part.units), part.layer) for part in parts)])
    units = np.concatenate([nothing, *(part.units for part in parts)])
    factors = np.concatenate([np.zeros(0), *(part.sent[part.units] for part in parts)])
    w = np.concatenate([np.zeros(0), *(part.weights for part in parts)])
    with np.errstate(over="ignore", invalid="ignore"):
        terms = factors * w
    order = np.argsort(-np.abs(terms), kind="stable")
    listed = order[:MAX_TERMS]
    listed = listed[terms[listed] != 0]
    rest = np.setdiff1d(order, listed, assume_unique=True)
    return Terms(
        group=groups[listed],
        layer=layers[listed],
        index=units[listed],
        factor=factors[listed],
        weight=w[listed],
        term=terms[listed],
        rest=float(terms[rest].sum()),
        others=len(rest),
        total=float(terms.sum()),
    )
