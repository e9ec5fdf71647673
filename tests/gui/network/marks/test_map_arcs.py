"""Arcs from map to map: sums over a map's cells of what goes past a residual convolution, added up here in loops."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.arc_marks import arc_marks
from gui.network.marks.column_heads import heads_of
from gui.network.marks.edge_marks import LEVELS, edge_palette, levels_of
from gui.network.marks.feature_map_legend import arc_words_of_maps
from gui.network.marks.map_arcs import THINNEST_PX, WIDEST_PX, maps_around, sums_of_maps
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact

THEME, REST = Theme(), AnimationState()
LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(4, 4)),
    Conv2d(3, 3, padding=1, activation="tanh", skip=True),
    # Other maps than before: nothing goes past it.
    Conv2d(2, 3, padding=1, activation="tanh", skip=True),
    Dense(4, "softmax"),
)


@pytest.fixture(scope="module")
def snapshot(snapshot_of_architecture: Any) -> Any:
    return snapshot_of_architecture(Architecture(LAYERS, seed=3))


def layout_of(snapshot: Any) -> Any:
    return make_layout(snapshot.sizes, 1000, 560, THEME, inputs=(4, 4), topology=snapshot.topology)


def marks_of(snapshot: Any, picture: str, animation: AnimationState = REST) -> Any:
    scales = Scales(len(snapshot.connections), n_layers=4)
    scales.update_from_snapshot(snapshot)
    return arc_marks(snapshot, layout_of(snapshot), animation, scales, THEME, picture)


def handed_back(snapshot: Any) -> np.ndarray:
    """(48,): ∂C/∂a of the second layer, w·δ of the third added up window by window."""
    delta = snapshot.trace.delta[2].reshape(4, 4, 2).astype(np.float64)
    W = snapshot.topology.table.named("W", snapshot.parameters)[2].astype(np.float64)
    back = np.zeros((6, 6, 3))
    for row in range(4):
        for column in range(4):
            back[row : row + 3, column : column + 3] += W @ delta[row, column]
    return back[1:5, 1:5].reshape(-1)


@pytest.mark.parametrize("picture, kind", [("weight", "signal"), ("gradient", "gradient")])
def test_each_map_has_an_arc_with_the_sums_over_its_cells(snapshot: Any, picture: str, kind: str) -> None:
    (arcs,) = marks_of(snapshot, picture)
    carried = (
        snapshot.trace.a[0].astype(np.float64) if picture == "weight" else handed_back(snapshot)
    ).reshape(16, 3)
    total, net = [], []
    for m in range(3):
        total.append(sum(abs(carried[cell, m]) for cell in range(16)))
        net.append(sum(carried[cell, m] for cell in range(16)))
    assert (arcs.layer, arcs.neuron.tolist(), arcs.total) == (1, [0, 1, 2], 3)
    assert arcs.backwards == (picture == "gradient")
    np.testing.assert_allclose(arcs.value, net, rtol=1e-4, atol=1e-6)
    assert arcs.widest == pytest.approx(max(total), rel=1e-5)
    expected = np.maximum(THINNEST_PX, WIDEST_PX * np.array(total) / max(total))
    np.testing.assert_allclose(arcs.width, expected, rtol=1e-5)
    assert arcs.scale == pytest.approx(np.abs(net).max(), rel=1e-4)
    np.testing.assert_array_equal(
        arcs.colour, edge_palette(THEME, kind)[levels_of(arcs.value, arcs.scale) + LEVELS]
    )


def test_an_arc_leads_from_a_map_to_the_same_one_behind_it(snapshot: Any) -> None:
    (arcs,), layout = marks_of(snapshot, "weight"), layout_of(snapshot)
    before, own = maps_around(layout, 1)
    for m in range(3):
        assert arcs.x1[m] == before.tiles[m].x + before.tiles[m].width + 1
        assert arcs.x2[m] == own.tiles[m].x - 1
        assert before.tiles[m].y < arcs.y1[m] < before.tiles[m].y + before.tiles[m].height / 2
        assert own.tiles[m].y < arcs.y2[m] < own.tiles[m].y + own.tiles[m].height / 2
    assert maps_around(layout, 0) is None and maps_around(layout, 3) is None


def test_an_arc_comes_with_the_signal(snapshot: Any) -> None:
    early = AnimationState("forward", 0, 0.5, revealed=0, loss_shown=False)
    assert marks_of(snapshot, "weight", early) == ()


def test_they_are_counted_and_said_to_be_sums(snapshot: Any) -> None:
    arcs = marks_of(snapshot, "weight")
    words = arc_words_of_maps(arcs)
    assert "3 arcs" in words and "sum" in words and f"5 px wide for Σ|·| = {compact(arcs[0].widest)}" in words
    assert arc_words_of_maps(()) == ""


def test_a_residual_layers_head_counts_maps(snapshot: Any) -> None:
    share = snapshot.residual_flow[1].signal_share
    assert heads_of(snapshot, 1, REST, None)[:2] == [
        f"3 maps, residual: {share * 100:.0f} % past",
        "3 maps, residual",
    ]


def test_numbers_that_are_not_finite_are_left_out() -> None:
    total, net = sums_of_maps(np.array([1.0, np.nan, -3.0, 2.0]), 2)
    assert total.tolist() == [4.0, 2.0] and net.tolist() == [-2.0, 2.0]
