"""L and the list of runs share the lower area; the plot's tools are seen with the plot only."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.app.plot_tabs import PlotTabs
from gui.timeline.run_row import RunRow


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
