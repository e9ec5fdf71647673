"""The dialog for saving a film says what will be saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gui.film.film_dialog import FilmDialog
from gui.film.film_plan import FilmPlan


@pytest.fixture
def dialog(qtbot: QtBot) -> FilmDialog:
    dialog = FilmDialog()
    qtbot.addWidget(dialog)
    return dialog


def test_it_says_from_where_to_where_and_how_many_pictures(dialog: FilmDialog) -> None:
    dialog.show_film(FilmPlan(20_000, 500, 2.5), QSize(800, 420))
    note = dialog.findChild(QLabel, "save_film_note")
    assert isinstance(note, QLabel)
    assert note.text().startswith("Update 20,000 to 500 in 2.5 s: 75 pictures, 30 a second.")


def test_it_is_as_large_as_on_screen_or_as_is_chosen_and_then_stays_so(dialog: FilmDialog) -> None:
    dialog.show_film(FilmPlan(0, 1, 1), QSize(800, 420))
    assert dialog.ratio == 1
    width = dialog.findChild(QComboBox, "save_film_width")
    assert isinstance(width, QComboBox)
    width.setCurrentIndex(width.findData(1280))
    assert dialog.ratio == 1.6
    dialog.show_busy(True)
    assert not width.isEnabled()
