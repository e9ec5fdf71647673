"""What was asked for at the neurons and has no room is told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.marks.no_room_text import why_no_names, why_no_tiles, why_nothing_unfolds
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of

THEME = Theme()


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ((16,), ""),
        ((300, 16), "at the neurons of layer 1."),
        ((300, 300), "The neurons have no room"),
        ((), "no hidden neurons"),
    ],
)
def test_layers_without_room_for_their_favourites_are_named(make_snapshot, hidden, words) -> None:
    snapshot = make_snapshot((256, *hidden, 10))
    why = why_no_names(snapshot, make_layout(snapshot.sizes, 800, 506, THEME), THEME)
    assert words in why and bool(words) == bool(why)


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ((32, 16), "No layer is folded: every neuron is shown already. The switch stays on"),
        ((300, 16), ""),
        ((30_000,), "too many neurons"),
        ((), "no hidden neurons"),
    ],
)
def test_where_no_layer_unfolds_it_is_told_why(hidden, words) -> None:
    sizes = (256, *hidden, 10)
    layout = make_layout(sizes, 800, 506, THEME, expanded=range(len(hidden)))
    why = why_nothing_unfolds(layout)
    assert words in why and bool(words) == bool(why)


def test_neurons_too_small_for_pictures_are_told_and_large_ones_are_not(make_snapshot) -> None:
    for hidden, told in (((32,), "too small"), ((), "no hidden neurons")):
        snapshot = make_snapshot((256, *hidden, 10))
        assert told in why_no_tiles(snapshot, make_layout(snapshot.sizes, 800, 506, THEME))
    snapshot = make_snapshot((256, 8, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME, zoom=Zoom(4.0, 400.0, 250.0, 4.0))
    assert layout.layers[0].radius >= 16 and why_no_tiles(snapshot, layout) == ""


def test_numbers_are_no_picture_and_curves_have_no_classes() -> None:
    data = DataInfo(DatasetSpec("line", "sine"), (), None, input_scales=np.ones(1))
    network = Architecture.dense((6,), "tanh", 1, output="identity").with_outputs(1).network((1,))
    snapshot = snapshot_of(network, np.ones(1, np.float32), None, data=data)
    layout = make_layout(snapshot.sizes, 800, 506, THEME, inputs=(1, 1))
    assert "no picture" in why_no_tiles(snapshot, layout)
    assert "no classes" in why_no_names(snapshot, layout, THEME)


def test_feature_maps_have_room_where_they_stand_below_each_other(snapshot_of_architecture) -> None:
    def told(maps: int, height: int) -> str:
        layers = (Conv2d(maps, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
        snapshot = snapshot_of_architecture(Architecture(layers, seed=1))
        snapshot = replace(snapshot, data=replace(snapshot.data, class_names=tuple("ABCD")))
        sizes = snapshot.sizes, 900, height, Theme()
        layout = make_layout(*sizes, inputs=(4, 4), topology=snapshot.topology)
        return why_no_names(snapshot, layout, Theme())

    assert told(3, 560) == ""
    assert "have no room for their favourite classes" in told(60, 400)
