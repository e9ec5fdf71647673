"""What a window has no room for is folded into a strip: each page stays one click or key away, and Esc folds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app.settings import Settings
from gui.app.translation import install_language
from gui.app.window_frame import WindowFrame
from gui.help.help_page import HelpPage
from gui.side.compare_page import ComparePage
from gui.theme.tokens import make_theme


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WindowFrame]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.show()
    yield window


def settle(window: WindowFrame, size: tuple[int, int] = (1024, 600), scale: float = 3.0) -> None:
    window.resize(*size)
    window.set_theme(make_theme("dark", scale))
    while not window.updatesEnabled():
        events()
    window.resize(*size)
    events()


def events() -> None:
    for _ in range(4):
        QApplication.processEvents()


def strip_button(window: WindowFrame, page: str) -> QToolButton:
    found = window.strip.findChild(QToolButton, f"strip_{page}")
    assert isinstance(found, QToolButton)
    return found


def test_at_large_type_the_network_has_two_fifths_of_the_window(window: WindowFrame) -> None:
    for scale in (2.0, 3.0):
        for size in ((1024, 600), (1280, 800)):
            settle(window, size, scale)
            view = window.network_view
            assert view.width() * view.height() >= 0.4 * size[0] * size[1], (size, scale)
            assert window.size() == QSize(*size), scale


def test_at_usual_type_nothing_is_folded(window: WindowFrame) -> None:
    for size in ((1280, 800), (1024, 600)):
        settle(window, size, 1.0)
        assert window.strip.isHidden() and window.tabs.isVisible() and window.plots.isVisible()


def test_the_curve_stays_and_the_side_folds_where_there_is_room_for_one(window: WindowFrame) -> None:
    settle(window, (1280, 800), 2.0)
    assert window.loss_plot.isVisible() and not window.tabs.isVisible()
    assert strip_button(window, "draw").isVisible() and not strip_button(window, "loss").isVisible()


PAGES = ("draw", "inspect", "loss", "runs")


@pytest.mark.parametrize("by_key", [False, True])
def test_each_folded_page_opens_by_its_button_or_key_and_esc_folds_it(
    window: WindowFrame, qtbot: QtBot, by_key: bool
) -> None:
    settle(window)
    for page in PAGES:
        check_opens_and_folds(window, qtbot, page, by_key)


def check_opens_and_folds(window: WindowFrame, qtbot: QtBot, page: str, by_key: bool) -> None:
    widget = dict(
        zip(PAGES, (window.draw_panel, window.inspector, window.loss_plot, window.run_tree), strict=True)
    )
    shown = widget[page]
    assert not shown.isVisible() and window.network_view.isVisible()
    if by_key:
        window.actions_[f"action_focus_{page}"].trigger()
    else:
        strip_button(window, page).click()
    events()
    assert shown.isVisible() and strip_button(window, page).isChecked()
    assert window.rect().contains(QRect(shown.mapTo(window, QPoint(0, 0)), QSize(1, 1)))
    focused = window.focusWidget()
    assert focused is not None and (focused is shown or shown.isAncestorOf(focused))
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    if shown.isVisible():
        # A list or the inspector has an Esc of its own first.
        window.network_view.setFocus()
        strip_button(window, page).click()
    events()
    assert not shown.isVisible() and window.network_view.isVisible()
    assert not strip_button(window, page).isChecked()


def test_a_second_click_on_the_button_folds_the_page_and_the_network_has_the_keyboard(
    window: WindowFrame,
) -> None:
    settle(window)
    before = window.network_view.size()
    strip_button(window, "loss").click()
    events()
    assert not window.network_view.isVisible() and window.loss_plot.isVisible()
    strip_button(window, "loss").click()
    events()
    assert window.network_view.isVisible() and window.network_view.size() == before
    assert window.focusWidget() is window.network_view


def test_another_page_opens_in_the_place_of_the_one_that_is_open(window: WindowFrame) -> None:
    settle(window)
    strip_button(window, "runs").click()
    strip_button(window, "draw").click()
    events()
    assert (
        window.draw_panel.isVisible() and window.network_view.isVisible() and not window.run_tree.isVisible()
    )
    strip_button(window, "inspect").click()
    events()
    assert window.inspector.isVisible() and not window.draw_panel.isVisible()


def test_with_room_again_all_panels_stand_where_they_belong(window: WindowFrame) -> None:
    for page in ("draw", "loss"):
        settle(window)
        strip_button(window, page).click()
        settle(window, (1280, 800), 1.0)
        assert window.strip.isHidden() and window.network_view.isVisible(), page
        assert window.plots_dock.isAncestorOf(window.loss_plot) and window.loss_plot.isVisible(), page
        assert window.tabs_dock.isAncestorOf(window.tabs) and window.tabs.isVisible(), page


def test_the_layout_for_a_class_folds_nothing_and_the_way_back_folds_again(window: WindowFrame) -> None:
    settle(window)
    strip_button(window, "loss").click()
    window.show_layout("projector")
    events()
    assert window.strip.isHidden() and window.network_view.isVisible() and window.draw_panel.isVisible()
    window.show_layout("watch")
    settle(window)
    assert window.strip.isVisible() and window.network_view.isVisible() and not window.tabs.isVisible()


def test_a_page_to_read_opens_the_folded_side_and_goes_with_it(window: WindowFrame) -> None:
    settle(window)
    page = HelpPage()
    window.show_help(page)
    events()
    assert page.isVisible()
    window.show_help(None)
    events()
    assert not window.tabs.isVisible()


def test_the_news_are_read_above_a_plot_that_has_the_network_s_place(window: WindowFrame) -> None:
    settle(window)
    strip_button(window, "loss").click()
    window.message_bar.show_message("Something happened.")
    events()
    bar: QWidget = window.message_bar
    assert bar.isVisible()
    below = window.plots.mapTo(window, QPoint(0, 0)).y()
    assert bar.mapTo(window, QPoint(0, bar.height())).y() <= below + 1


def test_who_asks_for_the_network_or_for_two_of_them_has_them_in_place_of_the_plot(
    window: WindowFrame,
) -> None:
    settle(window, (1280, 800), 1.0)
    page = ComparePage()
    page.set_theme(make_theme("dark"))
    window.show_compare(page)
    events()
    window.actions_["action_focus_loss"].trigger()
    events()
    assert window.loss_plot.isVisible() and not window.network_view.isVisible()
    window.actions_["action_focus_network"].trigger()
    events()
    assert window.network_view.isVisible() and not window.loss_plot.isVisible()
    window.actions_["action_focus_loss"].trigger()
    window.show_compare(page)
    events()
    assert window.network_view.isVisible() and not window.loss_plot.isVisible()


def test_at_three_times_the_size_all_menus_are_in_the_bar_in_chinese_too(
    window: WindowFrame, qapp: QApplication
) -> None:
    install_language(qapp, "zh_CN")
    settle(window)
    try:
        last = window.menus.actions()[-1]
        assert last.text().startswith("帮助")
        assert 0 < window.menus.actionGeometry(last).right() <= window.width()
    finally:
        install_language(qapp, "en")
