"""A view of a small network, and an update of it, both computed by the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.network.view import NetworkView
from tests.core.small_snapshots import flat_of, snapshot_of, with_weights

ETA = 0.5


@pytest.fixture
def update() -> tuple[GradientComputed, UpdateApplied]:
    """Update 1,201 of a 256-6-4-10 network, of a batch of the one displayed sample: ΔW = -η ∂C/∂W."""
    network = Architecture.dense(hidden=(6, 4), seed=3).with_outputs(10).network((256,))
    x = (np.random.default_rng(1).random(256) < 0.2).astype(np.float32)
    before = snapshot_of(network.copy(), x, run=2, update=1200)
    gradient = flat_of(before.trace.dW, before.trace.db)
    network.parameters -= ETA * gradient
    after = snapshot_of(network, x, run=2, update=1201)
    assert before.trace.loss is not None and after.trace.loss is not None
    opened = GradientComputed(before, 32, before.trace.loss, gradient)
    return opened, UpdateApplied(after, after.parameters - before.parameters, after.trace.loss)


@pytest.fixture
def snapshot(update: tuple[GradientComputed, UpdateApplied]) -> Snapshot:
    """The network before that update."""
    return update[0].snapshot


@pytest.fixture
def view(qtbot: QtBot, snapshot: Snapshot) -> Iterator[NetworkView]:
    """A view that shows it, drawn to the last edge."""
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.show()
    qtbot.waitExposed(view)
    view.show_displayed_snapshot(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")
    view.show_title("training digit 7, a 1")
    view.work(10_000)
    yield view


@pytest.fixture
def another() -> Callable[[Snapshot], Snapshot]:
    """Make a snapshot of the same network with other weights and another update's number."""

    def make(snapshot: Snapshot) -> Snapshot:
        other = with_weights(snapshot, [-2 * W for W in snapshot.weights])
        return replace(other, update=snapshot.update + 5)

    return make


@pytest.fixture
def pixels() -> Callable[[QImage], np.ndarray]:
    """An image's (height, width, 3) red, green and blue."""

    def read(image: QImage) -> np.ndarray:
        image = image.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()

    return read
