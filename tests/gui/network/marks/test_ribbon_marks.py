"""Ribbons: the sums over a kernel's connections, computed anew cell by cell, and where they lie."""

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
from gui.network.marks.edge_marks import LEVELS, edge_palette, levels_of
from gui.network.marks.ribbon_marks import RibbonMarks, ribbon_marks
from gui.network.marks.shown_numbers import ShownNumbers, own_numbers
from gui.theme.tokens import Theme

THEME, REST = Theme(), AnimationState()
SIDE = 6
LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(SIDE, SIDE)),
    MaxPool2d(2),
    Conv2d(2, 2, activation="tanh"),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    made = snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=SIDE * SIDE)
    rng = np.random.default_rng(3)
    mean, change = rng.normal(0, 1, (2, made.parameters.size)).astype(np.float32)
    return replace(made, mean_gradient=mean, change=change)


def layout_of(snapshot: Any, width: float = 900) -> Any:
    return make_layout(snapshot.sizes, width, 560, THEME, inputs=(SIDE, SIDE), topology=snapshot.topology)


def marks_of(snapshot: Any, picture: str, animation: AnimationState = REST) -> tuple[RibbonMarks, ...]:
    return ribbon_marks(snapshot, layout_of(snapshot), animation, THEME, picture)


def numbers_of(snapshot: Any, layer: int, picture: str) -> dict[tuple[int, int], list[float]]:
    """For each pair of maps the numbers that are added up, from loops over cells and places of the window."""
    spec, table = snapshot.topology.layers[layer], snapshot.topology.table
    if isinstance(spec, Dense):
        return numbers_to_neurons(snapshot, layer, picture)
    before = snapshot.trace.x if layer == 0 else snapshot.trace.a[layer - 1]
    rows, columns, channels = (SIDE, SIDE, 1) if layer == 0 else snapshot.topology.shapes[layer]
    a = before.reshape(rows, columns, channels).astype(np.float64)
    high, wide, maps = snapshot.topology.shapes[layer + 1]
    delta = snapshot.trace.delta[layer].reshape(high, wide, maps).astype(np.float64)
    shape = spec.kernel, spec.kernel, channels, maps
    of_update = {"mean_gradient": snapshot.mean_gradient, "change": snapshot.change}.get(picture)
    vector = snapshot.parameters if of_update is None else of_update
    W = table.named("W", vector)[layer].reshape(shape).astype(np.float64)
    found: dict[tuple[int, int], list[float]] = {(c, m): [] for c in range(channels) for m in range(maps)}
    for c, m in found:
        if of_update is not None:
            found[c, m] = W[:, :, c, m].ravel().tolist()
            continue
        for row in range(high):
            for column in range(wide):
                for i in range(spec.kernel):
                    for j in range(spec.kernel):
                        at = row + i - spec.padding, column + j - spec.padding
                        if 0 <= at[0] < rows and 0 <= at[1] < columns:
                            factor = delta[row, column, m] if picture == "gradient" else W[i, j, c, m]
                            found[c, m].append(a[at[0], at[1], c] * factor)
    return found


def numbers_to_neurons(snapshot: Any, layer: int, picture: str) -> dict[tuple[int, int], list[float]]:
    """For each map and neuron the numbers that are added up, from loops over the map's cells."""
    table, (rows, columns, channels) = snapshot.topology.table, snapshot.topology.shapes[layer]
    a = snapshot.trace.a[layer - 1].reshape(rows, columns, channels).astype(np.float64)
    delta = snapshot.trace.delta[layer].astype(np.float64)
    of_update = {"mean_gradient": snapshot.mean_gradient, "change": snapshot.change}.get(picture)
    vector = snapshot.parameters if of_update is None else of_update
    W = table.named("W", vector)[layer].reshape(rows, columns, channels, delta.size).astype(np.float64)
    found: dict[tuple[int, int], list[float]] = {}
    for c in range(channels):
        for n in range(delta.size):
            for row in range(rows):
                for column in range(columns):
                    w, sent = W[row, column, c, n], a[row, column, c]
                    number = w if of_update is not None else sent * (delta[n] if picture == "gradient" else w)
                    found.setdefault((c, n), []).append(number)
    return found


@pytest.mark.parametrize("picture", ["weight", "signal", "gradient", "mean_gradient", "change"])
def test_width_and_colour_are_the_sums_over_each_kernels_connections(snapshot: Any, picture: str) -> None:
    marks = marks_of(snapshot, picture)
    assert [(own.group, own.source_layer, own.target_layer) for own in marks] == [
        (0, 0, 1),
        (1, 2, 3),
        (2, 3, 4),
    ]
    for own, layer in zip(marks, (0, 2, 3), strict=True):
        expected = numbers_of(snapshot, layer, picture)
        assert own.kind == ("signal" if picture == "weight" else picture)
        pairs = list(zip(own.source.tolist(), own.target.tolist(), strict=True))
        assert sorted(pairs) == sorted(pair for pair, values in expected.items() if any(values))
        total = np.array([np.abs(expected[pair]).sum() for pair in pairs])
        net = np.array([np.sum(expected[pair]) for pair in pairs])
        np.testing.assert_allclose(own.total, total, rtol=1e-5)
        np.testing.assert_allclose(own.net, net, rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(own.width / own.width.max(), total / total.max(), rtol=1e-5)
        assert own.widest == pytest.approx(total.max(), rel=1e-5)
        assert own.widest_px == pytest.approx(own.width.max()) and 1 < own.widest_px <= 16
        assert own.scale == pytest.approx(np.abs(net).max(), rel=1e-5)
        colours = edge_palette(THEME, own.kind)[levels_of(net, np.abs(net).max()) + LEVELS]
        np.testing.assert_array_equal(own.colour, colours)
        # The weakest colours lie below.
        assert (np.diff(np.abs(own.net)) >= 0).all()


def test_what_all_connections_of_a_kernel_add_is_the_gradient_that_the_engine_follows(snapshot: Any) -> None:
    for own, layer in zip(marks_of(snapshot, "gradient")[:2], (0, 2), strict=True):
        dW = snapshot.topology.table.named("W", snapshot.trace.gradient)[layer].astype(np.float64)
        per_pair = dW.reshape(-1, *((1, 3) if layer == 0 else (3, 2))).sum(axis=0)
        np.testing.assert_allclose(own.net, per_pair[own.source, own.target], rtol=1e-4, atol=1e-6)


def test_ribbons_lie_side_by_side_around_the_middle_of_their_map(snapshot: Any) -> None:
    layout = layout_of(snapshot)
    first, second, _ = marks_of(snapshot, "signal")
    assert (first.x1 == layout.picture.x + layout.picture.width).all()
    for own, sources, targets in ((first, None, 0), (second, 1, 2)):
        tiles = layout.layers[targets].maps.tiles
        sides = [(own.target, own.source, own.y2, own.x2, tiles, -1.0)]
        if sources is not None:
            before = layout.layers[sources].maps.tiles
            sides.append((own.source, own.target, own.y1, own.x1, before, before[0].width + 1))
        for end, other, y, x, of, beside in sides:
            for number, tile in enumerate(of):
                here = np.flatnonzero(end == number)
                here = here[np.argsort(other[here])]
                np.testing.assert_allclose(x[here], tile.x + beside)
                tops, bottoms = y[here] - own.width[here] / 2, y[here] + own.width[here] / 2
                # In the order of their other ends, one directly below the other, and all of them beside their map.
                np.testing.assert_allclose(tops[1:], bottoms[:-1], atol=1e-6)
                assert (tops[0] + bottoms[-1]) / 2 == pytest.approx(tile.y + tile.height / 2)
                assert tile.y <= tops[0] and bottoms[-1] <= tile.y + tile.height


def test_ribbons_to_neurons_end_at_their_discs_one_below_the_other(snapshot: Any) -> None:
    column, own = layout_of(snapshot).layers[-1], marks_of(snapshot, "signal")[2]
    assert set(own.target.tolist()) == set(range(4))
    np.testing.assert_allclose(own.x2, column.x[own.target] - column.radius)
    for neuron in range(4):
        here = np.flatnonzero(own.target == neuron)
        here = here[np.argsort(own.source[here])]
        tops, bottoms = own.y2[here] - own.width[here] / 2, own.y2[here] + own.width[here] / 2
        np.testing.assert_allclose(tops[1:], bottoms[:-1], atol=1e-6)
        assert (tops[0] + bottoms[-1]) / 2 == pytest.approx(column.y[neuron])
        assert bottoms[-1] - tops[0] <= 2 * column.radius


def test_neurons_that_are_folded_away_have_no_ribbons_and_are_not_left_out_as_thin(
    snapshot_of_architecture: Any,
) -> None:
    layers: tuple[Any, ...] = (
        Conv2d(1, 3, padding=1, picture=(4, 4), activation="tanh"),
        Dense(300, "tanh"),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1))
    layout = make_layout(snapshot.sizes, 900, 300, THEME, inputs=(4, 4), topology=snapshot.topology)
    shown = layout.layers[1].shown
    assert 0 < shown.size < 300
    second = ribbon_marks(snapshot, layout, REST, THEME, "signal")[1]
    assert sorted(second.target.tolist()) == shown.tolist() and second.left_out == 0
    assert second.connections.tolist() == [16] * shown.size


@pytest.mark.parametrize("picture", ["mean_gradient", "change"])
def test_of_another_update_than_the_snapshots_own_its_numbers_are_shown(snapshot: Any, picture: str) -> None:
    other = np.random.default_rng(4).normal(0, 1, snapshot.parameters.size).astype(np.float32)
    unknown = replace(snapshot, mean_gradient=None, change=None)
    numbers = ShownNumbers(picture, of_update=other)
    shown = ribbon_marks(unknown, layout_of(snapshot), REST, THEME, picture, numbers=numbers)
    expected = marks_of(replace(snapshot, mean_gradient=other, change=other), picture)
    for own, of_own in zip(shown, expected, strict=True):
        np.testing.assert_array_equal(own.net, of_own.net)


def test_while_the_gradient_comes_back_what_it_has_passed_is_its_own(snapshot: Any) -> None:
    back = AnimationState(phase="backward", gap=2, gradient_from=2.0)
    assert [own.kind for own in marks_of(snapshot, "weight", back)] == [
        "signal",
        "gradient",
        "gradient",
    ]
    still = AnimationState(phase="backward", gap=2, gradient_from=2.5)
    assert [own.kind for own in marks_of(snapshot, "weight", still)] == ["signal", "signal", "gradient"]


@pytest.mark.parametrize("picture", ["mean_gradient", "change", "gradient"])
def test_ahead_of_the_gradients_front_they_show_what_the_edges_do(snapshot: Any, picture: str) -> None:
    back = AnimationState(phase="backward", gap=2, gradient_from=2.0)
    numbers = own_numbers(snapshot, picture)
    marks = ribbon_marks(snapshot, layout_of(snapshot), back, THEME, "gradient", numbers=numbers)
    assert [own.kind for own in marks] == [picture, "gradient", "gradient"]
    np.testing.assert_array_equal(marks[0].net, marks_of(snapshot, picture)[0].net)
    if picture != "gradient":
        # Where nothing is known of the update the edges there are none, nor are ribbons.
        unknown = ShownNumbers(picture, snapshot.parameters)
        marks = ribbon_marks(snapshot, layout_of(snapshot), back, THEME, "gradient", numbers=unknown)
        assert [own.group for own in marks] == [1, 2]


@pytest.mark.parametrize("picture", ["mean_gradient", "change"])
def test_where_the_edges_know_of_no_update_a_displayed_one_of_before_is_not_shown(
    snapshot: Any, picture: str
) -> None:
    assert marks_of(snapshot, picture)
    unknown = ShownNumbers(picture, snapshot.parameters)
    assert ribbon_marks(snapshot, layout_of(snapshot), REST, THEME, picture, numbers=unknown) == ()


def test_an_update_that_was_not_watched_has_no_ribbons(snapshot: Any) -> None:
    assert marks_of(replace(snapshot, change=None), "change") == ()
    assert marks_of(replace(snapshot, mean_gradient=None), "mean_gradient") == ()


def test_a_blank_input_sends_nothing_and_draws_no_ribbon(snapshot: Any) -> None:
    blank = replace(snapshot, trace=replace(snapshot.trace, x=np.zeros_like(snapshot.trace.x)))
    assert marks_of(blank, "signal")[0].source.size == 0


def test_numbers_that_are_not_finite_are_left_out(snapshot: Any) -> None:
    parameters = snapshot.parameters.copy()
    parameters[0] = np.nan
    first = marks_of(replace(snapshot, parameters=parameters), "signal")[0]
    assert np.isfinite(first.total).all() and np.isfinite(first.width).all()


def test_of_too_many_the_widest_into_each_map_stay(snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (
        Conv2d(24, 3, padding=1, picture=(4, 4)),
        Conv2d(25, 3, padding=1),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    first, second, _ = ribbon_marks(snapshot, layout, REST, THEME, "signal")
    assert first.left_out == 0 and np.bincount(second.target).tolist() == [8] * 25
    assert second.left_out > 300
    # 10² connections lead from one map to another, with the edges' windows cut.
    assert second.connections.tolist() == [100] * 200
    values = np.abs(snapshot.trace.a[0][second_edges(snapshot).source] * weights_of(snapshot))
    pair = second_edges(snapshot).source % 24 * 25 + second_edges(snapshot).target % 25
    whole = np.bincount(pair, values, 24 * 25)
    drawn = whole[second.source * 25 + second.target].sum()
    assert second.share == pytest.approx(drawn / whole.sum(), rel=1e-5) and second.share < 0.9


def second_edges(snapshot: Any) -> Any:
    return snapshot.connections[1].every


def weights_of(snapshot: Any) -> Any:
    return snapshot.parameters[second_edges(snapshot).parameter]


def test_maps_that_read_some_only_have_a_ribbon_for_each_that_they_read(
    snapshot_of_architecture: Any,
) -> None:
    layers: tuple[Any, ...] = (
        Conv2d(3, 3, padding=1, picture=(4, 4)),
        Conv2d(2, 3, padding=1, reads=((0,), (1, 2))),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    _, second, _ = ribbon_marks(snapshot, layout, REST, THEME, "signal")
    assert sorted(zip(second.source.tolist(), second.target.tolist(), strict=True)) == [
        (0, 0),
        (1, 1),
        (2, 1),
    ]
    assert second.connections.tolist() == [100] * 3 and second.share == 1.0


@pytest.mark.parametrize("sign", [1, -1])
def test_of_one_sign_are_those_whose_sum_has_it(snapshot: Any, sign: int) -> None:
    layout = layout_of(snapshot)
    every = ribbon_marks(snapshot, layout, REST, THEME, "signal")
    some = ribbon_marks(snapshot, layout, REST, THEME, "signal", sign)
    for whole, own in zip(every, some, strict=True):
        assert (own.net * sign > 0).all() and own.source.size == np.count_nonzero(whole.net * sign > 0) > 0


def test_a_ribbon_comes_with_the_signal(snapshot: Any) -> None:
    def groups(gap: int) -> list[int]:
        wave = AnimationState(phase="forward", gap=gap, revealed=gap)
        return [own.group for own in marks_of(snapshot, "weight", wave)]

    assert [groups(gap) for gap in range(4)] == [[0], [0], [0, 1], [0, 1, 2]]


def test_windows_that_share_nothing_have_ribbons_too(snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (LocallyConnected2d(2, 3, 1, 1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    own, _ = ribbon_marks(snapshot, layout, REST, THEME, "signal")
    edges = snapshot.connections[0].every
    values = snapshot.trace.x[edges.source] * snapshot.parameters[edges.parameter]
    expected = [np.abs(values[edges.target % 2 == m]).sum() for m in own.target]
    np.testing.assert_allclose(own.total, expected, rtol=1e-5)
