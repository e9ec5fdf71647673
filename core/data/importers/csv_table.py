"""CSV: a table of numbers, an example a line, with a column of labels."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.importers.class_labels import classes
from core.data.importers.csv_layout import Layout, is_number, layout_of, one_line, records, values_of
from core.data.importers.limits import MAX_CLASSES, MAX_EXAMPLES, check_sizes, rows_at_once
from core.data.importers.progress import Progress
from core.data.importers.source import Source
from core.data.importers.stream import file_size
from core.data.refusals import DatasetError
from core.refusal import shortened


def open_csv(path: Path, progress: Progress, header: bool | None = None, label: int | None = None) -> Source:
    """Measure the table at `path`: UTF-8, numbers but for the labels, each line as long as the first.

    The separator is a tab where that splits the first row, and the next one into as many fields; else a semicolon,
    else a comma; with the first two a number may have a decimal comma. A field between quotation marks may have all of
    these, and line breaks. The first line names the columns if `header` says so; where that is
    None, if one of its fields is a name of `LABEL_NAMES`, or by `core.data.importers.csv_header`. The labels
    are in the column `label`, counted from 0; where that is None, in the column of such a name (a y of numbers gives
    way to the only column of words); else in the one whose first entry is no number; else in the last, or,
    if that one cannot be labels, in the first. Empty lines count for nothing.

    Notes
    -----
    CSV has no checksum: a changed digit cannot be noticed.

    Raises
    ------
    DatasetError
        When the file cannot be read, when lines differ in length, or when a number is missing, not finite
        or no number; when no column has labels of 2 to 100 classes.
    """
    size = max(1, file_size(path))
    layout = layout_of(path, header, label)
    n_in = layout.columns - 1
    codes: dict[int, list[int]] = {column: [] for column in layout.labels}
    names: dict[int, dict[str, int]] = {column: {} for column in layout.labels}
    count = position = 0
    for _, fields, position in records(path, layout):
        count += 1
        if count > MAX_EXAMPLES:
            check_sizes(path, count, (n_in,))
        for column, known in names.items():
            if len(known) <= MAX_CLASSES:
                codes[column].append(known.setdefault(fields[column], len(known)))
        if not count % rows_at_once((n_in,)):
            progress.measured(position / size)
    check_rows(path, count, layout)
    column, y, class_names = labels_of(path, names, codes, layout.is_told)
    progress.measured(1.0)
    names_of_inputs = layout.titles[:column] + layout.titles[column + 1 :]
    return Source(path, y, class_names, (n_in,), 1.0, lambda: _rows(path, layout, column), names_of_inputs)


def check_rows(path: Path, count: int, layout: Layout) -> None:
    """Refuse a table with so many examples below its header, if it has one, outside the limits.

    Raises
    ------
    DatasetError
        When there are none, too many, or too many numbers.
    """
    if not count:
        # Without any line there is no layout.
        raise DatasetError("only_header", path=path)
    check_sizes(path, count, (layout.columns - 1,))


def labels_of(
    path: Path, names: dict[int, dict[str, int]], codes: dict[int, list[int]], is_told: bool = False
) -> tuple[int, NDArray[np.int64], tuple[str, ...]]:
    """Which of the columns has the labels, and the classes.

    `names` has each such column's different fields with a code, and `codes` each example's. `is_told`: the column was
    chosen, or is called label.

    Raises
    ------
    DatasetError
        When none has: what is wrong with the first.
    """
    wrong: DatasetError | None = None
    for column, known in names.items():
        try:
            if len(known) > MAX_CLASSES:
                code = "join_labels" if is_told else "column_of_many_labels"
                raise DatasetError(code, path=path, limit=MAX_CLASSES, column=column + 1)
            in_one_line = [one_line(name) for name in known]
            return column, *classes(path, in_one_line, np.array(codes[column], dtype=np.int64))
        except DatasetError as error:
            wrong = wrong or error
    assert wrong is not None
    raise wrong


def _rows(path: Path, layout: Layout, label: int) -> Iterator[NDArray[np.float64]]:
    """The numbers in arrays (k, n_in)."""
    signs: set[str] = set()
    rows: list[list[float]] = []
    for number, fields, _ in records(path, layout):
        del fields[label]
        if layout.separator != ",":
            signs |= {sign for field in fields for sign in ".," if sign in field}
            if len(signs) == 2:
                raise DatasetError("points_and_commas", path=path, line=number)
        rows.append(numbers_of(path, number, fields, layout.separator, label))
        if len(rows) == rows_at_once((len(fields),)):
            yield np.array(rows)
            rows = []
    if rows:
        yield np.array(rows)


def numbers_of(path: Path, number: int, fields: Sequence[str], separator: str, label: int) -> list[float]:
    """The numbers of the example in line `number`, finite in float32 too; its label, of column `label`, is not in
    `fields`.

    Raises
    ------
    DatasetError
        When one is no number, not finite, or too large.
    """
    largest = float(np.finfo(np.float32).max)
    try:
        values = values_of(fields, separator)
    except ValueError as error:
        place, wrong = next((i, field) for i, field in enumerate(fields) if not is_number(field, separator))
        if not wrong.strip():
            column = place + (place >= label) + 1
            raise DatasetError("empty_field", path=path, line=number, column=column) from error
        raise DatasetError(
            "no_number", path=path, text=repr(wrong[:20]), line=number, column=label + 1
        ) from error
    # The sum of what is within these bounds is finite, unless a NaN slipped between them.
    if not (-largest <= min(values) and max(values) <= largest and math.isfinite(sum(values))):
        wrong = next(
            field for field, value in zip(fields, values, strict=True) if not -largest <= value <= largest
        )
        # NaN and infinity as words have this letter; a number that is written out is too large, also for Python.
        if "n" in wrong.lower():
            raise DatasetError("line_not_finite", path=path, line=number)
        text = shortened(wrong.strip(), 20)
        raise DatasetError("line_too_large", path=path, text=text, line=number, largest=largest)
    return values
