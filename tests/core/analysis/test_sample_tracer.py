"""One example alone: what is refused, and regression targets. The gradients are tested in test_gradients.py."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.sample_tracer import SampleTracer
from core.nn.network import Network


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
