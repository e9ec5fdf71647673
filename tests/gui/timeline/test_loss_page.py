"""Plot and timeline have each update at the same place, however the plot is zoomed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.loss_page import LossPage
from gui.timeline.run_row import RunRow
from tests.gui.loss.plotted import make_record, picture, show


@pytest.mark.parametrize("zooms", [0, 3])
def test_an_update_stands_below_itself(qtbot: QtBot, zooms: int) -> None:
    page = LossPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.plot.tools)
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
