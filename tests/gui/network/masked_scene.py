"""A trained network with two layers that nothing in gui/ knows, and what is true of it by hand.

Each unit of these layers has sources of its own, some of them two layers back: in the input, or in a hidden layer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from core.data.dataset import Dataset
from core.engine.snapshot import DataInfo, Example, Snapshot
from core.engine.snapshots import take_snapshot
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.topology import Topology
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from gui.network.view import NetworkView
from tests.core.nn.masked_layer import Masked

Edge = tuple[int, int, int, int]
"""(source layer, source, target layer, target), the input being layer 0."""

# 16 pixels, 6 neurons, 5 masked units, 4 masked units, 3 outputs.
SIZES = (16, 6, 5, 4, 3)
# Of each unit of the masked layers 2 and 3 its sources two layers back, and those in the layer before.
SOURCES = {
    2: (((2, 9), (0, 2, 5)), ((0, 7, 15), (1,)), ((), (3, 4, 5)), ((6, 12), ()), ((1, 8), (0, 4))),
    3: (((1, 5), (0, 4)), ((), (1, 2, 3)), ((0,), (0, 2)), ((2, 4), (2,))),
}
PAIRS = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 4)]


def masked_network() -> Network:
    """With the weights that it begins with."""
    masked = [
        Masked(tuple((*far, *(SIZES[layer - 2] + unit for unit in near)) for far, near in units), "tanh")
        for layer, units in SOURCES.items()
    ]
    layers: Any = (Dense(6, "relu"), *masked, Dense(3, "softmax"))
    network = Network(Topology(layers, (16,)))
    network.parameters[:] = np.random.default_rng(11).normal(0.1, 0.5, network.parameter_count)
    return network


def every_weight() -> dict[Edge, int]:
    """Each connection and its weight's place in θ: W before b, layer by layer; a masked unit's weights side by side."""
    of_layer: list[list[Edge]] = [[(0, i, 1, j) for i in range(16) for j in range(6)]]
    for layer, units in SOURCES.items():
        of_layer.append([])
        for unit, (far, near) in enumerate(units):
            of_layer[-1] += [(layer - 2, i, layer, unit) for i in far]
            of_layer[-1] += [(layer - 1, i, layer, unit) for i in near]
    of_layer.append([(3, i, 4, j) for i in range(4) for j in range(3)])
    weights, first = {}, 0
    for edges, size in zip(of_layer, SIZES[1:], strict=True):
        weights |= {edge: first + place for place, edge in enumerate(edges)}
        first += len(edges) + size
    return weights


WEIGHTS = every_weight()


def trained_snapshot() -> Snapshot:
    """After twelve updates; with what the last one followed and changed."""
    rng = np.random.default_rng(0)
    X, y = (rng.random((64, 16)) < 0.6).astype(np.uint8), rng.integers(0, 3, 64)
    data = Dataset(X, y, X, y, tuple("abc"))
    trainer = Trainer(masked_network(), data, TrainingConfig(batch_size=8, learning_rate=0.01))
    for _ in range(11):
        trainer.step()
    trainer.accumulate_gradient()
    mean, before = trainer.network.gradients.copy(), trainer.network.parameters.copy()
    trainer.apply_update()
    row = int(np.argmax(X[:, [2, 6, 12]].sum(axis=1)))
    example = Example(X[row].astype(np.float32), int(y[row]), "train", row)
    known = DataInfo(class_names=tuple("abc"), picture=(4, 4))
    animation = take_snapshot(1, trainer, example, [], known)
    return replace(animation, mean_gradient=mean, change=trainer.network.parameters - before)


def sent(snapshot: Snapshot) -> list[np.ndarray]:
    """What each layer sends, the input first."""
    return [snapshot.trace.x, *snapshot.trace.a]


def numbers(snapshot: Snapshot, picture: str) -> dict[Edge, float]:
    """Each connection's number, by the formula of the lecture."""
    a, delta = sent(snapshot), snapshot.trace.delta
    vectors = {
        "weight": snapshot.parameters,
        "signal": snapshot.parameters,
        "mean_gradient": snapshot.mean_gradient,
        "change": snapshot.change,
    }
    found = {}
    for edge, place in WEIGHTS.items():
        source_layer, source, target_layer, target = edge
        if picture == "gradient":
            found[edge] = float(a[source_layer][source] * delta[target_layer - 1][target])
            continue
        vector = vectors[picture]
        assert vector is not None
        found[edge] = float(vector[place] * (a[source_layer][source] if picture == "signal" else 1))
    return found


def edges_of(marks: Any) -> list[Edge]:
    """What a group's marks are of."""
    ends = zip(marks.source.tolist(), marks.target.tolist(), strict=True)
    return [(marks.source_layer, source, marks.target_layer, target) for source, target in ends]


def place_of(view: NetworkView, layer: int, unit: int) -> tuple[float, float]:
    """Where a unit stands; layer 0 is the input."""
    layout = view.layout_shown
    assert layout is not None
    if layer == 0:
        return float(layout.pixel_x[unit]), float(layout.pixel_y[unit])
    return float(layout.layers[layer - 1].x[unit]), float(layout.layers[layer - 1].y[unit])


def point_at(view: NetworkView, x: float, y: float) -> None:
    """Move the pointer there."""
    here = QPointF(x, y)
    button, key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, here, view.mapToGlobal(here), button, button, key))
