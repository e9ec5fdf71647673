"""A dialog is as large as it is asked to be, but not larger than its screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.widgets.dialog_size import PART_OF_SCREEN, resize_within_screen, room_on_screen, type_width


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


@pytest.mark.parametrize("corner", [(0.5, 0.9), (0.9, 0.5), (-0.1, -0.1)])
def test_a_dialog_that_grows_stays_on_the_screen_whole(qtbot: QtBot, corner: tuple[float, float]) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    dialog.resize(200, 100)
    dialog.show()
    dialog.move(round(corner[0] * room.width()), round(corner[1] * room.height()))
    resize_within_screen(dialog, 300, 50_000)
    assert dialog.size() == QSize(300, round(PART_OF_SCREEN * room.height()))
    assert room.contains(dialog.frameGeometry())


def test_a_dialog_that_has_room_is_not_moved(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.move(40, 30)
    resize_within_screen(dialog, 300, 200)
    assert (dialog.x(), dialog.y()) == (40, 30)


@pytest.mark.parametrize(("share", "times"), [(0.3, 0.0), (0.5, 0.0), (0.75, 1.5)])
def test_type_is_too_large_where_what_does_not_scroll_takes_more_than_half_of_the_height(
    qtbot: QtBot, share: float, times: float
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = room_on_screen(dialog)
    assert type_width(dialog, 0, share * room.height()) == pytest.approx(times * room.width())
    assert type_width(dialog, 9_000, share * room.height()) == 9_000
