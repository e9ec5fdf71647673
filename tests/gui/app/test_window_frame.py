"""The window's panels: where they stand at each width and in each layout, and how the keyboard gets there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics, QPaintEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.app.arrangement import NARROW_PX
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from gui.widgets.card import Card

PANELS = (
    "network_view",
    "loss_plot",
    "digit_canvas",
    "function_set_panel",
    "goodness_panel",
    "best_function_panel",
    "inspector",
)


ACTIONS = (
    "action_run",
    "action_step",
    "action_rewind",
    "action_new_weights",
    "action_clear_canvas",
)


@pytest.fixture
def window(qtbot: QtBot) -> WindowFrame:
    """The window without a training: nothing is connected to it."""
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.set_theme(make_theme("dark"))
    window.resize(1280, 800)
    for card in window.findChildren(Card):
        # As if there were a run.
        card.show_content()
    window.show()
    return window


def panel(window: WindowFrame, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def action(window: WindowFrame, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction), name
    return found


def test_every_panel_has_its_name_speaks_it_and_explains_itself(window: WindowFrame) -> None:
    for name in PANELS:
        assert panel(window, name).accessibleName(), name
        assert panel(window, name).whatsThis(), name


def test_every_action_of_the_contract_is_there_and_no_key_has_two_meanings(window: WindowFrame) -> None:
    for name in ACTIONS:
        assert action(window, name).text()
    # These can have other keys, too.
    assert {"action_undo", "action_redo", "action_clear_canvas"} <= set(window.key_bindings.actions)
    keys: dict[str, str] = {}
    for each in window.findChildren(QAction):
        for sequence in each.shortcuts():
            key = sequence.toString()
            if key and each.objectName():
                assert keys.setdefault(key, each.objectName()) == each.objectName(), key


def test_a_wide_window_shows_the_three_steps_at_its_side(window: WindowFrame) -> None:
    window.resize(NARROW_PX + 100, 800)
    assert window.steps_dock.isVisible()
    assert window.function_set_panel.isVisible()
    assert not window.drawer.isVisible()


def test_a_narrow_window_keeps_the_three_steps_in_a_drawer(window: WindowFrame, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    assert not window.steps_dock.isVisible()
    assert not window.function_set_panel.isVisible()
    action(window, "action_steps").trigger()
    assert window.drawer.isVisible() and window.function_set_panel.isVisible()
    QTest.keyClick(window.drawer, Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()


def test_the_drawer_covers_no_word_of_the_news(window: WindowFrame) -> None:
    window.resize(1024, 600)
    window.message_bar.show_message("Neurons of layer 2 are dead.", lasting=True)
    action(window, "action_steps").trigger()
    QApplication.processEvents()
    text = window.message_bar.findChild(QLabel, "message_text")
    assert isinstance(text, QLabel)
    assert text.mapTo(window, QPoint(0, 0)).x() > window.drawer.geometry().right()
    QTest.keyClick(window.drawer, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert text.mapTo(window, QPoint(0, 0)).x() < 60


def test_a_drawer_opens_one_step_at_a_time(window: WindowFrame) -> None:
    window.resize(1024, 600)
    action(window, "action_steps").trigger()
    cards = (window.function_set_panel, window.goodness_panel, window.best_function_panel)
    assert [card.is_open for card in cards] == [True, False, False]
    title = cards[2].findChild(QAbstractButton, "card_title")
    assert isinstance(title, QAbstractButton)
    title.click()
    assert [card.is_open for card in cards] == [False, False, True]


def test_a_window_made_wide_again_has_its_column_back(window: WindowFrame) -> None:
    window.resize(1024, 600)
    action(window, "action_steps").trigger()
    window.resize(1280, 800)
    assert window.steps_dock.isVisible() and window.function_set_panel.isVisible()
    assert not window.drawer.isVisible()
    assert all(
        card.is_open
        for card in (window.function_set_panel, window.goodness_panel, window.best_function_panel)
    )


def test_a_resized_window_shuts_its_drawer(window: WindowFrame) -> None:
    window.resize(1024, 600)
    action(window, "action_steps").trigger()
    assert window.drawer.isVisible()
    window.resize(1000, 600)
    assert not window.drawer.isVisible()


def test_the_steps_can_be_hidden_and_shown_at_the_side(window: WindowFrame) -> None:
    action(window, "action_show_steps").trigger()
    assert not window.steps_dock.isVisible()
    window.resize(1300, 820)
    assert not window.steps_dock.isVisible(), "a resize must not bring back what was put away"
    action(window, "action_show_steps").trigger()
    assert window.steps_dock.isVisible()


def test_the_window_fits_where_it_is_put(window: WindowFrame, qtbot: QtBot) -> None:
    for size in ((1024, 600), (1280, 800), (1920, 1080), (1024, 600)):
        window.resize(*size)
        qtbot.wait(1)
        assert (window.width(), window.height()) == size
        assert window.network_view.width() >= size[0] * 0.35, size
        assert window.network_view.height() >= size[1] * 0.35, size


def test_the_projector_says_how_to_leave_it_unless_there_is_other_news(window: WindowFrame) -> None:
    window.show_layout("projector")
    assert "F11" in window.message_bar.text and "Esc" in window.message_bar.text
    window.show_layout("watch")
    assert window.message_bar.text == ""
    window.message_bar.show_message("news", "error")
    window.show_layout("projector")
    assert window.message_bar.text == "news"


def test_tab_comes_to_everything_that_takes_the_keyboard_and_back_to_the_first(
    window: WindowFrame, qtbot: QtBot
) -> None:
    for layout in ("watch", "examine", "projector"):
        window.show_layout(layout)
        window.activateWindow()
        window.network_view.setFocus()
        met: list[QWidget] = []
        while (focused := QApplication.focusWidget()) not in met:
            assert focused is not None, layout
            met.append(focused)
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert focused is window.network_view, layout
        for panel in (window.draw_panel.canvas, window.loss_plot):
            assert (panel in met) is panel.isVisible(), layout
        assert any(panel.isVisible() for panel in (window.draw_panel.canvas, window.loss_plot)), layout


def test_the_projector_has_a_button_to_leave_it_by(window: WindowFrame, qtbot: QtBot) -> None:
    window.message_bar.show_message("news", "error")
    action(window, "action_projector").triggered.connect(lambda: window.show_layout("watch"))
    window.show_layout("projector")
    button = panel(window, "leave_projector")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.menus.isVisible() and not button.isVisible()


def test_examine_brings_the_inspector_to_the_front(window: WindowFrame) -> None:
    window.show_layout("examine")
    assert window.inspector.isVisible()
    window.show_layout("watch")
    assert window.draw_panel.isVisible() and not window.inspector.isVisible()


def test_an_error_is_reported_and_the_window_stays(window: WindowFrame, qtbot: QtBot) -> None:
    window.report_error("Traceback: something")
    dialogs = [w for w in QApplication.topLevelWidgets() if w is not window and w.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()
    assert window.isVisible()


def test_a_closed_window_opens_no_dialog(window: WindowFrame) -> None:
    window.close()
    window.report_error("Traceback: something")
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]


@pytest.mark.parametrize("name", ["watch", "examine"])
def test_the_other_layouts_bring_every_panel_back_in_its_place(window: WindowFrame, name: str) -> None:
    window.show_layout("examine" if name == "watch" else "watch")
    window.tabs_dock.setFloating(True)
    window.show_layout("projector")
    window.show_layout(name)
    places = {window.steps_dock: "Left", window.tabs_dock: "Right", window.plots_dock: "Bottom"}
    for dock, side in places.items():
        assert dock.isVisible() and not dock.isFloating()
        assert window.dockWidgetArea(dock).name == f"{side}DockWidgetArea"
    assert window.toolbar.isVisible() and window.menus.isVisible()


def test_the_projector_is_left_though_the_page_that_was_in_front_is_gone(window: WindowFrame) -> None:
    page = QWidget()
    window.tabs.addTab(page, "")
    window.tabs.setCurrentWidget(page)
    window.show_layout("projector")
    window.tabs.removeTab(window.tabs.indexOf(page))
    Shiboken.delete(page)
    window.show_layout("watch")
    assert window.tabs.currentWidget() is window.draw_panel and window.menus.isVisible()


def test_the_panels_are_unlocked_and_locked_together(window: WindowFrame) -> None:
    docks = (window.steps_dock, window.tabs_dock, window.plots_dock)
    movable = docks[0].DockWidgetFeature.DockWidgetMovable
    for unlocked in (True, False):
        action(window, "action_unlock_panels").setChecked(unlocked)
        assert [bool(dock.features() & movable) for dock in docks] == [unlocked] * 3


def test_closing_is_said_before_the_window_goes(window: WindowFrame) -> None:
    seen: list[bool] = []
    window.closing.connect(lambda: seen.append(window.isVisible()))
    window.close()
    assert seen == [True]


def test_a_window_that_is_not_seen_has_its_look_at_once(window: WindowFrame) -> None:
    window.hide()
    window.set_theme(make_theme("light", 1.3))
    assert window.updatesEnabled() and QApplication.font() == make_theme("light", 1.3).font("body")
    assert window.toolbar.styleSheet() == sheet_of(make_theme("light", 1.3))


def test_a_look_comes_whole_and_the_last_one_that_was_asked_for_stays(
    window: WindowFrame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.set_theme(make_theme("dark"))
    qtbot.waitUntil(window.updatesEnabled)
    painted, paint = [], window.loss_plot.paintEvent
    text = make_theme("light").colour("text")

    def record(event: QPaintEvent) -> None:
        has_new_chrome = QApplication.palette().color(QPalette.ColorRole.Text) == text
        painted.append((has_new_chrome, window.updatesEnabled()))
        paint(event)

    monkeypatch.setattr(window.loss_plot, "paintEvent", record)
    window.set_theme(make_theme("light"))
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    window.set_theme(make_theme("dark"))
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    window.set_theme(make_theme("light"))
    assert not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    # Not one of the first look, nor of half of the last; once it is drawn ahead, unseen.
    assert set(painted) == {(True, False), (True, True)}


def places(window: WindowFrame) -> dict[str, tuple[int, ...]]:
    # How wide the box beside the plot's tabs is depends on what Qt polishes first; at once, too.
    box = window.loss_page.tools
    named = [part for part in window.findChildren(QWidget) if part.isVisible() and part.objectName()]
    parts = [part for part in named if not box.isAncestorOf(part)]
    return {f"{part.parent().objectName()}/{part.objectName()}": part.geometry().getRect() for part in parts}


@pytest.mark.parametrize("scale", [1.3, 0.8])
def test_in_turns_type_of_another_size_has_the_places_that_it_has_at_once(
    window: WindowFrame, qtbot: QtBot, scale: float
) -> None:
    found = []
    for is_hidden in (True, False):
        window.set_theme(make_theme("light"))
        qtbot.waitUntil(window.updatesEnabled)
        for _ in range(3):
            QApplication.processEvents()
        window.setVisible(not is_hidden)
        window.set_theme(make_theme("light", scale))
        # A window that is not seen has it at once.
        assert window.updatesEnabled() is is_hidden
        window.show()
        qtbot.waitUntil(window.updatesEnabled)
        for _ in range(3):
            QApplication.processEvents()
        found.append(places(window))
    assert QApplication.font() == make_theme("light", scale).font("body")
    assert len(found[0]) > 40 and found[0] == found[1]


def test_a_window_is_whole_when_it_closes_and_when_its_layout_changes(window: WindowFrame) -> None:
    window.set_theme(make_theme("light", 1.3))
    window.show_layout("examine")
    assert window.updatesEnabled() and window.menus.height() >= round(1.3 * 24)
    window.set_theme(make_theme("dark", 1.2), at_once=True)
    assert window.updatesEnabled() and QApplication.font() == make_theme("dark", 1.2).font("body")
    heard: list[bool] = []
    window.closing.connect(lambda: heard.append(window.updatesEnabled()))
    window.set_theme(make_theme("light"))
    assert not window.updatesEnabled()
    window.close()
    assert heard == [True] and QApplication.font() == make_theme("light").font("body")


def test_the_menu_bar_is_high_enough_for_its_words(window: WindowFrame, qtbot: QtBot) -> None:
    theme = make_theme("light", 2.0)
    window.set_theme(theme)
    assert window.theme is theme
    qtbot.waitUntil(window.updatesEnabled)
    assert window.menus.height() >= max(48, QFontMetrics(theme.font("body")).size(0, "文").height())


def test_a_buttons_tip_names_the_key_in_force(window: WindowFrame) -> None:
    for button, name in (
        ("next_digit", "action_next_digit"),
        ("previous_digit", "action_previous_digit"),
        ("random_digit", "action_random_digit"),
        ("wrong_digit", "action_wrong_digit"),
        ("release_digit", "action_release_digit"),
        ("new_weights", "action_new_weights"),
        ("rewind_button", "action_rewind"),
    ):
        (usual,) = window.key_bindings.usual_keys_of(name)
        assert panel(window, button).toolTip().endswith(f"({usual})"), button
        window.key_bindings.restore(window.key_bindings.with_keys(name, ["F9"]))
        assert panel(window, button).toolTip().endswith("(F9)"), button
        window.key_bindings.restore("")
        window.key_bindings.set_single_letters(False)
        assert not panel(window, button).toolTip().endswith(")"), button
        window.key_bindings.set_single_letters(True)


def test_the_status_line_stays_while_the_pointer_rests_on_a_button_or_in_a_menu(window: WindowFrame) -> None:
    """A status tip would take its place, and the update and the speed would be gone."""
    window.status_label.show_statements([(1, "update 1,000")])
    for action in window.findChildren(QAction):
        action.hover()
        action.showStatusText(window)
        assert not window.statusBar().currentMessage() and window.status_label.isVisible()


def test_escape_gives_the_keyboard_back_to_the_network(window: WindowFrame, qtbot: QtBot) -> None:
    box = window.findChild(QWidget, "optimizer")
    for widget in (box, window.loss_plot, window.toolbar.run_button):
        widget.setFocus()
        assert not window.network_view.hasFocus()
        QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert window.focusWidget() is window.network_view


def test_in_another_language_the_status_line_is_still_read_out_whole(window: WindowFrame) -> None:
    window.status_label.show_statements([(1, "update 5"), (0, "epoch 1")])
    window._retranslate()
    told = QAccessible.queryAccessibleInterface(window.status_label)
    assert "update 5  ·  epoch 1" in (
        told.text(QAccessible.Text.Name),
        told.text(QAccessible.Text.Description),
    )
