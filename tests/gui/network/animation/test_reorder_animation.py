"""Neurons on their way: each from its old place to its new one, with its own number, and its edges with it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.engine.snapshot import Snapshot
from gui.network.animation.reorder_animation import (
    MAX_LINES,
    ReorderAnimation,
    can_animate_reorder,
    moved_arcs,
    moved_edges,
    moved_neurons,
    moved_tiles,
)
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout
from gui.network.marks.arc_marks import ArcMarks
from gui.network.marks.mark_types import EdgeMarks, NeuronMarks
from gui.network.marks.weight_tiles import TileMarks
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_trace, with_weights

ORDERS = (np.array([2, 0, 1]), np.array([1, 0]))


@pytest.fixture
def layout(qapp: object) -> Layout:
    return make_layout((4, 3, 2, 2), 800, 500, Theme())


def edges_of(layout: Layout, gap: int, source: list[int], target: list[int]) -> EdgeMarks:
    (x, y), column = layout.units(gap), layout.layers[gap]
    value = np.arange(1.0, len(source) + 1)
    return EdgeMarks(
        "weight",
        gap,
        gap,
        gap + 1,
        np.array(source),
        np.array(target),
        value,
        x[source],
        y[source],
        column.x[target],
        column.y[target],
        np.ones(len(source), np.int64),
        np.ones(len(source)),
        1.0,
    )


def test_it_begins_where_each_neuron_was_and_ends_where_it_is(layout: Layout) -> None:
    begin, end = (ReorderAnimation(ORDERS, progress).layout(layout) for progress in (0.0, 1.0))
    for layer, order in enumerate(ORDERS):
        column = layout.layers[layer]
        # Neuron i had the number order[i], and so stood there.
        np.testing.assert_array_equal(begin.layers[layer].y, column.y[order])
        np.testing.assert_array_equal(end.layers[layer].y, column.y)
        np.testing.assert_array_equal(end.layers[layer].x, column.x)
    assert begin.layers[2] is layout.layers[2]


def test_half_way_it_is_in_the_middle(layout: Layout) -> None:
    middle = ReorderAnimation(ORDERS, 0.5).layout(layout)
    y = layout.layers[1].y
    np.testing.assert_allclose(middle.layers[1].y, [(y[0] + y[1]) / 2] * 2)


def test_it_never_turns_back(layout: Layout) -> None:
    way = [float(ReorderAnimation(ORDERS, p).layout(layout).layers[1].y[0]) for p in np.linspace(0, 1, 21)]
    steps = np.diff(way)
    assert np.all(steps < 0) or np.all(steps > 0)


def test_edges_keep_their_numbers_and_end_at_their_neurons(layout: Layout) -> None:
    marks = (edges_of(layout, 0, [3, 1], [2, 0]), edges_of(layout, 1, [0, 2, 1], [1, 1, 0]))
    way = ReorderAnimation(ORDERS, 0.3).layout(layout)
    for old, new in zip(marks, moved_edges(marks, way), strict=True):
        for name in ("value", "source", "target", "level", "width"):
            assert getattr(new, name) is getattr(old, name)
        x, y = way.units(new.group)
        np.testing.assert_array_equal(new.x1, x[old.source])
        np.testing.assert_array_equal(new.y1, y[old.source])
        np.testing.assert_array_equal(new.y2, way.layers[new.group].y[old.target])
        np.testing.assert_array_equal(new.x2, way.layers[new.group].x[old.target])
    # Input pixels stay.
    np.testing.assert_array_equal(moved_edges(marks, way)[0].y1, marks[0].y1)


def test_neurons_and_arcs_keep_their_numbers_too(layout: Layout) -> None:
    way = ReorderAnimation(ORDERS, 0.7).layout(layout)
    column, shown = layout.layers[0], np.array([0, 2])
    ink = np.zeros((2, 3), np.uint8)
    neurons = NeuronMarks(
        0, shown, column.x[shown], column.y[shown], 5.0, ink, np.ones(2), ink, np.ones(2), np.ones(2)
    )
    (moved,) = moved_neurons((neurons,), way)
    np.testing.assert_array_equal(moved.y, way.layers[0].y[shown])
    assert moved.value is neurons.value
    one = np.array([1])
    arcs = ArcMarks(1, one, *(np.zeros(1) for _ in range(4)), np.ones(1), ink[:1], 0.5)
    (arc,) = moved_arcs((arcs,), way)
    assert arc.y1[0] == way.layers[0].y[1]
    assert arc.y2[0] == way.layers[1].y[1]
    assert arc.x1[0] == way.layers[0].x[1] + way.layers[0].radius
    assert arc.x2[0] == way.layers[1].x[1] - way.layers[1].radius


def test_neurons_of_a_collapsed_layer_come_from_where_they_stood(layout: Layout) -> None:
    wide = make_layout((4, 200, 2), 800, 300, Theme())
    column = wide.layers[0]
    count = column.shown.size
    assert count < 200
    # Before, the last neurons were shown; the order exchanges first and last.
    before, order = np.arange(200 - count, 200), np.arange(200)[::-1].copy()
    begin = ReorderAnimation((order,), 0.0, (before,)).layout(wide).layers[0]
    collapsed_group = np.setdiff1d(np.arange(200), column.shown)[0]
    for new in range(200):
        old = order[new]
        rank = int(np.searchsorted(before, old)) if old in before else None
        place = collapsed_group if rank is None else column.shown[rank]
        assert (begin.x[new], begin.y[new]) == (column.x[place], column.y[place])


def test_pictures_in_neurons_move_with_them(layout: Layout) -> None:
    way = ReorderAnimation(ORDERS, 0.4).layout(layout)
    shown, column = np.array([2, 0]), layout.layers[0]
    value = np.zeros((2, 2, 2))
    marks = TileMarks(
        "weight", shown, column.x[shown] - 3, column.y[shown] - 4, 6.0, value, value.astype(np.uint8), None
    )
    moved = moved_tiles(marks, layout, way)
    np.testing.assert_allclose(moved.x, way.layers[0].x[shown] - 3)
    np.testing.assert_allclose(moved.y, way.layers[0].y[shown] - 4)
    assert moved.value is value


def test_too_many_lines_do_not_moves(layout: Layout) -> None:
    few = edges_of(layout, 1, [0, 1], [0, 1])
    many = edges_of(layout, 1, [0] * MAX_LINES, [0] * MAX_LINES)
    assert can_animate_reorder((few,))
    assert can_animate_reorder((many,))
    assert not can_animate_reorder((few, many))
    assert not can_animate_reorder(())


# --- in the view


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show()
    qtbot.waitExposed(view)
    return view


def pixels(view: NetworkView) -> np.ndarray:
    """(height, width, 3)"""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def reordered(snapshot: Snapshot, orders: tuple[np.ndarray, ...]) -> Snapshot:
    """The same network with its hidden neurons in another order."""
    every = [np.arange(snapshot.sizes[0]), *orders, np.arange(snapshot.sizes[-1])]
    ends = list(zip(every[:-1], every[1:], strict=True))
    trace = snapshot.trace
    moved = with_weights(
        snapshot,
        [W[np.ix_(*pair)] for W, pair in zip(snapshot.weights, ends, strict=True)],
        [b[to] for b, (_, to) in zip(snapshot.biases, ends, strict=True)],
    )
    return with_trace(
        moved,
        z=tuple(z[to] for z, (_, to) in zip(trace.z, ends, strict=True)),
        a=tuple(a[to] for a, (_, to) in zip(trace.a, ends, strict=True)),
        delta=tuple(d[to] for d, (_, to) in zip(trace.delta, ends, strict=True)),
    )


def are_alike(one: np.ndarray, other: np.ndarray) -> bool:
    """The same but for where lines of one strength lie over each other in another order."""
    return bool(np.mean(np.abs(one - other).max(axis=2) > 24) < 0.01)


@pytest.mark.parametrize("hidden", [(8, 6), (500, 12)])
def test_it_leads_from_the_picture_of_before_to_the_picture_of_after(
    view: NetworkView, make_snapshot: Callable[..., Snapshot], hidden: tuple[int, int]
) -> None:
    old = make_snapshot((64, *hidden, 10))
    rng = np.random.default_rng(3)
    orders = tuple(rng.permutation(size) for size in hidden)
    view.set_edge_budget(4)
    view.show_displayed_snapshot(old)
    view.show_weights(old)
    view.work(10_000)
    before, layout = pixels(view), view.layout_shown
    assert layout is not None
    shown = [column.shown for column in layout.layers]
    view.show_permuted(reordered(old, orders))
    # Until the new edges are drawn, all is as it was.
    assert view.is_behind
    np.testing.assert_array_equal(pixels(view), before)
    view.work(10_000)
    after = pixels(view)
    assert not are_alike(after, before)
    view.show_reorder_animation(ReorderAnimation(orders, 0.0, shown))
    assert are_alike(pixels(view), before)
    view.show_reorder_animation(ReorderAnimation(orders, 0.5, shown))
    middle = pixels(view)
    assert not are_alike(middle, before)
    assert not are_alike(middle, after)
    view.show_reorder_animation(ReorderAnimation(orders, 1.0, shown))
    assert are_alike(pixels(view), after)
    view.show_reorder_animation(None)
    np.testing.assert_array_equal(pixels(view), after)


def test_what_is_pinned_stands_out_all_the_way_to_its_new_place(
    view: NetworkView, make_snapshot: Callable[..., Snapshot]
) -> None:
    old = make_snapshot((64, 8, 6, 10))
    orders = np.array([4, 3, 2, 1, 0, 7, 6, 5]), np.array([5, 4, 3, 2, 1, 0])
    view.show_displayed_snapshot(old)
    view.show_weights(old)
    view.work(10_000)
    view.pin((1, 0))
    before = pixels(view)
    view.follow_permutation(orders)
    assert view.pins == ((1, 5),)
    view.show_permuted(reordered(old, orders))
    view.work(10_000)
    after = pixels(view)
    view.show_reorder_animation(ReorderAnimation(orders, 0.0))
    assert are_alike(pixels(view), before)
    view.show_reorder_animation(ReorderAnimation(orders, 1.0))
    assert are_alike(pixels(view), after)
    view.show_reorder_animation(ReorderAnimation(orders, 0.5))
    middle = pixels(view)
    # A ring of the text's colour is at half the way, and the crowd of edges stays faded.
    layout = view.layout_shown
    assert layout is not None
    column = layout.layers[1]
    x, y = int(column.x[0]), int((column.y[0] + column.y[5]) / 2)
    reach = int(column.radius) + 8
    text = view._theme.rgb("text")
    near = middle[y - reach : y + reach, x - reach : x + reach, :3].reshape(-1, 3).astype(float)
    ringed = np.abs(near - text[::-1]).max(axis=1) < 30
    ringed |= np.abs(near - text).max(axis=1) < 30
    assert ringed.sum() > 10
    assert middle.mean() < before.mean() + 1
