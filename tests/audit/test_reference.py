"""The audit's own network is right: finite differences, and PyTorch's functions where they are at hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.audit.reference import Reference, Shape, percentile_99, value_and_slope

NAMES = ("relu", "leaky_relu", "identity", "tanh", "sigmoid", "softplus", "silu", "elu", "gelu")


@pytest.mark.parametrize("name", NAMES)
def test_each_slope_is_that_of_its_function(name: str) -> None:
    z = np.array([-3.1, -0.7, 0.4, 2.2])
    h = 1e-6
    value, slope = value_and_slope(name, z)
    difference = (value_and_slope(name, z + h)[0] - value_and_slope(name, z - h)[0]) / (2 * h)
    np.testing.assert_allclose(slope, difference, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "identity"])
def test_each_function_is_pytorchs(name: str) -> None:
    torch = pytest.importorskip("torch")
    z = np.linspace(-4, 4, 9)
    function = getattr(torch.nn.functional, name)
    np.testing.assert_allclose(value_and_slope(name, z)[0], function(torch.tensor(z)).numpy(), rtol=1e-6)


@pytest.mark.parametrize(
    ("loss", "output"),
    [
        ("cross_entropy", "softmax"),
        ("cross_entropy", "sigmoid"),
        ("squared_error", "softmax"),
        ("squared_error", "sigmoid"),
        ("squared_error", "identity"),
    ],
)
def test_the_gradient_is_that_of_the_loss(loss: str, output: str) -> None:
    shape = Shape((3, 4, 4, 2), ("tanh", "silu"), output, True)
    rng = np.random.default_rng(0)
    theta = rng.normal(0, 0.7, 3 * 4 + 4 + 4 * 4 + 4 + 4 * 2 + 2)
    X, y = rng.normal(size=(5, 3)), rng.integers(2, size=5)

    def mean(theta: np.ndarray) -> float:
        losses = Reference(shape, theta).run(X, y, loss).losses
        assert losses is not None
        return float(losses.mean())

    reference = Reference(shape, theta)
    gradient = reference.gradient(reference.run(X, y, loss))
    for place in range(0, theta.size, 3):
        step = np.zeros_like(theta)
        step[place] = 1e-6
        numerical = (mean(theta + step) - mean(theta - step)) / 2e-6
        assert gradient[place] == pytest.approx(numerical, rel=1e-5, abs=1e-9)


def test_the_percentile_leaves_zeros_out() -> None:
    assert percentile_99(np.concatenate([np.zeros(50), -np.arange(1.0, 101.0)])) == 99
    assert percentile_99(np.zeros(3)) is None
