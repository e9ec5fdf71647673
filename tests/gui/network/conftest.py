"""Networks small enough to check by hand, computed here with plain numpy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.trace import Trace
from core.engine.snapshot import Example, Snapshot
from core.nn.architecture import Architecture
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.core.small_snapshots import flat_of, snapshot_of, topology_of, trace_of
from tests.gui.network.masked_scene import trained_snapshot

MakeSnapshot = Callable[..., Snapshot]


def forward_and_back(
    x: np.ndarray,
    weights: list[np.ndarray],
    biases: list[np.ndarray],
    label: int | None,
) -> Trace:
    """ReLU layers, softmax, cross-entropy: the textbook's formulas, one line each."""
    z, a = [], [x]
    for W, b in zip(weights, biases, strict=True):
        z.append(a[-1] @ W + b)
        a.append(np.maximum(z[-1], 0))
    y = np.exp(z[-1] - z[-1].max())
    a[-1] = y / y.sum()
    topology = topology_of([x.size, *(b.size for b in biases)])
    if label is None:
        return trace_of(topology, x, z, a[1:])
    target = np.zeros_like(a[-1])
    target[label] = 1
    delta = [a[-1] - target]
    for W, below in zip(reversed(weights[1:]), reversed(z[:-1]), strict=True):
        delta.insert(0, (W @ delta[0]) * (below > 0))
    loss = float(-np.log(a[-1][label]))
    return trace_of(topology, x, z, a[1:], delta, loss)


@pytest.fixture(scope="session")
def snapshot_of_architecture() -> MakeSnapshot:
    """Make the snapshot of a structure's own network, as the engine computes it."""

    def make(architecture: Architecture, n_in: int = 16, n_out: int = 4) -> Snapshot:
        network = architecture.with_outputs(n_out).network((n_in,))
        x = (np.random.default_rng(1).random(n_in) < 0.5).astype(np.float32)
        return snapshot_of(network, x)

    return make


@pytest.fixture(scope="session")
def make_snapshot() -> MakeSnapshot:
    """Make the snapshot of a ReLU network; random weights from `seed` where none are given."""

    def make(
        sizes: tuple[int, ...] = (256, 32, 16, 10),
        *,
        seed: int = 0,
        x: np.ndarray | None = None,
        weights: list[np.ndarray] | None = None,
        biases: list[np.ndarray] | None = None,
        label: int | None = 1,
        origin: str = "train",
        index: int | None = 7,
        run: int = 1,
        update: int = 3,
    ) -> Snapshot:
        rng = np.random.default_rng(seed)
        shapes = list(zip(sizes[:-1], sizes[1:], strict=True))
        if weights is None:
            weights = [rng.standard_normal(shape) * np.sqrt(2 / shape[0]) for shape in shapes]
        if biases is None:
            biases = [0.1 * rng.standard_normal(n_out) for _, n_out in shapes]
        if x is None:
            x = (rng.random(sizes[0]) < 0.2).astype(float)
        trace = forward_and_back(x, weights, biases, label)
        example = Example(x, label, origin, index)
        no_losses = np.zeros(0, np.float32)
        return Snapshot(run, update, 0, flat_of(weights, biases), example, trace, no_losses)

    return make


@pytest.fixture(scope="session")
def masked_snapshot() -> Snapshot:
    """A trained network with layers that nothing in gui/ knows (`tests.gui.network.masked_scene`)."""
    return trained_snapshot()


@pytest.fixture(params=[Theme(), Theme("light")], ids=["dark", "light"])
def masked_view(
    request: pytest.FixtureRequest, qtbot: QtBot, masked_snapshot: Snapshot
) -> Iterator[NetworkView]:
    """A view of it with all of its edges."""
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.set_theme(request.param)
    view.set_edge_budget(None)
    view.show_displayed_snapshot(masked_snapshot)
    view.show_weights(masked_snapshot)
    with qtbot.waitExposed(view):
        view.show()
    view.work(10_000)
    view.grab()
    yield view


@pytest.fixture
def one_edge(make_snapshot) -> Snapshot:
    """One strong positive weight, from neuron 1 to output 2; a = 2 of that neuron."""
    first = np.zeros((256, 4))
    first[100, 1] = 2.0
    second = np.zeros((4, 3))
    second[1, 2] = 1.5
    x = np.zeros(256)
    x[100] = 1.0
    return make_snapshot((256, 4, 3), x=x, weights=[first, second], biases=[np.zeros(4), np.zeros(3)])
