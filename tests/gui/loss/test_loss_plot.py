"""The plot of L: it shows what was recorded, reads it under the cursor, and nothing but training adds to it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QTabWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.analysis.loss_history import LossHistory
from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import Theme, make_theme
from tests.gui.figures.figure_pixels import painted, seen
from tests.gui.loss.plotted import N, exact_at, make_record, picture, point_at, show


def image_of(plot: LossPlot) -> QImage:
    return plot.grab().toImage()


# --- the log switch


def test_the_button_switches_the_logarithm_and_shows_its_state(plot: LossPlot, qtbot: QtBot) -> None:
    show(plot, make_record())
    button = plot.tools.findChild(QToolButton, "loss_log")
    assert isinstance(button, QToolButton)
    plot.tools.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert plot._log and button.isChecked()
    plot.set_log(False)
    assert not button.isChecked()


# --- the view


@pytest.mark.parametrize(
    "change",
    [
        lambda plot: plot.set_log(True),
        lambda plot: plot.resize(500, 300),
        lambda plot: plot.set_theme(make_theme("light", 1.5)),
        lambda plot: plot.fit(),
        lambda plot: QTest.keyClick(plot, Qt.Key.Key_Plus),
        lambda plot: QTest.keyClick(plot, Qt.Key.Key_Right),
        lambda plot: QApplication.sendEvent(plot, QEvent(QEvent.Type.LanguageChange)),
    ],
)
def test_changing_the_view_adds_nothing_to_the_record(plot: LossPlot, change: Any) -> None:
    record = make_record()
    show(plot, record)
    count, exact, changes = record.count, record.exact_losses.all(), record.exact_losses.changes
    change(plot)
    plot.refresh()
    assert (record.count, record.exact_losses.all(), record.exact_losses.changes) == (count, exact, changes)


def test_the_range_follows_the_training_in_steps(plot: LossPlot) -> None:
    record = make_record(500)
    show(plot, record)
    right = plot._range.right
    assert right >= 500
    record.add_batch_means(501, np.full(3, 0.5, np.float32))
    show(plot, record)
    assert plot._range.right == right
    record.add_batch_means(504, np.full(2000, 0.5, np.float32))
    show(plot, record)
    assert plot._range.right >= 2503


def test_a_zoom_by_the_learner_stays_while_the_training_goes_on(plot: LossPlot) -> None:
    record = make_record(500)
    show(plot, record)
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    zoomed = plot._range.left, plot._range.right
    assert not plot._range.is_following
    record.add_batch_means(501, np.full(3000, 0.5, np.float32))
    show(plot, record)
    assert (plot._range.left, plot._range.right) == zoomed


def test_zooming_in_by_key_shows_fewer_updates_and_draws_them_one_by_one(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.linspace(2.3, 0.1, 20_000).astype(np.float32))
    show(plot, record)
    assert picture(plot).shapes.columns.width > 16
    for _ in range(14):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert picture(plot).shapes.columns.width == 1
    assert not len(picture(plot).shapes.all) and len(picture(plot).shapes.mean) == 1


def test_the_wheel_zooms_around_the_pointer_and_a_drag_moves(plot: LossPlot) -> None:
    show(plot, make_record(1000))
    at = picture(plot).geometry
    place = QPointF(float(at.x(400)), at.plot.center().y())
    event = QWheelEvent(
        place, plot.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot, event)
    assert not plot._range.is_following
    assert picture(plot).geometry.update_at(place.x()) == pytest.approx(400, abs=15)
    left = plot._range.left
    start = place.toPoint()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot, start + QPoint(40, 0))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    assert plot._range.left < left


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Home])
def test_one_key_shows_the_whole_run_again(plot: LossPlot, key: Qt.Key) -> None:
    show(plot, make_record())
    whole = picture(plot).geometry
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert picture(plot).geometry.across != whole.across
    QTest.keyClick(plot, key)
    assert plot._range.is_following
    assert (picture(plot).geometry.across, picture(plot).geometry.up) == (whole.across, whole.up)


def test_a_double_click_shows_the_whole_run_again(plot: LossPlot) -> None:
    show(plot, make_record())
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    assert plot._range.is_following


def test_a_frame_shows_that_the_plot_has_the_keyboard(plot: LossPlot, qtbot: QtBot) -> None:
    def edges() -> set[str]:
        image = plot.grab().toImage()
        return {image.pixelColor(x, y).name() for x, y in ((1, 9), (898, 9), (9, 1), (9, 258))}

    plot.activateWindow()
    qtbot.waitUntil(plot.isActiveWindow)
    plot.clearFocus()
    assert edges() == {make_theme("dark").colours.canvas.lower()}
    plot.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert edges() == {make_theme("dark").colours.text.lower()}


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_L, "L"), (Qt.Key.Key_0, "0")])
def test_with_the_focus_the_keys_that_tips_promise_are_the_plots(
    qtbot: QtBot, key: Qt.Key, name: str
) -> None:
    window, plot, other = QMainWindow(), LossPlot(), QToolButton()
    qtbot.addWidget(window)
    qtbot.addWidget(plot.tools)
    area = QWidget()
    for part in (plot, other):
        part.setParent(area)
    window.setCentralWidget(area)
    plot.resize(600, 200)
    other.move(0, 210)
    action = QAction(window)
    action.setShortcut(name)
    window.addAction(action)
    others: list[bool] = []
    action.triggered.connect(lambda: others.append(True))
    window.resize(700, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    show(plot, make_record())
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    other.setFocus()
    QTest.keyClick(other, key)
    assert others == [True] and not plot._log and not plot._range.is_following
    plot.setFocus()
    QTest.keyClick(plot, key)
    assert others == [True]
    assert plot._log if key == Qt.Key.Key_L else plot._range.is_following
    assert all("focus" in button.toolTip() for button in plot.tools.buttons)


def test_another_runs_record_is_followed_from_its_start(plot: LossPlot) -> None:
    show(plot, make_record(5000))
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    show(plot, make_record(100))
    assert plot._range.is_following and plot._range.right < 200
    assert plot.tools.reading.parts == ()


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("has_test", [False, True])
@pytest.mark.parametrize(("count", "exact"), [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (40, 1)])
def test_a_run_of_any_length_is_painted(
    plot: LossPlot, count: int, exact: int, has_test: bool, log: bool
) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(count, 0.5, np.float32))
    for update in range(exact):
        loss = exact_at(update, 0.4)
        record.exact_losses.add(
            loss if has_test else type(loss)(0, update, loss.train_total, N, 0.9, 0, 0, math.nan)
        )
    plot.set_log(log)
    show(plot, record)
    image_of(plot)
    assert picture(plot).is_empty is (count == 0)
    assert len(picture(plot).shapes.train.dots) == exact
    assert len(picture(plot).shapes.test.dots) == exact * has_test
    for update in range(count + 1):
        assert plot.reading_at(update)


def test_a_run_that_was_set_back_is_drawn_without_what_came_later(plot: LossPlot) -> None:
    record, shorter = make_record(500), make_record(300)
    show(plot, record)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    record.go_back(300)
    show(plot, record)
    after = image_of(plot)
    show(plot, shorter)
    assert image_of(plot) == after


def test_nothing_new_is_not_drawn_again(plot: LossPlot) -> None:
    show(plot, make_record())
    painted = plot.frames_painted
    plot.refresh()
    plot.refresh()
    assert plot.frames_painted == painted


def test_while_the_window_is_not_painted_it_is_drawn_once_for_all_reasons(plot: LossPlot) -> None:
    show(plot, make_record())
    painted = plot.frames_painted
    plot.setUpdatesEnabled(False)
    plot.resize(plot.width() + 40, plot.height())
    plot.set_log(True)
    QApplication.sendEvent(plot, QEvent(QEvent.Type.LanguageChange))
    assert plot.frames_painted == painted
    first = image_of(plot)
    assert plot.frames_painted == painted + 1
    plot.setUpdatesEnabled(True)
    plot.refresh()
    assert image_of(plot) == first and plot.frames_painted == painted + 1


def test_a_picture_that_is_put_together_is_shown_when_it_is_painted(plot: LossPlot) -> None:
    show(plot, make_record(500))
    before, was = image_of(plot), picture(plot)
    plot.show_record(plot._record, 1875)
    plot._record.go_back(200)
    assert plot.work() is True
    # The places that are read and pointed at are those of the pixels.
    assert image_of(plot) == before and picture(plot) is was
    while plot.work():
        assert image_of(plot) == before and picture(plot) is was
    after = image_of(plot)
    assert after != before and picture(plot) is not was
    assert plot.work() is False
    show(plot, plot._record)
    assert image_of(plot) == after


def test_a_picture_of_another_run_is_not_painted_for_this_one(plot: LossPlot) -> None:
    show(plot, make_record(500))
    shorter = make_record(300)
    plot.show_record(make_record(900), 1875)
    plot.work()
    plot.show_record(shorter, 1875)
    while plot.work():
        assert plot._picture is None
    assert picture(plot).update_ticks[-1].place <= 300


# --- reading


def read(plot: LossPlot) -> list[str]:
    return [part.text for part in plot.tools.reading.parts]


def test_the_value_under_the_pointer_is_the_records(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.5, np.float32))
    record.exact_losses.add(exact_at(40, train_mean=0.4, test_mean=0.45))
    show(plot, record)
    point_at(plot, 60)
    # N times 0.4.
    assert read(plot) == ["L 24,000 at 40  mean Cⁿ 0.400", "0.450", "0.500"]
    assert plot.accessibleDescription() == plot.reading_at(60)
    assert plot.reading_at(60).startswith("update 60  ·  exact L of update 40: 24,000")


def test_the_pointer_over_a_run_of_nan_reads_what_is_known(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, np.nan, np.float32))
    record.exact_losses.add(exact_at(100, train_mean=math.nan, test_mean=math.inf))
    show(plot, record)
    point_at(plot, 60)
    assert read(plot) == ["L NaN at 100  mean Cⁿ NaN", "∞"]


def test_pointing_beside_the_plot_reads_nothing(plot: LossPlot) -> None:
    show(plot, make_record())
    point_at(plot, 100)
    assert read(plot)
    QTest.mouseMove(plot, QPoint(plot.width() - 5, 60))
    assert read(plot) == []


def test_pointing_changes_no_layout(qtbot: QtBot) -> None:
    tabs, plot = QTabWidget(), LossPlot()
    qtbot.addWidget(tabs)
    plot.set_theme(make_theme("dark"))
    tabs.addTab(plot, "Total loss L")
    tabs.setCornerWidget(plot.tools)
    tabs.resize(500, 200)
    tabs.show()
    qtbot.waitExposed(tabs)
    record = LossHistory(N)
    record.add_batch_means(1, np.full(20_000, 1234.567, np.float32))
    record.exact_losses.add(exact_at(15_000, 123456.789, 23456.789))
    show(plot, record)
    QApplication.processEvents()
    before = tabs.size(), tabs.minimumSizeHint(), plot.geometry(), plot.tools.geometry()
    point_at(plot, 14_999)
    QApplication.processEvents()
    assert read(plot)
    assert (tabs.size(), tabs.minimumSizeHint(), plot.geometry(), plot.tools.geometry()) == before
    # The tab's row is used, and it can become as narrow as its buttons.
    assert plot.tools.width() > 300
    assert tabs.minimumSizeHint().width() < 320


def test_the_keyboard_reads_the_curve_update_by_update(plot: LossPlot) -> None:
    show(plot, make_record(500))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot._cursor == 499 and "update 499" in plot.accessibleDescription()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot._cursor == 500
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert read(plot) == []


def test_the_keyboard_cannot_leave_the_run(plot: LossPlot) -> None:
    show(plot, make_record(50))
    for key, end in ((Qt.Key.Key_PageDown, 0), (Qt.Key.Key_PageUp, 50)):
        for _ in range(3):
            QTest.keyClick(plot, key)
        assert plot._cursor == end


def test_reading_before_anything_is_recorded_says_nothing(plot: LossPlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Left)
    show(plot, LossHistory(N))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert read(plot) == []


def test_space_is_left_to_the_window(plot: LossPlot) -> None:
    show(plot, make_record())
    before = image_of(plot)
    QTest.keyClick(plot, Qt.Key.Key_Space)
    assert image_of(plot) == before


def test_its_figure_is_the_plot_and_does_not_follow_it(plot: LossPlot) -> None:
    record = make_record()
    show(plot, record)
    figure, before = plot.figure(), seen(plot)
    assert np.array_equal(painted(figure), before)
    record.go_back(0)
    plot.set_log(True)
    assert not np.array_equal(seen(plot), before) and np.array_equal(painted(figure), before)


def test_its_figure_marks_the_moment_that_one_looks_at(plot: LossPlot) -> None:
    show(plot, make_record())
    before = seen(plot)
    plot.show_moment(2)
    assert not np.array_equal(seen(plot), before)
    assert np.array_equal(painted(plot.figure()), seen(plot))


def test_the_light_figure_of_a_dark_plot_is_the_light_plot(plot: LossPlot) -> None:
    show(plot, make_record())
    light = Theme("light", plot._theme.scale)
    figure = plot.figure()
    plot.set_theme(light)
    assert np.array_equal(painted(figure, light), seen(plot))


def test_there_is_no_figure_before_there_are_numbers(plot: LossPlot) -> None:
    assert plot.figure() is None
    show(plot, LossHistory(60))
    assert plot.figure() is None


# --- words


def test_every_control_has_a_name_and_a_tip(plot: LossPlot) -> None:
    assert plot.objectName() == "loss_plot"
    assert plot.accessibleName()
    assert "exact" in plot.whatsThis()
    buttons = plot.tools.findChildren(QToolButton)
    assert {button.objectName() for button in buttons} == {"loss_log", "loss_fit", "loss_smoothing"}
    for button in buttons:
        assert button.accessibleName() and button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_its_menu_opens_only_when_asked_for(plot: LossPlot) -> None:
    assert [menu for menu in plot.findChildren(QMenu) if menu.isVisible()] == []


def test_what_it_is_takes_three_sentences_and_names_each_kind_of_mark(plot: LossPlot) -> None:
    words = plot.whatsThis()
    assert words.count(". ") + words.endswith(".") == 3 and len(words) < 400
    assert all(name in words for name in ("dot", "ring", "batches", "line", "wheel"))


def test_a_layout_that_sizes_it_several_times_has_its_picture_made_once(plot: LossPlot) -> None:
    show(plot, make_record())
    made = plot.frames_painted
    for width in (620, 660, 700):
        plot.resize(width, plot.height())
    assert plot.frames_painted == made
    assert image_of(plot).width() == 700 and plot.frames_painted == made + 1
    image_of(plot)
    assert plot.frames_painted == made + 1
    # One that is kept is of the size that the plot has.
    plot.resize(500, plot.height())
    figure = plot.figure()
    assert figure is not None and figure.size == (500, plot.height())
