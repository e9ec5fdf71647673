"""What is shown of a line without room for all of it: its beginning, and that it goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import Theme
from gui.widgets.cut_line import is_cut, mark_cut_ends, paint_cut, shown_text, text_room


class Line(QLineEdit):
    """Painted by Qt, by `instead` of it, or by Qt and then by `over`."""

    instead: Callable[[QLineEdit], None] | None = None
    over: Callable[[QLineEdit], None] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.instead is not None:
            self.instead(self)
            return
        super().paintEvent(event)
        if self.over is not None:
            self.over(self)


@pytest.fixture
def line(qtbot: QtBot) -> Line:
    line = Line()
    qtbot.addWidget(line)
    line.setStyleSheet(sheet_of(Theme()))
    line.resize(63, 30)
    line.ensurePolished()
    return line


def test_it_is_cut_from_the_width_on_at_which_qt_would_scroll_it(line: Line) -> None:
    line.setText("20170915")
    needed = line.fontMetrics().horizontalAdvance("20170915") + 1
    for width in range(40, 140):
        line.resize(width, 30)
        assert is_cut(line) == (text_room(line).width() < needed)
        # Qt's own measure: at its end, the text begins where the room does, or before it.
        line.end(False)
        line.grab()
        begin = line.cursorRect().left() + 5 - (needed - 1)
        if not is_cut(line):
            assert abs(begin - text_room(line).left()) <= 1
        elif text_room(line).width() < needed - 2:
            assert begin < text_room(line).left()


def test_cut_it_is_its_beginning_with_an_ellipsis_and_else_all_of_it(line: Line) -> None:
    for text in ("20170915", "1e−40000000", "2147483647"):
        line.setText(text)
        shown = shown_text(line)
        assert shown.endswith("…") and len(shown) >= 4 and text.startswith(shown[:-1])
        assert line.text() == text
    line.setText("32")
    assert shown_text(line) == "32"
    line.setText("20170915")
    line.resize(300, 30)
    assert shown_text(line) == "20170915"


def test_the_beginning_is_painted_wherever_the_cursor_stands(line: Line) -> None:
    line.setText("20170915")
    line.instead = paint_cut
    line.home(False)
    first = line.grab().toImage()
    line.end(False)
    assert line.grab().toImage() == first
    # The same beginning is the same picture, another one is another.
    for text, same in (("20170000", True), ("80170915", False)):
        line.setText(text)
        assert (line.grab().toImage() == first) == same


def test_while_it_is_typed_each_end_that_goes_on_is_marked_in_the_padding(line: Line) -> None:
    line.setText("2147483647")
    room = text_room(line)
    for at, left, right in ((0, False, True), (10, True, False)):
        line.setCursorPosition(at)
        line.over = None
        before = line.grab().toImage()
        line.over = mark_cut_ends
        after = line.grab().toImage()
        points = [(x, y) for x in range(after.width()) for y in range(after.height())]
        inked = {x for x, y in points if after.pixel(x, y) != before.pixel(x, y)}
        assert all(not room.left() <= x <= room.right() for x in inked)
        assert any(x < room.left() for x in inked) == left
        assert any(x > room.right() for x in inked) == right
