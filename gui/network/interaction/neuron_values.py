"""What is under the pointer, and its numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.analysis.neuron_statistics import NeuronStatistics
from core.analysis.trace import Trace
from core.analysis.weight_places import SharedParts
from core.arrays import Array
from core.editing.parameter_edits import ParameterLocation
from core.engine.snapshot import Snapshot
from core.nn.connections import Indices
from core.read_only import read_only
from gui.architecture.activation_names import activation_title
from gui.network.geometry.layout import input_shape
from gui.network.interaction.cell_values import bias_of, neurons_per_bias, pooling_of, winner_of
from gui.network.interaction.shared_weight import shared_parts, sharing_of
from gui.network.interaction.unit_names import name_of_input, unit_name
from gui.network.marks.neuron_marks import has_statistics_of
from gui.widgets.number_text import SUPERSCRIPTS, bounded_text, plain, signed

# Activations that come near ±1 but never are it.
BOUNDED = ("sigmoid", "tanh", "softmax")
Edge = tuple[int, int, int]
"""(group, source, target): a connection, by its group's place among the network's connections."""


@dataclass(frozen=True)
class ClassMeans:
    """A neuron's mean output for each class over the test set.

    Attributes
    ----------
    names : tuple of str
    mean : tuple of float
        One for each name.
    shown : int or None
        The place of the displayed sample's class; None where no right class is known.
    update : int
        How many updates made the parameters that this was measured with.
    counts : tuple of int
        Over how many examples each mean is; () where nobody counted.
    """

    names: tuple[str, ...]
    mean: tuple[float, ...]
    shown: int | None
    update: int
    counts: tuple[int, ...] = ()

    @property
    def without_examples(self) -> tuple[int, ...]:
        """The places of the classes that the set has no example of."""
        return tuple(place for place, count in enumerate(self.counts) if not count)


@dataclass(frozen=True)
class NeuronValues:
    """One neuron's numbers with the displayed sample.

    Attributes
    ----------
    layer, index : int
        Counted from 0; layer 0 is the first hidden layer.
    layer_size : int
    activation : str
        The name of f.
    z, a : float
        Its sum, its output.
    b : float or None
        Its bias, which cells of a feature map may share; None of a pool.
    delta : float or None
        δ = ∂C/∂z; None where no right answer is known.
    weights : (rows, columns) array or None
        For a neuron that the input is connected to, its weights as the picture they are multiplied with; NaN where it
        has none, and where an incomplete last row has no pixel. None for the others.
    signals : (rows, columns) array or None
        The same of w·x, what each input adds to z for the displayed sample.
    unused : (n_in,) flags or None
        Inputs that are (almost) never inked: their weights hardly ever meet a signal.
    unit : str
        What it is called in its layer (`gui.network.interaction.unit_names.unit_name`).
    pooling : "max", "mean" or ""
        How a cell of a pool comes by its z.
    sharing : int
        How many neurons have its bias.
    winner : str
        Of a max pool, what was the largest of the cell's block: the first of equals.
    has_dropout : bool
        Whether these are numbers of the network without the neurons that dropout has dropped for this example.
    is_output : bool
    name : str
        An output's answer, "" for a hidden neuron.
    update : int
        How many updates made these parameters.
    incoming : int
        How many weights it has.
    added : float or None
        a_prev, which a residual connection adds to f(z); None without one.
    mask : float
        What dropout multiplies f(z) by for this example: 0 where the neuron is dropped.
    returned : float or None
        ∂C/∂a of the next layer's neuron, which comes back past its weights; None without such a connection.
    flat_share : float or None
        For what share of the test examples its slope is flat; None where that is not known.
    measured : int
        How many updates made the parameters for which that was measured.
    classes : ClassMeans or None
        Its mean output for every class; None where that is not known.
    """

    layer: int
    index: int
    layer_size: int
    activation: str
    z: float
    a: float
    b: float | None
    delta: float | None
    weights: Array | None
    is_output: bool
    name: str
    update: int
    incoming: int
    added: float | None = None
    mask: float = 1.0
    returned: float | None = None
    flat_share: float | None = None
    measured: int = 0
    classes: ClassMeans | None = None
    signals: Array | None = None
    unused: NDArray[np.bool_] | None = None
    has_dropout: bool = False
    unit: str = ""
    pooling: str = ""
    winner: str = ""
    sharing: int = 1

    @property
    def output_text(self) -> str:
        """The output as text: a share or a strength, so that only a negative sign is shown."""
        return (bounded_text(self.a, 5) if self.is_bounded else signed(self.a)).removeprefix("+")

    @property
    def title(self) -> str:
        """What it is called: "output 3", "layer 1, neuron 5"."""
        if self.is_output:
            return QCoreApplication.translate("Callout", "output {name}").format(name=self.name)
        words = QCoreApplication.translate("Callout", "layer {layer}, {unit}")
        return words.format(layer=self.layer + 1, unit=self.unit)

    @property
    def symbol(self) -> str:
        """What its output is called: y, or a of a hidden neuron."""
        return "y" if self.is_output else "a"

    @property
    def is_bounded(self) -> bool:
        """Whether its output stays under 1 in size, and reaches 1 only in rounding."""
        return self.activation in BOUNDED and self.added is None and self.mask == 1

    @property
    def added_symbol(self) -> str:
        """What a residual connection adds: x in the first layer, a¹ in the second."""
        return "a" + str(self.layer).translate(SUPERSCRIPTS) if self.layer else "x"

    @property
    def formula(self) -> str:
        """How its output comes from its z: "ReLU(z)", "a¹ + ReLU(z)", with dropout "1.25·ReLU(z)"."""
        f_of_z = f"{activation_title(self.activation)}(z)"
        if self.mask != 1:
            f_of_z = f"{plain(self.mask, 3)}·{f_of_z}"
        return f_of_z if self.added is None else f"{self.added_symbol} + {f_of_z}"


@dataclass(frozen=True)
class EdgeValues:
    """One edge's numbers with the displayed sample.

    Attributes
    ----------
    group, source, target : int
        Counted from 0; `group` is its place among the network's connections.
    source_layer, target_layer : int
        Where it leads from and to, the input counted as 0: from there the source is a pixel.
    parameter : int
        Its weight's place in the flat vector of parameters.
    w : float
    a : float
        What the source sends.
    signal : float
        a·w, what the target receives.
    gradient : float or None
        ∂C/∂w, a·δ where no other connection has the weight; None where no right answer is known.
    backpropagated : float or None
        w·δ, what the target hands back to the source. None without a right answer, and of a pixel: nothing is
        backpropagated to it.
    update : int
        How many updates made this weight.
    target_name : str
        What the target is called where it is an output: by its answer, 0 for the digit 0; else "".
    source_unit, target_unit : str
        What both are called (`gui.network.interaction.unit_names.unit_name`).
    sharing : int
        How many connections have its weight; ∂C/∂w is the sum over all of them.
    alone : float or None
        a·δ, what this connection alone adds to ∂C/∂w.
    parts : SharedParts or None
        What all that share its weight add to ∂C/∂w, by sign.
    joins_cells : bool
        Whether it comes from a cell of a feature map, or leads to one.
    source_name : str
        What the source is called where it is a number among the inputs, and no pixel: x₁; else "".
    has_dropout : bool
        As of a neuron.
    """

    group: int
    source: int
    target: int
    source_layer: int
    target_layer: int
    parameter: int
    w: float
    a: float
    signal: float
    gradient: float | None
    backpropagated: float | None
    update: int
    target_name: str = ""
    source_name: str = ""
    has_dropout: bool = False
    source_unit: str = ""
    target_unit: str = ""
    sharing: int = 1
    alone: float | None = None
    joins_cells: bool = False
    parts: SharedParts | None = None

    @property
    def edge(self) -> Edge:
        """(group, source, target)."""
        return self.group, self.source, self.target

    @property
    def place(self) -> ParameterLocation:
        """Where its weight is, to be edited."""
        layer = self.target_layer - 1
        return ParameterLocation(
            layer, self.target, self.source, None if self.source_layer == layer else self.source_layer
        )

    @property
    def source_title(self) -> str:
        """What it comes from: a pixel or a neuron by its number, an input by its name."""
        return self.source_name or self.source_unit

    @property
    def to_output(self) -> bool:
        """Whether the target is an output."""
        return bool(self.target_name)


def neuron_values(
    snapshot: Snapshot, layer: int, index: int, statistics: NeuronStatistics | None = None
) -> NeuronValues:
    """The numbers of one neuron.

    Raises
    ------
    IndexError
        If there is no such neuron.
    """
    trace = snapshot.trace
    is_output = layer == len(snapshot.activations) - 1
    incoming = [
        (group, group.incoming(index)) for group in snapshot.connections if group.target_layer == layer + 1
    ]
    weights = signals = None
    for group, edges in incoming:
        if group.source_layer == 0:
            w = snapshot.parameters[edges.parameter]
            weights = _as_picture(snapshot, edges.source, w)
            signals = _as_picture(snapshot, edges.source, trace.x[edges.source] * w)
    return NeuronValues(
        layer=layer,
        index=index,
        layer_size=snapshot.sizes[layer + 1],
        activation=snapshot.activations[layer],
        z=float(trace.z[layer][index]),
        a=float(trace.a[layer][index]),
        b=bias_of(snapshot, layer, index),
        delta=float(trace.delta[layer][index]) if trace.has_gradient else None,
        weights=weights,
        is_output=is_output,
        name=snapshot.output_name(index) if is_output else "",
        update=snapshot.update,
        incoming=sum(len(edges) for _, edges in incoming),
        added=_sent(trace, layer, index) if snapshot.skips[layer] else None,
        mask=float(trace.masks[layer][index]) if layer < len(trace.masks) else 1.0,
        returned=_returned(snapshot, layer, index),
        flat_share=float(statistics.flat[layer][index])
        if has_statistics_of(statistics, snapshot, layer)
        else None,
        measured=statistics.update if statistics is not None else 0,
        classes=_classes(statistics, snapshot, layer, index),
        signals=signals,
        unused=snapshot.data.unused,
        has_dropout=bool(trace.masks),
        unit=unit_name(snapshot, layer + 1, index),
        pooling=pooling_of(snapshot, layer),
        winner=winner_of(snapshot, layer, index),
        sharing=neurons_per_bias(snapshot, layer),
    )


def _classes(
    statistics: NeuronStatistics | None, snapshot: Snapshot, layer: int, index: int
) -> ClassMeans | None:
    if not has_statistics_of(statistics, snapshot, layer) or not len(statistics.class_mean[layer]):
        return None
    mean = statistics.class_mean[layer][:, index].tolist()
    names = tuple(snapshot.output_name(place) for place in range(len(mean)))
    shown, counts = snapshot.example.label, statistics.class_counts
    return ClassMeans(names, tuple(mean), shown, statistics.update, counts)


def _returned(snapshot: Snapshot, layer: int, index: int) -> float | None:
    """What comes back past the next layer, where that has a residual connection and there is a gradient."""
    if not (snapshot.trace.has_gradient and layer + 1 < len(snapshot.skips) and snapshot.skips[layer + 1]):
        return None
    flow = snapshot.residual_flow[layer + 1]
    return None if flow.backward is None else float(flow.backward[index])


def _sent(trace: Trace, layer: int, index: int) -> float:
    """What a unit of a layer gives out; 0 is the input."""
    return float((trace.x if layer == 0 else trace.a[layer - 1])[index])


def _as_picture(snapshot: Snapshot, inputs: Indices, values: Array) -> Array | None:
    """Values of some inputs as a picture, where they are laid out as one or as a square of numbers."""
    rows, columns = input_shape(snapshot)
    if columns == 1:
        return None
    picture = np.full(rows * columns, np.nan, dtype=values.dtype)
    picture[inputs] = values
    return read_only(picture).reshape(rows, columns)


def edge_values(snapshot: Snapshot, group: int, source: int, target: int) -> EdgeValues:
    """The numbers of one edge.

    Raises
    ------
    IndexError
        If there is no such edge.
    """
    trace, connections = snapshot.trace, snapshot.connections[group]
    parameter = connections.parameter(source, target)
    if parameter is None:
        raise IndexError(f"no connection of group {group} leads from {source} to {target}")
    source_layer, target_layer = connections.source_layer, connections.target_layer
    w = float(snapshot.parameters[parameter])
    a = _sent(trace, source_layer, source)
    known = trace.has_gradient
    backpropagated = w * float(trace.delta[target_layer - 1][target]) if known and source_layer > 0 else None
    return EdgeValues(
        group=group,
        source=source,
        target=target,
        source_layer=source_layer,
        target_layer=target_layer,
        parameter=parameter,
        w=w,
        a=a,
        signal=a * w,
        gradient=None if trace.gradient is None else float(trace.gradient[parameter]),
        backpropagated=backpropagated,
        update=snapshot.update,
        target_name=snapshot.output_name(target) if target_layer == len(snapshot.activations) else "",
        source_name=name_of_input(snapshot, source) if source_layer == 0 else "",
        has_dropout=bool(trace.masks),
        source_unit=unit_name(snapshot, source_layer, source, is_short=True),
        target_unit=unit_name(snapshot, target_layer, target, is_short=True),
        sharing=sharing_of(connections, parameter),
        joins_cells=any(len(snapshot.topology.shapes[of]) == 3 for of in (source_layer, target_layer)),
        parts=shared_parts(snapshot, group, parameter),
        alone=a * float(trace.delta[target_layer - 1][target]) if known else None,
    )
