"""How a table is written: its lines and fields, its separator and header, and which column may have the labels."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from core.data.importers.csv_header import names_columns
from core.data.importers.limits import MAX_EXAMPLES, MAX_INPUTS, MAX_NAME, PIECE
from core.data.importers.stream import reading
from core.data.refusals import DatasetError

LABEL_NAMES = ("label", "class", "target", "y")
"""A column of the first of these names has the labels, in whatever case."""

_LONGEST = 64 * (MAX_INPUTS + 1)
"""Bytes of a line."""

_FOLLOWING = 20
"""Lines that the first one is held against, to see whether it is a header."""

_PART = re.compile(r"[+-]?[0-9]+")
"""What a decimal comma leaves of a number on either side."""

_MAX_LINES = 2 * MAX_EXAMPLES + 2
"""A header, and the examples with an empty line after each."""


@dataclass(frozen=True)
class Layout:
    """How a table is written: its separator and columns, and which may have the labels, the likeliest first.

    `titles` are the columns' names, none where the table has no header.
    """

    separator: str
    columns: int
    labels: tuple[int, ...]
    titles: tuple[str, ...]


def lines_of(path: Path) -> Iterator[tuple[int, str, int]]:
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


def _has_decimal_commas(fields: Sequence[str], layout: Layout) -> bool:
    """Whether fields beyond those of the first line are numbers' parts: whole ones but for a label, at most as many
    again.
    """
    extra = len(fields) - layout.columns
    broken = sum(not _PART.fullmatch(field.strip()) for field in fields)
    return layout.separator == "," and 0 < extra < layout.columns and broken <= 1


def layout_of(path: Path, header: bool | None = None, label: int | None = None) -> Layout:
    """How the table is written, from its first lines; whether it has a header, where `header` does not say so.

    The labels are in the column `label`; where that is None, in the one that is called so. A y is also what a place is
    called: with numbers in it, it gives way to the only column that has words, for those can be nothing but labels.

    Raises
    ------
    DatasetError
        When there is nothing in it, when it has too few or too many columns, or not that of the labels.
    """
    lines = lines_of(path)
    number, text, _ = next(lines, (0, "", 0))
    if not text:
        raise DatasetError("empty_table", path=path)
    separator = next((sign for sign in "\t;" if sign in text), ",")
    first = split_line(path, number, text, separator)
    if len(first) < 2:
        raise DatasetError("one_column", path=path, limit=MAX_INPUTS + 1)
    if len(first) > MAX_INPUTS + 1:
        raise DatasetError("many_columns", path=path, count=len(first), limit=MAX_INPUTS + 1)
    if label is not None and not 0 <= label < len(first):
        raise DatasetError("no_label_column", path=path, count=len(first), column=label + 1)
    titles = [title.strip().lower() for title in first]
    named = next((titles.index(name) for name in LABEL_NAMES if name in titles), None)
    following = [split_line(path, number, text, separator) for number, text, _ in islice(lines, _FOLLOWING)]
    has_header = header
    if has_header is None:
        has_header = named is not None or names_columns(
            first, following, lambda field: is_number(field, separator)
        )
    example = following[0] if has_header and following else first
    words = [column for column, field in enumerate(example) if not is_number(field, separator)]
    last = len(first) - 1
    if label is not None:
        labels: tuple[int, ...] = (label,)
    elif (
        named is not None
        and has_header
        and not (titles[named] == "y" and _are_words(following, words, separator))
    ):
        labels = (named,)
    else:
        labels = (words[0],) if len(words) == 1 and words[0] <= last else (last, 0)
    return Layout(separator, len(first), labels, _titles(first) if has_header else ())


def _are_words(rows: Sequence[Sequence[str]], words: Sequence[int], separator: str) -> bool:
    """Whether there is one such column, of words in all of these lines."""
    return len(words) == 1 and all(
        words[0] < len(fields) and not is_number(fields[words[0]], separator) for fields in rows
    )


def _titles(header: Sequence[str]) -> tuple[str, ...]:
    """The columns' names, by their number where one is empty; signs that cannot be printed are left out."""
    short = ("".join(sign for sign in title if sign.isprintable()).strip() for title in header)
    return tuple(title[:MAX_NAME] or str(number) for number, title in enumerate(short, 1))


def split_line(path: Path, number: int, text: str, separator: str) -> list[str]:
    """One line's fields. A quote does not go on in the next line: what is open at its end is a fault."""
    try:
        return next(csv.reader((text,), delimiter=separator, strict=True))
    except csv.Error as error:
        raise DatasetError("open_quotation", path=path, line=number) from error


def records(path: Path, layout: Layout) -> Iterator[tuple[int, list[str], int]]:
    """Each example's line number and fields, and the bytes up to its end."""
    header = bool(layout.titles)
    for number, text, position in lines_of(path):
        if header:
            header = False
            continue
        fields = split_line(path, number, text, layout.separator)
        if len(fields) != layout.columns:
            code = "decimal_commas" if _has_decimal_commas(fields, layout) else "columns_differ"
            raise DatasetError(code, path=path, count=len(fields), line=number, expected=layout.columns)
        yield number, fields, position


def values_of(fields: Sequence[str], separator: str) -> list[float]:
    """The numbers in fields; Python's own 1_000 is none."""
    if "_" in "".join(fields):
        raise ValueError
    return list(map(float, fields if separator == "," else (field.replace(",", ".") for field in fields)))


def is_number(field: str, separator: str) -> bool:
    """Whether the field is a number, as `values_of` reads them."""
    try:
        values_of((field,), separator)
    except ValueError:
        return False
    return True
