"""The first of the lecture's three steps, as a value: which function set is searched, and where the search begins."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from core.arrays import Shape
from core.nn.activations import activation_named
from core.nn.dense import OUTPUTS, Dense, output_layer
from core.nn.initializers import initialize
from core.nn.layer_kinds import PICTURE_LAYERS, has_weights
from core.nn.layers import LayerSpec
from core.nn.network import Network
from core.nn.topology import Topology

MAX_HIDDEN_LAYERS = 100
MAX_PARAMETERS = 12_000_000
"""What is offered on screen and opened from files; eight layers of 1,024 behind 4,096 inputs have so many. An
optimizer, its checkpoint and Undo hold several times as much."""


@dataclass(frozen=True)
class Architecture:
    """Layers, how their weights begin, and the seed of that start.

    Attributes
    ----------
    layers : tuple of `core.nn.layers.LayerSpec`
        The hidden layers from the input on, and the output layer, which is dense.
    seed : int
        Decides the initial weights.
    initializer : str
        How the weights begin: "he", "glorot" or "lecun", each also with "_uniform"; "normal", "constant" or "zero"; or
        "spread", for 1 or 2 inputs (`core.nn.initializers.initialize`).
    initial_scale : float or None
        The standard deviation of "normal" (None for 0.1), the value of "constant" (0.1) or the size of the first
        weights of "spread" (5). The others take none.
    skip_scale : float
        What the initial W of a layer is multiplied by that adds its input to its output, 0 or more. At 1, "he" with
        ReLU adds to the signal's mean square in every such layer what is there already, and more as all of it is
        positive: 50 layers of 32 begin with logits of 10¹¹. Near 0 every such layer begins close to the identity, and
        so does a network of any depth.

    References
    ----------
    De and Smith, Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks (2020): why
    `skip_scale` is to be small in a deep network.
    """

    layers: tuple[LayerSpec, ...] = (Dense(32), Dense(16), Dense(10, "softmax"))
    seed: int = 0
    initializer: str = "he"
    initial_scale: float | None = None
    skip_scale: float = 1.0

    @classmethod
    def dense(
        cls,
        hidden: Sequence[int] = (32, 16),
        activation: str | Sequence[str] = "relu",
        seed: int = 0,
        initializer: str = "he",
        initial_scale: float | None = None,
        skip: bool = False,
        skip_scale: float = 1.0,
        output: str = "softmax",
        n_out: int = 10,
    ) -> Architecture:
        """One of dense layers.

        Parameters
        ----------
        hidden : sequence of int
            Neurons of each hidden layer, from the input to the output; empty for none.
        activation : str or sequence of str
            The hidden layers' activation: one name for all, or one for each.
        skip : bool
            Whether a hidden layer adds its input to its output wherever both have the same width.
        output : "softmax", "sigmoid" or "identity"
            The output layer's activation.
        n_out : int
            Its neurons.

        Raises
        ------
        ValueError
            When a size, a name, or the number of activations is wrong; it quotes the value.
        """
        names = [activation] * len(hidden) if isinstance(activation, str) else list(activation)
        if len(names) != len(hidden):
            raise ValueError(
                f"{len(names)} activations for {len(hidden)} hidden layers: give one, or one for each"
            )
        if output not in OUTPUTS:
            raise ValueError(f"{output!r} is no output; choose one of {', '.join(OUTPUTS)}")
        layers = (
            Dense(units, activation_named(name).name, skip) for units, name in zip(hidden, names, strict=True)
        )
        return cls((*layers, Dense(n_out, output)), seed, initializer, initial_scale, skip_scale)

    def changed(self, **fields: Any) -> Architecture:
        """The same, but for these parameters of `dense`; whatever they do not name stays, layers of any kind too.

        Another `hidden` makes all hidden layers dense ones. An `activation`, or one for each, is that of the hidden
        layers that have weights; `skip` is that of those that can have one.
        """
        if "hidden" in fields:
            own = {
                "activation": self.activation,
                "seed": self.seed,
                "initializer": self.initializer,
                "initial_scale": self.initial_scale,
                "skip": self.skip,
                "skip_scale": self.skip_scale,
                "output": self.output,
                "n_out": output_layer(self.layers).units,
            }
            return Architecture.dense(**{**own, **fields})
        hidden = list(self.hidden_layers)
        if "activation" in fields:
            hidden = _with_activations(hidden, fields.pop("activation"))
        if "skip" in fields:
            skip = fields.pop("skip")
            hidden = [_replaced(layer, skip=skip) if hasattr(layer, "skip") else layer for layer in hidden]
        last = output_layer(self.layers)
        output, units = fields.pop("output", last.activation), fields.pop("n_out", last.units)
        if output not in OUTPUTS:
            raise ValueError(f"{output!r} is no output; choose one of {', '.join(OUTPUTS)}")
        return replace(self, layers=(*hidden, replace(last, activation=output, units=units)), **fields)

    def with_hidden(self, hidden: Sequence[LayerSpec]) -> Architecture:
        """The same with these hidden layers, of any kind."""
        return replace(self, layers=(*hidden, self.layers[-1]))

    def with_outputs(self, n_out: int) -> Architecture:
        """The same with so many outputs."""
        return replace(self, layers=(*self.layers[:-1], replace(output_layer(self.layers), units=n_out)))

    def on_picture(self, picture: tuple[int, int] | None) -> Architecture:
        """The same for data that are pictures of (rows, columns): a first layer that reads a picture reads these."""
        first, *rest = self.layers
        if not isinstance(first, PICTURE_LAYERS):
            return self
        return replace(self, layers=(replace(first, picture=picture), *rest))

    @property
    def hidden_layers(self) -> tuple[LayerSpec, ...]:
        """All layers but the output's."""
        return self.layers[:-1]

    @property
    def hidden(self) -> tuple[int, ...]:
        """Neurons of each dense hidden layer."""
        return tuple(layer.units for layer in self.layers[:-1] if isinstance(layer, Dense))

    @property
    def activations(self) -> tuple[str, ...]:
        """One name for each hidden layer that has weights; a pool only passes on."""
        return tuple(layer.activation for layer in self.layers[:-1] if has_weights(layer))

    @property
    def activation(self) -> str | tuple[str, ...]:
        """The activation of the hidden layers with weights: one name where all have the same, else one for each."""
        names = self.activations
        return names if len(set(names)) > 1 else names[0] if names else "relu"

    @property
    def skip(self) -> bool:
        """Whether a hidden layer adds its input to its output wherever both have the same shape."""
        return any(getattr(layer, "skip", False) for layer in self.layers)

    @property
    def reads_picture(self) -> bool:
        """Whether any hidden layer reads its input as a picture."""
        return any(isinstance(layer, PICTURE_LAYERS) for layer in self.layers[:-1])

    @property
    def output(self) -> str:
        """The output layer's activation."""
        return self.layers[-1].activation

    def residual(self, n_in: int) -> tuple[bool, ...]:
        """For each hidden layer whether it adds its input to its output, with `n_in` inputs of the network."""
        return Topology(self.layers, (n_in,)).skips[:-1]

    def same_set(self, other: Architecture, n_in: int) -> bool:
        """Whether both have the same functions of `n_in` inputs, wherever the search begins."""
        one, two = (Topology(architecture.layers, (n_in,)).canonical for architecture in (self, other))
        return one == two

    def network(self, input_shape: Shape, seed: int | None = None, dtype: DTypeLike = np.float32) -> Network:
        """The function set itself, with its initial weights, from another seed where one is given.

        `input_shape` is (n,), or (rows, columns, channels) of pictures, which go in as lists of their numbers: then the
        first layer need not say how they lie.

        Raises
        ------
        ValueError
            When a name or a number is wrong; it quotes the value.
        """
        layers = self.layers
        if len(input_shape) == 3:
            if hasattr(layers[0], "picture"):
                layers = (_replaced(layers[0], picture=tuple(input_shape[:2])), *layers[1:])
            input_shape = (math.prod(input_shape),)
        network = Network(Topology(layers, tuple(input_shape)), dtype)
        seed = self.seed if seed is None else seed
        initialize(
            network.topology, network.parameters, self.initializer, self.initial_scale, self.skip_scale, seed
        )
        return network


def _replaced(layer: LayerSpec, **fields: Any) -> LayerSpec:
    """The same layer but for these fields: every kind is a dataclass."""
    changed: LayerSpec = replace(layer, **fields)  # type: ignore[type-var]
    return changed


def _with_activations(hidden: Sequence[LayerSpec], activation: str | Sequence[str]) -> list[LayerSpec]:
    count = sum(map(has_weights, hidden))
    names = [activation] * count if isinstance(activation, str) else list(activation)
    if len(names) != count:
        raise ValueError(f"{len(names)} activations for {count} hidden layers: give one, or one for each")
    rest = iter(names)
    return [
        _replaced(layer, activation=activation_named(next(rest)).name) if has_weights(layer) else layer
        for layer in hidden
    ]
