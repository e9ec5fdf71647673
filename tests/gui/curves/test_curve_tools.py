"""The corner beside the plots' tab: which plot, and its tools."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.curves.curve_set import KINDS
from gui.curves.curve_tools import CurveTools
from gui.theme.tokens import make_theme


def made(scale: float) -> tuple[CurveTools, QLabel, QLabel]:
    first, second = QLabel("first"), QLabel("second")
    tools = CurveTools(first, second)
    tools.choice.set_texts("Plot", "", dict.fromkeys(KINDS, "Noise of the gradient"))
    tools.set_theme(make_theme("dark", scale))
    return tools, first, second


@pytest.mark.parametrize("width", [500, 900])
def test_it_takes_what_the_tabs_leave_and_shows_one_plots_tools(qtbot: QtBot, width: int) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tools, first, second = made(1.0)
    tabs.addTab(QWidget(), "Total loss L")
    tabs.setCornerWidget(tools)
    tabs.resize(width, 200)
    tabs.show()
    qtbot.waitExposed(tabs)
    QApplication.processEvents()
    assert tools.width() + tabs.tabBar().sizeHint().width() == pytest.approx(width, abs=6)
    assert first.isVisible() and not second.isVisible()
    tools.show_tools(1)
    assert second.isVisible() and not first.isVisible()
    assert tools.choice.height() == 24


def test_where_type_is_large_the_box_leaves_room(qtbot: QtBot) -> None:
    tools, *_ = made(2.0)
    qtbot.addWidget(tools)
    assert tools.choice.minimumContentsLength() < 15 and tools.choice.minimumWidth() == 180
