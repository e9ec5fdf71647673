"""Flatten passes on what it gets, and a network with it is the one without."""

from __future__ import annotations

import numpy as np
import pytest

from core import Architecture, AvgPool2d, Conv2d, Dense, Flatten
from core.analysis.gradient_check import check_gradient


def test_it_has_one_number_for_each_of_its_input_and_no_parameters() -> None:
    spec = Flatten()
    assert spec.out_shape((4, 5, 3)) == (60,) and spec.parameter_shapes((4, 5, 3)) == {}
    assert spec.canonical((4, 5, 3)) == spec and not spec.is_residual((60,)) and spec.products((60,)) == 0


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_network_with_it_is_the_one_without(dtype: type) -> None:
    before, after = (Conv2d(3, 3, padding=1, activation="tanh"), AvgPool2d(2)), Dense(4, "softmax")
    plain = Architecture((*before, after)).network((6, 6, 1), dtype=dtype)
    with_it = Architecture((*before, Flatten(), after)).network((6, 6, 1), dtype=dtype)
    with_it.parameters[:] = plain.parameters
    X = np.random.default_rng(0).normal(size=(5, 36)).astype(dtype)
    np.testing.assert_array_equal(plain.predict(X), with_it.predict(X))
    assert [layer.W.shape for layer in with_it.layers] == [(3, 3, 1, 3), (0,), (0,), (27, 4)]


def test_its_gradient_agrees_with_finite_differences() -> None:
    layers = (Flatten(), Dense(5, "tanh"), Flatten(), Dense(3, "softmax"))
    network = Architecture(layers, seed=1).network((4, 4, 1), dtype=np.float64)
    rng = np.random.default_rng(2)
    checks = check_gradient(network, rng.normal(size=(3, 16)), rng.integers(0, 3, 3))
    assert all(check.agrees for check in checks)
