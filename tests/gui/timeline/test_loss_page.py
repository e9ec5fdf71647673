"""Plot and timeline have each update at the same place, however the plot is zoomed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline import loss_page
from gui.timeline.loss_page import LossPage
from gui.timeline.run_row import RunRow
from tests.gui.loss.plotted import make_record, picture, show


@pytest.mark.parametrize("zooms", [0, 3])
def test_an_update_stands_below_itself(qtbot: QtBot, zooms: int) -> None:
    page = LossPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.tools)
    for part in (page.plot, page.timeline):
        part.set_theme(make_theme("dark"))
    page.resize(900, 300)
    page.show()
    qtbot.waitExposed(page)
    page.timeline.show_runs([RunRow(0, live=500, kept=np.arange(0, 501, 20))], 0)
    show(page.plot, make_record(500))
    page.timeline.refresh()
    for _ in range(zooms):
        QTest.keyClick(page.plot, Qt.Key.Key_Plus)
    page.timeline.refresh()
    (marks,) = page.timeline.marks
    geometry = picture(page.plot).geometry
    places = geometry.x(np.arange(0, 501, 20))
    inside = places[(places >= geometry.plot.left()) & (places <= geometry.plot.right())]
    assert len(inside) > 3
    np.testing.assert_allclose(marks.kept[:, 0], np.floor(inside) + 0.5)
    assert page.timeline.width() > 0
    assert page.plot.x() == page.timeline.x() and page.plot.width() == page.timeline.width()


def test_another_plot_takes_the_place_of_l_with_its_tools_its_axis_and_the_keyboard(qtbot: QtBot) -> None:
    page = LossPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.tools)
    for part in (page.plot, page.timeline, page):
        part.set_theme(make_theme("dark"))
    page.resize(900, 300)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    wanted: list[str] = []
    page.kind_wanted.connect(wanted.append)
    page.plot.setFocus()
    QTest.keyClick(page.plot, Qt.Key.Key_J)
    QTest.keyClick(page.plot, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    # They only say what is wanted.
    assert wanted == ["cost", "noise"] and page.shown is page.plot
    show(page.plot, make_record(500))
    page.show_kind("noise")
    page.curves.refresh()
    assert page.shown is page.curves and page.curves.isVisible() and not page.plot.isVisible()
    assert page.curves.hasFocus() and page.tools.choice.value == "noise" and len(wanted) == 2
    assert page.curves.picture is not None
    assert page.timeline._axis is page.curves.picture.geometry
    page.show_kind("loss")
    assert page.plot.hasFocus() and page.timeline._axis is picture(page.plot).geometry


def test_which_plot_a_key_has_shown_is_heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[QWidget, str]] = []
    monkeypatch.setattr(loss_page, "announce", lambda *said: heard.append(said))
    page = LossPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.tools)
    # Nothing has come of it, and nothing is said.
    QTest.keyClick(page.plot, Qt.Key.Key_J)
    assert heard == []
    page.kind_wanted.connect(page.show_kind)
    for plot in (page.plot, page.curves):
        QTest.keyClick(plot, Qt.Key.Key_J)
    QTest.keyClick(page.curves, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.curves, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [
        (page.curves, "C and penalties"),
        (page.curves, "Gradient"),
        (page.curves, "C and penalties"),
        (page.plot, "Total loss L"),
    ]
