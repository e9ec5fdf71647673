"""A page that is taken out gives way to the one before it; a long column scrolls, and follows the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.tabs_and_scrolling import reveal, scrolling, tabs_of


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


@pytest.mark.parametrize(("high", "whole"), [(120, True), (400, False)])
def test_what_has_opened_is_scrolled_into_view_and_its_opener_stays(
    qtbot: QtBot, high: int, whole: bool
) -> None:
    content, opener, opened, after = QWidget(), QPushButton("more"), QWidget(), QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget, height in ((QWidget(), 150), (opener, 30), (opened, high), (after, 300)):
        widget.setFixedHeight(height)
        column.addWidget(widget)
    opened.hide()
    area = scrolling("area", content)
    qtbot.addWidget(area)
    area.resize(120, 200)
    area.show()
    opened.show()
    reveal(opener, opened)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert opener.visibleRegion().boundingRect() == opener.rect()
    assert (opened.visibleRegion().boundingRect().height() == high) is whole
    # 150 px stand above the opener, and it ends at 180: no more is scrolled away than is needed.
    assert 150 + 30 + high - 200 <= area.verticalScrollBar().value() <= 150 if whole else 150


def test_revealing_where_nothing_scrolls_does_nothing(qtbot: QtBot) -> None:
    button, below = QPushButton(), QWidget()
    for widget in (button, below):
        qtbot.addWidget(widget)
    below.show()
    reveal(button, below)
    qtbot.wait(1)
    assert below.isVisible()
