"""The table shows its rows, marks the best, and is read out cell by cell."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme
from gui.unrolling.race_rows import RaceRow
from gui.unrolling.race_table import RaceTable

ROWS = (RaceRow("update", "updates", ("1", "2", "3")), RaceRow("total", "L", ("9", "7", "8"), best=1))


@pytest.fixture
def table(qtbot: QtBot) -> RaceTable:
    table = RaceTable()
    qtbot.addWidget(table)
    table.set_theme(Theme())
    table.show_rows(ROWS)
    return table


def cell(table: RaceTable, row: int, column: int) -> QLabel:
    found = table.findChild(QLabel, f"race_{row}_{column}")
    assert isinstance(found, QLabel)
    return found


def test_heads_names_and_numbers_stand_in_their_places(table: RaceTable) -> None:
    assert [cell(table, 0, column).text() for column in (1, 2, 3)] == ["dense", "windows", "shared"]
    assert [cell(table, 2, column).text() for column in range(4)] == ["L", "9", "7", "8"]


def test_the_best_is_bold_and_no_longer_once_another_is(table: RaceTable) -> None:
    assert [cell(table, 2, column).font().bold() for column in (1, 2, 3)] == [False, True, False]
    table.show_rows((ROWS[0], RaceRow("total", "L", ("5", "7", "8"), best=0)))
    assert [cell(table, 2, column).font().bold() for column in (1, 2, 3)] == [True, False, False]
    assert not cell(table, 1, 1).font().bold()


def test_a_cell_is_heard_with_its_row_and_its_network(table: RaceTable) -> None:
    assert cell(table, 2, 2).accessibleName() == "L, windows: 7"
    assert cell(table, 1, 3).accessibleName() == "updates, shared: 3"


def test_the_table_is_heard_whole_and_before_there_is_one_that_there_is_none(
    table: RaceTable, qtbot: QtBot
) -> None:
    words = "updates: dense: 1, windows: 2, shared: 3; L: dense: 9, windows: 7, shared: 8"
    assert table.accessibleDescription() == words
    empty = RaceTable()
    qtbot.addWidget(empty)
    assert empty.accessibleDescription() == "Nothing is measured yet."
