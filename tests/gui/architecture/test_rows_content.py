"""Alt with an arrow asks to move a row; every other key is left to the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from gui.architecture.rows_content import RowsContent


def test_alt_with_an_arrow_moves_and_an_arrow_alone_does_not(qtbot: QtBot) -> None:
    content = RowsContent()
    qtbot.addWidget(content)
    asked: list[int] = []
    content.move_wanted.connect(asked.append)
    alt, keypad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(content, Qt.Key.Key_Up, alt)
    qtbot.keyClick(content, Qt.Key.Key_Down, alt | keypad)
    qtbot.keyClick(content, Qt.Key.Key_Down)
    qtbot.keyClick(content, Qt.Key.Key_Up, alt | Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(content, Qt.Key.Key_Left, alt)
    assert asked == [-1, 1]


def test_the_mark_stays_among_the_rows(qtbot: QtBot) -> None:
    content = RowsContent()
    qtbot.addWidget(content)
    content.resize(100, 80)
    content.show()
    mark = content.findChild(QFrame, "layer_drop_mark")
    assert isinstance(mark, QFrame)
    for y in (0, 40, 80):
        content.show_mark(y)
        assert mark.isVisible() and content.rect().contains(mark.geometry())
    content.show_mark(None)
    assert not mark.isVisible()
