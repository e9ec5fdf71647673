"""What units are called: cells of feature maps by their place, counted from 1."""

from __future__ import annotations

from typing import Any

import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.interaction.unit_names import name_of_input, name_of_source, name_of_target, unit_name

LAYERS: tuple[Any, ...] = (Conv2d(3, 2, picture=(4, 5)), Dense(6), Dense(4, "softmax"))


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    return snapshot_of_architecture(Architecture(LAYERS, seed=1), n_in=20)


def test_a_cell_is_called_by_its_map_its_row_and_its_column(snapshot: Any) -> None:
    # 3 rows and 4 columns of 3 maps, a cell's maps side by side.
    assert snapshot.topology.shapes[1] == (3, 4, 3)
    assert unit_name(snapshot, 1, 0) == "map 1, row 1, column 1"
    assert unit_name(snapshot, 1, (2 * 4 + 1) * 3 + 2) == "map 3, row 3, column 2"
    assert name_of_source(snapshot, 1, 35) == name_of_target(snapshot, 1, 35) == "map 3 (3, 4)"


def test_a_neuron_a_pixel_and_an_output_keep_their_names(snapshot: Any) -> None:
    assert unit_name(snapshot, 2, 4) == name_of_target(snapshot, 2, 4) == "neuron 5"
    assert unit_name(snapshot, 0, 7) == name_of_source(snapshot, 0, 7) == "pixel 8"
    assert name_of_target(snapshot, 3, 2) == f"output {snapshot.output_name(2)}"


def test_an_input_that_is_no_pixel_has_its_own_name(make_snapshot: Any) -> None:
    from dataclasses import replace

    snapshot = make_snapshot((2, 3, 4))
    numbers = replace(snapshot, data=replace(snapshot.data, picture=None))
    assert name_of_input(numbers, 1) == "x₂" == name_of_source(numbers, 0, 1)
    assert name_of_input(snapshot, 1) == ("" if snapshot.data.picture else "x₂")
