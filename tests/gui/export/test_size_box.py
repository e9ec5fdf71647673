"""Widths of a moving picture, each with its height."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from gui.export.size_box import SizeBox


def test_the_views_own_size_is_among_them_and_chosen(qtbot: QtBot) -> None:
    box = SizeBox("width")
    qtbot.addWidget(box)
    box.show_view(QSize(800, 400))
    assert [box.itemData(i) for i in range(box.count())] == [480, 640, 800, 960, 1280, 1920]
    assert box.ratio == 1 and box.currentText() == "800 × 400 px, as on screen"
    assert box.itemText(0) == "480 × 240 px" and box.itemText(4) == "1,280 × 640 px"
    box.setCurrentIndex(0)
    assert box.ratio == 0.6


def test_a_size_that_is_offered_anyhow_stands_there_once(qtbot: QtBot) -> None:
    box = SizeBox("width")
    qtbot.addWidget(box)
    box.show_view(QSize(960, 300))
    assert box.count() == 5 and box.currentData() == 960
