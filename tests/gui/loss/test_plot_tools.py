"""The corner beside the plot's tab takes what the tabs leave, and asks for no more."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.loss.plot_tools import PlotTools
from gui.theme.tokens import make_theme
from gui.widgets.buttons import tab_button
from gui.widgets.layouts import column
from tests.gui.tab_stops import tab_stops


def make_tools() -> PlotTools:
    tools = PlotTools([QAction("a"), QAction("b")], ("first", "second"), ("log", "zoom_fit"))
    tools.set_theme(make_theme("dark"))
    return tools


@pytest.mark.parametrize("width", [300, 500, 900])
def test_it_takes_what_the_tabs_leave(qtbot: QtBot, width: int) -> None:
    tabs, tools = QTabWidget(), make_tools()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "Total loss L")
    tabs.setCornerWidget(tools)
    tabs.resize(width, 200)
    tabs.show()
    qtbot.waitExposed(tabs)
    QApplication.processEvents()
    assert tools.width() + tabs.tabBar().sizeHint().width() == pytest.approx(width, abs=6)
    # The buttons stand at the right edge, whole.
    assert tools.buttons[-1].geometry().right() < tools.width()


def test_it_can_become_as_narrow_as_its_buttons(qtbot: QtBot) -> None:
    tools = make_tools()
    qtbot.addWidget(tools)
    assert tools.minimumSizeHint().width() < 120 < tools.sizeHint().width()
    assert [button.objectName() for button in tools.buttons] == ["first", "second"]


def test_tab_comes_to_a_chip_before_the_buttons_that_it_stands_before(qtbot: QtBot) -> None:
    window, tools = QWidget(), make_tools()
    qtbot.addWidget(window)
    later = tab_button(QPushButton("later"), "later")
    column(window, tools, later)
    tools.add_chip(tab_button(QPushButton("1 finding"), "chip"))
    window.show()
    assert [stop.objectName() for stop in tab_stops(window)] == ["chip", "first", "second", "later"]
