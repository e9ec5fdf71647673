"""What is under the pointer, and its numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.analysis.neuron_statistics import NeuronActivity
from core.analysis.trace import Trace
from core.arrays import Array
from core.engine.messages import Snapshot
from core.read_only import frozen
from gui.architecture.activation_names import activation_title
from gui.network.geometry.layout import Layout, input_shape
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.neuron_marks import knows
from gui.network.marks.residual_flow import flow_of
from gui.widgets.number_text import SUPERSCRIPTS, plain, subscript

# Half of the smallest area that can be hit, in px; and how far from an edge the pointer may be.
HIT_PX = 12.0
EDGE_HIT_PX = 5.0


@dataclass(frozen=True)
class ClassMeans:
    """A neuron's mean output for each class over the test set.

    Attributes
    ----------
    names : tuple of str
    mean : tuple of float
        One for each name.
    shown : int or None
        The place of the shown example's class; None where no right class is known.
    update : int
        How many updates made the parameters that this was measured with.
    """

    names: tuple[str, ...]
    mean: tuple[float, ...]
    shown: int | None
    update: int


@dataclass(frozen=True)
class NeuronFacts:
    """One neuron's numbers with the shown example.

    Attributes
    ----------
    layer, index : int
        Counted from 0; layer 0 is the first hidden layer.
    layer_size : int
    activation : str
        The name of f.
    z, a, b : float
        Its sum, its output, its bias.
    delta : float or None
        δ = ∂C/∂z; None where no right answer is known.
    weights : (rows, columns) array or None
        For a neuron of the first layer its weights as the picture they are multiplied with; NaN where an
        incomplete last row has no pixel. None for the others.
    signals : (rows, columns) array or None
        The same of w·x, what each input adds to z for the shown example.
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
    b: float
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
class EdgeFacts:
    """One edge's numbers with the shown example.

    Attributes
    ----------
    gap, source, target : int
        Counted from 0; in gap 0 the source is a pixel.
    w : float
    a : float
        What the source sends.
    signal : float
        a·w, what the target receives.
    gradient : float or None
        ∂C/∂w = a·δ; None where no right answer is known.
    handed_back : float or None
        w·δ, what the target hands back to the source. None without a right answer, and in gap 0: nothing is
        handed back to a pixel.
    update : int
        How many updates made this weight.
    target_name : str
        What the target is called where it is an output: by its answer, 0 for the digit 0; else "".
    source_name : str
        What the source is called where it is a number among the inputs, and no pixel: x₁; else "".
    """

    gap: int
    source: int
    target: int
    w: float
    a: float
    signal: float
    gradient: float | None
    handed_back: float | None
    update: int
    target_name: str = ""
    source_name: str = ""

    @property
    def to_output(self) -> bool:
        """Whether the target is an output."""
        return bool(self.target_name)


def neuron_facts(
    snapshot: Snapshot, layer: int, index: int, activity: NeuronActivity | None = None
) -> NeuronFacts:
    """The numbers of one neuron.

    Raises
    ------
    IndexError
        If there is no such neuron.
    """
    trace = snapshot.trace
    is_output = layer == len(snapshot.weights) - 1
    return NeuronFacts(
        layer=layer,
        index=index,
        layer_size=snapshot.sizes[layer + 1],
        activation=snapshot.activations[layer],
        z=float(trace.z[layer][index]),
        a=float(trace.a[layer][index]),
        b=float(snapshot.biases[layer][index]),
        delta=float(trace.delta[layer][index]) if trace.has_gradient else None,
        weights=_as_picture(snapshot, snapshot.weights[0][:, index]) if layer == 0 else None,
        is_output=is_output,
        name=snapshot.output_name(index) if is_output else "",
        update=snapshot.update,
        incoming=snapshot.weights[layer].shape[0],
        added=_before(trace, layer, index) if snapshot.has_skip(layer) else None,
        mask=float(trace.masks[layer][index]) if layer < len(trace.masks) else 1.0,
        returned=_returned(snapshot, layer, index),
        flat_share=float(activity.flat[layer][index]) if knows(activity, snapshot, layer) else None,
        measured=activity.update if activity is not None else 0,
        classes=_classes(activity, snapshot, layer, index),
        signals=_as_picture(snapshot, trace.x * snapshot.weights[0][:, index]) if layer == 0 else None,
    )


def _classes(
    activity: NeuronActivity | None, snapshot: Snapshot, layer: int, index: int
) -> ClassMeans | None:
    if not knows(activity, snapshot, layer) or not len(activity.class_mean[layer]):
        return None
    mean = activity.class_mean[layer][:, index].tolist()
    names = tuple(snapshot.output_name(place) for place in range(len(mean)))
    return ClassMeans(names, tuple(mean), snapshot.example.label, activity.update)


def _returned(snapshot: Snapshot, layer: int, index: int) -> float | None:
    """What comes back past the next layer, where that has a residual connection and there is a gradient."""
    if not (snapshot.trace.has_gradient and layer + 1 < len(snapshot.skips) and snapshot.skips[layer + 1]):
        return None
    flow = flow_of(snapshot)[layer + 1]
    return None if flow.backward is None else float(flow.backward[index])


def _before(trace: Trace, layer: int, index: int) -> float:
    """What the layer before, or the input, gives out there."""
    return float((trace.x if layer == 0 else trace.a[layer - 1])[index])


def _as_picture(snapshot: Snapshot, values: Array) -> Array | None:
    """(n_in,) values of the inputs as a picture, where they are laid out as one or as a square of numbers."""
    rows, columns = input_shape(snapshot)
    if columns == 1:
        return None
    picture = np.full(rows * columns, np.nan, dtype=values.dtype)
    picture[: values.size] = values
    return frozen(picture).reshape(rows, columns)


def edge_facts(snapshot: Snapshot, gap: int, source: int, target: int) -> EdgeFacts:
    """The numbers of one edge.

    Raises
    ------
    IndexError
        If there is no such edge.
    """
    trace = snapshot.trace
    w = float(snapshot.weights[gap][source, target])
    a = _before(trace, gap, source)
    known = trace.has_gradient
    return EdgeFacts(
        gap=gap,
        source=source,
        target=target,
        w=w,
        a=a,
        signal=a * w,
        gradient=float(trace.dW[gap][source, target]) if known else None,
        handed_back=w * float(trace.delta[gap][target]) if known and gap > 0 else None,
        update=snapshot.update,
        target_name=snapshot.output_name(target) if gap == len(snapshot.weights) - 1 else "",
        source_name=_name_of_input(snapshot, source) if gap == 0 else "",
    )


def name_of_source(snapshot: Snapshot, gap: int, index: int) -> str:
    """What stands left of a gap: a pixel or a neuron by its number, an input by its name."""
    if gap > 0:
        return QCoreApplication.translate("NetworkView", "neuron {number}").format(number=index + 1)
    pixel = QCoreApplication.translate("NetworkView", "pixel {number}").format(number=index + 1)
    return _name_of_input(snapshot, index) or pixel


def _name_of_input(snapshot: Snapshot, index: int) -> str:
    """x, or x₁, x₂ and so on; "" for a pixel, which is counted."""
    if snapshot.data.picture is not None:
        return ""
    return f"x{subscript(index + 1)}" if snapshot.sizes[0] > 1 else "x"


def neuron_edges(snapshot: Snapshot, layer: int, index: int, layout: Layout | None = None) -> EdgeChoice:
    """All edges of one neuron: those of gap `layer` come in, those of gap ``layer + 1`` go out.

    With a layout only those whose other end is drawn one by one. ``share`` is None: it is not a choice by
    strength.
    """
    nothing: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
    sources = [nothing] * len(snapshot.weights)
    targets = [nothing] * len(snapshot.weights)
    before = np.arange(snapshot.weights[layer].shape[0])
    if layout is not None and layer > 0:
        before = layout.layers[layer - 1].shown
    sources[layer] = before
    targets[layer] = np.full(before.size, index)
    if layer + 1 < len(snapshot.weights):
        after = np.arange(snapshot.weights[layer + 1].shape[1])
        if layout is not None:
            after = layout.layers[layer + 1].shown
        sources[layer + 1] = np.full(after.size, index)
        targets[layer + 1] = after
    drawn = tuple(int(source.size) for source in sources)
    totals = tuple(int(W.size) for W in snapshot.weights)
    return EdgeChoice(
        source=tuple(sources),
        target=tuple(targets),
        drawn=sum(drawn),
        total=sum(totals),
        share=None,
        drawn_per_gap=drawn,
        total_per_gap=totals,
        share_per_gap=(None,) * len(totals),
    )


def hit_neuron(layout: Layout, x: float, y: float) -> tuple[int, int] | None:
    """(layer, index) of the neuron at a point: the nearest one within 12 px or its radius.

    An output's bar counts as its neuron.
    """
    best: tuple[int, int] | None = None
    nearest = np.inf
    for layer, column in enumerate(layout.layers):
        reach = max(HIT_PX, column.radius + 4)
        if not column.left - reach <= x <= column.right + reach:
            continue
        distance = np.hypot(column.x[column.shown] - x, column.y[column.shown] - y)
        place = int(np.argmin(distance))
        if distance[place] <= reach and distance[place] < nearest:
            nearest = float(distance[place])
            best = layer, int(column.shown[place])
    if best is not None:
        return best
    outputs = layout.layers[-1]
    for index in (int(i) for i in outputs.shown):
        track = layout.bars[index]
        middle = track.y + track.height / 2
        if outputs.right <= x < layout.width and abs(y - middle) <= max(track.height / 2, outputs.radius):
            return len(layout.layers) - 1, index
    return None


def hit_edge(layout: Layout, choice: EdgeChoice, x: float, y: float) -> tuple[int, int, int] | None:
    """(gap, source, target) of the edge of `choice` nearest to a point, within 5 px.

    `choice` is an isolated neuron's edges: only those can be hit.
    """
    best: tuple[int, int, int] | None = None
    nearest = EDGE_HIT_PX
    for gap, (source, target) in enumerate(zip(choice.source, choice.target, strict=True)):
        if source.size == 0:
            continue
        source_x, source_y = layout.sources(gap)
        column = layout.layers[gap]
        x1, y1 = source_x[source], source_y[source]
        along_x, along_y = column.x[target] - x1, column.y[target] - y1
        length_squared = np.maximum(along_x**2 + along_y**2, 1e-9)
        part = np.clip(((x - x1) * along_x + (y - y1) * along_y) / length_squared, 0, 1)
        distance = np.hypot(x1 + part * along_x - x, y1 + part * along_y - y)
        place = int(np.argmin(distance))
        if distance[place] <= nearest:
            nearest = float(distance[place])
            best = gap, int(source[place]), int(target[place])
    return best
