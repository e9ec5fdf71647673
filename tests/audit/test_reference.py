"""The audit's own network is right: finite differences, and PyTorch's functions where they are at hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.audit.desk import Desk
from tests.audit.reference import Reference, Shape, percentile_99, percentile_range, value_and_slope

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


def test_a_percentile_is_open_where_single_precision_may_hold_numbers_for_0() -> None:
    # Of 512 numbers the 507th is the percentile; of the 464 that single precision has, the 460th.
    values = np.concatenate([np.full(48, 1e-9), -np.arange(1.0, 465.0)])
    held = np.where(np.abs(values) < 1e-8, 0.0, values)
    assert (percentile_99(values), percentile_99(held)) == (459, 460)
    assert percentile_range(values) == (459, 460) and percentile_range(held) == (460, 460)
    assert percentile_range(np.zeros(3)) is None
    # A number that is small, and has its digits, is counted.
    assert percentile_range(np.where(values > 0, 1e-2, values)) == (459, 459)


@pytest.mark.parametrize(
    ("output", "target", "is_delicate"),
    [
        # y = 0.5 · 0.25 − 0.0625: what differs from it by 10⁻⁸ is its rounding in single precision, 10⁻⁴ is not.
        ("identity", np.array([[0.0625]]), True),
        ("identity", np.array([[0.0625 + 1e-8]]), True),
        ("identity", np.array([[0.0625 + 1e-4]]), False),
        ("identity", None, False),
        # Of these y − ŷ is exact however small it is.
        ("sigmoid", np.array([0]), False),
        ("softmax", np.array([0]), False),
    ],
)
def test_a_regressions_answer_that_is_right_but_for_its_rounding_is_delicate(
    output: str, target: np.ndarray | None, is_delicate: bool
) -> None:
    reference = Reference(Shape((1, 1), (), output, False), np.array([0.25, -0.0625]))
    loss = "squared_error" if output == "identity" else "cross_entropy"
    assert reference.is_delicate(reference.run(np.array([[0.5]]), target, loss)) is is_delicate


def test_nothing_is_delicate_where_all_is_0() -> None:
    reference = Reference(Shape((1, 1), (), "identity", False), np.zeros(2))
    assert not reference.is_delicate(reference.run(np.ones((1, 1)), np.zeros((1, 1)), "squared_error"))


@pytest.mark.parametrize(("w", "is_compared"), [(-900.0, True), (-1e19, False), (np.inf, False)])
def test_what_single_precision_may_not_hold_is_not_compared(w: float, is_compared: bool) -> None:
    desk: Any = SimpleNamespace(
        state_of=lambda _: SimpleNamespace(theta=np.array([w, 1.0])),
        input_of=lambda *_: np.ones(1),
        target_of=lambda *_: None,
        shape=lambda _: Shape((1, 1), (), "identity", False),
    )
    snapshot: Any = SimpleNamespace(run=0, loss="squared_error", trace=SimpleNamespace(masks=()))
    assert (Desk.truth_of(desk, snapshot, True) is not None) is is_compared
