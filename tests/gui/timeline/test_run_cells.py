"""Cells of a run are written where they say something new."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.run_cells import RowCells
from gui.timeline.run_columns import NAME, UPDATES
from gui.timeline.run_row import RunRow

ROW = RunRow(3, "batch 256", 9_000, np.array([0, 8_000]), difference="batch 256", dash="run2")
CELLS = RowCells(ROW, is_shown=False, has_box=True, ratio=1.0)


@pytest.mark.parametrize(
    "news",
    [
        {"row": replace(ROW, live=9_001)},
        {"row": replace(ROW, kept=np.array([0, 8_000, 8_500]))},
        {"row": replace(ROW, dash="")},
        {"is_shown": True},
        {"has_box": False},
        {"ratio": 2.0},
    ],
)
def test_whatever_is_seen_or_said_of_it_makes_cells_others(news: dict[str, object]) -> None:
    assert not replace(CELLS, **news).say_the_same(CELLS)  # type: ignore[arg-type]


def test_the_same_numbers_again_say_the_same_and_nothing_written_is_news() -> None:
    again = RowCells(replace(ROW, kept=np.array([0, 8_000])), is_shown=False, has_box=True, ratio=1.0)
    assert again.say_the_same(CELLS)
    assert not again.say_the_same(None)


def test_the_box_is_that_of_its_curve(qtbot: QtBot) -> None:
    item, size = QTreeWidgetItem(), QSize(24, 12)
    CELLS.write(item, make_theme("dark"), size)
    assert item.text(UPDATES) == "9,000"
    assert item.checkState(NAME) == Qt.CheckState.Checked
    assert item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert "kept states: 2" in item.toolTip(NAME)
    replace(CELLS, is_shown=True, has_box=False).write(item, make_theme("dark"), size)
    assert item.font(NAME).bold()
    assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable
