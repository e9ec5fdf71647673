"""A function set: a feedforward network. Every choice of its parameters is one function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from core.arrays import Array
from core.nn.connections import Connections
from core.nn.formula import sum_formula
from core.nn.layer_kinds import has_weights
from core.nn.propagation import Propagation
from core.nn.topology import Topology
from core.nn.workload import chunk_rows


@dataclass(frozen=True, eq=False)
class LayerParameters:
    """Views of the network's flat vectors that belong to one layer; empty ones where it has none.

    Attributes
    ----------
    W, dW : (fan_in, fan_out)
        Weights, and the gradient of the mean C with respect to them.
    b, db : (fan_out,)
        Biases, and their gradient.
    activation : str
        Its name; the output layer's may also be "softmax".
    skip : bool
        Whether the layer's input is added to its output.
    """

    W: Array
    b: Array
    dW: Array
    db: Array
    activation: str
    skip: bool = False


class Network:
    """Layers whose parameters all live in one flat vector, of which each W and b is a view.

    So an optimizer is a few vector operations, and a copy of the vector is a copy of the function.

    Attributes
    ----------
    topology : Topology
        The kinds of its layers, and what follows from them.
    sizes : tuple of int
        Neurons per layer, the input first.
    parameters, gradients : (parameter_count,) arrays
        θ, and the gradient of the mean C; laid out as ``topology.table`` says.
    layers : tuple of LayerParameters
        Of the hidden layers and the output layer.
    """

    def __init__(
        self, topology: Topology, dtype: DTypeLike = np.float32, parameters: Array | None = None
    ) -> None:
        self.topology = topology
        self.sizes = topology.sizes
        self.dtype: np.dtype[Any] = np.dtype(dtype)
        table = topology.table
        self.parameters: Array = np.zeros(table.count, self.dtype)
        if parameters is not None:
            self.parameters[:] = parameters
        self.gradients: Array = np.zeros(table.count, self.dtype)
        self.layers = tuple(
            LayerParameters(*own)
            for own in zip(
                table.named("W", self.parameters),
                table.named("b", self.parameters),
                table.named("W", self.gradients),
                table.named("b", self.gradients),
                topology.activations,
                topology.skips,
                strict=True,
            )
        )

    @classmethod
    def dense(
        cls,
        sizes: Sequence[int],
        activation: str | Sequence[str] = "relu",
        output: str = "softmax",
        initializer: str = "he",
        initial_scale: float | None = None,
        skip: bool = False,
        skip_scale: float = 1.0,
        seed: int = 0,
        dtype: DTypeLike = np.float32,
    ) -> Network:
        """A fully connected network with initial weights, and biases of 0 (but for "spread").

        `sizes` are the neurons per layer, input and output included: at least two, each at least 1. All else is as
        `core.nn.architecture.Architecture` has it.

        Raises
        ------
        ValueError
            When a size, a name, a scale, or the number of activations is wrong; it quotes the value.
        """
        # What makes architectures makes networks of them, and so needs this module.
        from core.nn.architecture import Architecture

        if len(sizes) < 2 or any(int(size) != size or size < 1 for size in sizes):
            raise ValueError(f"sizes {tuple(sizes)!r}: give at least two whole numbers, each 1 or more")
        n_in, *hidden, n_out = (int(size) for size in sizes)
        architecture = Architecture.dense(
            hidden, activation, seed, initializer, initial_scale, skip, skip_scale, output, n_out
        )
        return architecture.network((n_in,), dtype=dtype)

    @property
    def activations(self) -> tuple[str, ...]:
        """One name per layer, the output's last."""
        return self.topology.activations

    @property
    def connections(self) -> tuple[Connections, ...]:
        """Every group of connections, by target layer and then by source layer."""
        return self.topology.connections

    @property
    def parameter_count(self) -> int:
        """How many numbers θ holds."""
        return int(self.parameters.size)

    def copy(self, dtype: DTypeLike | None = None) -> Network:
        """The same function with parameters of its own, in another precision where one is given."""
        return Network(self.topology, dtype or self.dtype, self.parameters)

    def propagation(self, rows: int, dropout: float = 0.0) -> Propagation:
        """Forward and backward passes of so many examples, with the parameters as they are at each pass."""
        return Propagation(self.topology, self.topology.table.views(self.parameters), rows, dropout)

    def formula(self) -> str:
        """The function, as the lecture writes it: y = softmax(W³ᵀ relu(W²ᵀ relu(W¹ᵀ x + b¹) + b²) + b³).

        A convolution is W ∗ x, a pool maxpool₂(x).
        """
        inside = "x"
        for number, (layer, spec) in enumerate(zip(self.layers, self.topology.layers, strict=True), 1):
            added = f"{inside} + " if layer.skip else ""
            z = sum_formula(spec, number, inside)
            is_plain = layer.activation == "identity" and not has_weights(spec)
            inside = added + (z if is_plain else f"{layer.activation}({z})")
        return f"y = {inside}"

    def predict(self, X: Array) -> Array:
        """(batch, n_in) to (batch, n_out): the output layer's activation; probabilities for softmax."""
        y: Array = np.empty((len(X), self.sizes[-1]), self.dtype)
        # In chunks, so that a large X takes no more memory than a small one.
        most = chunk_rows(self.topology)
        for start in range(0, len(X), most):
            chunk = np.ascontiguousarray(X[start : start + most], dtype=self.dtype)
            propagation = self.propagation(len(chunk))
            propagation.forward(chunk)
            y[start : start + len(chunk)] = propagation.output().T
        return y
