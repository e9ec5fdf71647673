"""One weight: its gradient proven, and C along it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.loss_slice import network_of, prove, valley
from core.analysis.sample_tracer import ExampleTracer
from core.engine.messages import Example, Snapshot
from core.nn.network import Network


def snapshot_of(network: Network, label: int | None = 1, loss: str = "cross_entropy") -> Snapshot:
    x = np.random.default_rng(2).standard_normal(network.sizes[0]).astype(np.float32)
    layers = network.layers
    return Snapshot(
        run=0,
        update=0,
        epoch=0,
        sizes=network.sizes,
        activations=network.activations,
        weights=tuple(layer.W for layer in layers),
        biases=tuple(layer.b for layer in layers),
        example=Example(x, label, "train", 0),
        trace=ExampleTracer(network).trace(x, label, loss),
        losses=np.zeros(0, np.float32),
        skips=tuple(layer.skip for layer in layers),
        loss=loss,
    )


@pytest.mark.parametrize(("gap", "source", "target"), [(0, 3, 2), (1, 0, 4), (2, 5, 1)])
@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
def test_both_ways_agree_with_the_trace(gap: int, source: int, target: int, loss: str) -> None:
    network = Network.dense((4, 6, 6, 3), activation="tanh", skip=True, seed=5)
    snapshot = snapshot_of(network, loss=loss)
    check = prove(snapshot, gap, source, target)
    assert check.agrees
    assert check.backpropagated == pytest.approx(snapshot.trace.dW[gap][source, target], rel=1e-4, abs=1e-6)


def test_the_valley_goes_through_where_we_are_with_the_gradients_slope() -> None:
    network = Network.dense((4, 6, 3), activation="softplus", seed=6)
    snapshot = snapshot_of(network)
    line = valley(snapshot, 1, 2, 1, reach=0.01)
    w, c = line.here
    assert w == pytest.approx(float(network.layers[1].W[2, 1]), rel=1e-7)
    assert c == pytest.approx(snapshot.trace.loss or 0, rel=1e-5)
    assert (np.diff(line.weight) > 0).all()
    assert line.weight[0] == pytest.approx(w - 0.01) and line.weight[-1] == pytest.approx(w + 0.01)
    middle = len(line.weight) // 2
    difference = (line.loss[middle + 1] - line.loss[middle - 1]) / (
        line.weight[middle + 1] - line.weight[middle - 1]
    )
    assert line.slope == pytest.approx(difference, rel=1e-3)
    moved = network_of(snapshot, np.float64)
    moved.layers[1].W[2, 1] = line.weight[0]
    x, y = snapshot.example.x.astype(float), snapshot.example.label
    assert ExampleTracer(moved).trace(x, y).loss == pytest.approx(line.loss[0], rel=1e-12)


def test_the_snapshot_stays_as_it_is() -> None:
    snapshot = snapshot_of(Network.dense((4, 6, 3), seed=6))
    before = [W.copy() for W in snapshot.weights]
    prove(snapshot, 0, 1, 1)
    valley(snapshot, 0, 1, 1, 1.0)
    assert all(np.array_equal(a, b) for a, b in zip(before, snapshot.weights, strict=True))


def test_without_an_answer_there_is_no_c() -> None:
    snapshot = snapshot_of(Network.dense((4, 3), seed=6), label=None)
    for ask in (lambda: prove(snapshot, 0, 0, 0), lambda: valley(snapshot, 0, 0, 0, 1.0)):
        with pytest.raises(ValueError, match="no right answer"):
            ask()


def test_numbers_to_be_met_have_a_valley_too() -> None:
    network = Network.dense((2, 3, 1), activation="tanh", output="identity", seed=1)
    snapshot = snapshot_of(network, None)
    target = np.array([0.5], np.float32)
    example = replace(snapshot.example, target=target)
    trace = ExampleTracer(network).trace(example.x, target, "squared_error")
    snapshot = replace(snapshot, example=example, trace=trace, loss="squared_error")
    assert prove(snapshot, 0, 1, 2).agrees
    assert valley(snapshot, 0, 1, 2, 0.5).here[1] == pytest.approx(trace.loss, rel=1e-5)
