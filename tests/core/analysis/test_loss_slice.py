"""One parameter: its gradient checked, and C along it."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.loss_slice import check_parameter, loss_slice
from core.analysis.sample_tracer import SampleTracer
from core.nn.network import Network

X = np.random.default_rng(2).standard_normal(6).astype(np.float32)


@pytest.mark.parametrize(("layer", "source", "target"), [(0, 3, 2), (1, 0, 4), (2, 5, 1)])
@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
def test_both_ways_agree_with_the_trace(layer: int, source: int, target: int, loss: str) -> None:
    network = Network.dense((4, 6, 6, 3), activation="tanh", skip=True, seed=5)
    check = check_parameter(network, X[:4], 1, loss, network.topology.weight_index(layer, source, target))
    assert check.agrees
    dW = SampleTracer(network).trace(X[:4], 1, loss).dW[layer]
    assert check.backpropagated == pytest.approx(dW[source, target], rel=1e-4, abs=1e-6)


def test_the_slice_goes_through_where_we_are_with_the_gradients_slope() -> None:
    network = Network.dense((4, 6, 3), activation="softplus", seed=6)
    line = loss_slice(network, X[:4], 1, "cross_entropy", network.topology.weight_index(1, 2, 1), 0.01, 7)
    w, c = line.here
    assert w == pytest.approx(float(network.layers[1].W[2, 1]), rel=1e-7)
    assert c == pytest.approx(SampleTracer(network).trace(X[:4], 1).loss, rel=1e-5)
    assert (np.diff(line.weight) > 0).all() and line.update == 7
    assert line.weight[0] == pytest.approx(w - 0.01) and line.weight[-1] == pytest.approx(w + 0.01)
    middle = len(line.weight) // 2
    difference = (line.loss[middle + 1] - line.loss[middle - 1]) / (
        line.weight[middle + 1] - line.weight[middle - 1]
    )
    assert line.slope == pytest.approx(difference, rel=1e-5)
    moved = network.copy(np.float64)
    moved.layers[1].W[2, 1] = line.weight[0]
    assert SampleTracer(moved).trace(X[:4], 1).loss == pytest.approx(line.loss[0], rel=1e-12)


def test_the_network_stays_as_it_is() -> None:
    network = Network.dense((4, 6, 3), seed=6)
    before = network.parameters.copy()
    check_parameter(network, X[:4], 1, "cross_entropy", 7)
    loss_slice(network, X[:4], 1, "cross_entropy", 7, 1.0)
    assert np.array_equal(before, network.parameters)


def test_without_an_answer_there_is_no_c() -> None:
    network = Network.dense((4, 3), seed=6)
    with pytest.raises(ValueError, match="no right answer"):
        check_parameter(network, X[:4], None, "cross_entropy", 0)
    with pytest.raises(ValueError, match="no right answer"):
        loss_slice(network, X[:4], None, "cross_entropy", 0, 1.0)


def test_regression_targets_have_a_slice_too() -> None:
    network = Network.dense((2, 3, 1), activation="tanh", output="identity", seed=1)
    target = np.array([0.5], np.float32)
    index = network.topology.weight_index(0, 1, 2)
    assert check_parameter(network, X[:2], target, "squared_error", index).agrees
    line = loss_slice(network, X[:2], target, "squared_error", index, 0.5)
    expected = SampleTracer(network).trace(X[:2], target, "squared_error").loss
    assert line.here[1] == pytest.approx(expected, rel=1e-5)


def test_with_dropped_neurons_it_is_the_network_without_them() -> None:
    network = Network.dense((4, 6, 5, 3), activation="tanh", seed=3)
    masks = [np.array(mask, np.float32) * 1.25 for mask in ([1, 0, 1, 1, 0, 1], [1, 1, 0, 1, 1])]
    index = network.topology.weight_index(1, 2, 3)

    def C(w: float) -> float:
        """Written out, in double precision."""
        layers = [(layer.W.astype(np.float64), layer.b.astype(np.float64)) for layer in network.layers]
        layers[1][0][2, 3] = w
        a = X[:4].astype(np.float64)
        for (W, b), mask in zip(layers[:-1], masks, strict=True):
            a = np.tanh(a @ W + b) * mask
        z = a @ layers[-1][0] + layers[-1][1]
        return float(np.log(np.exp(z).sum()) - z[1])

    line = loss_slice(network, X[:4], 1, "cross_entropy", index, 0.5, masks=masks)
    np.testing.assert_allclose(line.loss, [C(w) for w in line.weight], rtol=1e-12)
    w, h = line.here[0], 1e-5
    check = check_parameter(network, X[:4], 1, "cross_entropy", index, masks)
    assert check.agrees and check.numerical == pytest.approx((C(w + h) - C(w - h)) / (2 * h), rel=1e-7)
    assert line.slope == check.backpropagated
    whole = loss_slice(network, X[:4], 1, "cross_entropy", index, 0.5)
    assert abs(whole.here[1] - line.here[1]) > 0.01
