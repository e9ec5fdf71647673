import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.nn.architecture import Architecture
from gui.network.interaction.callout import Callout
from gui.network.interaction.edge_navigation import next_edge, ranked_edges
from gui.network.interaction.selection import Selection
from gui.network.marks.edge_choice import one_edge
from gui.network.marks.edge_values import ConnectionValues
from gui.network.view import NetworkView
from tests.core.small_snapshots import topology_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot, make_snapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show_displayed_snapshot(make_snapshot())
    view.show_weights(make_snapshot())
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    return view


def click(view, layer, index, modifier=NONE) -> None:
    column = view.layout_shown.layers[layer]
    QTest.mouseClick(view, LEFT, modifier, QPoint(round(column.x[index]), round(column.y[index])))


def test_edges_rank_by_what_they_carry_and_all_are_there(make_snapshot) -> None:
    snapshot = make_snapshot()
    edges = ranked_edges(snapshot, (1, 4), "weight", None, incoming=True)
    carried = [abs(snapshot.trace.a[0][s] * snapshot.weights[1][s, 4]) for _, s, _ in edges]
    assert carried == sorted(carried, reverse=True)
    assert sorted(edges) == [(1, source, 4) for source in range(32)]


def test_in_the_gradients_picture_they_rank_by_that(make_snapshot) -> None:
    snapshot = make_snapshot()
    dW = snapshot.trace.dW
    edges = ranked_edges(
        snapshot,
        (0, 7),
        "gradient",
        ConnectionValues(snapshot.connections, snapshot.trace.gradient),
        incoming=False,
    )
    values = [abs(dW[1][7, target]) for _, _, target in edges]
    assert values == sorted(values, reverse=True) and len(edges) == 16
    assert all(gap == 1 and source == 7 for gap, source, _ in edges)


def test_from_an_output_nothing_goes_out(make_snapshot) -> None:
    snapshot = make_snapshot()
    assert ranked_edges(snapshot, (2, 0), "weight", None, incoming=False) == []
    assert next_edge([], None, 1) is None


def test_the_walk_begins_at_the_strongest_and_stops_at_the_ends() -> None:
    edges = [(1, 5, 0), (1, 2, 0), (1, 9, 0)]
    assert next_edge(edges, None, 1) == (1, 5, 0)
    assert next_edge(edges, (1, 5, 0), 1) == (1, 2, 0)
    assert next_edge(edges, (1, 9, 0), 1) == (1, 9, 0)
    assert next_edge(edges, (1, 5, 0), -1) == (1, 5, 0)
    assert next_edge(edges, (0, 0, 0), 1) == (1, 5, 0)


def test_shift_and_arrows_walk_through_a_neurons_edges(view, make_snapshot) -> None:
    told = []
    view.edge_hovered.connect(lambda *edge: told.append(edge))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    neuron = view._selection.focused
    expected = ranked_edges(make_snapshot(), neuron, "weight", (), incoming=True)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert told == expected[:3]
    assert "w = " in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert told[-1] == ranked_edges(make_snapshot(), neuron, "weight", (), incoming=False)[0]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view._selection.pins == (told[-1],)


def test_the_edge_that_is_reached_is_drawn_widest(view) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    marks = view._composed_frame.highlighted_marks[-1]
    gap, source, target = view._selection.edge
    assert (marks.group, marks.source.tolist(), marks.target.tolist()) == (gap, [source], [target])
    assert marks.width.min() > max(
        m.width.max() for m in view._composed_frame.highlighted_marks[:-1] if m.width.size
    )


def test_the_card_of_an_edge_that_is_reached_hides_neither_of_its_ends(view) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    for arrow in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, arrow, SHIFT)
        gap, source, target = view._selection.edge
        card = view.findChild(Callout).geometry()
        for layer, index in ((gap - 1, source), (gap, target)):
            column = view.layout_shown.layers[layer]
            assert not card.contains(round(column.x[index]), round(column.y[index]))


def test_an_edge_of_a_collapsed_neuron_is_drawn_from_its_band(view, snapshot_of_architecture) -> None:
    snapshot = snapshot_of_architecture(Architecture.dense((400, 20), seed=2))
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    column = view.layout_shown.layers[0]
    collapsed = int(np.setdiff1d(np.arange(400), column.shown)[0])
    view.pin((1, collapsed, 3))
    marks = view._composed_frame.highlighted_marks[-1]
    assert (marks.group, marks.source.tolist(), marks.target.tolist()) == (1, [collapsed], [3])
    assert marks.value.tolist() == [float(snapshot.weights[1][collapsed, 3])]
    assert column.collapsed_group.contains(float(marks.x1[0]), float(marks.y1[0]))


def test_no_edge_is_drawn_from_a_pixel_without_ink(view) -> None:
    scene = view.displayed_snapshot
    for blank in (False, True):
        pixel = int(np.flatnonzero((scene.trace.x == 0) == blank)[0])
        drawn = one_edge(scene, 0, pixel, 2).edges[0].source.tolist()
        assert drawn == ([] if blank else [pixel])


def test_a_pinned_edge_is_wider_than_the_others_of_its_neuron(view) -> None:
    view.pin((1, 3, 5))
    # Both its ends are marked as what is pinned is.
    assert view._composed_frame.selected == {(0, 3): True, (1, 5): True}
    *others, marks = view._composed_frame.highlighted_marks
    assert (marks.group, marks.source.tolist(), marks.target.tolist()) == (1, [3], [5])
    same = next(m for m in others if m.group == 1 and 3 in m.source.tolist())
    place = same.source.tolist().index(3)
    assert marks.value[0] == same.value[place]
    assert marks.width[0] > same.width.max()


def test_ctrl_pins_beside_and_a_plain_click_instead(view) -> None:
    told = []
    view.pins_changed.connect(told.append)
    click(view, 0, 3)
    click(view, 1, 5, CTRL)
    click(view, 2, 1, CTRL)
    assert told[-1] == ((0, 3), (1, 5), (2, 1))
    assert set(view._composed_frame.selected) >= {(0, 3), (1, 5), (2, 1)}
    gaps = {(m.group, int(t)) for m in view._composed_frame.highlighted_marks for t in m.target}
    # The edges that come to each of them stand out.
    assert {(0, 3), (1, 5), (2, 1)} <= gaps
    click(view, 1, 5)
    assert told[-1] == ((0, 3), (2, 1))
    click(view, 0, 9)
    assert told[-1] == ((0, 9),)


def test_no_more_pins_than_can_be_compared() -> None:
    selection = Selection()
    for index in range(6):
        selection.pin((0, index), beside=True)
    assert selection.pins == ((0, 2), (0, 3), (0, 4), (0, 5))


def test_a_pinned_edge_keeps_its_neuron_highlighted() -> None:
    selection = Selection(pins=((1, 3, 7),), connections=topology_of((256, 32, 16, 10)).connections)
    assert selection.highlighted == (1, 7) and selection.pinned is None


def test_a_neuron_that_keys_reach_is_brought_into_an_enlarged_view(view) -> None:
    view.show_zoomed(8, 100, 250)
    QTest.keyClick(view, Qt.Key.Key_Right)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down)
    layer, index = view._selection.focused
    column, content = view.layout_shown.layers[layer], view.layout_shown.content
    assert content.contains(float(column.x[index]), float(column.y[index]))
    assert np.isfinite(view.zoom.x)


@pytest.mark.parametrize("pin_it", [True, False])
def test_an_edge_stays_attended_to_when_the_run_begins_again(view, make_snapshot, pin_it) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    edge = view._selection.edge
    if pin_it:
        QTest.keyClick(view, Qt.Key.Key_Return)
    view.show_displayed_snapshot(make_snapshot(run=2))
    marks = view._composed_frame.highlighted_marks[-1]
    assert (marks.group, marks.source.tolist(), marks.target.tolist()) == (edge[0], [edge[1]], [edge[2]])
    assert view.pins == ((edge,) if pin_it else ())
    view.show_displayed_snapshot(make_snapshot((256, 8, 10), run=3))
    assert view.pins == () and view._composed_frame.highlighted_marks == ()
