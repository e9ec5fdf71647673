"""A note stands beside its field, moves nothing else, and is seen while the field is in use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.architecture.fitting_field import FittingField
from gui.theme.tokens import Theme, make_theme
from gui.theme.worn_sheet import wear
from gui.widgets.number_field import NumberField
from gui.widgets.side_note import SideNote, place_beside
from tests.gui.local_engine import local_engine

WINDOW = QRect(0, 0, 1000, 600)


@pytest.mark.parametrize(
    ("field", "panel", "corner"),
    [
        # At the right of a panel at the left, in the middle of the field's height.
        (QRect(20, 100, 100, 30), QRect(0, 50, 200, 500), (207, 94)),
        # At the left of a panel at the right.
        (QRect(850, 100, 100, 30), QRect(800, 50, 200, 500), (592, 94)),
        # At the right of a field in a panel as wide as the window, where that has room there.
        (QRect(300, 100, 100, 30), QRect(0, 0, 1000, 600), (407, 94)),
        (QRect(750, 100, 100, 30), QRect(0, 0, 1000, 600), (750, 132)),
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


def colours_of(note: SideNote) -> tuple[str, str, str]:
    """What is seen of it: its frame's colour, its ground's, and the one of its words."""
    image = note.window().grab(note.geometry()).toImage()
    middle = note.height() // 2
    inside = {image.pixelColor(x, y).name() for x in range(2, 60) for y in range(4, note.height() - 4)}
    words = QColor(note.palette().windowText().color()).name()
    assert words in inside
    return image.pixelColor(0, middle).name(), image.pixelColor(2, middle).name(), words


@pytest.mark.parametrize("names", [("dark", "light"), ("light", "dark")])
def test_it_has_its_panels_look_though_it_stands_outside_of_it(
    form: Form, qtbot: QtBot, names: tuple[str, str]
) -> None:
    def is_worn(theme: Theme) -> bool:
        error = QColor(theme.colours.error).name()
        return colours_of(form.note) == (error, QColor(theme.colours.panel).name(), error)

    before, after = (make_theme(name) for name in names)
    wear(form.area, before)
    form.note.say("■■■ That is refused: give a number from 1 to 10, or leave the field as it was.")
    assert is_worn(before)
    # The look changes while it is read.
    wear(form.area, after)
    qtbot.waitUntil(lambda: is_worn(after))


def test_what_the_window_refuses_is_said_in_the_theme(qtbot: QtBot) -> None:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=30_000)
    for theme in (make_theme("dark"), make_theme("light")):
        window.set_theme(theme)
        qtbot.waitUntil(window.updatesEnabled)
        error, panel = QColor(theme.colours.error).name(), QColor(theme.colours.panel).name()
        for name in ("layer_1", "learning_rate", "batch_size"):
            field = window.findChild(QLineEdit, name)
            assert isinstance(field, NumberField | FittingField)
            field.setFocus()
            field.show_error("■■■")
            assert colours_of(field.note) == (error, panel, error), name
            field.revert()
    window.close()
