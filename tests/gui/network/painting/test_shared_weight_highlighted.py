"""An edge of a shared weight is pointed at: all that share the weight stand out with it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.highlighted_edges import Highlight
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


@pytest.fixture
def layers(snapshot_of_architecture: Any, qapp: Any) -> EdgeLayers:
    hidden: tuple[Any, ...] = (
        Conv2d(2, 3, padding=1, activation="tanh", picture=(5, 5)),
        Conv2d(2, 2, activation="tanh"),
    )
    snapshot = snapshot_of_architecture(Architecture((*hidden, Dense(4, "softmax")), seed=3), n_in=25)
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(5, 5), topology=snapshot.topology)
    scales = Scales(3, n_layers=3)
    scales.update_from_snapshot(snapshot)
    layers = EdgeLayers()
    layers.reset(RenderContext(layout, Theme(), 1.0, scales))
    layers.show_displayed_snapshot(snapshot)
    layers.work(10_000)
    return layers


@pytest.mark.parametrize("picture", ["weight", "signal", "gradient"])
def test_all_connections_of_the_weight_are_drawn_with_their_own_numbers(
    layers: EdgeLayers, picture: str
) -> None:
    snapshot = layers.displayed
    assert snapshot is not None
    layers.set_picture(picture)
    layers.work(10_000)
    group = snapshot.connections[1]
    # Map 1 at row 1, column 2; its window's lower right cell of map 0.
    target, source = (1 * 4 + 2) * 2 + 1, (2 * 5 + 3) * 2
    parameter = group.parameter(source, target)
    highlight = Highlight((1, target), (), (1, source, target))
    marks = highlight.marks(layers, AnimationState())
    seen = {
        (int(s), int(t)): float(v)
        for own in marks
        if own.group == 1
        for s, t, v in zip(own.source, own.target, own.value, strict=True)
    }
    every = group.every
    own = np.flatnonzero(every.parameter == parameter)
    assert own.size == 16
    a, delta = snapshot.trace.a[0], snapshot.trace.delta[1]
    for place in own:
        s, t = int(every.source[place]), int(every.target[place])
        w = float(snapshot.parameters[parameter])
        number = {"weight": w, "signal": a[s] * w, "gradient": a[s] * delta[t]}[picture]
        assert seen[s, t] == pytest.approx(float(number), rel=1e-5)
    # 8 of the cell's own window, 16 of the weight, 1 of both; and what leaves the cell.
    incoming, outgoing = 8, 4
    assert highlight.total(snapshot) == incoming + outgoing + 15
    assert len(seen) == incoming + 15


def test_of_an_unshared_weight_there_are_no_others(layers: EdgeLayers) -> None:
    snapshot = layers.displayed
    assert snapshot is not None
    neuron = (2, 1)
    alone = Highlight(neuron, (), (2, 3, 1))
    assert alone.total(snapshot) == Highlight(neuron).total(snapshot) == 32
