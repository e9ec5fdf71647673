"""What may stand over a layer, the longest first."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.marks.column_heads import heads_of, maps_text

REST = AnimationState()


@pytest.mark.parametrize("maps, words", [(1, "1 map"), (12, "12 maps")])
def test_one_map_is_no_several(maps: int, words: str) -> None:
    assert maps_text(maps) == words


def test_a_layer_is_so_many_maps_or_so_many_neurons(snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(5), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=3))
    assert heads_of(snapshot, 0, REST, None) == ["2 maps of 4 × 4", "2 maps"]
    assert heads_of(snapshot, 1, REST, None) == ["5 neurons", "5"]


def test_who_is_dead_is_counted_first_of_all(snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (Dense(5), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=3))
    flat = (np.array([1.0, 0, 0, 1.0, 0.5]),)
    statistics = NeuronStatistics(1, 3, 100, ("relu",), flat, (np.zeros((4, 5)),))
    heads = heads_of(snapshot, 0, REST, statistics)
    assert heads == ["5 neurons · 2 dead", "5 · 2 dead", "5 neurons", "5"]
