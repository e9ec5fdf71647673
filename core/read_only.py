"""Arrays that nobody can change any more: what is told or shared stays as it was."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, from now on read-only."""
    array.setflags(write=False)
    return array
