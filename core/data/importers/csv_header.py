"""Whether a table's first line names its columns, or is an example."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# A header of so many numbers that count up is one; fewer may be an example as well.
COUNTED = 4


def names_columns(
    first: Sequence[str], following: Sequence[Sequence[str]], is_number: Callable[[str], bool]
) -> bool:
    """Whether the first line is a header.

    It is one where none of its fields is a number; where it counts its columns from 0 or 1, as a table that was saved
    without names of its own has it; or where at least half of its fields are words above nothing but numbers.
    """
    words = [not is_number(field) for field in first]
    if all(words):
        return True
    if counts_columns(first) and len(first) >= COUNTED:
        return True
    above = [
        column
        for column, is_word in enumerate(words)
        if is_word
        and len(following) > 1
        and all(column < len(fields) and is_number(fields[column]) for fields in following)
    ]
    return 2 * len(above) >= len(first)


def counts_columns(first: Sequence[str]) -> bool:
    """Whether the fields are 0, 1, 2, ... or 1, 2, 3, ...; the first may be empty, above the numbers of the rows."""
    fields = [field.strip() for field in first]
    if fields and not fields[0]:
        fields = fields[1:]
    return any(
        len(fields) > 1 and fields == [str(number) for number in range(start, start + len(fields))]
        for start in (0, 1)
    )
