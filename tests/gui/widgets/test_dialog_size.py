"""A dialog is as large as it is asked to be, but not larger than its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.widgets.dialog_size import PART_OF_SCREEN, resize_within_screen


def test_it_is_as_large_as_is_asked_for(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within_screen(dialog, 310.4, 220)
    assert dialog.size() == QSize(310, 220)


def test_it_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within_screen(dialog, 50_000, 40_000)
    room = dialog.screen().availableGeometry()
    assert dialog.width() == round(PART_OF_SCREEN * room.width())
    assert dialog.height() == round(PART_OF_SCREEN * room.height())
