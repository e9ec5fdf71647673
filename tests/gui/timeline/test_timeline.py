"""The timeline: it shows what it was given, and the pointer and the keys ask for updates of the run on screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.run_row import RunRow
from gui.timeline.timeline import Timeline
from tests.gui.timeline.placed import axis_of

LANE_Y = 19


def wanted_of(timeline: Timeline) -> list[int]:
    wanted: list[int] = []
    timeline.update_wanted.connect(wanted.append)
    return wanted


def press(timeline: Timeline, x: float, y: int = LANE_Y) -> None:
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(x), y))


def drag_to(timeline: Timeline, x: float) -> None:
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(x, LANE_Y),
        timeline.mapToGlobal(QPointF(x, LANE_Y)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(timeline, event)


# --- the pointer


def test_a_click_asks_for_the_update_that_is_there(timeline: Timeline) -> None:
    wanted = wanted_of(timeline)
    # Update u stands at 100 + u / 10 px.
    press(timeline, 250)
    assert wanted == [1_500]


@pytest.mark.parametrize(("x", "update"), [(172, 700), (218, 1_200), (348, 2_500)])
def test_a_click_near_a_sign_asks_for_its_own_update(timeline: Timeline, x: int, update: int) -> None:
    wanted = wanted_of(timeline)
    press(timeline, x)
    assert wanted == [update]


def test_dragging_asks_for_one_update_after_the_other_and_stays_within_the_run(timeline: Timeline) -> None:
    wanted = wanted_of(timeline)
    for x in (300, 280, 90, 650):
        drag_to(timeline, x)
    assert wanted == [2_000, 1_800, 0, 3_000]


def test_moving_without_a_button_asks_for_nothing_and_says_what_is_there(timeline: Timeline) -> None:
    wanted = wanted_of(timeline)
    QTest.mouseMove(timeline, QPoint(220, LANE_Y))
    assert wanted == []
    assert timeline.toolTip() == "Update 1,200: w set by hand from 0.1 to 0.5"
    assert timeline.words_at(QPoint(170, LANE_Y)) == "Update 700: η 0.001 → 0.01"
    assert timeline.words_at(QPoint(350, LANE_Y)) == (
        "Update 2,500: the least test loss of the curve’s exact ones, mean Cⁿ 0.138"
    )
    assert timeline.words_at(QPoint(260, LANE_Y)) == "update 1,600 of 3,000"
    assert "3,000 updates; kept states: 7" in timeline.words_at(QPoint(600, LANE_Y))


def test_a_click_on_another_run_asks_for_that_run(timeline: Timeline, row: RunRow) -> None:
    other = RunRow(3, "η 0.001 → 0.01 at 1,500", live=2_000, parent=0, branch_update=1_500)
    timeline.show_runs([row, other], 0)
    timeline.refresh()
    wanted, runs = wanted_of(timeline), list[int]()
    timeline.run_wanted.connect(runs.append)
    press(timeline, 260, LANE_Y + 25)
    assert (wanted, runs) == ([], [3])


# --- the keyboard


@pytest.mark.parametrize(
    ("moment", "key", "modifier", "update"),
    [
        (None, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 2_999),
        (1_000, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 999),
        (1_000, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1_001),
        (1_000, Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
        (1_000, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 3_000),
        (0, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 0),
    ],
)
def test_keys_lead_along_the_run(
    timeline: Timeline, moment: int | None, key: Qt.Key, modifier: Qt.KeyboardModifier, update: int
) -> None:
    timeline.show_moment(moment)
    wanted = wanted_of(timeline)
    QTest.keyClick(timeline, key, modifier)
    assert wanted == [update]


def test_b_asks_for_a_branch(timeline: Timeline) -> None:
    asked: list[bool] = []
    timeline.branch_wanted.connect(lambda: asked.append(True))
    QTest.keyClick(timeline, Qt.Key.Key_B)
    assert asked == [True]


def test_up_and_down_lead_from_run_to_run(timeline: Timeline, row: RunRow) -> None:
    others = [RunRow(run, live=2_000, parent=0, branch_update=run * 100) for run in (1, 2)]
    timeline.show_runs([row, *others], 2)
    runs: list[int] = []
    timeline.run_wanted.connect(runs.append)
    QTest.keyClick(timeline, Qt.Key.Key_Up)
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert runs == [0, 1]


# --- what is shown


def test_nothing_is_painted_anew_while_nothing_changes(timeline: Timeline, row: RunRow) -> None:
    painted = timeline.frames_painted
    timeline.refresh()
    timeline.show_axis(axis_of())
    timeline.show_moment(500)
    assert timeline.frames_painted == painted
    timeline.show_runs([replace(row, live=3_100)], 0)
    timeline.refresh()
    assert timeline.frames_painted == painted + 1


def test_the_cursor_is_a_line_at_the_moment_and_goes_with_it(timeline: Timeline) -> None:
    before = timeline.grab().toImage()
    timeline.show_moment(1_000)
    after = timeline.grab().toImage()
    text = QColor(make_theme("dark").colours.text)
    assert [after.pixelColor(200, y) == text for y in (6, 27)] == [True, True]
    assert before.pixelColor(200, 6) != text
    timeline.show_moment(None)
    assert timeline.grab().toImage() == before


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_least_test_loss_has_a_sign_in_the_colour_of_the_test_set(timeline: Timeline, name: str) -> None:
    timeline.set_theme(make_theme(name))
    image, theme = timeline.grab().toImage(), make_theme(name)
    around = [image.pixelColor(350 + x, LANE_Y + y) for x in range(-6, 7) for y in range(-6, 7)]
    assert QColor(theme.colours.test) in around
    # Hollow, as the dots of the test loss are.
    assert image.pixelColor(350, LANE_Y + 1) == QColor(theme.colours.canvas)


def test_a_listener_hears_where_one_is_and_what_there_is(timeline: Timeline) -> None:
    timeline.show_moment(1_500)
    words = timeline.accessibleDescription()
    for part in ("update 1,500 of 3,000", "seed 0", "L = 4,528", "96.0 %", "w set by hand", "η 0.001 → 0.01"):
        assert part in words
    timeline.show_moment(None)
    assert "live: update 3,000" in timeline.accessibleDescription()


def test_more_runs_than_have_room_leave_that_on_screen_in_sight(timeline: Timeline, row: RunRow) -> None:
    one = timeline.sizeHint().height()
    timeline.show_runs([row, *(RunRow(run, live=9) for run in range(1, 9))], 7)
    timeline.refresh()
    assert timeline.sizeHint().height() == one + 3 * 25
    assert len(timeline.marks) == 4 and 7 in [marks.row.run for marks in timeline.marks]
    timeline.set_low(True)
    assert len(timeline.marks) == 2


def test_it_asks_for_more_height_as_runs_come(timeline: Timeline, row: RunRow) -> None:
    asked: list[int] = []
    timeline.height_changed.connect(lambda: asked.append(timeline.sizeHint().height()))
    timeline.show_runs([row, RunRow(1, live=5)], 0)
    timeline.show_runs([row, RunRow(1, live=6)], 0)
    assert len(asked) == 1


# --- the boxes of other runs


BRANCH = RunRow(1, "batch 256", 2_000, parent=0, branch_update=900)


def test_the_box_of_another_run_wants_its_curve_and_its_lane_the_run(timeline: Timeline, row: RunRow) -> None:
    timeline.show_runs([row, BRANCH], 0)
    timeline.refresh()
    curves, runs = list[tuple[int, bool]](), list[int]()
    timeline.curve_wanted.connect(lambda run, is_shown: curves.append((run, is_shown)))
    timeline.run_wanted.connect(runs.append)
    press(timeline, 14, LANE_Y + 25)
    assert curves == [(1, True)] and runs == []
    press(timeline, 300, LANE_Y + 25)
    assert runs == [1]
    timeline.show_runs([row, replace(BRANCH, dash="run1")], 0)
    timeline.refresh()
    press(timeline, 14, LANE_Y + 25)
    assert curves[-1] == (1, False)


def test_a_box_is_checked_where_the_curve_is_in_the_plot(timeline: Timeline, row: RunRow) -> None:
    def box(branch: RunRow) -> list[int]:
        timeline.show_runs([row, branch], 0)
        timeline.resize(700, timeline.sizeHint().height())
        timeline.refresh()
        image = timeline.grab().toImage()
        y = round(timeline.marks[1].y)
        return [image.pixelColor(x, y + dy).red() for x in range(10, 19) for dy in range(-3, 4)]

    bright = make_theme("dark").colour("text").red() - 60
    assert max(box(BRANCH)) < bright < max(box(replace(BRANCH, dash="run1")))
    # Another kind of L has no box at all, and the lane is the run's there, too.
    assert max(box(replace(BRANCH, is_comparable=False))) < 40
    runs: list[int] = []
    timeline.run_wanted.connect(runs.append)
    press(timeline, 14, round(timeline.marks[1].y))
    assert runs == [1]


def test_its_menu_offers_what_the_run_does_above_what_it_offers_itself(timeline: Timeline) -> None:
    own = timeline.menu.addAction("Save")
    one, other = QAction("one"), QAction("other")
    for offered in ([one], [one, other], [other]):
        timeline.offer(offered, QPoint(0, 0))
        assert timeline.menu.isVisible() and timeline.menu.actions() == [*offered, own]
        timeline.menu.close()


def test_the_menu_of_a_lane_is_that_of_its_run(timeline: Timeline, row: RunRow) -> None:
    timeline.show_runs([row, BRANCH], 0)
    timeline.refresh()
    wanted: list[int] = []
    timeline.menu_wanted.connect(lambda run, _: wanted.append(run))
    for reason, y in (
        (QContextMenuEvent.Reason.Mouse, LANE_Y + 25),
        (QContextMenuEvent.Reason.Keyboard, LANE_Y + 25),
    ):
        place = QPoint(300, y)
        QApplication.sendEvent(timeline, QContextMenuEvent(reason, place, timeline.mapToGlobal(place)))
    assert wanted == [1, 0]


def test_a_layout_that_sizes_it_several_times_has_it_painted_once_and_right(timeline: Timeline) -> None:
    painted = timeline.frames_painted
    for width in (740, 780):
        timeline.resize(width, timeline.height())
    # Only half of the updates are in sight now: each is 0.2 px wide.
    timeline.show_axis(axis_of(last=2_000.0))
    assert timeline.frames_painted == painted
    timeline.grab()
    assert timeline.frames_painted == painted + 1
    timeline.grab()
    assert timeline.frames_painted == painted + 1
    timeline.resize(800, timeline.height())
    # What is pointed at before it is painted is where it will be: update 1,200 at 100 + 1,200 / 5 px.
    assert [x for x, mark in timeline.marks[0].signs if mark.update == 1_200] == [340]
    assert timeline.frames_painted == painted + 2


def test_in_a_window_that_is_resized_its_picture_is_made_a_turn_after_the_window_is_painted(
    timeline: Timeline, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(timeline)
    window.resize(700, 200)
    window.show()
    qtbot.waitUntil(lambda: timeline._pixmap.width() == timeline.width() > 600)
    timeline.clearFocus()
    painted, before = timeline.frames_painted, timeline.grab().toImage()
    window.resize(640, 200)
    QApplication.sendPostedEvents()
    window.repaint()
    # Not moved, not stretched: on the axis that the plot above it has for that turn, too.
    now = timeline.grab().toImage()
    assert timeline.frames_painted == painted
    assert now == before.copy(now.rect()) and now.width() == before.width() - 60
    qtbot.waitUntil(lambda: timeline.frames_painted == painted + 1)
    assert timeline._pixmap.width() == timeline.width()
    # On the axis of a plot that was made anew in between it is painted with that, once.
    window.resize(620, 200)
    QApplication.sendPostedEvents()
    window.repaint()
    timeline.show_axis(axis_of(last=2_000.0))
    window.repaint()
    qtbot.waitUntil(lambda: not timeline._size._turn.isActive())
    window.repaint()
    assert timeline.frames_painted == painted + 2 and timeline._pixmap.width() == timeline.width()
    timeline.setParent(None)
