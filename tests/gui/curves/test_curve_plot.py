"""The plot in the place of L's: it shows what was sent, reads it, and shares the axis of updates with L."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.curves import curve_plot
from gui.curves.curve_plot import CurvePlot
from gui.curves.curve_set import CurveSet, layer_set
from gui.loss.curve_marks import EditMark
from gui.loss.curve_signs import RUN_DASHES
from gui.loss.run_curves import RunCurve
from gui.theme.tokens import make_theme
from gui.timeline.loss_page import LossPage
from tests.gui.curves.drawn import curves_of
from tests.gui.loss.plotted import make_record


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LossPage]:
    page = LossPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.tools)
    for part in (page.plot, page.timeline, page):
        part.set_theme(make_theme("dark"))
    page.resize(900, 300)
    page.show()
    qtbot.waitExposed(page)
    page.plot.show_record(make_record(500), 200, [EditMark(1, 250, "w", 0.0, 1.0)])
    page.plot.refresh()
    page.curves.show_curves("gradient", layer_set("gradient", curves_of(50, 3)))
    page.show_kind("gradient")
    page.curves.refresh()
    yield page


def wheel(plot: CurvePlot, update: float) -> None:
    assert plot.picture is not None
    at = plot.picture.geometry
    place = QPointF(float(at.x(update)), at.plot.center().y())
    event = QWheelEvent(
        place, plot.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot, event)


def test_who_zooms_one_plot_zooms_the_other(page: LossPage) -> None:
    plot = page.curves
    assert plot.picture is not None
    whole = plot.picture.geometry.across
    wheel(plot, 300)
    across = plot.picture.geometry.across
    assert across[1] - across[0] == pytest.approx(0.7 * (whole[1] - whole[0]))
    page.show_kind("loss")
    page.plot.refresh()
    assert page.plot._picture is not None and page.plot._picture.geometry.across == across
    page.plot.zoom(0.5, 300)
    page.show_kind("gradient")
    plot.refresh()
    assert plot.picture.geometry.across == page.plot._picture.geometry.across != across
    QTest.keyClick(plot, Qt.Key.Key_0)
    assert page.plot.axis.updates.is_following and plot.picture.geometry.across[0] == 0


def test_marks_and_epochs_are_those_of_the_plot_of_l(page: LossPage) -> None:
    assert page.curves.picture is not None
    assert [mark.update for mark in page.curves.picture.marks] == [250]
    assert page.curves.picture.epochs == [200, 400]


def test_pointing_reads_the_nearest_measured_update_and_its_line(page: LossPage) -> None:
    plot = page.curves
    assert plot.picture is not None
    at = plot.picture.geometry
    # Row 29 of 50, update 300: 10⁻² × (1 + 29/50) in layer 2.
    QTest.mouseMove(plot, QPoint(round(float(at.x(303))), round(float(at.y(np.log10(0.0158))))))
    parts = [part.text for part in plot.tools.reading.parts]
    assert parts[:2] == ["at 300", "2: 0.0158"]
    assert "layer 2: 0.0158" in plot.accessibleDescription() and "layer 2" in plot.toolTip()
    # A mark that is pointed at is read at its own update, with its words.
    QTest.mouseMove(plot, QPoint(round(float(at.x(251))), round(at.plot.top()) + 2))
    assert "250" in plot.toolTip() and "w set by hand" in plot.toolTip()


def test_keys_read_choose_a_line_and_let_go(page: LossPage) -> None:
    plot = page.curves
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert plot._cursor == 500 and plot.tools.reading.parts[0].text.startswith("1:")
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.tools.reading.parts[0].text.startswith("out:")
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert not plot.tools.reading.parts
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert not page.plot.axis.updates.is_following


def test_keys_lead_from_dot_to_dot_of_the_run_itself_and_each_is_heard(
    page: LossPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(curve_plot, "announce", lambda _plot, sentence: heard.append(sentence))
    plot, key = page.curves, Qt.Key
    # Another run in the plot is longer by far: the keys begin where this one was measured last.
    page.plot.show_curves("own", [RunCurve(next(iter(RUN_DASHES)), "other", make_record(2_000))])
    page.plot.refresh()
    plot.refresh()
    assert page.plot.axis.reach == 2_000
    for pressed, update in (
        (key.Key_Right, 500), (key.Key_Right, 500), (key.Key_Left, 490), (key.Key_PageDown, 390),
        (key.Key_PageUp, 490), (key.Key_PageUp, 500),
    ):  # fmt: skip
        QTest.keyClick(plot, pressed)
        assert plot._cursor == update and heard[-1].startswith(f"update {update}")
    QTest.keyClick(plot, key.Key_Up)
    assert heard[-1].startswith("update 500  ·  layer 1: ") and len(heard) == 7
    # In another run that line would stand where it has no update.
    page.plot.show_record(make_record(2), 200)
    page.plot.refresh()
    plot.refresh()
    assert plot._cursor is None
    plot.show_curves("gradient", CurveSet.empty("gradient"))
    plot.refresh()
    QTest.keyClick(plot, key.Key_Left)
    assert plot._cursor is None and "nothing is known yet" in heard[-1]


def test_each_kind_keeps_its_own_axis_and_shares_have_no_logarithm(page: LossPage) -> None:
    plot = page.curves
    assert plot.is_log
    QTest.keyClick(plot, Qt.Key.Key_L)
    assert not plot.is_log and plot.picture is not None and not plot.picture.is_log
    plot.show_curves("noise", layer_set("noise", curves_of(50, 3)))
    assert plot.is_log
    plot.show_curves("idle", layer_set("idle", curves_of(50, 3)))
    QTest.keyClick(plot, Qt.Key.Key_L)
    button = plot.tools.findChild(QToolButton, "curve_log")
    assert not plot.is_log and isinstance(button, QToolButton) and not button.isEnabled()
    plot.show_curves("gradient", None)
    assert not plot.is_log


def test_it_paints_only_what_has_changed_and_not_while_it_is_hidden(page: LossPage) -> None:
    plot = page.curves
    assert not plot.work()
    before = plot.picture
    plot.show_curves("gradient", layer_set("gradient", curves_of(50, 4)))
    assert plot.work()
    plot.refresh()
    assert plot.picture is not before
    painted = page.plot.frames_painted
    page.plot.show_record(make_record(700), 200)
    page.plot.refresh()
    assert page.plot.frames_painted == painted
    page.show_kind("loss")
    assert page.plot.frames_painted > painted
    plot.show_curves("gradient", CurveSet.empty("gradient"))
    assert not plot.work()


def test_the_moment_of_the_past_and_the_pointed_line_are_painted_over_the_picture(page: LossPage) -> None:
    plot = page.curves
    assert plot.picture is not None
    at = plot.picture.geometry
    x, y = round(float(at.x(120))), round(at.plot.center().y())
    ground = plot.grab().toImage().pixelColor(x, y + 7)
    plot.show_moment(120)
    assert plot.grab().toImage().pixelColor(x, y + 7) != ground
    plot.show_moment(None)
    assert plot.grab().toImage().pixelColor(x, y + 7) == ground


def test_its_numbers_names_and_controls_are_at_hand(page: LossPage) -> None:
    plot = page.curves
    assert plot.curves is not None and plot.curves.keys == ("1", "2", "out")
    assert plot.accessibleName() == "Gradient over updates" and "∂C/∂w" in plot.whatsThis()
    for button in plot.tools.buttons:
        assert button.accessibleName() and button.toolTip()
    plot.show_curves("gradient", None)
    plot.refresh()
    assert "nothing is known yet" in plot.accessibleDescription()


@pytest.mark.parametrize("plot, is_own", [("plot", True), ("curves", False)])
def test_only_where_it_is_of_use_a_key_is_kept_from_the_window(
    page: LossPage, plot: str, is_own: bool
) -> None:
    # S: the mean of the last batches is one of L's; elsewhere it is the window's, one scale for all gaps.
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(getattr(page, plot), event)
    assert event.isAccepted() is is_own
