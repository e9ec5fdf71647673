"""The keys of the sorted curve: which of them are its own, and to which place by size a step leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
WAYS = (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End)
"""The keys that lead to another example."""
# With Ctrl a step leads over such a part of all that stand on the curve.
LONG_STEP = 0.01


def is_own(event: QKeyEvent) -> bool:
    """Whether the curve has this key where it has the keyboard; Home and End are keys of the window's, too."""
    return event.key() in WAYS


def stepped(place: int | None, first: int, count: int, event: QKeyEvent) -> int:
    """The place, from the least C on, to which a key of `WAYS` leads.

    Home and End lead to the ends, and so does every key where none is chosen yet, as on the wall.

    Parameters
    ----------
    place : int or None
        Where the chosen example stands; None for none.
    first, count : int
        The first place with a C that is known, and how many places there are.
    """
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Home:
        return first
    if key not in STEPS or place is None:
        return count - 1
    is_long = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    far = max(1, round(LONG_STEP * (count - first))) if is_long else 1
    return min(max(first, place + far * STEPS[key]), count - 1)
