"""Where the keyboard is can be seen by who moves it with keys, also where code has given it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.keyboard_focus import is_seen, paint_focus

BY = Qt.FocusReason


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("reason", [BY.TabFocusReason, BY.BacktabFocusReason, BY.ShortcutFocusReason])
def test_a_key_that_moves_it_shows_it(reason: BY, before: bool) -> None:
    assert is_seen(reason, before)


@pytest.mark.parametrize("reason", [BY.OtherFocusReason, BY.PopupFocusReason, BY.ActiveWindowFocusReason])
def test_given_back_it_is_seen_as_before_and_after_a_click_it_is_not(reason: BY) -> None:
    assert is_seen(reason, True) and not is_seen(reason, False)
    assert not is_seen(BY.MouseFocusReason, True)


def test_its_frame_stands_along_the_edge_and_covers_nothing(qtbot: QtBot) -> None:
    widget, theme = QWidget(), make_theme("dark")
    qtbot.addWidget(widget)
    widget.resize(80, 60)
    picture = QPixmap(80, 60)
    picture.fill(theme.colour("canvas"))
    with QPainter(picture) as painter:
        painter.setBrush(theme.colour("plus"))
        paint_focus(painter, widget, theme)
    image = picture.toImage()
    for x, y in ((1, 20), (20, 1), (79, 20), (20, 59)):
        assert image.pixelColor(x, y) == theme.colour("text")
    assert image.pixelColor(20, 20) == theme.colour("canvas")


def test_below_what_covers_its_upper_edge_its_frame_is_whole(qtbot: QtBot) -> None:
    widget, theme = QWidget(), make_theme("dark")
    qtbot.addWidget(widget)
    widget.resize(80, 60)
    picture = QPixmap(80, 60)
    picture.fill(theme.colour("canvas"))
    with QPainter(picture) as painter:
        paint_focus(painter, widget, theme, 24.0)
    image = picture.toImage()
    assert [image.pixelColor(40, y) == theme.colour("text") for y in (1, 22, 25, 59)] == [
        False,
        False,
        True,
        True,
    ]
    assert image.pixelColor(1, 10) == theme.colour("canvas") != image.pixelColor(1, 40)
