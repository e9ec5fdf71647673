"""What maps show in a walkthrough, held against the trace, cell by cell."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.layout import make_layout
from gui.network.marks.map_moments import MapMoment, map_moment, moment_key
from gui.network.marks.neuron_marks import fill_colours
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of

THEME = Theme()
LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, picture=(8, 8)),
    MaxPool2d(2),
    Conv2d(3, 2),
    Dense(4, "softmax"),
)
TIMES = Timeline.walkthrough(4, has_gradient=True)


@pytest.fixture(scope="module")
def snapshot() -> Any:
    x = np.zeros(64, np.float32)
    x[[9, 10, 18, 60]] = 1.0
    return snapshot_of(Architecture(LAYERS, seed=1).network((64,)), x)


def state(phase: str, gap: int, progress: float) -> AnimationState:
    own = next(p for p in TIMES.phases if (p.name, p.gap) == (phase, gap))
    return TIMES.state_at(own.start_s + progress * own.duration_s)


def layout_of(snapshot: Any) -> Any:
    return make_layout(snapshot.sizes, 900, 560, THEME, inputs=(8, 8), topology=snapshot.topology)


def moment(snapshot: Any, phase: str, gap: int, progress: float) -> MapMoment:
    scales = Scales(len(snapshot.connections), n_layers=4)
    scales.update_from_snapshot(snapshot)
    return map_moment(snapshot, layout_of(snapshot), state(phase, gap, progress), scales, THEME)


def seen(snapshot: Any) -> list[int]:
    """The windows of the first layer, 8 x 8 of 3 x 3, that cover ink."""
    x = np.pad(snapshot.trace.x.reshape(8, 8), 1)
    return [8 * r + c for r in range(8) for c in range(8) if x[r : r + 3, c : c + 3].any()]


def won(snapshot: Any) -> np.ndarray:
    """(128,) flags: which cells of the first layer's two maps are the largest, the first of equals, of their 2 x 2."""
    a, flags = snapshot.trace.a[0].reshape(8, 8, 2), np.zeros((8, 8, 2), np.bool_)
    for m in range(2):
        for row in range(0, 8, 2):
            for column in range(0, 8, 2):
                i, j = np.unravel_index(a[row : row + 2, column : column + 2, m].argmax(), (2, 2))
                flags[row + i, column + j, m] = True
    return flags.ravel()


def test_windows_with_ink_light_their_cells_in_turn_after_all_blank_ones(snapshot: Any) -> None:
    places, a = seen(snapshot), snapshot.trace.a[0].astype(np.float64)
    counts = []
    for progress in (0.05, 0.2, 0.5, 0.8):
        (look,) = moment(snapshot, "forward", 0, progress).looks
        assert (look.kind, look.layer) == ("visited", 0)
        shown = np.isfinite(look.value).reshape(64, 2)
        assert (shown[:, 0] == shown[:, 1]).all()
        known = set(np.flatnonzero(shown[:, 0]).tolist())
        blank = set(range(64)) - set(places)
        assert (blank <= known) if progress > 0.15 else not known
        visited = sorted(known - blank)
        assert visited == places[: len(visited)]
        counts.append(len(visited))
        here = np.isfinite(look.value)
        np.testing.assert_array_equal(look.value[here], a[here])
        np.testing.assert_array_equal(look.fill[here], fill_colours(a / np.abs(a).max(), THEME)[here])
        assert (look.fill[~here] == np.asarray(THEME.rgb("canvas"), np.uint8)).all()
    assert counts[0] == 0 and counts == sorted(counts) and len(set(counts)) == 4
    assert moment(snapshot, "forward", 0, 1 - 1e-5).looks == ()


def test_the_frame_is_around_the_window_that_was_visited_last(snapshot: Any) -> None:
    shown = moment(snapshot, "forward", 0, 0.5)
    (look,), (frame, *cells) = shown.looks, shown.frames
    blank = set(range(64)) - set(seen(snapshot))
    known = set(np.flatnonzero(np.isfinite(look.value).reshape(64, 2)[:, 0]).tolist())
    row, column = divmod(max(known - blank), 8)
    layout = layout_of(snapshot)
    pixel = layout.picture.width / 8
    # What of its 3 x 3 pixels lies on the picture.
    left, right = max(0, column - 1), min(8, column + 2)
    top, bottom = max(0, row - 1), min(8, row + 2)
    assert (frame.x, frame.y) == pytest.approx(
        (layout.picture.x + left * pixel, layout.picture.y + top * pixel)
    )
    assert (frame.width, frame.height) == pytest.approx(((right - left) * pixel, (bottom - top) * pixel))
    maps = layout.layers[0].maps
    expected = [(tile.x + column * maps.cell, tile.y + row * maps.cell) for tile in maps.tiles]
    assert [(own.x, own.y) for own in cells] == [pytest.approx(corner) for corner in expected]


def test_of_a_deeper_layer_the_window_is_framed_on_every_map_that_it_reads(snapshot: Any) -> None:
    frames = moment(snapshot, "forward", 2, 0.5).frames
    assert len(frames) == 2 + 3


def test_a_pools_losers_are_outlines_and_its_winners_stay_filled(snapshot: Any) -> None:
    (look,) = moment(snapshot, "forward", 1, 0.4).looks
    assert (look.kind, look.layer) == ("passed", 0)
    winners = won(snapshot)
    np.testing.assert_array_equal(look.hollow, ~winners)
    np.testing.assert_array_equal(np.isfinite(look.value), winners)
    np.testing.assert_array_equal(look.value[winners], snapshot.trace.a[0][winners])
    assert moment(snapshot, "forward", 1, 0.4).kinds == {"passed", "hollow"}


def test_backwards_delta_stands_at_winners_only(snapshot: Any) -> None:
    # First the pool's own δ, while the losers are outlines already; then that of its winners.
    before = {look.layer: look for look in moment(snapshot, "backward", 1, 0.3).looks}
    assert {layer: look.kind for layer, look in before.items()} == {0: "passed", 1: "delta", 2: "delta"}
    after = {look.layer: look for look in moment(snapshot, "backward", 1, 0.7).looks}
    assert {look.kind for look in after.values()} == {"delta"} and set(after) == {0, 1, 2}
    winners, delta = won(snapshot), snapshot.trace.delta[0]
    assert not delta[~winners].any() and delta[winners].any()
    np.testing.assert_array_equal(after[0].value[winners], delta[winners])
    assert np.isnan(after[0].value[~winners]).all() and (after[0].hollow == ~winners).all()
    for layer in (1, 2):
        np.testing.assert_array_equal(after[layer].value, snapshot.trace.delta[layer])
        assert not after[layer].hollow.any()


def test_a_deltas_colour_is_its_sign_and_the_root_of_its_size(snapshot: Any) -> None:
    look = next(own for own in moment(snapshot, "backward", 0, 0.5).looks if own.layer == 2)
    delta = snapshot.trace.delta[2].astype(np.float64)
    output = snapshot.trace.delta[-1]
    # As rings: full where the outputs are as wrong as they can be, and this layer as much as they are.
    assert look.scale == pytest.approx(np.abs(delta).max() / np.abs(output).max())
    canvas, node = (np.asarray(THEME.rgb(token), np.float64) for token in ("canvas", "node"))
    zero = canvas + 0.16 * (node - canvas)
    for number, colour in zip(delta, look.fill, strict=True):
        full = np.asarray(THEME.rgb("grad_minus" if number < 0 else "grad_plus"), np.float64)
        expected = zero + np.sqrt(abs(number) / look.scale) * (full - zero)
        np.testing.assert_allclose(colour, expected, atol=0.51)


def test_at_rest_and_in_a_signal_animation_maps_show_their_activations(snapshot: Any) -> None:
    sweep = Timeline.signal_animation(4, True, True)
    for at_s in np.linspace(0, sweep.duration_s, 20):
        assert moment_key(snapshot, sweep.state_at(float(at_s))) == ()
    for phase in ("softmax", "loss", "mean", "change", "rest"):
        assert moment(snapshot, phase, 0, 0.5) == MapMoment()


def test_without_a_way_for_what_travels_all_of_a_phase_is_there_at_once(snapshot: Any) -> None:
    own = next(p for p in TIMES.phases if (p.name, p.gap) == ("forward", 0))
    still = TIMES.state_at(own.start_s + 0.5 * own.duration_s, travels=False)
    scales = Scales(len(snapshot.connections), n_layers=4)
    assert map_moment(snapshot, layout_of(snapshot), still, scales, THEME).frames == ()
