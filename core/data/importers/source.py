"""What every format comes down to: labels, and examples that are read some at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Chunk = NDArray[Any]


@dataclass(frozen=True)
class Source:
    """Measured and checked examples that are still in their file.

    Attributes
    ----------
    path : Path
        What the user chose; sentences about faults name it.
    y : (N,) int64
        The class of each example.
    class_names : tuple of str
        2 to 100 of them.
    shape : tuple of int
        One example's shape: (n_in,) numbers, or (height, width) pixels; (0, 0) where images differ in size.
    white : float
        The grey of a pixel that is fully lit; 1 for numbers.
    chunks : callable
        The examples from the first to the last, as arrays (k, \\*shape): finite, float32 can hold them, and
        pixels are 0 to `white`. Each call starts anew. It raises DatasetError where the file is damaged.
    input_names : tuple of str
        A table's own names of its columns, without that of the labels.
    """

    path: Path
    y: NDArray[np.int64]
    class_names: tuple[str, ...]
    shape: tuple[int, ...]
    white: float
    chunks: Callable[[], Iterator[Chunk]]
    input_names: tuple[str, ...] = ()
