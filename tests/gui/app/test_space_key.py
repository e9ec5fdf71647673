"""Space is the window's, unless the keyboard is at something that Space presses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app.space_key import SpaceKey


class Window(QMainWindow):
    """A window in which Space is a shortcut, with one of each kind of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.lent: set[str] = set()
        self.space = SpaceKey(self, lambda key: key in self.lent)
        self.runs = 0
        QShortcut(QKeySequence("Space"), self).activated.connect(self._count)
        self.button, self.box, self.line = QPushButton("button"), QComboBox(), QLineEdit()
        self.slider = QSlider()
        center = QWidget()
        column = QVBoxLayout(center)
        for part in (self.button, self.box, self.line, self.slider):
            column.addWidget(part)
        self.setCentralWidget(center)

    def _count(self) -> None:
        self.runs += 1


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window


def at(window: Window, widget: QWidget, qtbot: QtBot) -> QWidget:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def takes(widget: QWidget, key: Qt.Key) -> bool:
    """Whether the widget keeps this key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_it_presses_the_button_that_has_the_keyboard_and_nothing_runs(window: Window, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    window.button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(at(window, window.button, qtbot), Qt.Key.Key_Space)
    assert pressed == [True] and window.runs == 0


def test_a_list_keeps_it_and_other_keys_stay_the_windows(window: Window, qtbot: QtBot) -> None:
    for widget in (window.button, window.box):
        at(window, widget, qtbot)
        assert takes(widget, Qt.Key.Key_Space) and not takes(widget, Qt.Key.Key_R)


def test_page_keys_scroll_and_choose_where_the_keyboard_is_and_else_lead_through_a_walkthrough(
    window: Window, qtbot: QtBot
) -> None:
    for widget, pages in ((window.button, False), (window.box, True), (window.slider, True)):
        at(window, widget, qtbot)
        assert takes(widget, Qt.Key.Key_PageDown) == takes(widget, Qt.Key.Key_PageUp) == pages
        assert takes(widget, Qt.Key.Key_Space) == (widget is not window.slider)


def test_page_keys_that_are_lent_are_the_windows_wherever_the_keyboard_is(
    window: Window, qtbot: QtBot
) -> None:
    window.lent = {"PgDown", "PgUp"}
    for widget in (window.box, window.slider):
        at(window, widget, qtbot)
        assert not takes(widget, Qt.Key.Key_PageDown) and not takes(widget, Qt.Key.Key_PageUp)
        # Only these two.
        assert takes(widget, Qt.Key.Key_End) and takes(window.box, Qt.Key.Key_Space) == (widget is window.box)


def test_once_the_keyboard_is_elsewhere_it_is_the_windows_again(window: Window, qtbot: QtBot) -> None:
    at(window, window.button, qtbot)
    window.centralWidget().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QTest.keyClick(at(window, window.centralWidget(), qtbot), Qt.Key.Key_Space)
    assert window.runs == 1 and not takes(window.button, Qt.Key.Key_Space)


def test_another_windows_button_is_none_of_its_business(window: Window, qtbot: QtBot) -> None:
    other = QPushButton("other")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    at(window, other, qtbot)
    assert not takes(other, Qt.Key.Key_Space)


def test_while_it_is_lent_space_is_the_windows_everywhere_but_in_text_and_return_presses(
    window: Window, qtbot: QtBot
) -> None:
    pressed: list[bool] = []
    window.button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(at(window, window.button, qtbot), Qt.Key.Key_Return)
    # On some systems Return presses a button in any case.
    before = len(pressed)
    window.lent = {"Space"}
    for runs, widget in enumerate((window.button, window.box), start=1):
        QTest.keyClick(at(window, widget, qtbot), Qt.Key.Key_Space)
        assert window.runs == runs
    QTest.keyClick(at(window, window.line, qtbot), Qt.Key.Key_Space)
    assert window.runs == 2 and window.line.text() == " " and len(pressed) == before
    QTest.keyClick(at(window, window.button, qtbot), Qt.Key.Key_Return)
    assert len(pressed) == before + 1
    window.box.addItems(["one", "two"])
    QTest.keyClick(at(window, window.box, qtbot), Qt.Key.Key_Return)
    assert window.box.view().isVisible()
    window.box.hidePopup()
