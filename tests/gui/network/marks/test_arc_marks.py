"""Residual connections as arcs, and neurons that are dropped out: each mark is a number of the trace."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.residual_flow import residual_flow
from core.nn.architecture import Architecture
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.marks.arc_marks import arc_marks, paint_arcs
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import text_marks
from gui.network.painting.painter import paint_dropped
from gui.theme.tokens import Theme
from gui.widgets.number_text import percent
from tests.core.small_snapshots import with_trace

THEME, REST = Theme(), AnimationState()


def scene(snapshot, zoom=1.0):
    layout = make_layout(snapshot.sizes, 1200, 506, THEME, zoom=Zoom(zoom))
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return layout, scales


@pytest.fixture
def residual(snapshot_of_architecture):
    return snapshot_of_architecture(Architecture.dense((16, 16, 16, 8, 8), "tanh", 3, skip=True))


def test_forwards_an_arc_carries_the_activation_before_it(residual) -> None:
    layout, scales = scene(residual)
    marks = arc_marks(residual, layout, REST, scales, THEME, "weight")
    assert [arcs.layer for arcs in marks] == [1, 2, 4]
    palette = edge_palette(THEME, "signal")
    for arcs in marks:
        a = residual.trace.a[arcs.layer - 1]
        assert np.array_equal(arcs.value, a[arcs.neuron].astype(np.float64))
        scale = scales.of("activation")[arcs.layer - 1]
        level = np.rint(np.clip(arcs.value / scale, -1, 1) * LEVELS).astype(int)
        near = np.stack([palette[np.clip(level + LEVELS + shift, 0, 2 * LEVELS)] for shift in (-1, 0, 1)])
        assert (np.abs(near.astype(int) - arcs.colour).sum(axis=2) == 0).any(axis=0).all()
        before, column = layout.layers[arcs.layer - 1], layout.layers[arcs.layer]
        assert np.array_equal(arcs.y1, before.y[arcs.neuron]) and np.array_equal(
            arcs.y2, column.y[arcs.neuron]
        )


def test_backwards_it_carries_what_comes_back_past_the_weights(residual) -> None:
    layout, scales = scene(residual)
    flows = residual_flow(residual.trace, residual.parameters)
    for arcs in arc_marks(residual, layout, REST, scales, THEME, "gradient"):
        flow = flows[arcs.layer]
        assert flow.backward is not None
        assert np.array_equal(arcs.value, flow.backward[arcs.neuron].astype(np.float64))
        assert arcs.share == flow.gradient_share


def test_what_the_signal_has_not_reached_has_no_arc(residual) -> None:
    layout, scales = scene(residual)
    animation = AnimationState("forward", 2, 0.5, revealed=2, loss_shown=False)
    assert [arcs.layer for arcs in arc_marks(residual, layout, animation, scales, THEME, "weight")] == [1, 2]


def test_a_plain_network_has_none(make_snapshot) -> None:
    layout, scales = scene(make_snapshot())
    assert arc_marks(make_snapshot(), layout, REST, scales, THEME, "weight") == ()


def test_a_residual_layers_head_says_what_part_goes_past(residual) -> None:
    layout = make_layout(residual.sizes, 1900, 506, THEME)
    flows = residual_flow(residual.trace, residual.parameters)
    words = [mark.text for mark in text_marks(residual, layout, REST, THEME)]
    assert f"16, residual: {percent(flows[1].signal_share)} past" in words


def test_an_arc_is_painted_between_its_neurons(qapp, residual) -> None:
    layout, scales = scene(residual)
    marks = arc_marks(residual, layout, REST, scales, THEME, "weight")
    image = QImage(1200, 506, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_arcs(painter, marks, THEME)
    painter.end()
    arcs = marks[0]
    strongest = int(np.abs(arcs.value).argmax())
    x = round((arcs.x1[strongest] + arcs.x2[strongest]) / 2)
    straight = round(arcs.y1[strongest])
    canvas = THEME.colour("canvas").rgb()
    column = [y for y in range(straight - 20, straight) if image.pixel(x, y) != canvas]
    assert column


def test_a_dropped_neuron_is_struck_through(qapp, snapshot_of_architecture) -> None:
    snapshot = snapshot_of_architecture(Architecture.dense((16, 8)))
    masks = (np.where(np.arange(16) % 3, 1.25, 0.0), np.full(8, 1.25))
    snapshot = with_trace(snapshot, masks=masks)
    layout, scales = scene(snapshot)
    marks = neuron_marks(snapshot, layout, REST, scales, THEME)
    assert np.flatnonzero(marks[0].dropped).tolist() == [0, 3, 6, 9, 12, 15]
    assert not marks[1].dropped.any() and marks[2].dropped.size == 0
    image = QImage(1200, 506, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("canvas"))
    painter = QPainter(image)
    paint_dropped(painter, marks, THEME)
    painter.end()
    canvas = THEME.colour("canvas").rgb()
    for place in range(16):
        x, y = round(float(marks[0].x[place])), round(float(marks[0].y[place]))
        near = [image.pixel(x + right, y + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
        assert any(pixel != canvas for pixel in near) is bool(marks[0].dropped[place])


def test_of_a_deep_network_the_strongest_arcs_are_drawn(snapshot_of_architecture) -> None:
    snapshot = snapshot_of_architecture(Architecture.dense((16,) * 60, "tanh", 3, skip=True, skip_scale=0.1))
    layout, scales = scene(snapshot, zoom=2.0)
    marks = arc_marks(snapshot, layout, REST, scales, THEME, "weight")
    assert 59 <= sum(arcs.neuron.size for arcs in marks) <= 400
    arcs = marks[20]
    a = np.abs(snapshot.trace.a[arcs.layer - 1])
    left_out = np.setdiff1d(layout.layers[arcs.layer].shown, arcs.neuron)
    assert a[arcs.neuron].min() >= a[left_out].max()
