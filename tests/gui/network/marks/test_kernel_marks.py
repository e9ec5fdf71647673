"""Kernels: each weight at its place, in the row of its map, with its own number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.kernel_marks import KernelMarks, kernel_marks
from gui.network.marks.ribbon_marks import ribbon_kinds
from gui.theme.tokens import Theme

THEME, REST = Theme(), AnimationState()
LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(6, 6)),
    MaxPool2d(2),
    Conv2d(2, 2, activation="tanh"),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    made = snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)
    mean, change = np.random.default_rng(3).normal(0, 1, (2, made.parameters.size)).astype(np.float32)
    return replace(made, mean_gradient=mean, change=change)


def marks_of(
    snapshot: Any, picture: str = "weight", animation: AnimationState = REST, width: float = 900
) -> tuple[KernelMarks, ...]:
    layout = make_layout(snapshot.sizes, width, 560, THEME, inputs=(6, 6), topology=snapshot.topology)
    return kernel_marks(snapshot, layout, THEME, ribbon_kinds(snapshot, layout, animation, picture))


@pytest.mark.parametrize("picture", ["weight", "signal", "gradient", "mean_gradient", "change"])
def test_each_weight_has_its_number_and_its_colour(snapshot: Any, picture: str) -> None:
    vector = {
        "gradient": snapshot.trace.gradient,
        "mean_gradient": snapshot.mean_gradient,
        "change": snapshot.change,
    }.get(picture, snapshot.parameters)
    marks = marks_of(snapshot, picture)
    assert [(own.group, own.target_layer) for own in marks] == [(0, 1), (1, 3)]
    for own, layer, channels, side in zip(marks, (0, 2), (1, 3), (3, 2), strict=True):
        assert own.kind == ("weight" if picture == "signal" else picture)
        W = snapshot.topology.table.named("W", vector)[layer].reshape(side, side, channels, -1)
        assert sorted(zip(own.source, own.target, strict=True)) == [
            (c, m) for c in range(channels) for m in range(W.shape[3])
        ]
        for place, (source, target) in enumerate(zip(own.source, own.target, strict=True)):
            np.testing.assert_allclose(own.value[place], W[:, :, source, target], rtol=1e-6)
        assert own.scale == pytest.approx(np.abs(W).max(), rel=1e-6)
        plus, minus = ("grad_plus", "grad_minus") if "gradient" in own.kind else ("plus", "minus")
        zero = THEME.rgb("canvas") + 0.16 * (THEME.rgb("node") - THEME.rgb("canvas"))
        full = np.where((own.value < 0)[..., None], THEME.rgb(minus), THEME.rgb(plus))
        expected = zero + (np.abs(own.value) / own.scale)[..., None] ** 1.3 * (full - zero)
        assert np.abs(own.colour - expected).max() <= 1


def test_a_kernel_stands_in_the_row_of_its_map_and_in_the_order_of_what_it_reads(snapshot: Any) -> None:
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(6, 6), topology=snapshot.topology)
    for own in marks_of(snapshot):
        maps = layout.layers[own.target_layer - 1].maps
        assert maps is not None
        side = own.value.shape[1] * own.cell
        before = layout.gap_bounds(own.target_layer - 1)[0]
        for target, tile in enumerate(maps.tiles):
            here = own.target == target
            x = own.x[here][np.argsort(own.source[here])]
            assert (np.diff(x) >= side + 1).all() and x[-1] + side < tile.x
            # Half of the gap at most.
            assert x[0] >= (before + tile.x) / 2 - 1
            middle = own.y[here] + side / 2
            np.testing.assert_allclose(middle, tile.y + tile.height / 2, atol=1)


def test_what_the_gradient_has_passed_on_its_way_back_shows_it(snapshot: Any) -> None:
    back = AnimationState(phase="backward", gap=2, gradient_from=2.0)
    assert [own.kind for own in marks_of(snapshot, "weight", back)] == ["weight", "gradient"]


def test_without_room_there_are_none(snapshot: Any) -> None:
    assert [own.group for own in marks_of(snapshot, width=420)] != [0, 1]


def test_windows_that_share_nothing_have_none(snapshot_of_architecture: Any) -> None:
    local = (LocallyConnected2d(2, 3, 1, 1, picture=(4, 4)), Conv2d(2, 3, padding=1))
    snapshot = snapshot_of_architecture(Architecture((*local, Dense(4, "softmax")), seed=1))
    layout = make_layout(snapshot.sizes, 1200, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    marks = kernel_marks(snapshot, layout, THEME, ribbon_kinds(snapshot, layout, REST, "weight"))
    assert [own.group for own in marks] == [1]


def test_maps_that_read_some_only_have_kernels_for_those(snapshot_of_architecture: Any) -> None:
    sparse = (
        Conv2d(3, 3, padding=1, picture=(4, 4)),
        Conv2d(2, 3, padding=1, reads=((1,), (0, 2))),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(sparse, seed=1))
    layout = make_layout(snapshot.sizes, 1200, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    own = kernel_marks(snapshot, layout, THEME, ribbon_kinds(snapshot, layout, REST, "weight"))[1]
    assert list(zip(own.source.tolist(), own.target.tolist(), strict=True)) == [(0, 1), (1, 0), (2, 1)]
    for place, (source, target) in enumerate(zip(own.source, own.target, strict=True)):
        for row, column in np.ndindex(3, 3):
            # The weight between the middle of the map made and what it reads there.
            cell = ((row + 0) * 4 + column) * 3 + source
            joined = snapshot.connections[1].parameter(cell, (1 * 4 + 1) * 2 + target)
            assert own.value[place, row, column] == pytest.approx(snapshot.parameters[joined])
    # What reads one map only has its kernel right beside it, where the other has that of the last one.
    assert own.x[1] == own.x[2] > own.x[0] and own.y[1] < own.y[0] == own.y[2]
