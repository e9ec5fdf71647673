"""The dialog for a picture tells each size in pixels, and offers none that does not fit into memory."""

from __future__ import annotations

from PySide6.QtCore import QSize

from gui.export.picture_dialog import PictureDialog


def test_each_size_is_told_in_pixels_with_and_without_the_line(qtbot):
    dialog = PictureDialog()
    qtbot.addWidget(dialog)
    dialog.show_size(QSize(640, 400), QSize(640, 420))
    assert [dialog.kind.itemText(i).partition(": ")[2] for i in range(3)] == [
        "640 × 420 px",
        "1,280 × 840 px",
        "2,560 × 1,680 px",
    ]
    dialog.line.setChecked(False)
    assert dialog.kind.itemText(2).endswith("2,560 × 1,600 px")
    dialog.kind.setCurrentIndex(2)
    assert dialog.times == 4


def test_what_would_not_fit_into_memory_is_not_offered(qtbot):
    dialog = PictureDialog()
    qtbot.addWidget(dialog)
    dialog.show_size(QSize(640, 400), QSize(640, 400))
    dialog.kind.setCurrentIndex(2)
    dialog.show_size(QSize(5000, 3000), QSize(5000, 3000))
    assert [dialog.kind.model().item(i).isEnabled() for i in range(4)] == [True, True, False, True]
    assert dialog.times == 1
