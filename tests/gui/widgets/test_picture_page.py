"""A page in the picture's place names itself, says what it shows, and can be left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.layouts import fill
from gui.widgets.picture_page import PicturePage


@pytest.fixture
def page(qtbot: QtBot) -> PicturePage:
    page = PicturePage("page")
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    return page


def test_its_head_is_seen_and_heard(page: PicturePage, qtbot: QtBot) -> None:
    page.show_head("Everything that kernel 8 can say", "after update 3,000")
    words = ["Everything that kernel 8 can say", "after update 3,000"]
    qtbot.waitUntil(lambda: [label.text() for label in page.findChildren(QLabel)] == words)
    assert page.accessibleName() == "Everything that kernel 8 can say"
    assert page.accessibleDescription() == "after update 3,000"


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_its_way_out_is_seen_at_any_size_of_type(page: PicturePage, qtbot: QtBot, scale: float) -> None:
    page.set_theme(make_theme("dark", scale))
    page.show_head("A title that is far longer than the room " * 3, "and a note beside it " * 5)
    close = page.findChild(QToolButton, "page_close")
    assert close is not None
    qtbot.waitUntil(lambda: page.rect().contains(close.geometry()) and page.width() == 600)
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def test_esc_leaves_it_and_other_keys_are_left_to_others(page: PicturePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Space)


def test_the_keyboard_stays_in_it_when_what_had_it_is_hidden(qtbot: QtBot) -> None:
    window, beyond, own = QWidget(), QPushButton("beyond"), QPushButton("own")
    qtbot.addWidget(window)
    page = PicturePage("page")
    page.body.addWidget(own)
    fill(QHBoxLayout(window), page, beyond)
    window.show()
    window.activateWindow()
    own.setFocus()
    qtbot.waitUntil(own.hasFocus)
    own.hide()
    assert page.hasFocus()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
