"""What the window wants back with a session: kept as it is, and never looked into by the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray


@dataclass(frozen=True)
class WindowArray:
    """An array of the window's; its numbers may be infinite or NaN."""

    name: str
    values: NDArray[Any]


@dataclass(frozen=True)
class WindowState:
    """A text (JSON) and arrays, by names that are the window's concern."""

    text: str = ""
    arrays: tuple[WindowArray, ...] = ()
