"""The network view says what the user points at, by pointer and keyboard, and lets it stand out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWhatsThis

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import Timeline
from gui.network.geometry.shapes import Column, Layout
from gui.network.interaction.callout import Callout
from gui.network.interaction.explanations import explanations
from gui.network.interaction.neuron_values import neuron_values
from gui.network.marks.edge_marks import legend_strip
from gui.network.view import NetworkView
from gui.theme.tokens import DARK, Theme
from tests.core.small_snapshots import changed, with_weights

AT_ONCE = 10_000.0


def show(view: NetworkView, snapshot: Snapshot) -> None:
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")
    view.work(AT_ONCE)


def later(snapshot: Snapshot) -> Snapshot:
    """The next update of it, in which each neuron gives 1 more."""
    trace = changed(snapshot.trace, a=tuple(a + 1 for a in snapshot.trace.a))
    return replace(snapshot, update=snapshot.update + 1, trace=trace)


def picture_of(view: NetworkView) -> QImage:
    return view.grab().toImage()


def layout_of(view: NetworkView) -> Layout:
    assert view.layout_shown is not None
    return view.layout_shown


def point_at(view: NetworkView, x: float, y: float) -> None:
    at = QPointF(x, y)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        view.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, move)


def at(column: Column, index: int) -> tuple[float, float]:
    return float(column.x[index]), float(column.y[index])


@pytest.fixture
def view(qtbot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show()
    qtbot.waitExposed(view)
    return view


# --- pointing


def test_an_idle_view_does_not_paint(view, make_snapshot):
    show(view, make_snapshot())
    view.repaint()
    QApplication.processEvents()
    painted = view.frames_painted
    x, y = at(layout_of(view).layers[0], 3)
    point_at(view, x, y)
    QApplication.processEvents()
    assert view.frames_painted > painted
    painted = view.frames_painted
    point_at(view, x + 1, y)
    QApplication.processEvents()
    assert view.frames_painted == painted


def test_pointing_at_a_neuron_says_so_and_isolates_its_edges(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    before = picture_of(view)
    layout = layout_of(view)
    with qtbot.waitSignal(view.neuron_hovered) as told:
        point_at(view, *at(layout.layers[1], 5))
    assert told.args == [1, 5]
    card = view.findChild(Callout)
    assert card.isVisible() and card.text.startswith("layer 2, neuron 6: z = ")
    card.hide()
    after = picture_of(view)
    # Far from its edges, what was there has faded; along them there is full colour.
    region = [(x, y) for x in range(225, 350, 3) for y in range(150, 380, 3)]
    assert sum(after.pixelColor(*p).lightness() for p in region) < sum(
        before.pixelColor(*p).lightness() for p in region
    )
    (x1, y1), (x2, y2) = at(layout.layers[0], 20), at(layout.layers[1], 5)
    x, y = int((x1 + x2) / 2), int((y1 + y2) / 2)
    assert max(after.pixelColor(x, y + d).saturation() for d in (-1, 0, 1)) > 120


def test_a_pointed_neuron_draws_its_edges_over_the_input_picture(view, one_edge):
    show(view, one_edge)
    layout = layout_of(view)
    x1, y1 = layout.pixel_x[100], layout.pixel_y[100]
    x2, y2 = at(layout.layers[0], 1)
    share = 0.5 * (layout.picture.x + layout.picture.width - x1) / (x2 - x1)
    x, y = int(x1 + share * (x2 - x1)), int(y1 + share * (y2 - y1))
    assert max(picture_of(view).pixelColor(x, y + d).saturation() for d in (-1, 0, 1)) < 60
    point_at(view, x2, y2)
    assert max(picture_of(view).pixelColor(x, y + d).blue() for d in (-1, 0, 1)) > 150


def test_pointing_along_an_edge_tells_its_numbers(view, one_edge, qtbot):
    show(view, one_edge)
    layout = layout_of(view)
    (x1, y1), (x2, y2) = at(layout.layers[0], 1), at(layout.layers[1], 2)
    point_at(view, x2, y2)
    with qtbot.waitSignal(view.edge_hovered) as told:
        point_at(view, (x1 + x2) / 2, (y1 + y2) / 2)
    assert told.args == [1, 1, 2]
    assert view.findChild(Callout).text.startswith("neuron 2 → output 2: w = +1.500, a·w = +3.000")


def test_leaving_clears(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    before = picture_of(view)
    point_at(view, *at(layout_of(view).layers[0], 3))
    with qtbot.waitSignal(view.hover_ended):
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not view.findChild(Callout).isVisible()
    assert picture_of(view) == before


def test_news_over_the_top_cover_no_part_of_a_card(view, make_snapshot):
    show(view, make_snapshot())
    column = layout_of(view).layers[0]
    point_at(view, *at(column, int(np.argmin(column.y))))
    card = view.findChild(Callout)
    assert card.isVisible() and card.y() < 60
    view.show_covered(60.0)
    assert card.isVisible() and card.y() >= 60
    view.show_covered(0.0)
    assert card.y() < 60


def test_a_card_follows_its_numbers(view, make_snapshot):
    show(view, make_snapshot(seed=0))
    point_at(view, *at(layout_of(view).layers[1], 5))
    old = view.findChild(Callout).text
    view.show_displayed_snapshot(make_snapshot(seed=1, update=4))
    assert view.findChild(Callout).text != old


def test_clicking_pins_and_a_pinned_neuron_stays_highlighted(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    x, y = at(layout_of(view).layers[0], 3)
    with qtbot.waitSignal(view.pins_changed) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(x, y).toPoint())
    assert told.args == [((0, 3),)]
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._selection.highlighted == (0, 3)


def test_numbers_that_are_not_finite_are_painted_and_pointed_at_without_complaint(view, make_snapshot):
    snapshot = make_snapshot()
    trace = snapshot.trace
    nan = changed(
        trace,
        z=tuple(np.full_like(z, np.nan) for z in trace.z),
        a=tuple(np.full_like(a, np.nan) for a in trace.a),
        delta=tuple(np.full_like(d, np.inf) for d in trace.delta),
        dW=tuple(np.full_like(d, np.nan) for d in trace.dW),
        loss=float("nan"),
    )
    weights = tuple(np.full_like(W, np.nan) for W in snapshot.weights)
    show(view, with_weights(replace(snapshot, trace=nan), weights))
    timeline = Timeline.walkthrough(3, True)
    for phase in timeline.phases:
        view.show_animation_state(timeline.state_at(phase.start_s + 0.5 * phase.duration_s))
        view.work(AT_ONCE)
        picture_of(view)
    x, y = at(layout_of(view).layers[0], 3)
    point_at(view, x, y)
    picture_of(view)


def test_another_architecture_lets_go_of_what_was_pointed_at(view, make_snapshot):
    show(view, make_snapshot())
    point_at(view, *at(layout_of(view).layers[0], 31))
    show(view, make_snapshot((256, 4, 10), run=2))
    assert view._selection.highlighted is None
    picture_of(view)


# --- the keyboard


def test_arrow_keys_walk_from_neuron_to_neuron(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    told: list[tuple[int, int]] = []
    view.neuron_hovered.connect(lambda layer, index: told.append((layer, index)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    assert told[:2] == [(0, 0), (0, 1)] and told[2][0] == 1 and told[3][0] == 0
    assert "z = " in view.accessibleDescription()


def test_enter_pins_and_escape_lets_go(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.pins_changed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [((0, 0),)]
    with qtbot.waitSignals([view.hover_ended, view.pins_changed]):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view._selection.highlighted is None


def test_focus_by_the_keyboard_is_seen(view, make_snapshot):
    show(view, make_snapshot())
    view.clearFocus()
    before = picture_of(view)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    if view.hasFocus():
        assert picture_of(view).pixelColor(1, 200) == QColor(DARK.text) != before.pixelColor(1, 200)
        # Below news, which lie over its upper edge.
        view.show_covered(36.0)
        assert [picture_of(view).pixelColor(300, y) == QColor(DARK.text) for y in (0, 36)] == [False, True]


# --- names and signs


def test_the_view_has_a_name_for_screen_readers(view):
    assert view.objectName() == "network_view"
    assert view.accessibleName() and view.whatsThis()
    assert (view.minimumSizeHint().width(), view.minimumSizeHint().height()) == (320, 200)


def asked(view, monkeypatch, x, y) -> str:
    """What What's This shows for a click at this point of the view."""
    shown = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _at, text, _owner: shown.append(text))
    at = QPoint(round(x), round(y))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.WhatsThis, at, view.mapToGlobal(at)))
    (text,) = shown
    return text


def test_whats_this_answers_by_what_is_under_the_pointer(view, make_snapshot, monkeypatch):
    show(view, make_snapshot())
    layout, table = view.layout_shown, explanations()
    neuron, outputs, picture = layout.layers[0], layout.layers[-1], layout.picture
    between = (neuron.right + layout.layers[1].left) / 2
    for part, x, y in (
        ("neuron", neuron.x[0], neuron.y[0]),
        ("ring", neuron.x[0], neuron.y[0] - neuron.radius - 2),
        ("output", outputs.x[0], outputs.y[0]),
        ("input", picture.x + 3, picture.y + 3),
        ("loss", layout.loss.x + 3, layout.loss.y + 3),
        ("edge", between, neuron.y[0]),
    ):
        assert table[part].text in asked(view, monkeypatch, x, y), part
    assert asked(view, monkeypatch, 1, 1) == view.whatsThis()


def test_the_keyboard_has_what_it_has_reached_explained(view, make_snapshot, qtbot):
    table = explanations()
    assert view.explanation_of_focus == view.whatsThis()
    show(view, make_snapshot())
    assert view.explanation_of_focus == view.whatsThis()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert table["neuron"].text in view.explanation_of_focus
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table["edge"].text in view.explanation_of_focus
    for _ in view.layout_shown.layers:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert table["output"].text in view.explanation_of_focus


def test_parts_of_an_empty_view_have_no_place(view, make_snapshot):
    assert view.part_rects("neuron") == []
    show(view, make_snapshot())
    assert len(view.part_rects("neuron")) == len(view.layout_shown.layers) - 1


def test_a_click_on_a_sign_of_the_legend_hides_the_other_and_brings_it_back(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    picture_of(view)
    strip = legend_strip(view.layout_shown.legend, view._theme)
    plus = QPoint(round(strip.x + strip.width - 2), round(strip.y + strip.height / 2))
    with qtbot.waitSignal(view.work_wanted):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=plus)
    view.work(10_000)
    marks, choice = view._composed_frame.edges.on_screen(view._composed_frame.animation)
    assert choice.sign == 1 and all((gap.value > 0).all() for gap in marks)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=plus)
    view.work(10_000)
    marks, choice = view._composed_frame.edges.on_screen(view._composed_frame.animation)
    assert choice.sign == 0 and any((gap.value < 0).any() for gap in marks)


@pytest.mark.parametrize("is_pinned", [False, True])
@pytest.mark.parametrize("how", ["escape", "keyboard elsewhere"])
def test_the_card_of_an_edge_goes_with_the_keyboard_that_reached_it(
    view, make_snapshot, qtbot, is_pinned, how
):
    """With a pinned neuron the card of its edge stayed over the picture."""
    show(view, make_snapshot())
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    if is_pinned:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    card = view.findChild(Callout)
    assert view._selection.edge is not None and card.isVisible()
    if how == "escape":
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    else:
        view.clearFocus()
    assert view._selection.edge is None and not card.isVisible()


def test_what_is_held_keeps_its_card_as_well(view, make_snapshot):
    snapshot = make_snapshot()
    other = later(snapshot)
    show(view, snapshot)
    point_at(view, *at(layout_of(view).layers[1], 2))
    card, (x, y) = view._callout, at(layout_of(view).layers[1], 0)
    before, shown = card.text, picture_of(view)
    view.preparation.hold()
    show(view, other)
    point_at(view, x, y)
    assert card.text == before and picture_of(view) == shown
    view.preparation.release(is_due=True)
    # It is of what is pointed at by now.
    expected = Callout(view, view._theme)
    expected.show_values(neuron_values(other, 1, 0))
    assert card.text == expected.text != before and picture_of(view) != shown


def test_what_was_told_of_is_what_stays_while_another_size_is_drawn(view, make_snapshot):
    snapshot = make_snapshot()
    show(view, snapshot)
    picture_of(view)
    view.preparation.hold()
    view.show_displayed_snapshot(later(snapshot))
    view.preparation.release(is_due=True)
    composed: list[int] = []
    frame = view._last_frame
    compose = frame._compose
    frame._compose = lambda *a: (composed.append(frame.displayed_snapshot.update), compose(*a))
    view.resize(820, 506)
    view.has_work()
    assert view.is_behind and composed == [snapshot.update + 1]


def test_a_new_look_changes_nothing_of_what_is_held(view, make_snapshot):
    snapshot = make_snapshot()
    show(view, snapshot)
    before = picture_of(view)
    view.preparation.hold()
    show(view, later(snapshot))
    view.set_theme(Theme("light"))
    assert picture_of(view) == before
