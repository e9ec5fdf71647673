"""Which numbers of a table are others once they are stored as float32, as inputs are: its whole numbers end at 2²⁴."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

# Fewer signs before the point write no number that is moved by a half or more, but for one with an exponent.
FEWEST_SIGNS = 8


@dataclass(frozen=True)
class RoundedNumber:
    """A number that float32 moves by a half or more.

    Attributes
    ----------
    column : int
        Counted from 0.
    written : str
        As it is in the file.
    becomes : str
        What is stored of it, written as a decimal number.
    """

    column: int
    written: str
    becomes: str


def rounded_numbers(
    rows: Sequence[Sequence[str]], value_of: Callable[[str], float]
) -> tuple[RoundedNumber, ...]:
    """Of each column that has such a number, the first one.

    A moved whole part is another number: two dates or keys become the same one. What is lost of digits behind the
    point is no more than a measurement's own error, and is not reported.

    Parameters
    ----------
    rows : sequence
        The fields of each example, as they are written.
    value_of : callable
        What a field says; it raises ValueError where that is no number.
    """
    found: dict[int, RoundedNumber] = {}
    for fields in rows:
        for column, field in enumerate(fields):
            if column in found or not _may_be_large(field):
                continue
            try:
                value = value_of(field)
            except ValueError:
                continue
            with np.errstate(over="ignore"):
                stored = float(np.float32(value))
            if np.isfinite(stored) and abs(stored - value) >= 0.5:
                found[column] = RoundedNumber(column, field.strip(), f"{stored:.0f}")
    return tuple(found[column] for column in sorted(found))


def _may_be_large(field: str) -> bool:
    """Whether it has to be read to know: of a wide table with decimals that would take seconds."""
    if len(field) < FEWEST_SIGNS:
        return "e" in field or "E" in field
    # The decimal sign may be a comma.
    whole = field.partition(".")[0].partition(",")[0]
    return len(whole) >= FEWEST_SIGNS or "e" in field or "E" in field
