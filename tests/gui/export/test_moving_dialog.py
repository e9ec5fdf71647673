"""What the dialogs for moving pictures have in common: the kinds, the sizes, and that nothing is chosen meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gui.export.animation_dialog import AnimationDialog
from gui.film.film_dialog import FilmDialog
from gui.film.film_plan import FilmPlan

VIEW = QSize(800, 500)


def film(has_video: bool) -> FilmDialog:
    dialog = FilmDialog()
    dialog.show_film(FilmPlan(0, 100, 10), VIEW, has_video)
    return dialog


def step(has_video: bool) -> AnimationDialog:
    dialog = AnimationDialog()
    dialog.show_view(VIEW, 12.0, has_video)
    return dialog


@pytest.mark.parametrize(("make", "name"), [(film, "save_film_width"), (step, "export_step_width")])
@pytest.mark.parametrize("has_video", [False, True])
def test_kind_and_size_are_offered_until_the_work_begins(
    qtbot: QtBot, make: Callable[[bool], FilmDialog | AnimationDialog], name: str, has_video: bool
) -> None:
    dialog = make(has_video)
    qtbot.addWidget(dialog)
    assert dialog.kind.count() == 2 + has_video
    box = dialog.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    # As wide as on screen, until another width is chosen.
    assert dialog.ratio == 1.0
    box.setCurrentIndex(box.findData(1280))
    assert dialog.ratio == 1280 / 800
    assert box.accessibleName() == box.toolTip() != ""
    for busy in (True, False):
        dialog.show_busy(busy)
        assert box.isEnabled() is not busy
