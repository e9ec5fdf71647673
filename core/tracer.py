"""One example forwards and backwards, with everything kept: what `core.trace.Trace` holds is made here."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from core.activations import ACTIVATIONS, output_of
from core.losses import cross_entropies
from core.network import Network
from core.trace import Array, Trace


class Tracer:
    """Traces single examples through one network, with the parameters as they stand."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._activations = [
            ACTIVATIONS[layer.activation]((layer.fan_out,), network.dtype) for layer in network.layers[:-1]
        ]

    def trace(self, x: ArrayLike, y: int | None = None) -> Trace:
        """The trace of `x` (n_in,) with the right class `y`; without one, forwards only.

        Raises
        ------
        ValueError
            When `x` is not (n_in,), or `y` is no class of the network.
        """
        network = self._network
        a = np.array(x, network.dtype)
        if a.shape != (network.sizes[0],):
            raise ValueError(f"x must be ({network.sizes[0]},), not {a.shape}")
        if y is not None and not 0 <= y < network.sizes[-1]:
            raise ValueError(f"y must be a class from 0 to {network.sizes[-1] - 1}, not {y!r}")
        with np.errstate(over="ignore", invalid="ignore"):
            return self._trace(a, y)

    def _trace(self, x: Array, y: int | None) -> Trace:
        layers = self._network.layers
        zs, fs, outputs = [], [], [x]
        for layer, activation in zip(layers[:-1], self._activations, strict=True):
            came_in = outputs[-1]
            z = came_in.dot(layer.W)
            z += layer.b
            f = np.empty_like(z)
            activation.forward(z, f)
            zs.append(z)
            fs.append(f)
            outputs.append(f + came_in if layer.skip else f)
        logits = outputs[-1].dot(layers[-1].W)
        logits += layers[-1].b
        zs.append(logits)
        outputs.append(output_of(layers[-1].activation, logits, axis=0))
        frozen = (_read_only(x), _all_read_only(zs), _all_read_only(outputs[1:]))
        if y is None:
            return Trace(*frozen)
        loss = float(cross_entropies(logits.reshape(-1, 1), np.array([y]))[0])
        delta = outputs[-1].copy()
        delta[y] -= 1
        deltas = self._deltas(delta, zs, fs)
        dW = [np.multiply.outer(a, delta) for a, delta in zip(outputs, deltas, strict=False)]
        delta_views = _all_read_only(deltas)
        return Trace(*frozen, delta_views, _all_read_only(dW), delta_views, loss)

    def _deltas(self, delta: Array, zs: list[Array], fs: list[Array]) -> list[Array]:
        """dC/dz of every layer, from the output's back to the first."""
        layers = self._network.layers
        deltas = [delta]
        da: Array | None = None
        for i in range(len(layers) - 2, -1, -1):
            after = layers[i + 1]
            handed_back = after.W.dot(deltas[-1])
            if after.skip and da is not None:
                handed_back += da
            da = handed_back
            own = handed_back.copy() if layers[i].skip else handed_back
            self._activations[i].backward(zs[i], fs[i], own)
            deltas.append(own)
        deltas.reverse()
        return deltas


def _read_only(array: Array) -> Array:
    array.flags.writeable = False
    return array


def _all_read_only(arrays: list[Array]) -> tuple[Array, ...]:
    return tuple(_read_only(array) for array in arrays)
