"""Read-only arrays: what is sent or shared cannot be changed."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray


def read_only(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, from now on read-only."""
    array.setflags(write=False)
    return array
