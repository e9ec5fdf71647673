"""A function set: a fully connected feedforward network. Every choice of its parameters is one function."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from core.activations import activation_named
from core.initializers import standard_deviation
from core.layers import Dense
from core.trace import Array

PREDICT_ROWS = 1024
OUTPUTS = ("softmax", "sigmoid", "identity")


class Network:
    """Layers whose parameters all live in one flat vector, of which each W and b is a view.

    So an optimizer is a few vector operations, and a copy of the vector is a copy of the function.

    Attributes
    ----------
    sizes : tuple of int
        Neurons per layer, the input first.
    parameters, gradients : (parameter_count,) arrays
        θ, and the gradient of the mean C; layer by layer, W row by row and then b.
    layers : tuple of Dense
        Hidden layers and the output layer.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        skips: Sequence[bool],
        dtype: DTypeLike = np.float32,
    ) -> None:
        self.sizes = tuple(int(size) for size in sizes)
        self.dtype: np.dtype[Any] = np.dtype(dtype)
        count = sum(n_in * n_out + n_out for n_in, n_out in pairwise(self.sizes))
        self.parameters: Array = np.zeros(count, self.dtype)
        self.gradients: Array = np.zeros(count, self.dtype)
        views = zip(self.views_of(self.parameters), self.views_of(self.gradients), strict=True)
        self.layers = tuple(
            Dense(W, b, dW, db, activation, skip)
            for ((W, b), (dW, db)), activation, skip in zip(views, activations, skips, strict=True)
        )

    @classmethod
    def dense(
        cls,
        sizes: Sequence[int],
        activation: str | Sequence[str] = "relu",
        output: str = "softmax",
        initializer: str = "he",
        skip: bool = False,
        seed: int = 0,
        dtype: DTypeLike = np.float32,
    ) -> Network:
        """A fully connected network with random initial weights and zero biases.

        Parameters
        ----------
        sizes : sequence of int
            Neurons per layer, input and output included; at least two, each at least 1.
        activation : str or sequence of str
            Of the hidden layers: one name for all, or one for each.
        output : "softmax", "sigmoid" or "identity"
        initializer : "he", "glorot" or "lecun"
        skip : bool
            Add a hidden layer's input to its output wherever both have the same width; others stay plain, and
            the output layer never skips.
        seed : int
            The same seed gives the same bits.

        Raises
        ------
        ValueError
            When a size, a name or the number of activations is wrong; it quotes the value.
        """
        if len(sizes) < 2 or any(int(size) != size or size < 1 for size in sizes):
            raise ValueError(f"sizes {tuple(sizes)!r}: give at least two whole numbers, each 1 or more")
        hidden = len(sizes) - 2
        names = [activation] * hidden if isinstance(activation, str) else list(activation)
        if len(names) != hidden:
            raise ValueError(
                f"{len(names)} activations for {hidden} hidden layers: give one, or one for each"
            )
        for name in names:
            activation_named(name)
        if output not in OUTPUTS:
            raise ValueError(f"{output!r} is no output; choose one of {', '.join(OUTPUTS)}")
        skips = [skip and n_in == n_out for n_in, n_out in pairwise(sizes[:-1])] + [False]
        network = cls(sizes, [*names, output], skips, dtype)
        rng = np.random.default_rng(seed)
        for layer in network.layers:
            deviation = standard_deviation(initializer, layer.fan_in, layer.fan_out)
            layer.W[...] = deviation * rng.standard_normal(layer.W.shape)
        return network

    @property
    def activations(self) -> tuple[str, ...]:
        """One name per layer, the output's last."""
        return tuple(layer.activation for layer in self.layers)

    @property
    def parameter_count(self) -> int:
        """How many numbers θ holds."""
        return int(self.parameters.size)

    def formula(self) -> str:
        """The function, as the lecture writes it: y = softmax(W³ᵀ relu(W²ᵀ relu(W¹ᵀ x + b¹) + b²) + b³)."""
        inside = "x"
        for number, layer in enumerate(self.layers, 1):
            index = str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
            added = f"{inside} + " if layer.skip else ""
            inside = f"{added}{layer.activation}(W{index}ᵀ {inside} + b{index})"
        return f"y = {inside}"

    def views_of(self, flat: Array) -> tuple[tuple[Array, Array], ...]:
        """(W, b) of each layer as views of a vector that is laid out as `parameters` is."""
        views = []
        start = 0
        for n_in, n_out in pairwise(self.sizes):
            middle = start + n_in * n_out
            views.append((flat[start:middle].reshape(n_in, n_out), flat[middle : middle + n_out]))
            start = middle + n_out
        return tuple(views)

    def predict(self, X: Array) -> Array:
        """(batch, n_in) to (batch, n_out): the output layer's activation; probabilities for softmax."""
        from core.propagation import Propagation

        y: Array = np.empty((len(X), self.sizes[-1]), self.dtype)
        # In chunks, so that a large X takes no more memory than a small one.
        for start in range(0, len(X), PREDICT_ROWS):
            chunk = np.ascontiguousarray(X[start : start + PREDICT_ROWS], dtype=self.dtype)
            propagation = Propagation(self, len(chunk))
            propagation.forward(chunk)
            y[start : start + len(chunk)] = propagation.output().T
        return y
