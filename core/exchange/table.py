"""Numbers as rows for others: CSV as RFC 4180 has it, or columns parted by tabs; every digit of each number.

References
----------
Y. Shafranovich, "Common Format and MIME Type for Comma-Separated Values (CSV) Files", RFC 4180, section 2.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROWS_A_STEP = 500
"""Rows of one step: some ms."""
# A spreadsheet takes a cell that begins so for a formula, and runs it; a class or a run may be called anything.
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Column:
    """One quantity.

    Attributes
    ----------
    name : str
    values : array or sequence
        (rows,): numbers, or texts; None, and a place that is none of `names`, is an empty cell.
    unit : str
        Of the numbers; "" for none.
    names : tuple of str
        Where there are any, the values are places in them: the class of an example, say.
    """

    name: str
    values: NDArray[Any] | Sequence[object]
    unit: str = ""
    names: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Its name, and the unit in brackets."""
        return f"{self.name} ({self.unit})" if self.unit else self.name

    def cells(self, rows: slice | NDArray[np.integer]) -> list[str]:
        """The texts of some rows: of a float the shortest that reads back as the same bits."""
        values = self.values
        if not isinstance(values, np.ndarray):
            chosen = values[rows] if isinstance(rows, slice) else [values[row] for row in rows.tolist()]
            return [_text(value) for value in chosen]
        if self.names:
            return [_text(self.names[i]) if 0 <= i < len(self.names) else "" for i in values[rows].tolist()]
        if values.dtype == np.float32:
            # As float64 each would have nine more digits, which say nothing.
            return [str(value) for value in values[rows]]
        if values.dtype == np.bool_:
            return [str(int(value)) for value in values[rows]]
        return [_text(value) for value in values[rows].tolist()]


@dataclass(frozen=True)
class Table:
    """Columns of the same length; each row says first of which run and of which update it is.

    Attributes
    ----------
    columns : tuple of Column
        Those named "run" and "update" take the place of what is said of all rows.
    run : str
        The name of the run.
    update : int or None
        None where the numbers are of no single update.
    order : (rows,) int array or None
        Which rows of the columns there are, one after the other; None for all as they are.

    Raises
    ------
    ValueError
        When the columns are not of one length.
    """

    columns: tuple[Column, ...]
    run: str = ""
    update: int | None = None
    order: NDArray[np.integer] | None = None

    def __post_init__(self) -> None:
        lengths = {column.name: len(column.values) for column in self.columns}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"columns of different lengths: {lengths}")

    @property
    def count(self) -> int:
        """How many rows there are."""
        if self.order is not None:
            return len(self.order)
        return len(self.columns[0].values) if self.columns else 0

    @property
    def headings(self) -> list[str]:
        """What stands above the columns, run and update first."""
        return ["run", "update", *(column.heading for column in self._others())]

    def rows(self, start: int, stop: int) -> Iterator[tuple[str, ...]]:
        """The cells of these rows."""
        stop = min(stop, self.count)
        rows = slice(start, stop) if self.order is None else self.order[start:stop]
        own = {column.name: column for column in self.columns}
        moments = {"run": self.run, "update": self.update}
        columns = [
            own[name].cells(rows) if name in own else [_text(value)] * (stop - start)
            for name, value in moments.items()
        ]
        return zip(*columns, *(column.cells(rows) for column in self._others()), strict=True)

    def _others(self) -> list[Column]:
        return [column for column in self.columns if column.name not in ("run", "update")]


def csv_in_steps(table: Table) -> Iterator[bytes]:
    """The file's bytes in UTF-8, some rows a step: one line of headings, lines that end with CR and LF."""
    yield _csv([table.headings])
    for start in range(0, table.count, ROWS_A_STEP):
        yield _csv(table.rows(start, start + ROWS_A_STEP))


def tabbed_in_steps(table: Table) -> Iterator[str]:
    """The same for a spreadsheet's paste, some rows a step: columns parted by tabs; tabs in a text are spaces."""
    yield _tabbed([table.headings])
    for start in range(0, table.count, ROWS_A_STEP):
        yield _tabbed(table.rows(start, start + ROWS_A_STEP))


def _csv(rows: Iterator[tuple[str, ...]] | list[list[str]]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    # Half of a pair of surrogates is no text that a file can hold.
    return written.getvalue().encode("utf-8", "replace")


def _tabbed(rows: Iterator[tuple[str, ...]] | list[list[str]]) -> str:
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, np.floating):
        return str(value)
    if not isinstance(value, str):
        return repr(value)
    return f"'{value}" if value.startswith(FORMULAS) and not _is_number(value) else value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text == text.strip()
