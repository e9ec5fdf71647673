"""What follows from the kinds of a network's layers and the shape of its input: sizes, parameters, connections."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from core.arrays import Array, Shape
from core.nn.connections import Connections
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.parameters import ParameterTable


@dataclass(frozen=True)
class Topology:
    """Layers for one shape of input.

    In tuples with one entry for each layer, the first is that of the first hidden layer and the last the output's;
    where the input is counted too, it is layer 0.

    Attributes
    ----------
    layers : tuple of `core.nn.layers.LayerSpec`
        Hidden layers and the output layer, which is dense.
    input_shape : tuple of int

    Raises
    ------
    ValueError
        When there is no layer, the last one is not dense, or nothing goes in.
    """

    layers: tuple[LayerSpec, ...]
    input_shape: Shape

    def __post_init__(self) -> None:
        if not self.layers or not self.input_shape or min(self.input_shape) < 1:
            raise ValueError(f"{len(self.layers)} layers for inputs of shape {self.input_shape}")
        if not isinstance(self.layers[-1], Dense):
            raise ValueError(f"the output layer is {self.layers[-1]}: it is to be a dense one")

    @cached_property
    def in_shapes(self) -> tuple[Shape, ...]:
        """For each layer the shape of one example's input."""
        outputs, inputs = [self.input_shape], []
        for number, layer in enumerate(self.layers, 1):
            sources = layer.sources(number)
            several = len(sources) > 1
            inputs.append((sum(math.prod(outputs[i]) for i in sources),) if several else outputs[sources[0]])
            outputs.append(layer.out_shape(inputs[-1]))
        return tuple(inputs)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The shape of each layer's output, the input first."""
        outputs = (layer.out_shape(shape) for layer, shape in zip(self.layers, self.in_shapes, strict=True))
        return self.input_shape, *outputs

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """Neurons of each layer, the input first."""
        return tuple(math.prod(shape) for shape in self.shapes)

    @cached_property
    def maps(self) -> tuple[int, ...]:
        """Feature maps of each layer, the input first; where a layer is no picture each neuron counts as one."""
        return tuple(shape[-1] if len(shape) == 3 else math.prod(shape) for shape in self.shapes)

    @cached_property
    def products(self) -> int:
        """How many multiplications by weights one example takes, forwards."""
        layers = zip(self.layers, self.in_shapes, strict=True)
        return sum(layer.products(shape) for layer, shape in layers)

    @cached_property
    def activations(self) -> tuple[str, ...]:
        """One name for each layer."""
        return tuple(layer.activation for layer in self.layers)

    @cached_property
    def skips(self) -> tuple[bool, ...]:
        """For each layer whether its input is added to its output; the output layer's never is."""
        hidden = zip(self.layers[:-1], self.in_shapes, strict=False)
        return *(layer.is_residual(shape) for layer, shape in hidden), False

    @property
    def canonical(self) -> tuple[LayerSpec, ...]:
        """The layers without settings that change nothing: equal where the functions are the same ones."""
        return tuple(layer.canonical(shape) for layer, shape in zip(self.layers, self.in_shapes, strict=True))

    @cached_property
    def table(self) -> ParameterTable:
        """Where each parameter stands in the flat vector."""
        return _table_of(self.layers, self.in_shapes)

    @cached_property
    def connections(self) -> tuple[Connections, ...]:
        """Every group of connections, by target layer and then by source layer."""
        return _connections_of(self)

    def weight_index(self, layer: int, source: int, target: int, source_layer: int | None = None) -> int:
        """Where the weight stands that leads to a neuron of this layer, counted from 0, from one of an earlier layer.

        `source_layer` is counted with the input as 0; None is the layer before.

        Raises
        ------
        IndexError
            When nothing joins them.
        """
        before = layer if source_layer is None else source_layer
        for group in self.connections:
            if (group.source_layer, group.target_layer) == (before, layer + 1):
                index = group.parameter(source, target)
                if index is not None:
                    return index
        raise IndexError(f"no weight leads from neuron {source} to neuron {target} of layer {layer}")

    def bias_index(self, layer: int, unit: int) -> int:
        """Where the bias of a neuron of this layer stands, counted from 0; cells of a map may share it.

        Raises
        ------
        IndexError
            When there is no such neuron, or it has none.
        """
        count = next((e.stop - e.start for e in self.table.entries if (e.layer, e.name) == (layer, "b")), 0)
        if not count or not 0 <= unit < self.sizes[layer + 1]:
            raise IndexError(f"neuron {unit} of layer {layer} has no bias")
        return self.table.index("b", layer, unit % count)

    def input_of(self, layer: int, outputs: Sequence[Array]) -> Array:
        """The input of a layer, from the outputs of all before it, the network's input first: (n,) or (rows, n)."""
        parts = [outputs[source] for source in self.layers[layer].sources(layer + 1)]
        return np.concatenate(parts, axis=-1) if len(parts) > 1 else parts[0]


# Many equal topologies come and go, one with each snapshot: what depends on nothing else is made once for all of them.


# By what it is made of, not by the topology: that would hold on to its connections.
@lru_cache(maxsize=8)
def _table_of(layers: tuple[LayerSpec, ...], in_shapes: tuple[Shape, ...]) -> ParameterTable:
    return ParameterTable(
        layer.parameter_shapes(shape) for layer, shape in zip(layers, in_shapes, strict=True)
    )


# Every snapshot brings the layers again: two networks side by side, and those before them. Not more, for connections of
# many thousands of neurons are some MB each.
@lru_cache(maxsize=4)
def _connections_of(topology: Topology) -> tuple[Connections, ...]:
    layers = enumerate(topology.layers, 1)
    return tuple(group for number, layer in layers for group in layer.connections(topology, number))
