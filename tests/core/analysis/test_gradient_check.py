"""The library's own gradient check: it agrees where the gradient is right, and notices where it is not."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.gradient_check import GradientCheck, check_gradient
from core.nn.network import Network


def test_a_derivative_worked_out_by_hand_comes_out_in_both_ways() -> None:
    # No hidden layer, all parameters 0, x = 2, right class 0: y = (1/2, 1/2), δ = (-1/2, 1/2);
    # dC/dW = x δ = (-1, 1), dC/db = δ.
    network = Network.dense((1, 2))
    network.parameters[...] = 0
    checks = check_gradient(network, [[2.0]], np.array([0]))
    assert [check.backpropagated for check in checks] == [-1.0, 1.0, -0.5, 0.5]
    np.testing.assert_allclose([check.numerical for check in checks], [-1.0, 1.0, -0.5, 0.5], rtol=1e-9)
    assert all(check.agrees for check in checks)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
@pytest.mark.parametrize("skip", [False, True])
def test_every_parameter_of_a_smooth_network_agrees(activation: str, skip: bool) -> None:
    rng = np.random.default_rng(5)
    network = Network.dense((4, 4, 4, 3), activation, skip=skip, seed=1)
    checks = check_gradient(network, rng.normal(size=(6, 4)), rng.integers(0, 3, 6))
    assert [check.index for check in checks] == list(range(network.parameter_count))
    assert all(check.agrees for check in checks)
    assert max(abs(check.backpropagated) for check in checks) > 0.01


def test_only_the_parameters_asked_for_are_checked_and_the_network_stays_as_it_is() -> None:
    network = Network.dense((3, 4, 2), "tanh", seed=2)
    parameters, gradients = network.parameters.copy(), network.gradients.copy()
    checks = check_gradient(network, [[1.0, -1.0, 0.5]], np.array([1]), indices=[7, 0])
    assert [check.index for check in checks] == [7, 0]
    np.testing.assert_array_equal(network.parameters, parameters)
    np.testing.assert_array_equal(network.gradients, gradients)


def test_a_wrong_derivative_does_not_agree() -> None:
    # An error of 2e-6 of the value is over the allowed 1e-6 of it and 1e-9.
    assert not GradientCheck(0, 1.0, 1.000002).agrees
    assert GradientCheck(0, 1.0, 1.0000005).agrees
    assert GradientCheck(0, 0.0, 5e-10).agrees


def test_the_relative_error_is_taken_of_the_larger_of_the_two() -> None:
    assert GradientCheck(0, 1.0, -4.0).relative_error == 1.25
    assert GradientCheck(0, 0.0, 0.0).relative_error == 0.0


def test_a_loss_that_does_not_suit_the_output_is_refused() -> None:
    with pytest.raises(ValueError, match="'identity'"):
        check_gradient(Network.dense((2, 2), output="identity"), np.zeros((1, 2)), np.array([0]))


@pytest.mark.parametrize("output", ["softmax", "sigmoid", "identity"])
def test_squared_error_is_checked_too(output: str) -> None:
    network = Network.dense((3, 4, 2), "tanh", output, seed=1)
    X = np.random.default_rng(0).standard_normal((5, 3))
    for y in (np.array([0, 1, 1, 0, 1]), np.linspace(0, 1, 10).reshape(5, 2)):
        assert all(check.agrees for check in check_gradient(network, X, y, loss="squared_error"))
