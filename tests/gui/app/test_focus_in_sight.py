"""A panel that scrolls shows what has the keyboard, also where it came by a key of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.app.focus_in_sight import FocusInSight
from gui.widgets.tabs_and_scrolling import scrolling


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A button, and beside it a column of twelve that scrolls, in a window with room for some of them."""
    window, content = QWidget(), QWidget()
    column, beside = QVBoxLayout(content), QHBoxLayout(window)
    for place in range(12):
        button = QPushButton(str(place))
        button.setFixedHeight(40)
        column.addWidget(button)
    beside.addWidget(QPushButton("outside"))
    beside.addWidget(scrolling("area", content))
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    FocusInSight(window)
    yield window


def button(window: QWidget, text: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == text)


def area(window: QWidget) -> QScrollArea:
    found = window.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def is_seen(window: QWidget, text: str) -> bool:
    part, viewport = button(window, text), area(window).viewport()
    return viewport.rect().contains(QRect(part.mapTo(viewport, QPoint(0, 0)), part.size()))


def test_what_gets_the_keyboard_from_outside_is_seen(window: QWidget) -> None:
    for text in ("9", "0", "11", "4"):
        button(window, "outside").setFocus()
        button(window, text).setFocus(Qt.FocusReason.ShortcutFocusReason)
        QApplication.processEvents()
        assert is_seen(window, text), text
    before = area(window).verticalScrollBar().value()
    button(window, "outside").setFocus()
    button(window, "4").setFocus()
    QApplication.processEvents()
    assert area(window).verticalScrollBar().value() == before


def test_of_what_is_higher_than_its_room_the_upper_end_is_seen(window: QWidget) -> None:
    button(window, "5").setFixedHeight(500)
    button(window, "5").setFocus()
    QApplication.processEvents()
    at = button(window, "5").mapTo(area(window).viewport(), QPoint(0, 0)).y()
    assert 0 <= at < 40


def test_what_is_clicked_does_not_move(window: QWidget, qtbot: QtBot) -> None:
    bar, part = area(window).verticalScrollBar(), button(window, "6")
    viewport = area(window).viewport()
    bar.setValue(part.y() - viewport.height() + 10)
    before = bar.value()
    qtbot.mousePress(part, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    part.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    assert part.hasFocus() and bar.value() == before
    qtbot.mouseRelease(part, Qt.MouseButton.LeftButton)
