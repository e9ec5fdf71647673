"""The marks of the timeline as numbers: each with its run and its update."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.exchange.table import Column
from gui.timeline.run_row import RunRow
from gui.widgets.figure import Numbers


@dataclass(frozen=True)
class _Mark:
    run: str
    update: int
    kind: str
    words: str = ""
    mean: float | None = None


def timeline_numbers(rows: Sequence[RunRow]) -> Numbers:
    """A row for each mark of each run, by its update: also of runs and updates that have no room in the picture."""
    marks = [mark for row in rows for mark in sorted(_marks(row, rows), key=lambda mark: mark.update)]
    return Numbers(
        (
            Column("run", [mark.run for mark in marks]),
            Column("update", [mark.update for mark in marks]),
            Column("mark", [mark.kind for mark in marks]),
            Column("what", [mark.words or None for mark in marks]),
            Column("mean test C", [mark.mean for mark in marks], "nats"),
        )
    )


def _marks(row: RunRow, rows: Sequence[RunRow]) -> Iterator[_Mark]:
    if row.parent is not None:
        parent = next((other.name for other in rows if other.run == row.parent), "")
        yield _Mark(row.name, row.branch_update, "branches off", parent)
    for update in row.kept.tolist():
        yield _Mark(row.name, update, "state kept")
    for change in row.changes:
        yield _Mark(
            row.name, change.update, "set by hand" if change.is_edit else "setting changed", change.words
        )
    if row.best_update is not None:
        yield _Mark(row.name, row.best_update, "least test loss of the curve", mean=row.best_mean)
    yield _Mark(row.name, row.live, "last update")
