"""A map is dead or saturated where all of its cells are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.column_heads import heads_of
from gui.network.marks.feature_map_legend import signs_of_maps
from gui.network.marks.map_states import has_sign, idle_cells, map_states
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.preferred_class_marks import preferred_class_marks
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme

THEME = Theme()
CELLS, MAPS = 16, 3


def statistics_of(flat: np.ndarray, means: np.ndarray) -> NeuronStatistics:
    return NeuronStatistics(1, 3, 100, ("relu",), (flat,), (means,))


@pytest.fixture
def shown(snapshot_of_architecture: Any) -> Any:
    layers: tuple[Any, ...] = (Conv2d(MAPS, 3, padding=1, picture=(4, 4)), Dense(10, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=3), n_out=10)
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    # The second map is dead, and one cell of the third.
    flat = np.zeros((CELLS, MAPS))
    flat[:, 1] = 1.0
    flat[5, 2] = 1.0
    means = np.random.default_rng(0).random((10, CELLS, MAPS))
    means[7, :, 0] += 1.0
    means[2, :, 2] += 1.0
    return snapshot, layout, statistics_of(flat.ravel(), means.reshape(10, -1))


def marks_of(snapshot: Any, layout: Any, statistics: NeuronStatistics | None) -> Any:
    scales = Scales(len(snapshot.connections), n_layers=2)
    scales.update_from_snapshot(snapshot)
    return neuron_marks(snapshot, layout, AnimationState(), scales, THEME, statistics)


def test_maps_have_signs_as_wholes_and_cells_are_counted(shown: Any) -> None:
    snapshot, layout, statistics = shown
    marks = marks_of(snapshot, layout, statistics)
    assert map_states(marks[0]).tolist() == [0, 1, 0] and has_sign(marks[0]) and not has_sign(marks[1])
    assert idle_cells(marks) == (17, 0, 48)
    assert signs_of_maps(marks) == [
        "× on a map: all of its cells dead, = all saturated for nearly all of the test set",
        "17 of 48 cells of maps are dead",
    ]


def test_cells_alone_are_counted_where_no_map_has_a_sign(shown: Any) -> None:
    snapshot, layout, _ = shown
    flat = np.zeros(CELLS * MAPS)
    flat[4] = 1.0
    marks = marks_of(snapshot, layout, statistics_of(flat, np.zeros((10, CELLS * MAPS))))
    assert not has_sign(marks[0]) and signs_of_maps(marks) == ["1 of 48 cells of maps are dead"]


def test_without_statistics_nothing_is_said(shown: Any) -> None:
    snapshot, layout, _ = shown
    marks = marks_of(snapshot, layout, None)
    assert map_states(marks[0]).size == 0 and not has_sign(marks[0]) and signs_of_maps(marks) == []


def test_a_layers_head_counts_dead_maps_and_not_their_cells(shown: Any) -> None:
    snapshot, _, statistics = shown
    assert heads_of(snapshot, 0, AnimationState(), statistics)[0] == "3 maps of 4 × 4 · 1 dead"


def test_each_map_has_the_class_for_which_its_cells_mean_is_largest(shown: Any) -> None:
    snapshot, layout, statistics = shown
    marks = preferred_class_marks(snapshot, marks_of(snapshot, layout, statistics), statistics, THEME)
    tiles = layout.layers[0].maps.tiles
    # The dead one prefers none.
    assert [mark.text for mark in marks] == ["7", "2"]
    for mark, tile in zip(marks, (tiles[0], tiles[2]), strict=True):
        assert tile.x + tile.width < mark.x < layout.layers[1].left
        assert tile.y < mark.y < tile.y + tile.height


def test_a_pools_cells_cannot_be_dead_and_are_not_counted(snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (
        Conv2d(MAPS, 3, padding=1, picture=(4, 4)),
        MaxPool2d(2),
        Dense(10, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=3), n_out=10)
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    sizes = CELLS * MAPS, CELLS * MAPS // 4
    flat, means = tuple(np.zeros(size) for size in sizes), tuple(np.zeros((10, size)) for size in sizes)
    flat[0][:5] = 1.0
    statistics = NeuronStatistics(1, 3, 100, ("relu", "identity"), flat, means)
    scales = Scales(len(snapshot.connections), n_layers=3)
    scales.update_from_snapshot(snapshot)
    marks = neuron_marks(snapshot, layout, AnimationState(), scales, THEME, statistics)
    assert marks[1].maps is not None and not has_sign(marks[1]) and map_states(marks[1]).size == 0
    assert idle_cells(marks) == (5, 0, CELLS * MAPS)
