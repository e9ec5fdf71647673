"""Which training examples pulled the network's answer to one example: first-order influence, over the states of a run.

With θ_t of some states of a training and the rate η_t in force at each, the influence of training example n is

    Iₙ = Σ_t η_t ∇C(θ_t) · ∇Cⁿ(θ_t),

by how much C of the one example falls, to first order, where each of these networks takes one step of plain gradient
descent on n alone. Over 0 it pulls towards the target of C, under 0 away from it. It is an estimate: neither the other
examples of a batch, nor momentum, penalties or dropout are in it.

The two gradients are never held for each example. Of a layer with z = x W + b a gradient is x δᵀ and δ, and the product
of an example's with any (V, v) is δ · (x V + v): what the same layer makes of x with the other gradient as its
parameters. Of a dense layer V is x' δ'ᵀ, and the product is (x · x' + 1)(δ · δ').

References
----------
Pruthi, Liu, Sundararajan, Kale, Estimating Training Data Influence by Tracing Gradient Descent (2020), section 3.3
(TracInCP) and, for dense layers, section 3.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.loss.loss_gradients import loss_gradient
from core.nn.dense import Dense
from core.nn.layer_kinds import has_weights
from core.nn.layers import Residual
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.topology import Topology
from core.nn.workload import chunk_rows


@dataclass(frozen=True)
class TracedState:
    """The network at one moment of its training.

    Attributes
    ----------
    update : int
        After so many updates.
    rate : float
        η of the next update there.
    parameters : (parameter_count,) array
        θ.
    """

    update: int
    rate: float
    parameters: Array


class Influence:
    """Goes through a training set chunk by chunk; nothing of the training is touched.

    Parameters
    ----------
    topology : Topology
    states : sequence of TracedState
        At least one.
    x, target : (n_in,) array; int, or (n_out,) numbers
        The one example, and what its C is of: a class, or regression targets.
    X, y : (N, n_in), (N,) or (N, n_out)
        The training examples.
    loss : str
        How C is computed, a name of `core.training.config.LOSSES`.

    Attributes
    ----------
    values : (N,) float64
        Each Iₙ, in nats for cross-entropy; complete when `advance` has returned True.
    done, total : int
        Examples worked through, times states.
    """

    @np.errstate(over="ignore", invalid="ignore")
    def __init__(
        self,
        topology: Topology,
        states: Sequence[TracedState],
        x: Array,
        target: Any,
        X: NDArray[Any],
        y: NDArray[Any],
        loss: str,
    ) -> None:
        self._X, self._y = X, y
        self._rows = chunk_rows(topology)
        self._states = [_State(topology, state, x, target, loss) for state in states]
        self._chunk: Array = np.empty(0)
        self._next = self._of_state = 0
        self.values: NDArray[np.float64] = np.zeros(len(X))
        self.done, self.total = 0, len(X) * len(states)

    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> bool:
        """Work through one chunk with one of the states; True when all are done."""
        rows = slice(self._next, min(self._next + self._rows, len(self._X)))
        if rows.start == rows.stop:
            return True
        state = self._states[self._of_state]
        if self._of_state == 0:
            self._chunk = np.ascontiguousarray(self._X[rows], state.dtype)
        self.values[rows] += state.products(self._chunk, self._y[rows])
        self.done += rows.stop - rows.start
        self._of_state += 1
        if self._of_state == len(self._states):
            self._of_state, self._next = 0, rows.stop
        return self._next == len(self._X)


class _State:
    """One state: the one example's gradient, and η times its product with others'."""

    def __init__(self, topology: Topology, state: TracedState, x: Array, target: Any, loss: str) -> None:
        network = Network(topology, state.parameters.dtype, state.parameters)
        self.dtype = network.dtype
        self._network, self._loss, self._rate = network, loss, state.rate
        self._passes: dict[int, tuple[Propagation, Any]] = {}
        own = np.atleast_1d(np.asarray(target)) if np.ndim(target) == 0 else np.asarray(target)[None]
        inputs, deltas = self._run(np.ascontiguousarray(x, self.dtype)[None], own)
        # A gradient may be so small that its products leave single precision: it is made large, and they small again.
        most = float(np.abs(deltas[-1]).max())
        self._scale = most if most > 0 and np.isfinite(most) else 1.0
        deltas = [delta / self.dtype.type(self._scale) for delta in deltas]
        gradient = np.zeros_like(network.parameters)
        self._layers: list[Any] = []
        views = topology.table.views(gradient)
        for spec, in_shape, own_views, x_own, delta in zip(
            topology.layers, topology.in_shapes, views, inputs, deltas, strict=True
        ):
            if not has_weights(spec):
                self._layers.append(None)
            elif isinstance(spec, Dense):
                self._layers.append((x_own[0].copy(), delta[0].copy()))
            else:
                named = spec.gradients(in_shape, x_own[0], delta[0])
                for name, view in zip(spec.parameter_shapes(in_shape), own_views, strict=True):
                    view[...] = named[name].reshape(view.shape)
                self._layers.append(spec.layer(in_shape, own_views, 0.0))
        self._caches: dict[tuple[int, int], Any] = {}

    def products(self, X: Array, y: NDArray[Any]) -> NDArray[np.float64]:
        """(rows,): η ∇C · ∇Cⁿ of each."""
        inputs, deltas = self._run(X, y)
        total = np.zeros(len(X))
        for number, (layer, x, delta) in enumerate(zip(self._layers, inputs, deltas, strict=True)):
            if isinstance(layer, tuple):
                x_own, delta_own = layer
                total += (delta @ delta_own).astype(np.float64) * (x @ x_own + 1)
            elif layer is not None:
                total += np.einsum("ij,ij->i", delta, self._sums(number, layer, x), dtype=np.float64)
        return np.asarray(total * (self._rate * self._scale))

    def _sums(self, number: int, layer: Any, x: Array) -> Array:
        """(rows, n): x V + v, with the one example's gradient of the layer in place of its parameters."""
        place = number, len(x)
        if place not in self._caches:
            self._caches[place] = layer.cache(len(x), self.dtype, needs_dx=False)
        cache = self._caches[place]
        layer.forward(x, cache)
        z: Array = cache.inner.z if isinstance(layer, Residual) else cache.z
        return z

    def _run(self, X: Array, y: NDArray[Any]) -> tuple[list[Array], list[Array]]:
        """Of each layer the input and dC/dz of every example's own C, (rows, n) each."""
        rows, network = len(X), self._network
        if rows not in self._passes:
            made = loss_gradient(self._loss, network.activations[-1], network.sizes[-1], rows, self.dtype)
            self._passes[rows] = network.propagation(rows), made
        propagation, gradient = self._passes[rows]
        logits = propagation.forward(X)
        gradient(logits, y, np.empty(rows, self.dtype), propagation.output_delta)
        propagation.backward()
        outputs = [propagation.x, *propagation.a]
        inputs = [network.topology.input_of(layer, outputs) for layer in range(len(network.topology.layers))]
        return inputs, [*propagation.delta, propagation.output_delta.T]
