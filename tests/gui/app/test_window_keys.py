"""The window by keys alone: where the keyboard is after what one does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.app import commands as c
from gui.app.app_state import AppState
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.theme.tokens import make_theme
from gui.widgets.card import Card
from gui.widgets.number_field import NumberField


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WindowFrame]:
    """The window without a training: nothing is connected to it."""
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.set_theme(make_theme("dark"))
    window.resize(1280, 800)
    for card in window.findChildren(Card):
        # As if there were a run.
        card.show_content()
    window.show()
    yield window


def panel(window: WindowFrame, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def action(window: WindowFrame, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction), name
    return found


def test_a_frame_shows_that_inspect_has_the_keyboard(window: WindowFrame) -> None:
    def edge() -> str:
        return window.inspector.grab().toImage().pixelColor(1, 40).name()

    window.show_inspector()
    window.network_view.setFocus()
    before = edge()
    action(window, "action_focus_inspect").trigger()
    assert edge() == QColor(window.theme.colours.text).name() != before


def typed_rate(window: WindowFrame, text: str, key: Qt.Key) -> NumberField:
    """The field of the learning rate, after this was typed and this key pressed."""
    field = window.best_function_panel.findChild(NumberField, "learning_rate")
    assert isinstance(field, NumberField)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    return field


def test_after_return_in_a_number_field_space_is_run_again(window: WindowFrame, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = typed_rate(window, "0.25", Qt.Key.Key_Return)
    assert field.value == 0.25 and window.network_view.hasFocus()
    assert window.network_view._focus_seen
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(action(window, "action_run").triggered):
        QTest.keyClick(focused, Qt.Key.Key_Space)
    assert field.text() == "0.25"


def test_tab_and_a_refused_number_keep_the_keyboard_in_the_panel(window: WindowFrame) -> None:
    assert typed_rate(window, "abc", Qt.Key.Key_Return).hasFocus()
    typed_rate(window, "0.5", Qt.Key.Key_Tab)
    assert window.steps_panel.isAncestorOf(window.focusWidget())


def test_after_return_in_the_drawer_escape_still_closes_it(window: WindowFrame) -> None:
    window.resize(1024, 600)
    action(window, "action_steps").trigger()
    window.best_function_panel.set_open(True)
    typed_rate(window, "0.25", Qt.Key.Key_Return)
    assert window.drawer.hasFocus()
    QTest.keyClick(window.drawer, Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()


def test_the_tab_in_front_is_there_again_after_the_projector(window: WindowFrame) -> None:
    for tab in (1, 0):
        window.tabs.setCurrentIndex(tab)
        window.show_layout("projector")
        assert window.tabs.currentIndex() == 0
        window.tabs.setCurrentIndex(1)
        window.show_layout("watch")
        assert window.tabs.currentIndex() == tab


def test_a_page_that_was_closed_meanwhile_does_not_come_back(window: WindowFrame) -> None:
    page = QLabel("help")
    window.tabs.addTab(page, "")
    window.tabs.setCurrentWidget(page)
    window.show_layout("projector")
    window.tabs.removeTab(window.tabs.indexOf(page))
    window.show_layout("watch")
    assert window.tabs.currentWidget() is window.draw_panel


def test_inspect_names_the_key_in_force_that_leads_to_the_network(window: WindowFrame) -> None:
    assert "Ctrl+2" in window.inspector.accessibleDescription()
    bindings = window.key_bindings
    bindings.restore(bindings.with_keys("action_focus_network", ("Ctrl+7",)))
    assert "Ctrl+7" in window.inspector.accessibleDescription()


def test_every_key_of_every_action_works_for_a_class_where_menus_and_toolbar_are_hidden(
    window: WindowFrame,
) -> None:
    window.actions_.show_state(AppState(), AppState(moment=7, side=True, layout="projector"))
    window.show_layout("projector")
    heard: list[str] = []
    wanted: list[str] = []

    def listen(action: QAction) -> None:
        action.triggered.disconnect()
        action.triggered.connect(lambda: heard.append(action.objectName()))

    for each in window.actions_.all():
        listen(each)
    for each in window.actions_.all():
        for key in each.shortcuts():
            wanted.append(each.objectName())
            pressed = key[0]  # type: ignore[index]
            QTest.keyClick(window.network_view, pressed.key(), pressed.keyboardModifiers())
    assert heard == wanted


def test_the_key_of_an_action_that_cannot_be_had_is_told_of_and_any_other_is_not(
    window: WindowFrame, qtbot: QtBot
) -> None:
    told: list[str] = []
    window.keys.disabled_pressed.connect(lambda pressed: told.append(pressed.objectName()))
    window.activateWindow()
    window.network_view.setFocus()
    qtbot.waitUntil(window.network_view.hasFocus)
    control = Qt.KeyboardModifier.ControlModifier
    for name in ("action_live", "action_branch"):
        action(window, name).setEnabled(False)
    for key in (Qt.Key.Key_End, Qt.Key.Key_B, Qt.Key.Key_H):
        QTest.keyClick(window.network_view, key)
    # The stack is empty.
    QTest.keyClick(window.network_view, Qt.Key.Key_Z, control)
    assert told == ["action_live", "action_branch", "action_undo"]
    # One that is held down, and one that can be had.
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(window.network_view, held)
    action(window, "action_branch").setEnabled(True)
    QTest.keyClick(window.network_view, Qt.Key.Key_B)
    assert len(told) == 3


def test_escape_leads_from_a_field_to_the_network_and_then_out_of_side_by_side(window: WindowFrame) -> None:
    compare = action(window, "action_side")
    issued: list[object] = []
    window.actions_.issued.connect(issued.append)
    window.network_view.setFocus()
    QTest.keyClick(window.network_view, Qt.Key.Key_Escape)
    assert issued == []
    # Checked as it is while two networks are there; setting the mark alone issues nothing.
    compare.setChecked(True)
    field = window.findChild(NumberField, "learning_rate")
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert issued == [] and window.network_view.hasFocus()
    QTest.keyClick(window.network_view, Qt.Key.Key_Escape)
    assert issued == [c.ToggleSide()]
