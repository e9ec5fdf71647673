"""A note stands beside its field, moves nothing else, and is seen while the field is in use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.side_note import SideNote, place_beside

WINDOW = QRect(0, 0, 1000, 600)


@pytest.mark.parametrize(
    ("field", "panel", "corner"),
    [
        # At the right of a panel at the left, in the middle of the field's height.
        (QRect(20, 100, 100, 30), QRect(0, 50, 200, 500), (207, 94)),
        # At the left of a panel at the right.
        (QRect(850, 100, 100, 30), QRect(800, 50, 200, 500), (592, 94)),
        # Below a field that nothing scrolls around, and above it at the window's foot.
        (QRect(300, 100, 100, 30), None, (300, 132)),
        (QRect(300, 570, 100, 30), None, (300, 527)),
        # Inside the window in any case.
        (QRect(20, 0, 100, 30), QRect(0, 0, 200, 500), (207, 0)),
    ],
)
def test_it_stands_where_there_is_room(field: QRect, panel: QRect | None, corner: tuple[int, int]) -> None:
    assert place_beside(field, panel, WINDOW, 200, 40) == QPoint(*corner)


class Form(QWidget):
    """A panel that scrolls, with a field and a label below it, beside something else."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.below = QLineEdit(), QLabel("below")
        self.area, content = QScrollArea(), QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.field)
        column.addWidget(self.below)
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        row = QHBoxLayout(self)
        row.addWidget(self.area)
        row.addWidget(QLabel("something else"), 1)
        self.note = SideNote(self.field)
        self.resize(800, 300)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.field.setFocus()
    QApplication.processEvents()
    return form


def test_nothing_moves_when_it_appears(form: Form) -> None:
    before = form.below.mapTo(form, QPoint(0, 0)), form.area.size()
    form.note.say("That is refused: give a number from 1 to 10, or leave the field as it was.")
    QApplication.processEvents()
    assert form.note.isVisible() and not form.note.geometry().intersects(form.area.geometry())
    assert (form.below.mapTo(form, QPoint(0, 0)), form.area.size()) == before


def test_it_goes_with_its_panel_and_comes_back(form: Form, qtbot: QtBot) -> None:
    form.note.say("no")
    form.area.hide()
    qtbot.waitUntil(form.note.isHidden)
    form.area.show()
    form.field.setFocus()
    qtbot.waitUntil(form.note.isVisible)
    form.note.clear()
    assert form.note.isHidden() and form.note.text() == ""


def test_it_follows_its_field(form: Form, qtbot: QtBot) -> None:
    form.note.say("no")
    y = form.note.y()
    form.field.move(form.field.x(), form.field.y() + 100)
    qtbot.waitUntil(lambda: form.note.y() == y + 100)
