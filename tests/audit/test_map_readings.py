"""The audit of feature maps finds nothing in the picture as it is, and finds what is planted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.animation.timeline import Timeline
from gui.network.view import NetworkView
from tests.audit.map_readings import computed, read_feature_maps
from tests.audit.report import Report
from tests.core.small_snapshots import snapshot_of

LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, picture=(8, 8)),
    MaxPool2d(2),
    Conv2d(4, 2, activation="tanh"),
    Dense(5, "softmax"),
)


@pytest.fixture
def view(qtbot: Any) -> Iterator[NetworkView]:
    rng = np.random.default_rng(4)
    network = Architecture(LAYERS, seed=6).network((64,))
    network.parameters += rng.normal(0, 0.1, network.parameter_count).astype(np.float32)
    # Half of it is blank, so that some windows are.
    x = (rng.random((8, 8)) < 0.4) & (np.arange(8) < 4)
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(1000, 560)
    snapshot = snapshot_of(network, x.ravel().astype(np.float32), 2)
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")
    view.work(10_000)
    with qtbot.waitExposed(view):
        view.show()
    yield view


def moments(view: NetworkView, count: int) -> Iterator[None]:
    """So many moments of a walkthrough, evenly."""
    times = Timeline.walkthrough(4, has_gradient=True)
    for at_s in np.linspace(0, times.duration_s - 1e-3, count).tolist():
        view.show_animation_state(times.state_at(at_s))
        view.work(10_000)
        view.repaint()
        yield


def test_what_is_computed_anew_is_what_the_engine_computed(view: NetworkView) -> None:
    snapshot = view.displayed_snapshot
    assert snapshot is not None
    layers = computed(snapshot)
    for own, engine in zip(layers.a[1:], snapshot.trace.a, strict=True):
        np.testing.assert_allclose(own.ravel(), engine, atol=1e-5)
    for own, engine in zip(layers.delta, snapshot.trace.delta, strict=True):
        np.testing.assert_allclose(own.ravel(), engine, atol=1e-5)


def test_in_every_phase_of_a_walkthrough_maps_ribbons_and_kernels_are_the_networks(view: NetworkView) -> None:
    report = Report()
    for _ in moments(view, 40):
        read_feature_maps(view._composed_frame, report)
    assert report.differences == []
    kinds = ("ribbon total", "ribbon net", "map visited", "map passed", "map delta", "hollow", "blank")
    assert all(report.read[kind] > 0 for kind in kinds), report.read


def test_a_wrong_ribbon_and_a_wrong_cell_are_found(view: NetworkView) -> None:
    report, frame = Report(), view._composed_frame
    for _ in moments(view, 30):
        ribbons, walk = frame.nodes.ribbons, frame.nodes.walk
        ribbons.marks = tuple(replace(own, net=own.net + 0.3) for own in ribbons.marks)
        looks = tuple(replace(own, value=np.roll(own.value, 1)) for own in walk.marks.looks)
        walk.marks = replace(walk.marks, looks=looks)
        read_feature_maps(frame, report)
        walk.forget()
    found = {words.split(":")[0] for words in report.differences}
    assert {"ribbon net", "map delta", "map passed", "filled"} <= found
