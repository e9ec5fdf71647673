"""Pages come and go behind the tabs at the right, and the window makes room for what belongs to them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.theme.tokens import Theme, make_theme
from tests.gui.tab_stops import tab_stops


class Page(QWidget):
    """Writes down its themes."""

    def __init__(self) -> None:
        super().__init__()
        self.themes: list[Theme] = []

    def set_theme(self, theme: Theme) -> None:
        self.themes.append(theme)


@pytest.fixture
def window(qtbot):
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.set_theme(make_theme("dark"))
    window.resize(1280, 800)
    window.show()
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()


def titles(window):
    return [window.tabs.tabText(place) for place in range(window.tabs.count())]


def test_a_page_comes_to_the_front_in_the_look_in_force_and_the_tab_before_comes_back(window, qtbot):
    before, page = window.tabs.currentWidget(), Page()
    window.show_compare(page)
    assert window.tabs.currentWidget() is page and titles(window) == ["Draw", "Inspect", "Compare"]
    assert page.themes == [make_theme("dark")]
    window.set_theme(make_theme("light"))
    qtbot.waitUntil(lambda: page.themes[-1] == make_theme("light"))
    window.show_compare(None)
    assert window.tabs.currentWidget() is before and titles(window) == ["Draw", "Inspect"]
    window.set_theme(make_theme("dark"))
    qtbot.waitUntil(window.updatesEnabled)
    assert page.themes[-1] == make_theme("light")


def test_a_page_that_goes_in_the_midst_of_a_new_look_is_not_given_it(window, qtbot):
    qtbot.waitUntil(window.updatesEnabled)
    pages = Page(), Page()
    window.show_help(pages[0])
    window.show_compare(pages[1])
    for page in pages:
        page.themes.clear()
    window.set_theme(make_theme("light"))
    while not pages[0].themes:
        QApplication.processEvents()
    window.show_compare(None)
    qtbot.waitUntil(window.updatesEnabled)
    assert len(pages[0].themes) == 1 and pages[1].themes == []


def test_for_a_class_a_page_of_what_stands_in_the_middle_is_in_front_and_afterwards_what_was_before(window):
    compare = Page()
    window.show_compare(compare)
    for front in (compare, window.draw_panel):
        window.tabs.setCurrentWidget(front)
        # There are no tabs to bring it to the front by.
        window.show_layout("projector")
        assert window.tabs.currentWidget() is compare
        window.show_layout("watch")
        assert window.tabs.currentWidget() is front
    window.show_compare(None)
    help_page = Page()
    window.show_help(help_page)
    for front in (help_page, window.draw_panel):
        window.tabs.setCurrentWidget(front)
        window.show_layout("projector")
        assert window.tabs.currentWidget() is front
        window.show_layout("watch")
        assert window.tabs.currentWidget() is front


def test_a_page_that_has_come_in_the_layout_for_a_class_stays_in_front(window):
    window.show_layout("projector")
    compare = Page()
    window.show_compare(compare)
    window.show_layout("watch")
    assert window.tabs.currentWidget() is compare
    # One that was in front and is gone: Draw is.
    window.show_layout("projector")
    window.show_compare(None)
    window.show_layout("watch")
    assert window.tabs.currentWidget() is window.draw_panel


def test_help_and_compare_stand_beside_each_other(window):
    help_page, compare = Page(), Page()
    window.show_compare(compare)
    window.show_help(help_page)
    assert titles(window) == ["Draw", "Inspect", "Compare", "Help"]
    window.show_compare(None)
    assert titles(window) == ["Draw", "Inspect", "Help"] and window.tabs.currentWidget() is help_page


def test_two_networks_have_the_plots_room_where_there_is_not_enough_for_all(window):
    settle()
    assert window.plots_dock.isVisible()
    window.show_compare(Page())
    settle()
    assert not window.plots_dock.isVisible() and window.loss_line.isVisible()
    window.resize(1900, 1200)
    settle()
    assert window.plots_dock.isVisible() and window.network_area.height() >= 620
    window.resize(1280, 800)
    window.show_compare(None)
    settle()
    assert window.plots_dock.isVisible()


def test_taking_a_page_that_is_not_there_changes_nothing(window):
    window.show_compare(None)
    assert titles(window) == ["Draw", "Inspect"]


def test_tab_comes_from_the_tabs_to_what_is_on_the_page(window):
    page = Page()
    above, below = (QPushButton(name, page) for name in ("above", "below"))
    window.show_compare(page)
    stops = tab_stops(window)
    tabs = stops.index(window.tabs.tabBar())
    assert stops[tabs + 1 : tabs + 3] == [above, below]
