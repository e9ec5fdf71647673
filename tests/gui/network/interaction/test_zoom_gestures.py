import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.network.animation.timeline import AnimationState
from gui.network.view import NetworkView

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, make_snapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show_displayed_snapshot(make_snapshot())
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    return view


def turn(view, notches: float, x=400.0, y=250.0, modifiers=NONE, pixels=None) -> None:
    at = QPointF(x, y)
    turned = QPoint(0, round(120 * notches)) if pixels is None else QPoint()
    pixels = pixels or QPoint()
    view.wheelEvent(
        QWheelEvent(
            at, view.mapToGlobal(at), pixels, turned, Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip


def drag(view, start: QPointF, end: QPointF) -> None:
    def send(kind, at, buttons):
        event = QMouseEvent(kind, at, view.mapToGlobal(at), LEFT, buttons, NONE)
        {
            QMouseEvent.Type.MouseButtonPress: view.mousePressEvent,
            QMouseEvent.Type.MouseMove: view.mouseMoveEvent,
            QMouseEvent.Type.MouseButtonRelease: view.mouseReleaseEvent,
        }[kind](event)

    send(QMouseEvent.Type.MouseButtonPress, start, LEFT)
    send(QMouseEvent.Type.MouseMove, (start + end) / 2, LEFT)
    send(QMouseEvent.Type.MouseMove, end, LEFT)
    send(QMouseEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)


def finish(view) -> None:
    while view.has_work():
        view.work(50)


def test_the_wheel_enlarges_about_the_pointer(view) -> None:
    column = view.layout_shown.layers[0]
    x, y = float(column.x[10]), float(column.y[10])
    turn(view, 4, x, y)
    assert view.zoom.scale == pytest.approx(1.25**4)
    column = view.layout_shown.layers[0]
    assert (column.x[10], column.y[10]) == pytest.approx((x, y), abs=1.0)


def test_turning_back_shows_the_whole_network_again(view) -> None:
    before = view.layout_shown.layers[1].x
    turn(view, 3)
    turn(view, -9)
    assert view.zoom.scale == 1.0
    assert np.array_equal(view.layout_shown.layers[1].x, before)


def test_dragging_moves_an_enlarged_network_and_pins_nothing(view, qtbot) -> None:
    turn(view, 6)
    before = view.layout_shown.layers[0].x.copy()
    drag(view, QPointF(500, 250), QPointF(460, 250))
    assert np.allclose(view.layout_shown.layers[0].x - before, -40)


def test_dragging_a_whole_network_moves_nothing(view) -> None:
    before = view.layout_shown
    drag(view, QPointF(500, 250), QPointF(460, 250))
    assert view.layout_shown is before


def test_two_fingers_move_it_and_shift_turns_the_wheel_sideways(view) -> None:
    turn(view, 6)
    before = view.layout_shown.layers[0].x.copy()
    turn(view, 0, pixels=QPoint(-25, 0))
    assert np.allclose(view.layout_shown.layers[0].x - before, -25)
    turn(view, -0.25, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert np.allclose(view.layout_shown.layers[0].x - before, -55)


def test_until_the_new_edges_are_drawn_what_was_on_screen_is_moved(view) -> None:
    turn(view, 4)
    assert view._composed_frame.is_behind
    view.grab()
    assert view._composed_frame.is_behind  # painting does not wait for the edges
    finish(view)
    view.grab()
    assert not view._composed_frame.is_behind
    assert all(marks.x2.size for marks in view._composed_frame.edges.on_screen(AnimationState())[0])


def test_enlarged_neurons_are_painted_where_the_layout_says(view) -> None:
    turn(view, 5, *(float(c) for c in (view.layout_shown.layers[1].x[4], view.layout_shown.layers[1].y[4])))
    finish(view)
    image = view.grab().toImage()
    drawn = view._composed_frame._nodes.neurons[1]
    place = list(drawn.neuron).index(4)
    x, y = round(float(drawn.x[place])), round(float(drawn.y[place]))
    colour = image.pixelColor(x, y).getRgb()[:3]
    assert max(abs(a - b) for a, b in zip(colour, drawn.fill[place].tolist(), strict=True)) <= 1


def test_nothing_of_the_network_is_painted_over_the_words(view) -> None:
    whole = view.grab().toImage()
    turn(view, 8)
    finish(view)
    image = view.grab().toImage()
    legend = view.layout_shown.legend
    for x in range(int(legend.x), int(legend.x) + 90, 3):
        y = int(legend.y + legend.height / 2)
        assert image.pixel(x, y) == whole.pixel(x, y)


def test_page_keys_walk_along_and_home_leads_back(view) -> None:
    turn(view, 8)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.zoom.x == 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.zoom.x == pytest.approx(0.8 * 800)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.zoom.x == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.zoom.x == pytest.approx(800 * (view.zoom.scale - 1))


def test_another_network_is_seen_whole(view, make_snapshot) -> None:
    turn(view, 4)
    view.show_displayed_snapshot(make_snapshot((256, 8, 10), run=2))
    assert view.zoom.scale == 1.0


def test_a_click_on_a_band_expands_its_layer_and_another_folds_it(view, make_snapshot) -> None:
    view.show_displayed_snapshot(make_snapshot((256, 500, 10), run=2))
    view.grab()
    column = view.layout_shown.layers[0]
    assert column.shown.size < 500

    def click_band() -> None:
        collapsed_group = view.layout_shown.layers[0].collapsed_group
        at = QPoint(
            int(collapsed_group.x + collapsed_group.width / 2),
            int(collapsed_group.y + collapsed_group.height / 2),
        )
        QTest.mouseClick(view, LEFT, NONE, at)

    click_band()
    assert view.layout_shown.layers[0].shown.size == 500
    click_band()
    assert view.layout_shown.layers[0].shown.size == column.shown.size


def test_expanding_all_and_enlarging_by_keys(view, make_snapshot) -> None:
    view.show_displayed_snapshot(make_snapshot((256, 500, 300, 10), run=2))
    view.expand(True)
    assert [c.shown.size for c in view.layout_shown.layers] == [500, 300, 10]
    view.expand(False)
    assert view.layout_shown.layers[0].shown.size < 500
    view.enlarge()
    assert view.zoom.scale == pytest.approx(1.5625)
    view.reduce()
    view.show_whole()
    assert view.zoom.scale == 1.0


def test_a_new_example_brings_its_most_active_neurons(view, make_snapshot) -> None:
    first = make_snapshot((256, 500, 10), run=2, index=1)
    view.show_displayed_snapshot(first)
    view.grab()
    other = make_snapshot((256, 500, 10), run=2, index=2, x=(np.arange(256) % 7 == 0).astype(float))
    view.show_displayed_snapshot(other)
    column, a = view.layout_shown.layers[0], np.abs(other.trace.a[0])
    hidden = np.setdiff1d(np.arange(500), column.shown)
    assert a[column.shown].min() >= a[hidden].max()
    finish(view)
    view.grab()
    assert set(view._composed_frame.edges.choice.edges[0].target.tolist()) <= set(column.shown.tolist())


def test_a_highlighted_neurons_edges_end_where_the_words_begin(view) -> None:
    turn(view, 8)
    finish(view)
    before = view.grab().toImage()
    column = view.layout_shown.layers[0]
    seen = [i for i in range(32) if 120 < column.y[i] < 400][0]
    view._composed_frame.highlight((0, seen))
    image = view.grab().toImage()
    assert image != before
    top = int(view.layout_shown.content.y)
    assert all(image.pixel(x, y) == before.pixel(x, y) for x in range(0, 800, 3) for y in range(0, top, 2))


@pytest.mark.parametrize("is_enlarged", [True, False])
def test_page_keys_are_the_windows_unless_the_network_is_enlarged(view, is_enlarged) -> None:
    """They lead through a walkthrough; of an enlarged network they show another part."""
    if is_enlarged:
        view.enlarge()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_R):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NONE)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted() == (is_enlarged and key != Qt.Key.Key_R)
