"""Parameters of a file take the place of random ones, whole or not at all."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.initial_weights import InitialWeights
from core.nn.network import Network


def test_they_become_the_networks_parameters() -> None:
    network = Network.dense((3, 2))
    InitialWeights("a.safetensors", np.arange(8, dtype=np.float32)).write_to(network)
    np.testing.assert_array_equal(network.layers[0].W, [[0, 1], [2, 3], [4, 5]])
    np.testing.assert_array_equal(network.layers[0].b, [6, 7])


def test_those_of_another_network_change_nothing() -> None:
    network = Network.dense((3, 2))
    before = network.parameters.copy()
    weights = InitialWeights("a.safetensors", np.ones(9, np.float32))
    assert not weights.fit(network)
    with pytest.raises(ValueError, match="a.safetensors has 9 parameters, the network 8"):
        weights.write_to(network)
    np.testing.assert_array_equal(network.parameters, before)
