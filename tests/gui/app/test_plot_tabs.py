"""L and the list of runs share the lower area; the plot's tools are seen with the plot only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app.plot_tabs import PlotTabs
from gui.theme.tokens import make_theme
from gui.timeline.run_row import RunRow
from gui.widgets.fitting_tabs import CLOSE_PX
from gui.widgets.layouts import column
from tests.gui.tab_stops import tab_stops
from tests.gui.whole_look import apply_theme


def test_the_tools_of_the_plot_go_with_it(qtbot: QtBot) -> None:
    tabs = PlotTabs()
    qtbot.addWidget(tabs)
    tabs.show()
    tools = tabs.loss_page.plot.tools
    assert tools.isVisible()
    tabs.show_runs()
    assert tabs.currentWidget() is tabs.run_tree and not tools.isVisible()
    tabs.show_loss()
    assert tools.isVisible()
    # A name that is renamed from the timeline's menu is typed in the list.
    tabs.run_tree.show_rows([RunRow(0, "seed 0", difference="seed 0")], 0)
    tabs.run_tree.rename(0)
    assert tabs.currentWidget() is tabs.run_tree
    assert [tabs.tabText(place) for place in range(2)] == ["Total loss L", "Runs"]
    # Where another plot stands there it is not called L.
    tabs.loss_page.show_kind("noise")
    assert [tabs.tabText(place) for place in range(2)] == ["Curves", "Runs"]
    tabs.show_loss()
    assert tabs.loss_page.curves.tools.isVisible() and not tools.isVisible()


def test_a_click_on_the_tab_of_the_runs_lets_the_run_on_screen_be_renamed_at_once(qtbot: QtBot) -> None:
    tabs, elsewhere, window = PlotTabs(), QPushButton(), QWidget()
    qtbot.addWidget(window)
    column(window, tabs, elsewhere)
    window.show()
    tabs.run_tree.show_rows(
        [RunRow(0, "seed 0", difference="seed 0"), RunRow(1, "mine", parent=0, difference="batch 256")], 1
    )
    elsewhere.setFocus()
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    qtbot.waitUntil(tabs.run_tree.hasFocus)
    QTest.keyClick(tabs.run_tree, Qt.Key.Key_F2)
    field = tabs.run_tree.findChild(QLineEdit)
    assert field is not None and field.text() == "mine"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    # L takes the keyboard from nobody.
    elsewhere.setFocus()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    QApplication.processEvents()
    assert tabs.currentWidget() is tabs.loss_page and elsewhere.hasFocus()


def test_where_the_tools_leave_little_room_each_name_is_whole_and_no_arrow_lies_over_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme = make_theme("light", 1.5)
    apply_theme(qapp, theme)
    tabs = PlotTabs()
    qtbot.addWidget(tabs)
    tabs.set_theme(theme)
    # A few px less than both need.
    for place, name in enumerate(("总损失 L", "各次训练")):
        tabs.setTabText(place, name)
    tools, bar = tabs.loss_page.tools, tabs.tabBar()
    tabs.resize(tools.minimumSizeHint().width() + bar.sizeHint().width() - 8, 300)
    tabs.show()
    for _ in range(3):
        qapp.processEvents()
    assert not any(button.isVisible() for button in bar.findChildren(QToolButton))
    for place in range(2):
        rect = bar.tabRect(place)
        assert rect.right() + bar.x() <= tools.x() and tabs.tabToolTip(place) == ""
        assert bar.fontMetrics().horizontalAdvance(tabs.tabText(place)) + 2 * CLOSE_PX <= rect.width()
    tabs.resize(900, 300)
    for _ in range(3):
        qapp.processEvents()
    assert bar.fontInfo().pixelSize() == QFontInfo(theme.font("body")).pixelSize()


def test_tab_comes_to_the_tools_beside_the_tabs_before_the_plot_below_them(qtbot: QtBot) -> None:
    tabs = PlotTabs()
    qtbot.addWidget(tabs)
    tabs.show()
    reached = [stop.objectName() for stop in tab_stops(tabs)]
    plot, tools = reached.index("loss_plot"), ["curve_kind", "loss_log", "loss_fit", "loss_smoothing"]
    assert reached[plot - 4 : plot] == tools and "Bar" in type(tab_stops(tabs)[plot - 5]).__name__
