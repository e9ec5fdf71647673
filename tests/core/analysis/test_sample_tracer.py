"""One example alone: what is refused, and regression targets. The gradients are tested in test_gradients.py."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.gradient_check import check_gradient
from core.analysis.sample_tracer import SampleTracer
from core.nn.network import Network

SATURATING = [
    ("cross_entropy", "softmax"),
    ("cross_entropy", "sigmoid"),
    ("squared_error", "softmax"),
    ("squared_error", "sigmoid"),
]


def test_a_class_or_a_row_of_targets_that_does_not_fit_is_refused() -> None:
    tracer = SampleTracer(Network.dense((2, 3)))
    with pytest.raises(ValueError, match="class 3: give a whole number from 0 to 2"):
        tracer.trace(np.zeros(2), 3)
    with pytest.raises(ValueError, match="2 numbers to be met: give 3"):
        tracer.trace(np.zeros(2), [0.0, 1.0], "squared_error")


def test_regression_by_hand() -> None:
    network = Network.dense((1, 1), output="identity", dtype=np.float64)
    network.layers[0].W[...], network.layers[0].b[...] = 2.0, -1.0
    trace = SampleTracer(network).trace(np.array([3.0]), [4.0], "squared_error")
    # y = 2 · 3 - 1 = 5, C = ½ (5 - 4)², δ = 1, ∂C/∂w = 3 δ
    assert (trace.probabilities[0], trace.loss) == (5.0, 0.5)
    assert (trace.delta[0][0], trace.dW[0][0, 0], trace.db[0][0]) == (1.0, 3.0, 1.0)


def test_one_tracer_serves_several_losses() -> None:
    tracer = SampleTracer(Network.dense((2, 3), seed=4, dtype=np.float64))
    x = np.array([0.3, -0.8])
    y = tracer.trace(x).probabilities
    entropy, square = (tracer.trace(x, 1, loss) for loss in ("cross_entropy", "squared_error"))
    error = y - np.eye(3)[1]
    np.testing.assert_allclose(entropy.delta[0], error, atol=1e-15)
    np.testing.assert_allclose(square.delta[0], y * (error - error @ y), atol=1e-15)
    assert entropy.loss == pytest.approx(-np.log(y[1]), rel=1e-13)
    assert square.loss == pytest.approx(0.5 * error @ error, rel=1e-13)


def nearly_certain(activation: str, output: str, loss: str, goal: float) -> tuple[Network, np.ndarray, int]:
    """A network in single precision, an input, and its class, of which C is about `goal`: made by its last biases."""
    network = Network.dense((6, 8, 8, 5), activation, output, seed=2)
    x = np.random.default_rng(2).random(6).astype(np.float32)
    tracer = SampleTracer(network)
    label = int(tracer.trace(x).probabilities.argmax())
    low, high = 0.0, 100.0
    for _ in range(50):
        bias = (low + high) / 2
        network.layers[-1].b[...] = np.where(np.arange(5) == label, bias, -bias)
        C = tracer.trace(x, label, loss).loss
        assert C is not None
        low, high = (bias, high) if goal < C else (low, bias)
    return network, x, label


@pytest.mark.parametrize("goal", [1e-3, 1e-6, 1e-9])
@pytest.mark.parametrize(("loss", "output"), SATURATING)
@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_of_a_right_and_nearly_certain_answer_the_gradient_is_that_of_the_difference_quotient(
    activation: str, loss: str, output: str, goal: float
) -> None:
    network, x, label = nearly_certain(activation, output, loss, goal)
    trace = SampleTracer(network).trace(x, label, loss)
    assert trace.loss == pytest.approx(goal, rel=0.01)
    gradient = trace.gradient
    assert gradient is not None
    checks = check_gradient(network, [x], np.array([label]), loss=loss)
    numerical = np.array([check.numerical for check in checks])
    # Rounding of the two C, 1e-16 of each, over the step of 1e-5; under it a difference says nothing.
    noise = 1e-9 * goal
    np.testing.assert_allclose(gradient, numerical, rtol=1e-3, atol=noise)
    assert np.abs(numerical).max() > 100 * noise
