"""Where each key that leads to a panel takes the keyboard, in each arrangement."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.snapshot import DataInfo
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.theme.tokens import make_theme
from gui.widgets.card import Card


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


def test_ctrl_1_goes_to_the_three_steps_shown_or_hidden(window: WindowFrame) -> None:
    title = window.function_set_panel.findChild(QAbstractButton, "card_title")
    for _ in range(2):
        window.network_view.setFocus()
        action(window, "action_steps").trigger()
        assert window.steps_dock.isVisible() and title.hasFocus()
    action(window, "action_show_steps").trigger()
    assert not window.steps_dock.isVisible() and window.network_view.hasFocus()
    action(window, "action_steps").trigger()
    assert window.steps_dock.isVisible() and title.hasFocus()


def test_ctrl_1_opens_the_drawer_and_goes_into_it(window: WindowFrame) -> None:
    window.resize(1024, 600)
    title = window.function_set_panel.findChild(QAbstractButton, "card_title")
    for _ in range(2):
        action(window, "action_steps").trigger()
        assert window.drawer.isVisible() and title.hasFocus()
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()


def test_the_keyboard_goes_straight_to_a_panel(window: WindowFrame) -> None:
    for name, target in (
        ("action_focus_draw", "digit_canvas"),
        ("action_focus_network", "network_view"),
        ("action_focus_loss", "loss_plot"),
    ):
        action(window, name).trigger()
        assert panel(window, target).hasFocus(), target


def test_where_nothing_can_be_drawn_the_key_of_the_canvas_says_why(window: WindowFrame) -> None:
    window.draw_panel.show_data(DataInfo(DatasetSpec("line", "sine"), (), None))
    window.network_view.setFocus()
    action(window, "action_focus_draw").trigger()
    assert window.message_bar.isVisible() and window.network_view.hasFocus()
    label = window.message_bar.findChild(QLabel, "message_text")
    assert label is not None and label.text() == window.draw_panel.why_not_drawn()


def test_the_keyboard_goes_to_inspect_whichever_tab_is_in_front(window: WindowFrame) -> None:
    for tab in (0, 1):
        window.tabs.setCurrentIndex(tab)
        window.network_view.setFocus()
        action(window, "action_focus_inspect").trigger()
        assert window.inspector.hasFocus() and window.inspector.isVisible(), tab


def test_with_a_parameter_shown_inspect_gives_the_keyboard_to_its_field(window: WindowFrame) -> None:
    window.show_inspector()
    window.inspector.parameter.show_parameter(ParameterLocation(1, 2), 0.5)
    window.network_view.setFocus()
    action(window, "action_focus_inspect").trigger()
    assert window.inspector.parameter.line.hasFocus()
