"""A page that is taken out gives way to the one before it; a long column scrolls, and follows the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.tabs_and_scrolling import scrolling, tabs_of


def test_the_page_that_was_in_front_before_comes_back(qtbot: QtBot) -> None:
    first, second, guest = QWidget(), QWidget(), QWidget()
    tabs = tabs_of("pages", first, second)
    qtbot.addWidget(tabs)
    tabs.setCurrentWidget(first)
    tabs.addTab(guest, "guest")
    tabs.setCurrentWidget(guest)
    tabs.removeTab(tabs.indexOf(guest))
    assert tabs.currentWidget() is first and tabs.objectName() == "pages"


def test_a_column_scrolls_to_what_the_keyboard_has_reached(qtbot: QtBot) -> None:
    content = QWidget()
    column, buttons = QVBoxLayout(content), [QPushButton(str(i)) for i in range(30)]
    for button in buttons:
        column.addWidget(button)
    area = scrolling("area", content)
    qtbot.addWidget(area)
    area.resize(120, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    buttons[0].setFocus()
    for button in buttons[:-1]:
        QTest.keyClick(button, Qt.Key.Key_Tab)
    assert buttons[-1].hasFocus() and not buttons[-1].visibleRegion().isEmpty()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
