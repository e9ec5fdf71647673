"""The keys of the wall: which of them are its own, and to which example a step leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.analysis.last_seen import LastSeen
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_painter import Wall

ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
WAYS = (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End)
"""The keys that choose another example."""
# Cells of a step with Ctrl.
LONG_STEP = 10


def is_own(event: QKeyEvent) -> bool:
    """Whether the wall has this key where it has the keyboard, also where the window has the same one.

    Home and End are keys of the window's, too: here they choose. Those of the zoom change the size of type with Ctrl.
    """
    is_zoom = event.key() in ZOOMS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in WAYS or is_zoom


def stepped(wall: Wall, row: int, event: QKeyEvent) -> int:
    """The example to which a key of `WAYS` leads from that of this row; `NOBODY` for none.

    With Ctrl a step is longer. Home and End lead to that with the least C and the largest, and so does every key
    where none is chosen yet.
    """
    cells, place, key = wall.cells, wall.place_of(row), Qt.Key(event.key())
    if not cells.size:
        return NOBODY
    if key in STEPS and place is not None:
        far = LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        i = min(max(0, place[0] + far * STEPS[key][0]), cells.shape[0] - 1)
        j = min(max(0, place[1] + far * STEPS[key][1]), cells.shape[1] - 1)
        return int(cells[i, j])
    rising, losses = wall.losses.rising, wall.losses
    # Before the least C stand those of which none is known.
    first = len(rising) - losses.seen_count if isinstance(losses, LastSeen) and losses.seen_count else 0
    return int(rising[first if key == Qt.Key.Key_Home else -1])
