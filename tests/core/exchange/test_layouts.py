"""Every parameter has one place in the arrays of a file, and goes back to where it was."""

from __future__ import annotations

import numpy as np
import pytest

from core.exchange.layouts import (
    NOWHERE,
    gathered,
    numpy_places,
    pytorch_places,
    scatter,
    whole_count,
)
from core.exchange.modules import sequential
from core.nn.network import Network
from tests.core.exchange.networks import networks
from tests.core.exchange.picture_networks import OWN, PLAIN, network_of, picture_networks

ALL = [*networks(), *picture_networks()]


def names_of(network: Network) -> list[tuple[str, str]]:
    return [(layer.name, layer.bias_name) for layer in sequential(network.topology)]


@pytest.mark.parametrize(("name", "network"), ALL, ids=[name for name, _ in ALL])
def test_each_parameter_stands_in_one_place_of_both_and_comes_back(name: str, network: Network) -> None:
    for places in (pytorch_places(network.topology, names_of(network)), numpy_places(network.topology)):
        every = np.concatenate([own.ravel() for own in places.values()])
        assert sorted(every[every != NOWHERE].tolist()) == list(range(network.parameter_count))
        flat = np.zeros_like(network.parameters)
        for own in places.values():
            scatter(gathered(own, network.parameters), own, flat)
        np.testing.assert_array_equal(flat, network.parameters)
        weights = sum(own.size for key, own in places.items() if "W" in key or "weight" in key)
        assert whole_count(network.topology) <= weights


def test_the_arrays_have_pytorchs_shapes_and_those_of_the_function() -> None:
    small, local = network_of(*PLAIN["small_cnn"]), network_of(*OWN["local"])
    shapes = {key: own.shape for key, own in pytorch_places(small.topology, names_of(small)).items()}
    assert shapes["0.weight"] == (8, 1, 3, 3) and shapes["3.weight"] == (16, 8, 3, 3)
    assert shapes["7.weight"] == (10, 256) and shapes["3.bias"] == (16,)
    shapes = {key: own.shape for key, own in numpy_places(small.topology).items()}
    assert shapes == {
        "W1": (3, 3, 1, 8),
        "b1": (8,),
        "W3": (3, 3, 8, 16),
        "b3": (16,),
        "W5": (256, 10),
        "b5": (10,),
    }
    shapes = {key: own.shape for key, own in pytorch_places(local.topology, names_of(local)).items()}
    assert shapes["0.weight"] == (30, 2, 1, 3, 3) and shapes["0.bias"] == (2, 5, 6)
    assert numpy_places(local.topology)["W1"].shape == (5, 6, 3, 3, 1, 2)


def test_where_a_map_does_not_read_another_and_beyond_the_border_there_is_a_0() -> None:
    lenet, local = network_of(*OWN["lenet"]), network_of(*OWN["local"])
    own = pytorch_places(lenet.topology, names_of(lenet))["3.weight"]
    weights = gathered(own, lenet.parameters)
    # Map 1 of the second layer reads the maps 0 and 5 to 11.
    assert (weights[1, 1:5] == 0).all() and weights[1, [0, *range(5, 12)]].all()
    corner = gathered(pytorch_places(local.topology, names_of(local))["0.weight"], local.parameters)[0, :, 0]
    assert (corner[:, 0] == 0).all() and (corner[:, :, 0] == 0).all() and corner[:, 1:, 1:].all()
