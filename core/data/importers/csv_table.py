"""CSV: a table of numbers, an example a line, with a column of labels."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.data.importers.class_labels import classes
from core.data.importers.csv_header import counts_columns, names_columns
from core.data.importers.limits import (
    MAX_CLASSES,
    MAX_EXAMPLES,
    MAX_INPUTS,
    MAX_NAME,
    PIECE,
    check_sizes,
    rows_at_once,
)
from core.data.importers.progress import Progress
from core.data.importers.rounding import RoundedNumber, rounded_numbers
from core.data.importers.source import Source
from core.data.importers.stream import file_size, reading
from core.data.refusals import DatasetError

LABEL_NAMES = ("label", "class", "target", "y")
"""A column of the first of these names has the labels, in whatever case."""

_LONGEST = 64 * (MAX_INPUTS + 1)
"""Bytes of a line."""

_LOOKED_AT = 1000
"""Examples that are looked at before a table is read."""

_FOLLOWING = 20
"""Lines that the first one is held against, to see whether it is a header."""

_PART = re.compile(r"[+-]?[0-9]+")
"""What a decimal comma leaves of a number on either side."""

_MAX_LINES = 2 * MAX_EXAMPLES + 2
"""A header, and the examples with an empty line after each."""


@dataclass(frozen=True)
class _Layout:
    """How a table is written: its separator and columns, and which may have the labels, the likeliest first.

    `titles` are the columns' names, none where the table has no header.
    """

    separator: str
    columns: int
    labels: tuple[int, ...]
    titles: tuple[str, ...]


def open_csv(path: Path, progress: Progress, header: bool | None = None) -> Source:
    """Measure the table at `path`: UTF-8, numbers but for the labels, each line as long as the first.

    The separator is a tab where the first line has one, else a semicolon, else a comma; with the first two
    a number may have a decimal comma. The first line names the columns if `header` says so; where that is
    None, if one of its fields is a name of `LABEL_NAMES`, or by `core.data.importers.csv_header`. The labels
    are in the column of such a name; else in the one whose first entry is no number; else in the last, or,
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
    layout = _layout(path, header)
    n_in = layout.columns - 1
    codes: dict[int, list[int]] = {column: [] for column in layout.labels}
    names: dict[int, dict[str, int]] = {column: {} for column in layout.labels}
    count = position = 0
    for _, fields, position in _records(path, layout):
        count += 1
        if count > MAX_EXAMPLES:
            check_sizes(path, count, (n_in,))
        for column, known in names.items():
            if len(known) <= MAX_CLASSES:
                codes[column].append(known.setdefault(fields[column], len(known)))
        if not count % rows_at_once((n_in,)):
            progress.measured(position / size)
    check_sizes(path, count, (n_in,))
    column, y, class_names = _labels(path, names, codes)
    progress.measured(1.0)
    names_of_inputs = layout.titles[:column] + layout.titles[column + 1 :]
    return Source(path, y, class_names, (n_in,), 1.0, lambda: _rows(path, layout, column), names_of_inputs)


@dataclass(frozen=True)
class FirstRows:
    """How a table begins.

    Attributes
    ----------
    titles : tuple of str
        The columns' names; empty where the table has none.
    first : tuple of str
        The first line, as it is written, whichever of the two it is.
    rows : tuple of tuples of str
        Its first examples, as they are written.
    label : int
        The column with the labels, counted from 0.
    is_certain : bool
        Whether that is so whatever follows: later lines may show that a column can be no labels.
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

    @property
    def is_counted(self) -> bool:
        """Whether the first line counts the columns, so that it may be their names as well as an example."""
        return counts_columns(self.first)


def first_rows(path: Path, count: int, header: bool | None = None) -> FirstRows:
    """The first `count` examples of the table at `path`, and where its labels are; `header` is as for `open_csv`.

    Raises
    ------
    DatasetError
        As for `open_csv`, where the first thousand lines show it.
    """
    file_size(path)
    layout = _layout(path, header)
    number, text, _ = next(_lines(path))
    first = tuple(_split(path, number, text, layout.separator))
    rows = [tuple(fields) for _, fields, _ in islice(_records(path, layout), _LOOKED_AT + 1)]
    looked_at = rows[:_LOOKED_AT]
    check_sizes(path, len(looked_at), (layout.columns - 1,))
    names: dict[int, dict[str, int]] = {column: {} for column in layout.labels}
    codes = {
        column: [known.setdefault(fields[column], len(known)) for fields in looked_at]
        for column, known in names.items()
    }
    is_all = len(rows) == len(looked_at)
    label = layout.labels[0]
    if is_all or len(layout.labels) > 1:
        label, _, _ = _labels(path, names, codes)
    is_certain = is_all or len(layout.labels) == 1
    found = rounded_numbers(looked_at, lambda field: _values((field,), layout.separator)[0])
    rounded = tuple(one for one in found if one.column != label)
    return FirstRows(layout.titles, tuple(rows[:count]), label, is_certain, first, rounded)


def _labels(
    path: Path, names: dict[int, dict[str, int]], codes: dict[int, list[int]]
) -> tuple[int, NDArray[np.int64], tuple[str, ...]]:
    """Which of the columns has the labels, and the classes; if none has, what is wrong with the first."""
    wrong: DatasetError | None = None
    for column, known in names.items():
        try:
            if len(known) > MAX_CLASSES:
                raise DatasetError("column_of_many_labels", path=path, limit=MAX_CLASSES, column=column + 1)
            return column, *classes(path, list(known), np.array(codes[column], dtype=np.int64))
        except DatasetError as error:
            wrong = wrong or error
    assert wrong is not None
    raise wrong


def _lines(path: Path) -> Iterator[tuple[int, str, int]]:
    """Each line that is not empty: its number from 1, its text, and the bytes up to its end."""
    position = 0
    with reading(path), path.open("rb") as file:
        for number, line in enumerate(_raw_lines(file), 1):
            position += len(line)
            if len(line) > _LONGEST:
                raise DatasetError("long_line", path=path, line=number, limit=_LONGEST)
            if number > _MAX_LINES:
                raise DatasetError("many_lines", path=path, count=_MAX_LINES, limit=MAX_EXAMPLES)
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError as error:
                raise DatasetError("not_utf8", path=path, line=number) from error
            if number == 1:
                text = text.removeprefix("\ufeff")
            if text.strip():
                yield number, text, position


def _raw_lines(file: IO[bytes]) -> Iterator[bytes]:
    """Each line with its end, which is LF, CR and LF, or CR alone; one that is too long is given in parts."""
    rest = b""
    while piece := file.read(PIECE):
        # The last one may go on, and a CR at its end may be the first half of two.
        *lines, rest = (rest + piece).splitlines(keepends=True)
        yield from lines
        if len(rest) > _LONGEST:
            yield rest
            rest = b""
    if rest:
        yield rest


def _has_decimal_commas(fields: Sequence[str], layout: _Layout) -> bool:
    """Whether fields beyond those of the first line are numbers' parts: whole ones but for a label, at most as many
    again.
    """
    extra = len(fields) - layout.columns
    broken = sum(not _PART.fullmatch(field.strip()) for field in fields)
    return layout.separator == "," and 0 < extra < layout.columns and broken <= 1


def _layout(path: Path, header: bool | None = None) -> _Layout:
    """How the table is written, from its first lines; whether it has a header, where `header` does not say so."""
    lines = _lines(path)
    number, text, _ = next(lines, (0, "", 0))
    if not text:
        raise DatasetError("empty_table", path=path)
    separator = next((sign for sign in "\t;" if sign in text), ",")
    first = _split(path, number, text, separator)
    if len(first) < 2:
        raise DatasetError("one_column", path=path, limit=MAX_INPUTS + 1)
    if len(first) > MAX_INPUTS + 1:
        raise DatasetError("many_columns", path=path, count=len(first), limit=MAX_INPUTS + 1)
    titles = [title.strip().lower() for title in first]
    named = next((titles.index(name) for name in LABEL_NAMES if name in titles), None)
    following = [_split(path, number, text, separator) for number, text, _ in islice(lines, _FOLLOWING)]
    has_header = header
    if has_header is None:
        has_header = named is not None or names_columns(
            first, following, lambda field: _is_number(field, separator)
        )
    if named is not None and has_header:
        return _Layout(separator, len(first), (named,), _titles(first))
    example = following[0] if has_header and following else first
    words = [column for column, field in enumerate(example) if not _is_number(field, separator)]
    last = len(first) - 1
    labels = (words[0],) if len(words) == 1 and words[0] <= last else (last, 0)
    return _Layout(separator, len(first), labels, _titles(first) if has_header else ())


def _titles(header: Sequence[str]) -> tuple[str, ...]:
    """The columns' names, by their number where one is empty; signs that cannot be printed are left out."""
    short = ("".join(sign for sign in title if sign.isprintable()).strip() for title in header)
    return tuple(title[:MAX_NAME] or str(number) for number, title in enumerate(short, 1))


def _split(path: Path, number: int, text: str, separator: str) -> list[str]:
    """One line's fields. A quote does not go on in the next line: what is open at its end is a fault."""
    try:
        return next(csv.reader((text,), delimiter=separator, strict=True))
    except csv.Error as error:
        raise DatasetError("open_quotation", path=path, line=number) from error


def _records(path: Path, layout: _Layout) -> Iterator[tuple[int, list[str], int]]:
    """Each example's line number and fields, and the bytes up to its end."""
    header = bool(layout.titles)
    for number, text, position in _lines(path):
        if header:
            header = False
            continue
        fields = _split(path, number, text, layout.separator)
        if len(fields) != layout.columns:
            code = "decimal_commas" if _has_decimal_commas(fields, layout) else "columns_differ"
            raise DatasetError(code, path=path, count=len(fields), line=number, expected=layout.columns)
        yield number, fields, position


def _rows(path: Path, layout: _Layout, label: int) -> Iterator[NDArray[np.float64]]:
    """The numbers in arrays (k, n_in)."""
    signs: set[str] = set()
    rows: list[list[float]] = []
    for number, fields, _ in _records(path, layout):
        del fields[label]
        if layout.separator != ",":
            signs |= {sign for field in fields for sign in ".," if sign in field}
            if len(signs) == 2:
                raise DatasetError("points_and_commas", path=path, line=number)
        rows.append(_numbers(path, number, fields, layout.separator))
        if len(rows) == rows_at_once((len(fields),)):
            yield np.array(rows)
            rows = []
    if rows:
        yield np.array(rows)


def _numbers(path: Path, number: int, fields: Sequence[str], separator: str) -> list[float]:
    """One example's numbers, finite in float32 too."""
    largest = float(np.finfo(np.float32).max)
    try:
        values = _values(fields, separator)
    except ValueError as error:
        wrong = next(field for field in fields if not _is_number(field, separator))
        raise DatasetError("no_number", path=path, text=repr(wrong[:20]), line=number) from error
    # The sum of what is within these bounds is finite, unless a NaN slipped between them.
    if not (-largest <= min(values) and max(values) <= largest and math.isfinite(sum(values))):
        raise DatasetError("line_not_finite", path=path, line=number)
    return values


def _values(fields: Sequence[str], separator: str) -> list[float]:
    """The numbers in fields; Python's own 1_000 is none."""
    if "_" in "".join(fields):
        raise ValueError
    return list(map(float, fields if separator == "," else (field.replace(",", ".") for field in fields)))


def _is_number(field: str, separator: str) -> bool:
    try:
        _values((field,), separator)
    except ValueError:
        return False
    return True
