"""The rows of the runs come in steps, and rows that are outdated between two steps are told to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from core.steps import take_step
from gui.presenters.rows_in_steps import rows_in_steps


class Desk:
    """Runs 0 and 1, of which the second is hidden; and what came of showing them, in its order."""

    def __init__(self) -> None:
        self.infos: dict[int, object] = {0: None, 1: None}
        self.notes = {run: SimpleNamespace(is_deleted=False) for run in self.infos}
        self.shown, self.done = 0, []

    def rows(self, shown_run: int) -> list[Any]:
        self.done.append("rows")
        return [SimpleNamespace(run=run, is_hidden=run == 1) for run in self.infos]

    def show_runs(self, rows: Sequence[Any], shown_run: int) -> None:
        self.done.append(("runs", [row.run for row in rows], shown_run))

    def refresh(self) -> None:
        self.done.append("paint")

    def steps(self) -> Any:
        def tell(rows: Sequence[Any], run: int) -> None:
            self.done.append(("told", [row.run for row in rows], run))

        return rows_in_steps(self, self, lambda: self.shown, tell, lambda: self.done.append("again"))  # type: ignore[arg-type]


def test_each_part_has_a_step_of_its_own() -> None:
    desk = Desk()
    steps = desk.steps()
    take_step(steps)
    assert desk.done == ["rows"]
    take_step(steps)
    assert desk.done[1:] == [("runs", [0], 0), "paint"]
    assert not take_step(steps)
    assert desk.done[3:] == [("told", [0, 1], 0)]


@pytest.mark.parametrize("after", [1, 2])
@pytest.mark.parametrize("change", ["gone", "deleted", "other"])
def test_what_is_outdated_is_done_again(after: int, change: str) -> None:
    desk = Desk()
    steps = desk.steps()
    for _ in range(after):
        take_step(steps)
    before = list(desk.done)
    if change == "gone":
        del desk.infos[1]
    elif change == "deleted":
        desk.notes[1].is_deleted = True
    else:
        desk.shown = 1
    assert not take_step(steps)
    assert desk.done == [*before, "again"]
