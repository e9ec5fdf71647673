"""The numbers of a filter's page as columns: its answers, its weights, and the windows that excite it most."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.analysis.patterns import patterns
from core.exchange.table import Column
from gui.filters.answers import FilterAnswers
from gui.filters.found_windows import FoundWindow
from gui.widgets.figure import Numbers


def pattern_texts(kernel: int) -> list[str]:
    """Of each pattern by its code: row by row, 1 for ink, as "010/111/010"."""
    return ["/".join("".join(map(str, row)) for row in own) for own in patterns(kernel).tolist()]


def answer_numbers(answers: FilterAnswers) -> Numbers:
    """Every pattern that occurs, the largest answer first."""
    columns = (
        Column("pattern", pattern_texts(len(answers.kernel))),
        Column("z", answers.z),
        Column("a", answers.a),
        Column("windows of the training set", answers.counts),
        Column("windows of the example", answers.here),
    )
    return Numbers(columns, order=answers.ranked)


def kernel_numbers(answers: FilterAnswers) -> Numbers:
    """The filter's weights, and its bias."""
    row, column = np.indices(answers.kernel.shape).reshape(2, -1)
    columns = (
        Column("row", row + 1),
        Column("column", column + 1),
        Column("w", answers.kernel.ravel()),
        Column("b", np.full(row.size, answers.bias)),
    )
    return Numbers(columns)


def window_numbers(windows: Sequence[FoundWindow]) -> Numbers:
    """A row for each window, the most exciting one first."""
    columns = (
        Column("rank", [window.rank + 1 for window in windows]),
        Column("index", [window.row for window in windows]),
        Column("label", [window.label or None for window in windows]),
        Column("shuffled", [window.is_shuffled for window in windows]),
        Column("row", [window.place[0] + 1 for window in windows]),
        Column("column", [window.place[1] + 1 for window in windows]),
        Column("z", [window.z for window in windows]),
        Column("a", [window.a for window in windows]),
    )
    return Numbers(columns)


def picture_numbers(window: FoundWindow) -> Numbers:
    """The pixels of its example, and which of them its cell sees."""
    field = window.field
    row, column = np.indices(window.picture.shape).reshape(2, -1)
    is_seen = (row >= field.top) & (row < field.top + field.rows)
    is_seen &= (column >= field.left) & (column < field.left + field.columns)
    columns = (
        Column("row", row + 1),
        Column("column", column + 1),
        Column("x", window.picture.ravel()),
        Column("seen", is_seen),
    )
    return Numbers(columns)
