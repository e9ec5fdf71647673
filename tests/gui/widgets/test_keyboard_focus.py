"""Where the keyboard is can be seen by who moves it with keys, also where code has given it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.keyboard_focus import is_seen, order_keys, paint_focus, stops_in
from gui.widgets.layouts import column
from tests.gui.tab_stops import tab_stops

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


def test_tab_comes_in_the_order_that_is_asked_for_and_on_to_what_followed(qtbot: QtBot) -> None:
    window, part = QWidget(), QWidget()
    qtbot.addWidget(window)
    box, first, second, after = QComboBox(), QPushButton("1"), QPushButton("2"), QPushButton("after")
    box.addItem("a line")
    # Its list is made, in a window of its own.
    box.view()
    column(part, box, QLabel("takes no key"), first, second)
    column(window, part, after)
    window.show()
    assert stops_in(part) == (box, first, second)
    order_keys(second, box, first)
    assert tab_stops(window) == [second, box, first, after]
    # Round: the others come before the one that is first and last.
    order_keys(after, first, after)
    assert tab_stops(window) == [second, box, first, after]
    order_keys(second, after, second)
    assert tab_stops(window) == [after, second, box, first]
