"""What is particular about cells of feature maps: shared biases, and how a pool's cell comes by its z."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.interaction.unit_names import name_of_source


def bias_of(snapshot: Snapshot, layer: int, index: int) -> float | None:
    """The bias of a neuron, which others may have too; None of a pool's cell."""
    try:
        return float(snapshot.parameters[snapshot.topology.bias_index(layer, index)])
    except IndexError:
        return None


def neurons_per_bias(snapshot: Snapshot, layer: int) -> int:
    """How many neurons of a layer have one bias; 1 where there is none."""
    biases = len(snapshot.biases[layer])
    return snapshot.sizes[layer + 1] // biases if biases else 1


def pooling_of(snapshot: Snapshot, layer: int) -> str:
    """ "max" or "mean" of a pool, "" of any other layer."""
    spec = snapshot.topology.layers[layer]
    return "max" if isinstance(spec, MaxPool2d) else "mean" if isinstance(spec, AvgPool2d) else ""


def winner_of(snapshot: Snapshot, layer: int, index: int) -> str:
    """What was the largest of a cell's block, the first of equals; "" where the layer is no max pool."""
    topology = snapshot.topology
    spec = topology.layers[layer]
    if not isinstance(spec, MaxPool2d):
        return ""
    x = topology.input_of(layer, (snapshot.trace.x, *snapshot.trace.a))
    return name_of_source(snapshot, layer, int(spec.winners(topology.in_shapes[layer], x)[index]))
