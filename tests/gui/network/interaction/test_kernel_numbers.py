"""The numbers of a kernel's weights are the engine's, weight by weight."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.weight_places import KernelWeight
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.interaction.kernel_numbers import kernel_numbers, kernel_values

LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(6, 6)),
    Conv2d(2, 2, activation="tanh", reads=((0, 2), (1,))),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    return snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)


def test_each_kind_is_read_from_its_own_vector(snapshot: Any) -> None:
    weight = KernelWeight(0, 0, 1, 0, 0)
    W = snapshot.weights[0].reshape(3, 3, 1, 3)[:, :, 0, 1]
    dW = snapshot.trace.dW[0].reshape(3, 3, 1, 3)[:, :, 0, 1]
    assert np.array_equal(kernel_values(snapshot, weight, "weight"), W.astype(float))
    assert np.array_equal(kernel_values(snapshot, weight, "gradient"), dW.astype(float))
    assert np.isnan(kernel_values(snapshot, weight, "change")).all()


def test_full_colour_is_the_largest_of_the_whole_layer(snapshot: Any) -> None:
    numbers = kernel_numbers(snapshot, KernelWeight(0, 0, 2, 1, 1), "weight")
    assert numbers.scale == pytest.approx(float(np.abs(snapshot.weights[0]).max()))
    assert len(numbers.weights) == len(numbers.parts) == 9
    dW = snapshot.trace.dW[0].reshape(3, 3, 1, 3)[:, :, 0, 2]
    for weight, parts in zip(numbers.weights, numbers.parts, strict=True):
        assert parts is not None
        assert parts.total == pytest.approx(float(dW[weight.row, weight.column]), abs=1e-6)


def test_maps_that_are_not_joined_have_no_kernel(snapshot: Any) -> None:
    assert kernel_numbers(snapshot, KernelWeight(1, 0, 1, 0, 0), "gradient").weights == ()
    assert np.isnan(kernel_values(snapshot, KernelWeight(1, 0, 1, 0, 0), "weight")).all()
    own = kernel_values(snapshot, KernelWeight(1, 2, 0, 0, 0), "weight")
    # W has, place by place, the weights 0 → 0, 1 → 1 and 2 → 0.
    order = snapshot.weights[1].reshape(4, 3)
    assert sorted(own.ravel()) == pytest.approx(sorted(order[:, 2]))
