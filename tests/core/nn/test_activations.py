"""Every activation and its derivative: against PyTorch, against finite differences, and at the ends of the line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from core.nn.activations import ACTIVATIONS, Workspace, activation_named, sigmoid, softmax

Numbers = np.ndarray[Any, Any]
NAMES = tuple(ACTIVATIONS)


def value(name: str, z: Numbers) -> Numbers:
    before, out = z.copy(), np.full_like(z, np.nan)
    ACTIVATIONS[name].apply(z, out, Workspace(z.shape, z.dtype))
    np.testing.assert_array_equal(z, before)
    return out


def slope(name: str, z: Numbers) -> Numbers:
    """f'(z), had by multiplying a gradient of ones."""
    gradient = np.ones_like(z)
    ACTIVATIONS[name].times_derivative(z, value(name, z), gradient, Workspace(z.shape, z.dtype))
    return gradient


def in_pytorch(torch: Any, name: str, z: Numbers) -> tuple[Numbers, Numbers]:
    """PyTorch's own f(z) in double precision, and what its autograd says of the slope."""
    f = torch.nn.functional
    functions = {
        "relu": f.relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "leaky_relu": f.leaky_relu,
        "elu": f.elu,
        "gelu": f.gelu,
        "silu": f.silu,
        # By default PyTorch's is the straight line from z = 20 on, which is right to 2e-9 only.
        "softplus": lambda numbers: f.softplus(numbers, threshold=50),
        "identity": lambda numbers: 1 * numbers,
    }
    numbers = torch.tensor(z.astype(np.float64), requires_grad=True)
    a = functions[name](numbers)
    a.sum().backward()
    return a.detach().numpy(), numbers.grad.numpy()


def test_the_activations_stand_in_the_order_of_the_menu() -> None:
    expected = "relu sigmoid tanh leaky_relu elu gelu silu softplus identity"
    assert " ".join(ACTIVATIONS) == expected


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-12), (np.float32, 1e-6)])
@pytest.mark.parametrize("name", NAMES)
def test_values_and_slopes_agree_with_pytorch(name: str, dtype: Any, tolerance: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    near = np.geomspace(1e-30, 1, 200)
    z = np.concatenate([np.linspace(-20, 20, 4001), near, -near, [0.0]]).astype(dtype).reshape(2, -1)
    a, slopes = in_pytorch(torch, name, z)
    # Every small value has all its digits but GELU's: far left it is what 1 + erf leaves, as it is in PyTorch.
    least = tolerance / 2 if name == "gelu" else 0
    np.testing.assert_allclose(value(name, z), a, rtol=tolerance, atol=least)
    np.testing.assert_allclose(slope(name, z), slopes, rtol=tolerance, atol=tolerance / 2)


@pytest.mark.parametrize(("name", "factor", "reach"), [("sigmoid", 1, 80), ("tanh", 2, 40)])
def test_the_slope_of_a_saturated_neuron_has_all_its_digits(name: str, factor: int, reach: int) -> None:
    # f'(z) = factor² e / (1 + e)² with e = e**(-factor |z|): the derivatives of σ and tanh, σ's of twice z.
    z = np.linspace(-reach, reach, 161).astype(np.float32)
    e = np.exp(-factor * np.abs(z.astype(np.float64)))
    np.testing.assert_allclose(slope(name, z), factor**2 * e / (1 + e) ** 2, rtol=2e-6)


@pytest.mark.parametrize("name", NAMES)
def test_slopes_agree_with_finite_differences(name: str) -> None:
    z, step = np.linspace(-6, 6, 1200), 1e-5
    # The nearest z is 5e-3 from 0, where some have a kink.
    above, below = value(name, z + step), value(name, z - step)
    # The error is a sixth of step² times the third derivative, and 1e-16 * 6 / step of rounding.
    np.testing.assert_allclose(slope(name, z), (above - below) / (2 * step), atol=2e-10)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("relu", 0),
        ("sigmoid", 0.25),
        ("tanh", 1),
        ("leaky_relu", 0.01),
        ("elu", 1),
        ("gelu", 0.5),
        ("silu", 0.5),
        ("softplus", 0.5),
        ("identity", 1),
    ],
)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_at_0_and_beside_it_the_slope_is_the_papers(name: str, expected: float, dtype: Any) -> None:
    # By hand; where there is a kink, the slope from the left is taken. The second number is the smallest there is.
    z = np.array([0, -np.finfo(dtype).smallest_subnormal], dtype)
    np.testing.assert_allclose(slope(name, z), expected, rtol=1e-7)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize(
    ("name", "left", "right"),
    # f(-10,000) and f(10,000), to all digits of single precision.
    [
        ("relu", 0, 10_000),
        ("sigmoid", 0, 1),
        ("tanh", -1, 1),
        ("leaky_relu", -100, 10_000),
        ("elu", -1, 10_000),
        ("gelu", 0, 10_000),
        ("silu", 0, 10_000),
        ("softplus", 0, 10_000),
        ("identity", -10_000, 10_000),
    ],
)
def test_far_from_0_everything_is_finite_and_what_it_tends_to(
    name: str, left: float, right: float, dtype: Any
) -> None:
    z = np.array([-1e4, 1e4], dtype)
    np.testing.assert_allclose(value(name, z), [left, right], rtol=1e-6, atol=1e-28)
    slopes = {"sigmoid": (0, 0), "tanh": (0, 0), "leaky_relu": (0.01, 1), "identity": (1, 1)}
    np.testing.assert_allclose(slope(name, z), slopes.get(name, (0, 1)), rtol=1e-6, atol=1e-28)


@pytest.mark.parametrize("name", NAMES)
def test_a_gradient_is_multiplied_where_it_lies(name: str) -> None:
    rng = np.random.default_rng(0)
    z, gradient = rng.standard_normal((2, 8, 5)).astype(np.float32)
    expected = gradient * slope(name, z)
    a, workspace = value(name, z), Workspace(z.shape, z.dtype)
    z_before, a_before = z.copy(), a.copy()
    ACTIVATIONS[name].times_derivative(z, a, gradient, workspace)
    np.testing.assert_array_equal(gradient, expected)
    np.testing.assert_array_equal(z, z_before)
    np.testing.assert_array_equal(a, a_before)


def test_an_unknown_name_is_refused_with_all_that_there_are() -> None:
    with pytest.raises(ValueError, match="'step' is no activation; choose one of relu, .*, identity"):
        activation_named("step")


@pytest.mark.parametrize("z", [-690.0, -300.0, -40.0, 0.0, 2.0, 40.0])
def test_the_sigmoid_in_double_precision_keeps_all_digits_of_the_smallest_values(z: float) -> None:
    numbers = np.array([z])
    sigmoid(numbers, numbers)
    exact = 1 / (1 + (-Decimal(z)).exp())
    assert numbers[0] == pytest.approx(float(exact), rel=1e-13, abs=0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_sigmoid_overflows_nowhere(dtype: Any) -> None:
    numbers = np.array([-np.finfo(dtype).max, np.finfo(dtype).max], dtype)
    with np.errstate(all="raise", under="ignore"):
        sigmoid(numbers, numbers)
    assert 0 <= numbers[0] < 1e-30 and numbers[1] == 1


@pytest.mark.parametrize("ones", [None, np.ones(3)])
def test_softmax_ignores_a_constant_added_to_every_logit_and_leaves_the_largest_and_the_sum(
    ones: Numbers | None,
) -> None:
    z = np.log([[1.0, 8.0], [2.0, 1.0], [5.0, 1.0]]) + 900.0
    y, largest, total = np.empty_like(z), np.empty(2), np.empty(2)
    softmax(z, y, largest, total, ones)
    np.testing.assert_allclose(y, [[0.125, 0.8], [0.25, 0.1], [0.625, 0.1]], rtol=1e-12)
    np.testing.assert_allclose(largest, np.log([5.0, 8.0]) + 900.0, rtol=1e-15)
    np.testing.assert_allclose(total, [8 / 5, 10 / 8], rtol=1e-12)
    softmax(z, z, total, total, ones)
    np.testing.assert_array_equal(z, y)
