"""What is pointed at is known by its place: a neuron, an edge, or another kind of mark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout
from gui.network.interaction.hit_test import hit_edge, hit_neuron, kind_at
from gui.network.marks.edge_choice import highlighted_edges
from gui.network.marks.mark_catalog import mark_kinds
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.gui.network.marks.test_numbers_as_inputs import curve, point

THEME = Theme()
COLLAPSED = (256, 500, 12, 10)


def places_in(layout: Layout) -> dict[str, tuple[float, float]]:
    """A point on each kind of mark of a network whose first layer is collapsed."""
    collapsed_group, track, legend = layout.layers[0].collapsed_group, layout.bars[2], layout.legend
    assert collapsed_group is not None
    return {
        "legend": (legend.x + 40, legend.y + 8),
        "scale": (legend.x + 150, legend.y + 8),
        "coverage": (layout.coverage.x + layout.coverage.width - 5, layout.coverage.y + 5),
        "gap_coverage": (300, layout.gaps_y - 4),
        "head": (float(layout.layers[0].x[0]), layout.caption_y - 4),
        "verdict": (layout.bars[0].x + 5, layout.caption_y - 4),
        "band": (collapsed_group.x + 4, collapsed_group.y + 4),
        "input": (layout.picture.x + 5, layout.picture.y + 5),
        "bar": (track.x + 10, track.y + track.height / 2),
        "loss": (layout.loss.x + 5, layout.loss.y + 4),
        "place": (layout.loss.x + 5, layout.loss.y + layout.loss.height - 3),
    }


def test_the_mark_under_the_pointer_is_found() -> None:
    layout = make_layout(COLLAPSED, 900, 560, THEME)
    for key, (x, y) in places_in(layout).items():
        assert kind_at(layout, THEME, x, y) == key
    assert kind_at(layout, THEME, 5, 300) is None


def test_what_it_shows_is_told_in_a_tooltip(qtbot, make_snapshot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.set_theme(THEME)
    view.show_displayed_snapshot(make_snapshot(COLLAPSED))
    with qtbot.waitExposed(view):
        view.show()
    assert view.layout_shown is not None
    told = {kind.key: f"{kind.name}\n{kind.shows}" for kind in mark_kinds()}
    for key, (x, y) in places_in(view.layout_shown).items():
        at = QPoint(int(x), int(y))
        view.event(QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
        assert QToolTip.text() == told[key] and told[key].count(":") < 2
    QToolTip.hideText()


@pytest.mark.parametrize(("snapshot", "key"), [(point(), "map"), (curve(), "map_curve")])
def test_the_map_is_told_by_what_is_drawn_in_it(qtbot, snapshot, key) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.set_theme(THEME)
    view.show_displayed_snapshot(snapshot)
    with qtbot.waitExposed(view):
        view.show()
    assert view.layout_shown is not None and view.layout_shown.map is not None
    at = QPoint(int(view.layout_shown.map.x) + 20, int(view.layout_shown.map.y) + 20)
    view.event(QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    (kind,) = (kind for kind in mark_kinds() if kind.key == key)
    assert QToolTip.text() == f"{kind.name}\n{kind.shows}"
    QToolTip.hideText()


def test_a_mark_ends_where_its_rectangle_does() -> None:
    layout = make_layout(COLLAPSED, 900, 560, THEME)
    picture = layout.picture
    right, bottom = picture.x + picture.width, picture.y + picture.height
    assert kind_at(layout, THEME, picture.x, picture.y) == "input"
    assert kind_at(layout, THEME, right - 0.1, bottom - 0.1) == "input"
    for x, y in ((picture.x - 0.1, picture.y), (right, picture.y), (picture.x, bottom)):
        assert kind_at(layout, THEME, x, y) is None


def test_two_inputs_have_a_map_left_of_them() -> None:
    layout = make_layout((2, 8, 3), 900, 560, THEME, inputs=(2, 1))
    assert layout.map is not None
    middle = layout.map.x + layout.map.width / 2, layout.map.y + layout.map.height / 2
    assert kind_at(layout, THEME, *middle) == "map"
    assert kind_at(layout, THEME, float(layout.pixel_x[1]), float(layout.pixel_y[1])) == "input"


def test_a_collapsed_output_has_no_bar_to_be_found() -> None:
    layout = make_layout((256, 300), 900, 560, THEME)
    bars = layout.bars
    first, last = (int(layout.layers[-1].shown[place]) for place in (0, -1))
    for index in (first, last):
        assert kind_at(layout, THEME, bars[index].x + 10, bars[index].y + bars[index].height / 2) == "bar"
    hidden = next(bar for bar in bars if bar.height == 0)
    assert kind_at(layout, THEME, hidden.x + 10, hidden.y) != "bar"


def layout_of(snapshot):
    return make_layout(snapshot.sizes, 800, 506, Theme())


@pytest.mark.parametrize("sizes", [(256, 32, 16, 10), (256, 128, 64, 10), (256, 10)])
def test_every_shown_neuron_can_be_hit(make_snapshot, sizes):
    layout = make_layout(sizes, 816, 388, Theme())
    for layer, column in enumerate(layout.layers):
        for index in column.shown.tolist():
            assert hit_neuron(layout, column.x[index] + 0.5, column.y[index] - 0.5) == (layer, index)


def test_between_the_columns_no_neuron_is_hit(make_snapshot):
    layout = layout_of(make_snapshot())
    left, right = layout.gap_bounds(1)
    assert hit_neuron(layout, (left + right) / 2, 250) is None
    assert hit_neuron(layout, layout.picture.x + 20, layout.picture.y + 20) is None


def test_an_outputs_bar_is_its_neuron(make_snapshot):
    layout = layout_of(make_snapshot())
    bar = layout.bars[6]
    assert hit_neuron(layout, bar.x + bar.width / 2, bar.y + bar.height / 2) == (2, 6)


def test_a_small_neuron_is_hit_within_12_px():
    layout = make_layout((256, 2, 10), 800, 506, Theme())
    column = layout.layers[0]
    assert hit_neuron(layout, column.x[0] + 11.9, column.y[0]) == (0, 0)


def test_a_highlighted_neurons_edge_is_hit_in_its_middle(make_snapshot):
    snapshot = make_snapshot()
    layout = layout_of(snapshot)
    choice = highlighted_edges(snapshot, 1, 4, layout)
    source_x, source_y = layout.units(1)
    target = layout.layers[1]
    x = 0.6 * source_x[20] + 0.4 * target.x[4]
    y = 0.6 * source_y[20] + 0.4 * target.y[4]
    assert hit_edge(layout, choice, x, y) == (1, 20, 4)


def test_far_from_its_edges_none_is_hit(make_snapshot):
    snapshot = make_snapshot()
    layout = layout_of(snapshot)
    choice = highlighted_edges(snapshot, 2, 0, layout)
    assert hit_edge(layout, choice, layout.layers[0].x[0] - 30, 300) is None
