"""A network as PyTorch's modules in a row, ``torch.nn.Sequential``: under which names its parameters are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.arrays import Array
from core.nn.dense import Dense
from core.nn.topology import Topology


@dataclass(frozen=True)
class LinearLayer:
    """A ``Linear`` with the activation behind it; z = a_prev @ W + b as here.

    Attributes
    ----------
    name : str
        Its parameters are ``{name}.weight``, (fan_out, fan_in), and ``{name}.bias``, (fan_out,).
    fan_in, fan_out : int
    activation : str
        As `core.nn.dense.Dense` has it.
    is_residual : bool
        Whether the input is added to the output.
    """

    name: str
    fan_in: int
    fan_out: int
    activation: str
    is_residual: bool


def linear_layers(topology: Topology) -> tuple[LinearLayer, ...]:
    """The layers of a fully connected network.

    A plain layer is two modules, ``Linear`` and activation, so that the names go on by two: 0, 2, 4. A residual layer
    can't stand in a ``Sequential`` by itself. It is one module, `RESIDUAL` in `core.exchange.code`, that holds both:
    the Linear of module 2 is named 2.0. So a plain ``Sequential``, which would compute something else with the same
    weights, refuses them.

    Raises
    ------
    ValueError
        When a layer is of another kind.
    """
    layers: list[LinearLayer] = []
    index = 0
    sizes = zip(topology.sizes, topology.sizes[1:], strict=False)
    for spec, is_residual, (fan_in, fan_out) in zip(topology.layers, topology.skips, sizes, strict=True):
        if not isinstance(spec, Dense):
            raise ValueError(f"{spec} is no fully connected layer")
        name = f"{index}.0" if is_residual else f"{index}"
        index += 1 if is_residual else 2
        layers.append(LinearLayer(name, fan_in, fan_out, spec.activation, is_residual))
    return tuple(layers)


def named_parameters(topology: Topology, parameters: Array) -> Iterator[tuple[LinearLayer, Array, Array]]:
    """Each layer with its W (fan_in, fan_out) and b (fan_out,), views of the flat vector."""
    table = topology.table
    yield from zip(
        linear_layers(topology), table.named("W", parameters), table.named("b", parameters), strict=True
    )
