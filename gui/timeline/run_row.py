"""One run on the timeline: numbers of the engine's, and in which order several runs stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class ChangeSign:
    """After `update` updates something was changed: a parameter by hand where `is_edit`, else settings."""

    update: int
    is_edit: bool
    words: str


@dataclass(frozen=True)
class RunRow:
    """What the timeline shows of one run.

    Attributes
    ----------
    run : int
        Its number.
    name : str
        What differs in it from the run that it branches from; of one that branches from none, its seed.
    live : int
        Updates made.
    kept : (n,) int64 array
        The updates after which the engine keeps its state, rising.
    changes : tuple of ChangeSign
        What was changed in it.
    parent : int or None
        The run that it branches from, and `branch_update`, after how many updates.
    best_update : int or None
        After which update the test loss was least, of those at which it was measured; `best_mean` is that mean Cⁿ.
    total, train_accuracy, test_accuracy : float or None
        L and the shares of both sets that are right, when they were measured last: after `measured_update`.
    difference : str
        What differs in it, also where it was given another name.
    is_hidden : bool
        Whether it is in the list only.
    dash : str
        That of its curve beside the one on screen (`RUN_KEYS`); "" where it has none in the plot.
    is_before_edit : bool
        Whether a parameter was set by hand after `measured_update`, and nothing measured since.
    is_comparable : bool
        Whether its L is of the same examples and the same loss as that of the run on screen.
    """

    run: int
    name: str = ""
    live: int = 0
    kept: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64), compare=False)
    changes: tuple[ChangeSign, ...] = ()
    parent: int | None = None
    branch_update: int = 0
    best_update: int | None = None
    best_mean: float | None = None
    total: float | None = None
    test_accuracy: float | None = None
    measured_update: int = 0
    train_accuracy: float | None = None
    difference: str = ""
    is_hidden: bool = False
    dash: str = ""
    is_comparable: bool = True
    is_before_edit: bool = False


def in_tree_order(rows: Iterable[RunRow]) -> list[RunRow]:
    """Each run below the one that it branches from, the latest branch first.

    So no connector, which leads down from the parent at the branch point, crosses another run's line: what stands
    between them begins further right. A run whose parent is gone stands like one that has none.
    """
    given = list(rows)
    known = {row.run for row in given}
    children: dict[int | None, list[RunRow]] = {}
    for row in given:
        children.setdefault(row.parent if row.parent in known else None, []).append(row)
    ordered: list[RunRow] = []
    waiting = sorted(children.get(None, []), key=lambda row: -row.run)
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        # The last one of these is taken next.
        waiting += sorted(children.get(row.run, []), key=lambda child: (child.branch_update, -child.run))
    return ordered


def in_sight(rows: Sequence[RunRow], shown_run: int, most: int) -> tuple[int, int]:
    """(first, last + 1) of the rows that have room, among them that of the run on screen."""
    if len(rows) <= most:
        return 0, len(rows)
    place = next((place for place, row in enumerate(rows) if row.run == shown_run), 0)
    first = min(max(0, place - most // 2), len(rows) - most)
    return first, first + most


def next_run(chosen: int, before: Sequence[int], now: Container[int]) -> int:
    """The run that is chosen now, where `before` has those of the list when `chosen` was.

    It is the same while it is there; else the one that followed it, or the one before where none does; -1 for none.
    """
    if chosen not in before:
        return chosen if chosen in now else -1
    place = before.index(chosen)
    return next((run for run in (*before[place:], *reversed(before[:place])) if run in now), -1)
