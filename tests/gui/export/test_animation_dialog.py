"""The dialog for an animation offers the formats there are, and says that the update is really made."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
)

from gui.export.animation_dialog import AnimationDialog


def test_at_first_it_is_as_wide_as_on_screen_with_12_frames_a_second(qtbot):
    dialog = AnimationDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(QSize(800, 420), 6.6)
    assert dialog.ratio == 1 and dialog.frames_per_second == 12
    width = dialog.findChild(QComboBox, "export_step_width")
    assert [width.itemData(i) for i in range(width.count())] == [480, 640, 800, 960, 1280, 1920]
    width.setCurrentIndex(width.findData(1280))
    assert dialog.ratio == 1.6


def test_it_says_that_the_update_is_really_made(qtbot):
    dialog = AnimationDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(QSize(800, 420), 6.6)
    note = dialog.findChild(QLabel, "export_step_note").text()
    assert "the next update is really made" in note and "paused" in note and "7 seconds" in note
