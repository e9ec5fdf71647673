"""The plot of L: what is plotted is what was recorded, and nothing but training adds to it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from core.analysis.loss_history import LossHistory
from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import make_theme
from gui.widgets.number_text import thousands
from tests.gui.loss.plotted import N, dots, estimates, exact_at, make_record, show, state


def test_the_line_of_baseline_names_what_it_costs(plot: LossPlot) -> None:
    plot.set_baseline_loss(0.45, 10)
    assert plot._curves.names.baseline.toPlainText() == "guessing: Cⁿ = 0.450"
    plot.set_baseline_loss(0.25, 0)
    assert plot._curves.names.baseline.toPlainText() == "always the mean: Cⁿ = 0.250"


def test_before_the_training_the_plot_says_what_to_do(plot: LossPlot) -> None:
    show(plot, LossHistory(N))
    assert plot._curves.names.empty.isVisible()
    assert "Space" in plot._curves.names.empty.toPlainText()
    assert estimates(plot)[0].size == 0


def test_numbers_that_are_not_finite_leave_the_rest_readable(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([2.0, 1.0, math.inf, math.nan], np.float32))
    show(plot, record)
    (left, right), (bottom, top) = plot._view.viewRange()
    assert all(math.isfinite(end) for end in (left, right, bottom, top))
    assert bottom < N * 1.0 < N * 2.0 < top


def test_a_record_of_nothing_but_infinity_keeps_its_range(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(200, math.inf, np.float32))
    for log in (False, True):
        plot.set_log(log)
        show(plot, record)
        assert all(math.isfinite(end) for axis in plot._view.viewRange() for end in axis)


# --- the axes


def right_readings(plot: LossPlot) -> list[tuple[float, str]]:
    """(height, what the right axis says there)."""
    low, high = plot._view.viewRange()[1]
    levels = plot._right.tickValues(low, high, 200)
    return [
        (height, text)
        for spacing, heights in levels
        for height, text in zip(heights, plot._right.tickStrings(heights, 1, spacing), strict=True)
    ]


def test_the_right_axis_reads_the_left_one_divided_by_n(plot: LossPlot) -> None:
    show(plot, make_record())
    readings = right_readings(plot)
    assert len(readings) >= 2
    for height, text in readings:
        assert float(text) == pytest.approx(height / N, rel=1e-3, abs=1e-12)


def test_a_logarithmic_right_axis_reads_l_over_n_too(plot: LossPlot) -> None:
    show(plot, make_record())
    plot.set_log(True)
    readings = right_readings(plot)
    assert len(readings) >= 2
    for height, text in readings:
        assert float(text) == pytest.approx(10**height / N, rel=1e-2)


def test_both_axes_have_the_same_heights(plot: LossPlot) -> None:
    show(plot, make_record())
    assert plot._left.range == plot._right.range == plot._view.viewRange()[1]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (60_000, "60,000"), (0.2, "0.2"), (1.25, "1.25"), (150.5, "150"), (1e-5, "1e−05"), (3.0, "3")],
)
def test_axis_numbers_are_grouped_by_thousands(value: float, text: str) -> None:
    assert thousands(value) == text


def test_the_axes_are_labelled(plot: LossPlot) -> None:
    assert plot._left.labelText == "total loss L"
    assert plot._right.labelText == "mean Cⁿ"
    assert plot._bottom.labelText == "updates"


# --- the log switch


def test_the_button_switches_the_logarithm_and_shows_its_state(plot: LossPlot, qtbot: QtBot) -> None:
    show(plot, make_record())
    button = plot.tools.findChild(QToolButton, "loss_log")
    assert isinstance(button, QToolButton)
    plot.tools.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert plot._curves.log and button.isChecked()
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
    assert dots(plot._curves.exact)[0].tolist() == [e.update for e in exact]


def test_the_range_follows_the_training_in_steps(plot: LossPlot) -> None:
    record = make_record(500)
    show(plot, record)
    assert plot._following
    right = plot._view.viewRange()[0][1]
    assert right >= 500
    record.add_batch_means(501, np.full(3, 0.5, np.float32))
    show(plot, record)
    assert plot._view.viewRange()[0][1] == right
    record.add_batch_means(504, np.full(2000, 0.5, np.float32))
    show(plot, record)
    assert plot._view.viewRange()[0][1] >= 2503


def test_a_zoom_by_the_learner_stays_while_the_training_goes_on(plot: LossPlot) -> None:
    record = make_record(500)
    show(plot, record)
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    zoomed = plot._view.viewRange()
    assert not plot._following
    record.add_batch_means(501, np.full(3000, 0.5, np.float32))
    show(plot, record)
    assert plot._view.viewRange() == zoomed


def test_zooming_in_by_key_shows_fewer_updates_and_draws_them_at_once(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.linspace(2.3, 0.1, 20_000).astype(np.float32))
    show(plot, record)
    assert dots(plot._curves.band)[0].size
    for _ in range(12):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    (left, right), _ = plot._view.viewRange()
    assert right - left < 900
    # Few enough to be shown one by one.
    assert estimates(plot)[0].size > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Home])
def test_one_key_shows_the_whole_run_again(plot: LossPlot, key: Qt.Key) -> None:
    show(plot, make_record())
    whole = plot._view.viewRange()
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    QTest.keyClick(plot, key)
    assert plot._following
    assert plot._view.viewRange() == whole


def test_a_double_click_shows_the_whole_run_again(plot: LossPlot) -> None:
    show(plot, make_record())
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    QTest.mouseDClick(plot._widget.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    assert plot._following


def test_another_runs_record_is_followed_from_its_start(plot: LossPlot) -> None:
    show(plot, make_record(5000))
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    show(plot, make_record(100))
    assert plot._following
    assert plot._view.viewRange()[0][1] < 200


def test_nothing_new_is_not_drawn_again(plot: LossPlot) -> None:
    show(plot, make_record())
    painted = plot.frames_painted
    plot.refresh()
    plot.refresh()
    assert plot.frames_painted == painted


# --- reading


def read(plot: LossPlot) -> str:
    label = plot.tools.findChild(QLabel, "loss_reading")
    assert isinstance(label, QLabel)
    return label.text()


def point_at(plot: LossPlot, update: int) -> None:
    scene = plot._view.mapViewToScene(QPointF(update, N))
    QTest.mouseMove(plot._widget.viewport(), plot._widget.mapFromScene(scene))


def test_the_value_under_the_pointer_is_the_records(plot: LossPlot, qtbot: QtBot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.5, np.float32))
    record.exact_losses.add(exact_at(40, train_mean=0.4, test_mean=0.45))
    show(plot, record)
    point_at(plot, 60)
    qtbot.waitUntil(lambda: "update 60" in read(plot))
    # N times 0.5.
    assert "L ≈ 30,000" in read(plot)
    assert "exact L of update 40: 24,000" in read(plot)
    assert "training 0.400, test 0.450" in read(plot)


def test_an_update_before_the_first_exact_loss_has_no_exact_number(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.5, np.float32))
    record.exact_losses.add(exact_at(40, train_mean=0.4))
    show(plot, record)
    assert "exact" not in plot.reading_at(39)
    assert "exact" in plot.reading_at(40)


def test_the_keyboard_reads_the_curve_update_by_update(plot: LossPlot) -> None:
    show(plot, make_record(500))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert "update 499" in read(plot)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert "update 500" in read(plot)
    assert plot.accessibleDescription() == read(plot)
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert read(plot) == ""


def test_the_keyboard_cannot_leave_the_run(plot: LossPlot) -> None:
    show(plot, make_record(50))
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_PageDown)
    assert "update 0" in read(plot)
    for _ in range(3):
        QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert "update 50" in read(plot)


def test_reading_before_anything_is_recorded_says_nothing(plot: LossPlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Left)
    show(plot, LossHistory(N))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert read(plot) == ""


def test_space_is_left_to_the_window(plot: LossPlot) -> None:
    show(plot, make_record())
    before = state(plot)
    QTest.keyClick(plot, Qt.Key.Key_Space)
    assert state(plot) == before and not plot._curves.log


def test_the_copied_numbers_are_the_exact_ones(plot: LossPlot) -> None:
    record = make_record()
    show(plot, record)
    plot.copy_numbers()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["update", "L"]
    assert [float(line.split("\t")[1]) for line in lines[1:]] == [
        e.train_total for e in record.exact_losses.all()
    ]


# --- words


def test_every_control_has_a_name_and_a_tip(plot: LossPlot) -> None:
    assert plot.objectName() == "loss_plot"
    assert plot.accessibleName()
    assert "exact" in plot.whatsThis()
    buttons = plot.tools.findChildren(QToolButton)
    assert {button.objectName() for button in buttons} == {"loss_log", "loss_fit"}
    for button in buttons:
        assert button.accessibleName() and button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_no_menu_of_pyqtgraphs_stands_in_the_picture(plot: LossPlot) -> None:
    assert [menu for menu in plot.findChildren(QMenu) if not menu.isWindow() or menu.isVisible()] == []
