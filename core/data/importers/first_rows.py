"""How a table begins: its first examples, where its labels are and may be, and what is wrong with these lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from core.data.importers.csv_header import counts_columns
from core.data.importers.csv_layout import (
    Layout,
    is_number,
    layout_of,
    records,
    rows_of,
    values_of,
)
from core.data.importers.csv_table import check_rows, labels_of, numbers_of
from core.data.importers.limits import MAX_CLASSES
from core.data.importers.rounding import RoundedNumber, rounded_numbers
from core.data.importers.split import check_classes
from core.data.importers.stream import file_size
from core.data.refusals import DatasetError

_LOOKED_AT = 1000
"""Examples that are looked at before a table is read."""

_FIELDS_READ = 100_000
"""Fields that are read as numbers then."""


_MENDED_BY_CHOICE = {
    "no_number": "labels_elsewhere",
    "column_of_many_labels": "many_labels_elsewhere",
    "join_labels": "many_labels_elsewhere",
}


@dataclass(frozen=True)
class FirstRows:
    """How a table begins.

    Attributes
    ----------
    titles : tuple of str
        The columns' names; empty where the table has none.
    first : tuple of str
        The first row, as it is written, whichever of the two it is.
    rows : tuple of tuples of str
        Its first examples, as they are written.
    label : int
        The column with the labels, counted from 0.
    is_certain : bool
        Whether that is so whatever follows: later lines may show that a column can be no labels.
    candidates : tuple of int
        The columns that could have the labels by the lines that were looked at: 2 to 100 words or whole numbers, and
        beside them numbers only.
    problem : DatasetError or None
        Why these lines can't be learned from, with the labels where they are.
    rounded : tuple of RoundedNumber
        Inputs among the first thousand lines that are other numbers once they are stored, unless they are
        standardised.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    label: int
    is_certain: bool
    first: tuple[str, ...] = ()
    rounded: tuple[RoundedNumber, ...] = ()
    candidates: tuple[int, ...] = ()
    problem: DatasetError | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the first line counts the columns, so that it may be their names as well as an example."""
        return counts_columns(self.first)


Line = tuple[int, Sequence[str]]
"""A line's number, and its fields."""


def first_rows(path: Path, count: int, header: bool | None = None, label: int | None = None) -> FirstRows:
    """The first `count` examples of the table at `path`, and where its labels are; `header` and `label` are as for
    `csv_table.open_csv`.

    Raises
    ------
    DatasetError
        As for `open_csv`, where the first thousand lines show it, and other labels or another reading of the first
        line would not mend it.
    """
    file_size(path)
    problem: DatasetError | None = None
    try:
        layout = layout_of(path, header, label)
    except DatasetError as error:
        if error.code != "no_label_column":
            raise
        problem, layout = error, layout_of(path, header)
    first = tuple(next(rows_of(path, layout.separator))[1])
    lines = [(number, tuple(fields)) for number, fields, _ in islice(records(path, layout), _LOOKED_AT + 1)]
    looked_at = lines[:_LOOKED_AT]
    rows = [fields for _, fields in looked_at]
    check_rows(path, len(rows), layout)
    is_all = len(lines) == len(looked_at)
    is_certain = is_all or len(layout.labels) == 1
    read = looked_at[: max(1, _FIELDS_READ // layout.columns)]
    candidates = _candidates(path, rows, read, layout)
    column = layout.labels[0]
    try:
        if is_all or len(layout.labels) > 1:
            column, y, _ = labels_of(path, *_coded(rows, layout.labels), layout.is_told)
            if is_all:
                check_classes(path, y)
    except DatasetError as error:
        if not set(candidates) - {column}:
            raise
        problem = problem or _elsewhere(error)
    problem = problem or _problem(path, read, layout, column, bool(set(candidates) - {column}))
    found = rounded_numbers(rows, lambda field: values_of((field,), layout.separator)[0])
    rounded = tuple(one for one in found if one.column != column)
    return FirstRows(
        layout.titles, tuple(rows[:count]), column, is_certain, first, rounded, candidates, problem
    )


def _coded(
    rows: Sequence[Sequence[str]], columns: Sequence[int]
) -> tuple[dict[int, dict[str, int]], dict[int, list[int]]]:
    """Of each of these columns its different fields with a code, and each example's code."""
    names: dict[int, dict[str, int]] = {column: {} for column in columns}
    codes = {
        column: [known.setdefault(fields[column], len(known)) for fields in rows]
        for column, known in names.items()
    }
    return names, codes


def _candidates(
    path: Path, rows: Sequence[Sequence[str]], read: Sequence[Line], layout: Layout
) -> tuple[int, ...]:
    """The columns that could have the labels."""
    words = {
        column
        for _, fields in read
        for column, field in enumerate(fields)
        if not is_number(field, layout.separator)
    }
    # Words can be nothing else: of two such columns one would be no input.
    possible = words or set(range(layout.columns)) if len(words) < 2 else set()
    return tuple(column for column in sorted(possible) if _may_have_labels(path, rows, column))


def _may_have_labels(path: Path, rows: Sequence[Sequence[str]], column: int) -> bool:
    few = {fields[column] for fields in rows[: 2 * MAX_CLASSES]}
    if len(few) > MAX_CLASSES:
        return False
    try:
        labels_of(path, *_coded(rows, (column,)))
    except DatasetError:
        return False
    return True


def _problem(
    path: Path, read: Sequence[Line], layout: Layout, label: int, has_others: bool
) -> DatasetError | None:
    """What is wrong with the inputs of these lines; `has_others`: whether another column could have the labels."""
    try:
        for number, fields in read:
            numbers_of(path, number, [*fields[:label], *fields[label + 1 :]], layout.separator, label)
    except DatasetError as error:
        return _elsewhere(error) if has_others else error
    return None


def _elsewhere(error: DatasetError) -> DatasetError:
    """What is wrong, where another column could have the labels: to choose that mends it."""
    code = _MENDED_BY_CHOICE.get(error.code)
    return error if code is None else DatasetError(code, **error.fields)
