"""The keys of the plot of L while it has the keyboard, and how far keys, wheel and pointer reach."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

HIT_PX = 6.0
"""A mark is pointed at from so far away."""
NOTCH = 120
"""One notch of a wheel, in eighths of a degree."""
ZOOM = 0.7
"""How many times as many updates are seen after a notch or a key."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: 100, Qt.Key.Key_PageDown: -100}
"""By how many updates each moves the cursor."""
DOT_STEPS = {key: by if abs(by) == 1 else by // 10 for key, by in STEPS.items()}
"""By how many dots, in a plot that is measured only now and then."""
OWN_KEYS = frozenset(
    {
        *STEPS,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Equal,
        Qt.Key.Key_Minus,
        Qt.Key.Key_L,
        Qt.Key.Key_S,
        Qt.Key.Key_J,
        Qt.Key.Key_0,
        Qt.Key.Key_Home,
    }
)
"""What is the plot's, whatever these keys do elsewhere in the window; letters without Shift alone."""
_LETTERS = frozenset({Qt.Key.Key_L, Qt.Key.Key_S, Qt.Key.Key_J})
CURVE_KEYS = OWN_KEYS - {Qt.Key.Key_S}
"""The same of curves that are no batch's, and have no mean of batches to show: there S is the window's."""


def is_own(event: QKeyEvent, own: frozenset[Qt.Key] = OWN_KEYS) -> bool:
    """Whether a key is the plot's, one of `own`."""
    others = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if event.key() in _LETTERS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return False
    return not event.modifiers() & others and event.key() in own
