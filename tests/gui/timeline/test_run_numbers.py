"""The list of runs as columns: what was measured, and nothing in place of what was not."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.exchange.table import Table
from gui.theme.tokens import Theme
from gui.timeline.run_numbers import run_numbers
from gui.timeline.run_row import RunRow
from gui.timeline.run_tree import RunTree
from tests.gui.figures.figure_pixels import painted

ROWS = [
    RunRow(
        0,
        "seed 0",
        900,
        best_update=600,
        best_mean=0.123456789,
        total=25111.5,
        measured_update=800,
        train_accuracy=0.9,
        test_accuracy=0.88,
        difference="seed 0",
    ),
    RunRow(1, "=mine", 100, parent=0, branch_update=50, difference="η 0.01", is_hidden=True),
]


def rows_of(table: Table) -> list[tuple[str, ...]]:
    return list(table.rows(0, table.count))


def test_each_run_is_a_row() -> None:
    first, second = rows_of(Table(run_numbers(ROWS)))
    assert first == ("seed 0", "900", "seed 0", "", "", "800", "25111.5", "0.9", "0.88", "0.123456789", "600")
    assert second == ("'=mine", "100", "η 0.01", "seed 0", "50", "", "", "", "", "", "")


def test_the_figure_has_the_lists_texts_in_its_order(qtbot: QtBot) -> None:
    tree = RunTree()
    qtbot.addWidget(tree)
    assert tree.figure() is None
    tree.set_theme(Theme())
    tree.show_rows(ROWS[::-1], 0)
    figure = tree.figure()
    assert figure is not None and figure.is_table and figure.run == 0 and figure.what == tree.accessibleName()
    assert [row[0] for row in rows_of(Table(figure.numbers[0].columns))] == ["seed 0", "'=mine"]
    assert painted(figure).shape[:2] == figure.size[::-1]
