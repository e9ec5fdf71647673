"""A view of a small network, and an update of it, both computed by the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.analysis.sample_tracer import ExampleTracer
from core.engine.messages import Example, Snapshot, StoryApplied, StoryOpened
from core.nn.architecture import Structure
from core.nn.network import Network
from gui.network.view import NetworkView

ETA = 0.5


def _snapshot(network: Network, x: np.ndarray, update: int) -> Snapshot:
    layers = network.layers
    return Snapshot(
        run=2,
        update=update,
        epoch=0,
        sizes=network.sizes,
        activations=network.activations,
        weights=tuple(layer.W.copy() for layer in layers),
        biases=tuple(layer.b.copy() for layer in layers),
        example=Example(x, 1, "train", 7),
        trace=ExampleTracer(network).trace(x, 1),
        losses=np.zeros(0, np.float32),
    )


@pytest.fixture
def update() -> tuple[StoryOpened, StoryApplied]:
    """Update 1,201 of a 256-6-4-10 network, of a batch of the one shown example: ΔW = -η ∂C/∂W."""
    network = Structure(hidden=(6, 4), seed=3).network(256, 10)
    x = (np.random.default_rng(1).random(256) < 0.2).astype(np.float32)
    before = _snapshot(network, x, 1200)
    change_W = tuple(-ETA * dW for dW in before.trace.dW)
    change_b = tuple(-ETA * db for db in before.trace.db)
    for layer, dW, db in zip(network.layers, change_W, change_b, strict=True):
        layer.W[...] += dW
        layer.b[...] += db
    after = _snapshot(network, x, 1201)
    assert before.trace.loss is not None and after.trace.loss is not None
    opened = StoryOpened(before, 32, before.trace.loss, before.trace.dW, before.trace.db)
    return opened, StoryApplied(after, change_W, change_b, after.trace.loss)


@pytest.fixture
def snapshot(update: tuple[StoryOpened, StoryApplied]) -> Snapshot:
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
    view.show_scene(snapshot)
    view.show_gradient(snapshot.trace.dW, "gradient")
    view.show_title("training digit 7, a 1")
    view.work(10_000)
    yield view


@pytest.fixture
def another() -> Callable[[Snapshot], Snapshot]:
    """Make a snapshot of the same network with other weights and another update's number."""

    def make(snapshot: Snapshot) -> Snapshot:
        weights = tuple(-2 * W for W in snapshot.weights)
        return replace(snapshot, update=snapshot.update + 5, weights=weights)

    return make


@pytest.fixture
def pixels() -> Callable[[QImage], np.ndarray]:
    """An image's (height, width, 3) red, green and blue."""

    def read(image: QImage) -> np.ndarray:
        image = image.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()

    return read
