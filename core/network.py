"""A fully-connected feedforward network: one flat vector θ, and the layers that are its views."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from core.activations import ACTIVATIONS, OUTPUTS, output_of
from core.initializers import INITIALIZERS, fill_normal
from core.layers import Layer, parameter_count, views
from core.propagation import CHUNK_ROWS, Propagation
from core.trace import Array


class Network:
    """All parameters θ of a function set's one function.

    Make one with `Network.dense`. All parameters live in one vector, so that an optimizer is a few vector
    operations and a copy of the state is one copy. Write into the arrays; never replace them.

    Attributes
    ----------
    sizes : tuple of int
        Neurons per layer, the input first.
    activations : tuple of str
        One name per layer, the output's last.
    layers : tuple of Layer
        Hidden layers, then the output layer.
    parameters, gradients : (parameter_count,) arrays
        θ, and dC/dθ of whatever was propagated last: W1, b1, W2, b2, and so on.
    """

    def __init__(
        self, sizes: Sequence[int], activations: Sequence[str], skips: Sequence[bool], dtype: DTypeLike
    ) -> None:
        self.sizes = tuple(sizes)
        self.activations = tuple(activations)
        self.parameters: Array = np.zeros(parameter_count(self.sizes), dtype)
        self.gradients: Array = np.zeros_like(self.parameters)
        parts = zip(views(self.parameters, self.sizes), views(self.gradients, self.sizes), strict=True)
        self.layers = tuple(
            Layer(W, b, dW, db, activation, skip)
            for ((W, b), (dW, db)), activation, skip in zip(parts, activations, skips, strict=True)
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
        """A fully-connected network with random weights and biases 0.

        Parameters
        ----------
        sizes : sequence of int
            Neurons per layer, the input first and the output last; each at least 1.
        activation : str or sequence of str
            ``"sigmoid"``, ``"tanh"``, ``"relu"`` or ``"identity"``: one, or one per hidden layer.
        output : str
            ``"softmax"``, ``"sigmoid"`` or ``"identity"``.
        initializer : str
            ``"he"``, ``"glorot"`` or ``"lecun"``, from the normal distribution.
        skip : bool
            Add a hidden layer's input to its output wherever its fan_in equals its fan_out. Other hidden
            layers stay plain, and so does the output layer.
        seed : int
            Decides the weights; at least 0.
        dtype : float32 or float64
            Of the parameters and of all that is computed with them.

        Raises
        ------
        ValueError
            When a value is none of these; it is quoted.
        """
        counts = _checked_sizes(sizes)
        hidden = len(counts) - 2
        names = (activation,) * hidden if isinstance(activation, str) else tuple(activation)
        if len(names) != hidden:
            raise ValueError(
                f"activation must be one name or {hidden}, one per hidden layer, not {activation!r}"
            )
        for name in names:
            _check_name("activation", name, tuple(ACTIVATIONS))
        _check_name("output", output, OUTPUTS)
        _check_name("initializer", initializer, tuple(INITIALIZERS))
        if np.dtype(dtype) not in (np.float32, np.float64):
            raise ValueError(f"dtype must be float32 or float64, not {dtype!r}")
        if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or seed < 0:
            raise ValueError(f"seed must be a whole number of at least 0, not {seed!r}")
        pairs = list(zip(counts, counts[1:], strict=False))
        skips = [skip and fan_in == fan_out for fan_in, fan_out in pairs[:-1]] + [False]
        network = cls(counts, (*names, output), skips, dtype)
        rng = np.random.default_rng(seed)
        for layer in network.layers:
            fill_normal(layer.W, initializer, rng)
        return network

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64."""
        return self.parameters.dtype

    @property
    def parameter_count(self) -> int:
        """How many numbers θ holds: all W and b."""
        return int(self.parameters.size)

    def copy(self, dtype: DTypeLike | None = None) -> Network:
        """The same function with parameters of its own, in another precision if asked for."""
        skips = [layer.skip for layer in self.layers]
        network = Network(self.sizes, self.activations, skips, self.dtype if dtype is None else dtype)
        network.parameters[...] = self.parameters
        return network

    def predict(self, X: ArrayLike) -> Array:
        """(batch, n_in) inputs to (batch, n_out): the output layer's activation, probabilities for softmax.

        Raises
        ------
        ValueError
            When `X` is not (batch, n_in).
        """
        inputs = np.asarray(X)
        if inputs.ndim != 2 or inputs.shape[1] != self.sizes[0]:
            raise ValueError(f"X must be (batch, {self.sizes[0]}), not {inputs.shape}")
        y = np.empty((len(inputs), self.sizes[-1]), self.dtype)
        with np.errstate(over="ignore", invalid="ignore"):
            for start in range(0, len(inputs), CHUNK_ROWS):
                chunk = np.ascontiguousarray(inputs[start : start + CHUNK_ROWS], self.dtype)
                logits = Propagation(self.layers, len(chunk)).forward(chunk, chunk.T)
                y[start : start + CHUNK_ROWS] = output_of(self.activations[-1], logits, axis=0).T
        return y

    def formula(self) -> str:
        """The function in formulas, one line per layer: ``a1 = relu(x W1 + b1)``, ..., ``y = softmax(...)``."""
        lines = []
        came_in = "x"
        for i, layer in enumerate(self.layers, start=1):
            goes_out = "y" if i == len(self.layers) else f"a{i}"
            added = f"{came_in} + " if layer.skip else ""
            lines.append(f"{goes_out} = {added}{layer.activation}({came_in} W{i} + b{i})")
            came_in = goes_out
        return "\n".join(lines)


def _checked_sizes(sizes: Sequence[int]) -> tuple[int, ...]:
    try:
        counts = tuple(operator.index(size) for size in sizes)
    except TypeError:
        counts = ()
    if len(counts) < 2 or min(counts) < 1:
        raise ValueError(f"sizes must be at least two whole numbers of at least 1, not {sizes!r}")
    return counts


def _check_name(what: str, name: object, allowed: tuple[str, ...]) -> None:
    if name not in allowed:
        raise ValueError(f"{what} must be one of {', '.join(allowed)}, not {name!r}")
