"""A network as PyTorch's modules in a row, ``torch.nn.Sequential``: under which names its parameters are kept."""

from __future__ import annotations

from dataclasses import dataclass

from core.arrays import Shape
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from core.nn.windows import picture_of


@dataclass(frozen=True)
class LayerModules:
    """One layer, and the modules that stand for it; z = a_prev @ W + b as here, or what the layer has in its place.

    Attributes
    ----------
    spec : LayerSpec
        Of a kind that has modules.
    in_shape, out_shape : tuple of int
    is_residual : bool
        Whether the input is added to the output.
    index : int
        The place in the Sequential of the first module that is the layer's own.
    """

    spec: LayerSpec
    in_shape: Shape
    out_shape: Shape
    is_residual: bool
    index: int

    @property
    def opening(self) -> str:
        """The module before it that the shape needs: "Flatten" from maps to a list, "Picture" back; "" for none."""
        return _opening(self.spec, self.in_shape, self.index == 0)

    @property
    def picture(self) -> Shape:
        """(rows, columns, channels) of what it reads, where it reads a picture; () where it does not."""
        if isinstance(self.spec, Dense):
            return self.in_shape if len(self.in_shape) == 3 else ()
        return picture_of(self.in_shape, getattr(self.spec, "picture", None))

    @property
    def name(self) -> str:
        """What its main module is called: its weights are ``{name}.weight``."""
        return f"{self.index}.0" if self.is_residual else f"{self.index}"

    @property
    def bias_name(self) -> str:
        """What the module is called whose ``{name}.bias`` its biases are: where each cell has one, the next."""
        if not has_cell_bias(self.spec):
            return self.name
        return f"{self.index}.1" if self.is_residual else f"{self.index + 1}"

    @property
    def is_own_module(self) -> bool:
        """Whether PyTorch has no module for it, so that the code brings one."""
        spec = self.spec
        if self.opening == "Picture":
            return True
        is_sparse = isinstance(spec, Conv2d) and bool(spec.reads)
        return self.is_residual or is_sparse or has_cell_bias(spec) or isinstance(spec, LocallyConnected2d)


def has_cell_bias(spec: LayerSpec) -> bool:
    """Whether a module of its own adds a bias to each cell."""
    return isinstance(spec, Conv2d) and spec.bias_per_cell


def sequential(topology: Topology) -> tuple[LayerModules, ...]:
    """The layers of a network, with the places of their modules.

    A plain layer with weights is two modules, ``Linear`` or ``Conv2d`` and the activation, so that names go on by two:
    0, 2, 4. A pool is one, and one more where something is done to its z. A residual layer can't stand in a
    ``Sequential`` by itself. It is one module, `RESIDUAL` in `core.exchange.code`, that holds them: the Linear of
    module 2 is named 2.0. So a plain ``Sequential``, which would compute something else with the same weights, refuses
    them. From maps to a list of numbers there is a ``Flatten``.

    Raises
    ------
    ValueError
        When a layer is of another kind.
    """
    layers: list[LayerModules] = []
    index = 0
    for spec, is_residual, in_shape, out_shape in zip(
        topology.layers, topology.skips, topology.in_shapes, topology.shapes[1:], strict=True
    ):
        if not isinstance(spec, (Dense, Conv2d, LocallyConnected2d, MaxPool2d, AvgPool2d)):
            raise ValueError(f"{spec} has no module in PyTorch")
        index += bool(_opening(spec, in_shape, index == 0))
        layers.append(LayerModules(spec, in_shape, out_shape, is_residual, index))
        is_bare = isinstance(spec, (MaxPool2d, AvgPool2d)) and spec.activation == "identity"
        index += 1 if is_residual else 2 + has_cell_bias(spec) - is_bare
    return tuple(layers)


def is_dense(topology: Topology) -> bool:
    """Whether all layers are fully connected ones."""
    return all(isinstance(spec, Dense) for spec in topology.layers)


def _opening(spec: LayerSpec, in_shape: Shape, is_first: bool) -> str:
    if isinstance(spec, Dense):
        return "Flatten" if len(in_shape) == 3 else ""
    return "" if is_first or len(in_shape) == 3 else "Picture"
