"""From labels as a file has them, numbers or words, to classes 0, 1, 2 ... and their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.importers.limits import MAX_CLASSES, MAX_NAME
from core.data.refusals import DatasetError
from core.refusal import shortened

MAX_QUOTED = 21
"""Signs of a label that a sentence quotes; of a longer one the last is "…"."""

MAX_DIGITS = 15
"""Of a label that is a whole number: written as a decimal fraction too, it is told from every other one."""

_WHOLE = re.compile(rf"([+-]?[0-9]{{1,{MAX_DIGITS}}})(?:\.0*)?")
_ANY_WHOLE = re.compile(r"[+-]?[0-9]+(?:\.0*)?")


def classes(
    path: Path, names: Sequence[str], codes: NDArray[np.integer]
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The class of each example, and each class's name.

    Parameters
    ----------
    path : Path
        The file with the labels.
    names : sequence of str
        The different labels of the file, each used by at least one example.
    codes : (N,) integers
        Which of `names` each example has.

    Returns
    -------
    y : (N,) int64
    class_names : tuple of str
        Whole numbers by size (2 before 10; 1 and 1.0 are one class), anything else by the alphabet.

    Raises
    ------
    DatasetError
        When there are fewer than 2 classes or more than 100, or when a label is missing, too long, not
        printable, a measured number such as 2.5, or a whole one of too many digits.
    """
    short = [name.strip() for name in names]
    for name in short:
        if not name:
            raise DatasetError("no_label", path=path)
        if len(name) > MAX_NAME:
            raise DatasetError(
                "long_label", path=path, label=repr(shortened(name, MAX_QUOTED)), limit=MAX_NAME
            )
        if not name.isprintable():
            unseen = next(sign for sign in name if not sign.isprintable())
            label = repr(shortened(name, MAX_QUOTED))
            raise DatasetError("unseen_sign", path=path, label=label, sign=f"U+{ord(unseen):04X}")
    whole = [_WHOLE.fullmatch(name) for name in short]
    sortable: list[tuple[int, str]] = [(0, name) for name in short]
    if all(whole):
        sortable = [(number, str(number)) for number in (int(match[1]) for match in whole if match)]
    elif all(map(_is_number, short)):
        measured = next(name for name, match in zip(short, whole, strict=True) if not match)
        if _ANY_WHOLE.fullmatch(measured):
            label = shortened(measured, MAX_QUOTED)
            raise DatasetError("large_label", path=path, label=label, limit=MAX_DIGITS)
        raise DatasetError("measured_label", path=path, label=measured)
    ordered = sorted(set(sortable))
    if len(ordered) < 2:
        raise DatasetError("one_class", path=path, limit=MAX_CLASSES)
    if len(ordered) > MAX_CLASSES:
        raise DatasetError("many_classes", path=path, count=len(ordered), limit=MAX_CLASSES)
    place = {label: number for number, label in enumerate(ordered)}
    lookup = np.array([place[label] for label in sortable], dtype=np.int64)
    return lookup[codes], tuple(name for _, name in ordered)


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True
