"""A window that is hidden keeps no picture, and has a whole one when it is shown again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.app.hidden_windows import give_back_picture
from gui.app.theme_turns import ThemeTurns
from gui.app.window_turns import WindowTurns
from gui.theme.tokens import make_theme

SIZE = QSize(120, 90)


class Blue(QWidget):
    """A window that is blue all over."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("blue"))
        painter.end()


@pytest.fixture
def blue(qtbot: QtBot) -> Iterator[Blue]:
    window = Blue()
    window.resize(SIZE)
    window.show()
    qtbot.waitUntil(lambda: kept(window) == SIZE)
    yield window
    if Shiboken.isValid(window):
        Shiboken.delete(window)


def kept(window: QWidget) -> QSize:
    return window.backingStore().size()


def test_a_hidden_window_gives_its_picture_back_and_is_painted_whole_when_it_is_shown(
    blue: Blue, qtbot: QtBot
) -> None:
    blue.hide()
    assert kept(blue) == SIZE
    give_back_picture(blue)
    give_back_picture(blue)
    assert kept(blue) == QSize(1, 1)

    blue.show()
    qtbot.waitUntil(lambda: kept(blue) == SIZE)
    picture = blue.backingStore().paintDevice()
    assert isinstance(picture, QImage)
    corners = ((0, 0), (119, 0), (0, 89), (119, 89), (60, 45))
    assert {picture.pixelColor(*corner).name() for corner in corners} == {"#0000ff"}


def test_a_window_that_is_seen_keeps_it(blue: Blue) -> None:
    give_back_picture(blue)
    assert kept(blue) == SIZE


def test_what_was_never_shown_is_no_window_or_is_gone_has_none_to_give(blue: Blue) -> None:
    blue.hide()
    never, part, gone = QWidget(), QWidget(blue), QWidget()
    Shiboken.delete(gone)
    for widget in (never, part, gone):
        give_back_picture(widget)
    assert kept(blue) == SIZE
    Shiboken.delete(never)


@pytest.mark.parametrize("kind", [Qt.WindowType.Dialog, Qt.WindowType.Popup])
def test_another_look_takes_the_pictures_of_what_is_hidden(
    blue: Blue, qtbot: QtBot, kind: Qt.WindowType
) -> None:
    popup = Blue(blue, kind)
    popup.resize(SIZE)
    popup.show()
    qtbot.waitUntil(lambda: kept(popup) == SIZE)
    popup.hide()
    window_turns = WindowTurns(blue)
    ThemeTurns(window_turns, tuple, tuple).begin(make_theme("light"))
    window_turns.finish()
    QApplication.processEvents()
    assert kept(popup) == QSize(1, 1) and kept(blue) == SIZE
