"""What a user's data may measure, and the one sentence that states what is wrong with a file."""

from __future__ import annotations

import math
from pathlib import Path

from core.data.dataset import DatasetError

MAX_EXAMPLES = 200_000
MAX_SIDE = 64
"""Pixels along either side of an image."""

MAX_INPUTS = MAX_SIDE**2
MAX_VALUES = MAX_EXAMPLES * 28 * 28
"""Numbers in all: as many examples as there may be, each as large as MNIST's. 627 MB in float32."""

MAX_BYTES = 4 * MAX_VALUES
"""Bytes that they may take in their file, unpacked."""

MAX_CLASSES = 100
MAX_NAME = 100
"""Characters in a class's name."""

PIECE = 1 << 17
"""Bytes that are read from a file at once."""

VALUES_AT_ONCE = 1 << 17
"""Numbers that are converted at once: a mebibyte in float64."""


def dataset_error(path: Path, wrong: str, right: str) -> DatasetError:
    """The exception whose sentence is "`path` `wrong`: `right`."; what cannot be printed is shown as "?"."""
    sentence = f"{path} {wrong}: {right}."
    return DatasetError("".join(sign if sign.isprintable() else "?" for sign in sentence))


def check_sizes(path: Path, count: int, shape: tuple[int, ...]) -> None:
    """Refuse `count` examples of `shape` ((n_in,) numbers or (height, width) pixels) outside the limits.

    Raises
    ------
    DatasetError
        When there is no example or an example is empty, or when there are too many, too large ones, or both.
    """
    if not count:
        raise dataset_error(path, "is empty", "at least two examples are needed, of two classes")
    if count > MAX_EXAMPLES:
        raise dataset_error(path, f"holds {count} examples", f"there may be {MAX_EXAMPLES} at most")
    if not math.prod(shape):
        raise dataset_error(path, f"holds examples of shape {shape}", "each needs at least one number")
    if len(shape) == 2 and max(shape) > MAX_SIDE:
        size = f"{shape[1]} x {shape[0]}"
        raise dataset_error(path, f"holds {size} pixels", f"an image may be {MAX_SIDE} x {MAX_SIDE} at most")
    if math.prod(shape) > MAX_INPUTS:
        raise dataset_error(path, f"has {shape[0]} numbers an example", f"there may be {MAX_INPUTS} at most")
    total = count * math.prod(shape)
    if total > MAX_VALUES:
        raise dataset_error(
            path, f"holds {total} numbers", f"there may be {MAX_VALUES} in all, so take fewer examples"
        )


def rows_at_once(shape: tuple[int, ...]) -> int:
    """How many examples of `shape` are converted at once; a tiny image too becomes 28 x 28 on its way to ink."""
    return max(1, VALUES_AT_ONCE // max(math.prod(shape), 28 * 28))
