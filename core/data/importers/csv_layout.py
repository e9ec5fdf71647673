"""How a table is written: its lines and fields, its separator and header, and which column may have the labels."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
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

_BREAK = re.compile("[\r\n]+")
"""Where a field goes on in another line."""

_MAX_LINES = 2 * MAX_EXAMPLES + 2
"""A header, and the examples with an empty line after each."""


@dataclass(frozen=True)
class Layout:
    """How a table is written: its separator and columns, and which may have the labels, the likeliest first.

    `titles` are the columns' names, none where the table has no header. `is_told`: the column of the labels was chosen,
    or has the name of one.
    """

    separator: str
    columns: int
    labels: tuple[int, ...]
    titles: tuple[str, ...]
    is_told: bool = False


def rows_of(path: Path, separator: str) -> Iterator[tuple[int, list[str], int]]:
    """Each row that is not empty: the line it begins in, from 1, its fields, and the bytes up to its end.

    A field between quotation marks may have separators and line breaks, as RFC 4180 has it.

    Raises
    ------
    DatasetError
        When the file cannot be read, or a row cannot be split into fields: its last quotation mark is missing.
    """
    lines = _lines_of(path)
    for number, text, position in lines:
        if not text.strip():
            continue
        end = [position]
        texts = chain((text,), _continued(path, number, lines, end)) if '"' in text else (text,)
        try:
            fields = next(csv.reader(texts, delimiter=separator, strict=True))
        except csv.Error as error:
            raise DatasetError("open_quotation", path=path, line=number) from error
        yield number, fields, end[0]


def _continued(
    path: Path, number: int, lines: Iterator[tuple[int, str, int]], end: list[int]
) -> Iterator[str]:
    """The lines that the row of line `number` goes on in, as long as they are asked for; `end` is where it ends."""
    begin = end[0]
    for _, text, end[0] in lines:
        # A mark that nothing closes would take in all that follows.
        if end[0] - begin > _LONGEST:
            raise DatasetError("open_quotation", path=path, line=number)
        yield text


def _lines_of(path: Path) -> Iterator[tuple[int, str, int]]:
    """Each line: its number from 1, its text, and the bytes up to its end."""
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
    # Looked for once: each separator's rows are read from the beginning.
    if not any(text.strip() for _, text, _ in _lines_of(path)):
        raise DatasetError("empty_table", path=path)
    separator = _separator(path)
    rows = (fields for _, fields, _ in rows_of(path, separator))
    first = next(rows, [])
    if len(first) < 2:
        raise DatasetError("one_column", path=path, limit=MAX_INPUTS + 1)
    if len(first) > MAX_INPUTS + 1:
        raise DatasetError("many_columns", path=path, count=len(first), limit=MAX_INPUTS + 1)
    if label is not None and not 0 <= label < len(first):
        raise DatasetError("no_label_column", path=path, count=len(first), column=label + 1)
    titles = [title.strip().lower() for title in first]
    named = next((titles.index(name) for name in LABEL_NAMES if name in titles), None)
    following = list(islice(rows, _FOLLOWING))
    has_header = header
    if has_header is None:
        has_header = named is not None or names_columns(
            first, following, lambda field: is_number(field, separator)
        )
    example = following[0] if has_header and following else first
    words = [column for column, field in enumerate(example) if not is_number(field, separator)]
    last, is_told = len(first) - 1, True
    if label is not None:
        labels: tuple[int, ...] = (label,)
    elif (
        named is not None
        and has_header
        and not (titles[named] == "y" and _are_words(following, words, separator))
    ):
        labels = (named,)
    else:
        labels, is_told = (words[0],) if len(words) == 1 and words[0] <= last else (last, 0), False
    return Layout(separator, len(first), labels, _titles(first) if has_header else (), is_told)


def _separator(path: Path) -> str:
    """A tab, a semicolon or a comma: the first that splits the first row, and the next one into as many fields.

    Where none does both, the first that splits the first row: what is wrong with the next one is told then.
    """
    splits = [(sign, counts) for sign in "\t;," if (counts := _field_counts(path, sign))[0] > 1]
    both = (sign for sign, counts in splits if len(set(counts)) == 1)
    return next(both, splits[0][0] if splits else ",")


def _field_counts(path: Path, separator: str) -> list[int]:
    """How many fields the first two rows have with this separator, as far as they are there; 0: it cannot be it."""
    try:
        return [len(fields) for _, fields, _ in islice(rows_of(path, separator), 2)] or [0]
    except DatasetError as error:
        if error.code != "open_quotation":
            raise
        return [0]


def _are_words(rows: Sequence[Sequence[str]], words: Sequence[int], separator: str) -> bool:
    """Whether there is one such column, of words in all of these lines."""
    return len(words) == 1 and all(
        words[0] < len(fields) and not is_number(fields[words[0]], separator) for fields in rows
    )


def _titles(header: Sequence[str]) -> tuple[str, ...]:
    """The columns' names in one line, by their number where one is empty.

    A tab between words is a space; what else cannot be printed is left out.
    """
    lines = (one_line(title).replace("\t", " ") for title in header)
    short = ("".join(sign for sign in title if sign.isprintable()).strip() for title in lines)
    return tuple(title[:MAX_NAME] or str(number) for number, title in enumerate(short, 1))


def records(path: Path, layout: Layout) -> Iterator[tuple[int, list[str], int]]:
    """Each example's line number and fields, and the bytes up to its end."""
    header = bool(layout.titles)
    for number, fields, position in rows_of(path, layout.separator):
        if header:
            header = False
            continue
        if len(fields) != layout.columns:
            code = "decimal_commas" if _has_decimal_commas(fields, layout) else "columns_differ"
            raise DatasetError(code, path=path, count=len(fields), line=number, expected=layout.columns)
        yield number, fields, position


def one_line(field: str) -> str:
    """The field as it is named where there is one line for it: its line breaks are spaces."""
    return " ".join(_BREAK.split(field))


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
