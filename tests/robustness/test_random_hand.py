"""A hand's click, where what is clicked goes as it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.robustness.random_hand import click_while_there

CLICK = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2)


class Goes(QWidget):
    """Is deleted in an event loop of its press's own, as while a menu is open."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go."""
        loop = QEventLoop()
        self.destroyed.connect(loop.quit)
        QTimer.singleShot(0, self.deleteLater)
        # No longer than this, should it stay.
        QTimer.singleShot(1000, loop.quit)
        loop.exec()


def test_what_goes_as_it_is_pressed_is_not_released(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    going = Goes(window)
    window.show()
    # `QTest.mouseClick` ends the process here.
    click_while_there(going, *CLICK)
    assert not isValid(going)


def test_what_stays_is_pressed_and_released(qtbot: QtBot) -> None:
    button, heard = QPushButton(), list[str]()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: heard.append(QEvent.Type.MouseButtonRelease.name))
    button.show()
    click_while_there(button, *CLICK)
    assert heard == ["MouseButtonRelease"]
