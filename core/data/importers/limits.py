"""What a user's data may measure."""

from __future__ import annotations

import math
from pathlib import Path

from core.data.refusals import DatasetError

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif"})
"""How the names of images end that can be read, in small letters."""

OTHER_IMAGE_SUFFIXES = frozenset(
    {".avif", ".heic", ".heif", ".ico", ".jp2", ".jxl", ".svg", ".tga", ".tif", ".tiff", ".webp"}
)
"""How the names of images end that can't be read: whoever drops one is to be told so."""

MAX_EXAMPLES = 1_000_000
MAX_SIDE = 64
"""Pixels along either side of an image."""

MAX_LARGE_SIDE = 4096
"""Pixels along either side of an image that becomes ink."""

MAX_INPUTS = MAX_SIDE**2
MAX_VALUES = MAX_EXAMPLES * 28 * 28
"""Numbers in all in a file: as many examples as there may be, each as large as MNIST's. As ink they are 256 MB."""

MAX_KEPT = 200_000 * 28 * 28
"""Numbers in all that are kept as they are: 627 MB in float32."""

MAX_BYTES = MAX_VALUES + (1 << 20)
"""Bytes that they may take in their file, unpacked, with what else is in it."""

MAX_CLASSES = 100
MAX_NAME = 100
"""Characters in a class's name."""

PIECE = 1 << 17
"""Bytes that are read from a file at once."""

VALUES_AT_ONCE = 1 << 17
"""Numbers that are converted at once: a mebibyte in float64."""


def check_sizes(path: Path, count: int, shape: tuple[int, ...]) -> None:
    """Refuse `count` examples of `shape` ((n_in,) numbers or (height, width) pixels) outside the limits.

    Raises
    ------
    DatasetError
        When there is no example or an example is empty, or when there are too many, too large ones, or both.
    """
    if not count:
        raise DatasetError("no_examples", path=path)
    if count > MAX_EXAMPLES:
        raise DatasetError("many_examples", path=path, count=count, limit=MAX_EXAMPLES)
    if not math.prod(shape):
        raise DatasetError("empty_examples", path=path, shape=str(shape))
    if len(shape) == 2 and max(shape) > MAX_SIDE:
        raise DatasetError("large_images", path=path, width=shape[1], height=shape[0], limit=MAX_SIDE)
    if math.prod(shape) > MAX_INPUTS:
        raise DatasetError("many_inputs", path=path, count=shape[0], limit=MAX_INPUTS)
    total = count * math.prod(shape)
    if total > MAX_VALUES:
        raise DatasetError("many_numbers", path=path, count=total, limit=MAX_VALUES)


def check_kept(path: Path, count: int, shape: tuple[int, ...]) -> None:
    """Refuse `count` examples of `shape` that are to be kept as float32, where they would take too much memory.

    Raises
    ------
    DatasetError
        When there are too many.
    """
    total = count * math.prod(shape)
    if total > MAX_KEPT:
        raise DatasetError("many_numbers", path=path, count=total, limit=MAX_KEPT)


def rows_at_once(shape: tuple[int, ...]) -> int:
    """How many examples of `shape` are converted at once; a tiny image too becomes 28 x 28 on its way to ink."""
    return max(1, VALUES_AT_ONCE // max(math.prod(shape), 28 * 28))
