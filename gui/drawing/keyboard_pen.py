"""A pen that the keyboard moves, so that a digit can be drawn without a mouse."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.drawing.drawing_state import Point

KEY_STEP = 1 / 32
"""How far an arrow key moves the pen, as a share of the canvas; a quarter of it with Shift."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OTHERS = (Qt.Key.Key_Space, Qt.Key.Key_E, Qt.Key.Key_Delete, Qt.Key.Key_Escape)


class KeyboardPen:
    """Where the pen is, and which keys hold it.

    Attributes
    ----------
    is_active : bool
        Whether the keyboard draws now; the mouse takes over as soon as it is pressed.
    at : (2,) array
        Where the pen is, in shares of the canvas.
    """

    def __init__(self) -> None:
        self.is_active = False
        self.at: Point = np.array([0.5, 0.35])
        self._held: set[int] = set()
        self._moved = False

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this key is the pen's: the arrows always, the others only while the keyboard draws."""
        extra = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if extra != Qt.KeyboardModifier.NoModifier:
            return False
        return event.key() in ARROWS or (self.is_active and event.key() in _OTHERS)

    def set_active(self, active: bool) -> None:
        """Begin or end drawing by keyboard; no key is held then."""
        self.is_active = active
        self._held.clear()

    def step(self, event: QKeyEvent) -> None:
        """An arrow is pressed or repeats: move by all arrows that are held, so that two go diagonally."""
        self._held.add(event.key())
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = np.sum([ARROWS[Qt.Key(key)] for key in self._held], axis=0)
        self.at = np.clip(self.at + way * (KEY_STEP / 4 if fine else KEY_STEP), 0.0, 1.0)
        self._moved = True

    def lower(self) -> None:
        """Space is pressed."""
        self._moved = False

    def release(self, event: QKeyEvent) -> bool:
        """A key is let go; whether that lifts the pen.

        Space held while the pen moves draws as long as it is held; tapped, it keeps the pen down.
        """
        self._held.discard(event.key())
        return event.key() == Qt.Key.Key_Space and self.is_active and self._moved
