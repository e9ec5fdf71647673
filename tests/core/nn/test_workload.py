"""How much is worked through at once: as ever for dense layers; by the products where weights are shared."""

from __future__ import annotations

import pytest

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology
from core.nn.workload import chunk_rows, is_large, work_of

LARGE: tuple[LayerSpec, ...] = (
    Conv2d(16, 5, padding=2, picture=(64, 64)),
    MaxPool2d(2),
    Conv2d(32, 3, padding=1),
    Dense(2, "softmax"),
)
SMALL: tuple[LayerSpec, ...] = (Conv2d(8, 3, padding=1, picture=(16, 16)), MaxPool2d(2), Dense(10, "softmax"))


@pytest.mark.parametrize(
    "layers, n_in, products",
    [
        ((Dense(32), Dense(10, "softmax")), 256, 256 * 32 + 320),
        (SMALL, 256, 16 * 16 * 9 * 8 + 8 * 8 * 8 * 10),
        (LARGE, 4096, 64 * 64 * 25 * 16 + 32 * 32 * 9 * 16 * 32 + 32 * 32 * 32 * 2),
        ((LocallyConnected2d(3, 2, picture=(4, 4)), Dense(2, "softmax")), 16, 9 * 4 * 3 + 27 * 2),
    ],
)
def test_each_window_multiplies_its_weights_anew(
    layers: tuple[LayerSpec, ...], n_in: int, products: int
) -> None:
    assert Topology(layers, (n_in,)).products == products


@pytest.mark.parametrize(
    "layers, n_in, rows, large",
    [
        ((Dense(32), Dense(10, "softmax")), 256, 1024, False),
        ((Dense(2000), Dense(10, "softmax")), 256, 128, True),
        # 16,000,000 / 23,552 = 679
        (SMALL, 256, 512, False),
        # 16,000,000 / 6,422,528 = 2.5
        (LARGE, 4096, 2, True),
    ],
)
def test_a_chunk_takes_no_more_than_holds_up_nobody(
    layers: tuple[LayerSpec, ...], n_in: int, rows: int, large: bool
) -> None:
    topology = Topology(layers, (n_in,))
    assert chunk_rows(topology) == rows and is_large(topology) == large
    assert rows * work_of(topology) <= 200_000_000
