"""Shared biases, and what a pool's cell is made of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.interaction.cell_values import bias_of, neurons_per_bias, pooling_of, winner_of

LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, picture=(4, 4)),
    MaxPool2d(2),
    Conv2d(2, 1, bias_per_cell=True),
    AvgPool2d(2),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    made = snapshot_of_architecture(Architecture(LAYERS, seed=4))
    made.topology.table.views(made.parameters)
    return made


def test_all_cells_of_a_map_have_its_bias_or_each_its_own(snapshot: Any) -> None:
    first, _, third, _, last = (np.asarray(b) for b in snapshot.biases)
    assert [neurons_per_bias(snapshot, layer) for layer in range(5)] == [16, 1, 1, 1, 1]
    assert bias_of(snapshot, 0, 2 * 7 + 1) == float(first[1])
    assert bias_of(snapshot, 2, 5) == float(third[5]) and bias_of(snapshot, 4, 3) == float(last[3])
    assert bias_of(snapshot, 1, 0) is None and bias_of(snapshot, 3, 0) is None


def test_pools_are_told_from_each_other_and_a_max_pool_knows_its_winner(snapshot: Any) -> None:
    assert [pooling_of(snapshot, layer) for layer in range(5)] == ["", "max", "", "mean", ""]
    block = snapshot.trace.a[0].reshape(4, 4, 2)[2:, :2, 1]
    row, column = divmod(int(block.argmax()), 2)
    assert winner_of(snapshot, 1, (1 * 2 + 0) * 2 + 1) == f"map 2 ({3 + row}, {1 + column})"
    assert winner_of(snapshot, 0, 0) == "" == winner_of(snapshot, 3, 1)
