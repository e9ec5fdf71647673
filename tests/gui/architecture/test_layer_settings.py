"""What can be chosen of a layer: read, put back, and a new one."""

from __future__ import annotations

from typing import Any

import pytest

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.architecture.layer_settings import new_layer, size_of, with_settings, without_picture
from tests.core.nn.masked_layer import Masked


@pytest.mark.parametrize(
    ("layer", "size", "larger"),
    [
        (Dense(3, "tanh", True), 3, Dense(9, "tanh", True)),
        (Conv2d(3, 5, 2, 2, "tanh"), 3, Conv2d(9, 5, 2, 2, "tanh")),
        (LocallyConnected2d(3, 5), 3, LocallyConnected2d(9, 5)),
        (MaxPool2d(3), 3, MaxPool2d(9)),
        (AvgPool2d(3), 3, AvgPool2d(9)),
    ],
)
def test_a_size_is_read_and_put_back(layer: LayerSpec, size: int, larger: LayerSpec) -> None:
    assert size_of(layer) == size and with_settings(layer, size=9) == larger
    assert with_settings(layer, size=size) == layer


def test_maps_that_read_some_of_the_maps_read_all_once_there_are_more_of_them() -> None:
    sparse = Conv2d(2, reads=((0, 1), (1, 2)), bias_per_cell=True)
    assert with_settings(sparse, size=2, kernel=5) == Conv2d(2, 5, reads=((0, 1), (1, 2)), bias_per_cell=True)
    assert with_settings(sparse, size=3) == Conv2d(3, bias_per_cell=True)


def test_a_kind_that_is_not_known_has_no_size_and_stays() -> None:
    layer: Any = Masked(((0,), (1,)))
    assert size_of(layer) is None and with_settings(layer) == layer and without_picture(layer) == layer


def test_a_layer_is_without_a_picture_wherever_it_may_stand() -> None:
    assert without_picture(Conv2d(2, picture=(4, 4))) == Conv2d(2)
    assert without_picture(Dense(2)) == Dense(2)


@pytest.mark.parametrize(
    ("kind", "before", "made"),
    [
        (Dense, None, Dense(16, "elu", True)),
        (Dense, Dense(7), Dense(7, "elu", True)),
        (Conv2d, Conv2d(4, 5, 2), Conv2d(4, 3, 1, 1, "elu", True)),
        (Conv2d, None, Conv2d(8, 3, 1, 1, "elu", True)),
        (LocallyConnected2d, None, LocallyConnected2d(8, 3, 1, 1, "elu", True)),
        (MaxPool2d, None, MaxPool2d(2)),
        (AvgPool2d, MaxPool2d(3), AvgPool2d(2)),
    ],
)
def test_a_new_layer_is_as_large_as_the_last_of_its_kind(kind: Any, before: Any, made: LayerSpec) -> None:
    assert new_layer(kind, before, "elu", True) == made
