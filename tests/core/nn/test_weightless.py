"""Layers without weights: nothing of them is drawn, trained or joined, and settings of weights pass them by."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.flatten import Flatten
from core.nn.layer_kinds import has_weights
from core.nn.pooling import AvgPool2d, MaxPool2d


@pytest.mark.parametrize("spec", [MaxPool2d(2), AvgPool2d(2), Flatten()])
def test_it_has_no_parameters_no_connections_and_no_gradient(spec: Any) -> None:
    assert not has_weights(spec) and has_weights(Dense(3)) and has_weights(Conv2d(3))
    assert spec.parameter_shapes((4, 4, 2)) == {} == spec.gradients((4, 4, 2), np.zeros(32), np.zeros(8))
    assert spec.products((4, 4, 2)) == 0 and not spec.is_residual((4, 4, 2)) and spec.sources(3) == (2,)
    network = Architecture((Conv2d(2, picture=(6, 6)), spec, Dense(3, "softmax"))).network((36,))
    assert [group.target_layer for group in network.connections] == [1, 3]


def test_another_activation_is_that_of_the_layers_with_weights_alone() -> None:
    layers = (Conv2d(2, picture=(6, 6)), AvgPool2d(2), Flatten(), Dense(4), Dense(3, "softmax"))
    changed = Architecture(layers).changed(activation="tanh")
    assert [layer.activation for layer in changed.layers] == [
        "tanh",
        "identity",
        "identity",
        "tanh",
        "softmax",
    ]
    assert changed.activations == ("tanh", "tanh")
