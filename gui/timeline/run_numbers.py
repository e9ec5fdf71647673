"""The numbers of the list of runs as columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidget

from core.exchange.table import Column
from gui.theme.tokens import Theme
from gui.timeline.run_row import RunRow
from gui.widgets.figure import Figure
from gui.widgets.text_table import tree_table


def run_numbers(rows: Sequence[RunRow]) -> tuple[Column, ...]:
    """A row for each run; what was not measured is an empty cell, and so is what is of before an edit."""
    names = {row.run: row.name for row in rows}
    measured = [None if row.total is None or row.is_before_edit else row for row in rows]
    return (
        Column("run", [row.name for row in rows]),
        Column("update", [row.live for row in rows]),
        Column("what differs", [row.difference for row in rows]),
        Column("branches from", [None if row.parent is None else names.get(row.parent) for row in rows]),
        Column("after update", [None if row.parent is None else row.branch_update for row in rows]),
        Column("measured at update", [row and row.measured_update for row in measured]),
        Column("L", [row and row.total for row in measured], "nats"),
        Column("training accuracy", [row and row.train_accuracy for row in measured]),
        Column("test accuracy", [row and row.test_accuracy for row in measured]),
        Column("least test loss of the curve", [row.best_mean for row in rows], "nats"),
        Column("least at update", [row.best_update for row in rows]),
    )


def runs_figure(tree: QTreeWidget, rows: Sequence[RunRow], theme: Theme, shown_run: int) -> Figure | None:
    """What stands in the list, with these numbers; the rows stand in the order of its items."""
    if not rows:
        return None
    table = tree_table(tree, [row.is_hidden for row in rows])
    return table.figure(tree.accessibleName(), "runs", theme, run_numbers(rows), run=shown_run)
