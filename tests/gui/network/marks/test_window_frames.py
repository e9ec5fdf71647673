"""The frames around what a cell sees: exactly its window's cells on each map, and a pool's block."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.geometry.layout import make_layout
from gui.network.marks.window_frames import window_frames
from gui.theme.tokens import Theme

LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, picture=(6, 6)),
    MaxPool2d(2),
    Conv2d(2, 2),
    Dense(5),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    return snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)


@pytest.fixture
def layout(snapshot: Any) -> Any:
    return make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(6, 6), topology=snapshot.topology)


def cells_in(frame: Any, x: np.ndarray, y: np.ndarray) -> list[int]:
    """The units whose middles are inside a frame."""
    return [unit for unit in range(len(x)) if frame.contains(x[unit], y[unit])]


def test_in_the_middle_the_window_is_whole_and_at_the_corner_it_is_cut(snapshot: Any, layout: Any) -> None:
    (frame,) = window_frames(snapshot, layout, 0, (2 * 6 + 3) * 3 + 1)
    expected = [row * 6 + column for row in (1, 2, 3) for column in (2, 3, 4)]
    assert cells_in(frame, layout.pixel_x, layout.pixel_y) == expected
    (corner,) = window_frames(snapshot, layout, 0, 0)
    assert cells_in(corner, layout.pixel_x, layout.pixel_y) == [0, 1, 6, 7]
    pixel = layout.picture.width / 6
    assert (corner.width, corner.height) == (pytest.approx(2 * pixel), pytest.approx(2 * pixel))


def test_each_map_of_the_layer_before_has_a_frame(snapshot: Any, layout: Any) -> None:
    frames = window_frames(snapshot, layout, 2, (0 * 2 + 1) * 2)
    pooled = layout.layers[1]
    seen = [cells_in(frame, pooled.x, pooled.y) for frame in frames]
    window = [(row * 3 + column) * 3 for row in (0, 1) for column in (1, 2)]
    assert seen == [[cell + number for cell in window] for number in range(3)]


def test_a_cell_of_a_pool_has_its_block(snapshot: Any, layout: Any) -> None:
    (frame,) = window_frames(snapshot, layout, 1, (1 * 3 + 2) * 3 + 2)
    first = layout.layers[0]
    block = [(row * 6 + column) * 3 + 2 for row in (2, 3) for column in (4, 5)]
    assert cells_in(frame, first.x, first.y) == block


def test_neurons_and_outputs_have_none(snapshot: Any, layout: Any) -> None:
    assert window_frames(snapshot, layout, 3, 1) == () == window_frames(snapshot, layout, 4, 0)
