"""What a cell sees: exactly the pixels that its number depends on."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.receptive_field import ReceptiveField, receptive_field
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.pooling import AvgPool2d
from core.nn.topology import Topology
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN

# Means in place of maxima, so that every pixel counts.
STACK = (
    Conv2d(2, 3, 2, 1, "tanh", picture=(16, 16)),
    AvgPool2d(2, "tanh"),
    Conv2d(2, 2, 1, 1, "tanh"),
    Dense(3, "softmax"),
)


@pytest.mark.parametrize("layers", [STACK, LENET_1989], ids=["stack", "lenet"])
def test_it_is_the_pixels_that_the_cell_depends_on(layers: tuple) -> None:
    network = Architecture(layers, seed=1).network((256,), dtype=np.float64)
    network.parameters[:] = np.random.default_rng(3).normal(0, 0.4, network.parameter_count)
    for layer, shape in enumerate(network.topology.shapes[1:]):
        if len(shape) == 3:
            for cell in (0, shape[1] + 1, shape[0] * shape[1] - 1):
                seen = np.zeros((16, 16), np.float32)
                seen[depends_on(network, layer, cell)] = 1
                field = receptive_field(network.topology, layer, cell, (16, 16))
                piece = field.piece(seen)
                assert np.nansum(piece) == seen.sum(), "no pixel outside"
                assert np.nanmin(piece) == 1, "each pixel inside"


def depends_on(network: Network, layer: int, cell: int) -> np.ndarray:
    """(16, 16): whether map 0's cell changes with the pixel."""
    propagation = network.propagation(257)
    X = np.full((257, 256), 0.3)
    X[np.arange(256), np.arange(256)] = 0.9
    propagation.forward(X)
    maps = network.topology.maps[layer + 1]
    z = propagation.z[layer][:, cell * maps]
    return (np.abs(z[:256] - z[256]) > 1e-13).reshape(16, 16)


def test_its_size_grows_through_the_layers() -> None:
    topology = Topology(SMALL_CNN, (256,))
    sizes = [receptive_field(topology, layer, 0, (16, 16)).rows for layer in range(4)]
    assert sizes == [3, 4, 8, 10]
    assert receptive_field(topology, 2, 8 + 2, (16, 16)) == ReceptiveField(-1, 1, 8, 8)


def test_beyond_the_border_there_is_nothing() -> None:
    piece = ReceptiveField(-1, 2, 3, 3).piece(np.arange(16, dtype=np.float32).reshape(4, 4))
    assert np.isnan(piece[0]).all() and np.isnan(piece[:, 2]).all()
    assert piece[1:, :2].tolist() == [[2, 3], [6, 7]]
