"""The wall's keys lead to the cell beside, ten cells on, and to both ends by C."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from gui.ledger.wall_keys import is_own, stepped
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_painter import Wall

Key, Held = Qt.Key, Qt.KeyboardModifier
# C falls with the number, so that the two orders cannot be taken for one another.
LOSSES = ExampleLosses(0, 1, "train", np.arange(36.0)[::-1], np.zeros(36, int), np.zeros(36, int))
WALL = Wall(LOSSES, np.arange(36).reshape(3, 12), "number", ("a",))


def pressed(key: Key, held: Held = Held.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize(
    ("row", "key", "held", "found"),
    [
        (13, Key.Key_Left, Held.NoModifier, 12),
        (13, Key.Key_Right, Held.ShiftModifier, 14),
        (13, Key.Key_Up, Held.NoModifier, 1),
        (13, Key.Key_Down, Held.NoModifier, 25),
        (12, Key.Key_Right, Held.ControlModifier, 22),
        # No further than the edge.
        (12, Key.Key_Left, Held.NoModifier, 12),
        (20, Key.Key_Right, Held.ControlModifier, 23),
        (1, Key.Key_Down, Held.ControlModifier, 25),
        # By C, wherever they stand; so does every key before one is chosen.
        (13, Key.Key_Home, Held.NoModifier, 35),
        (13, Key.Key_End, Held.NoModifier, 0),
        (NOBODY, Key.Key_Left, Held.NoModifier, 0),
    ],
)
def test_a_key_leads_to_this_example(row: int, key: Key, held: Held, found: int) -> None:
    assert stepped(WALL, row, pressed(key, held)) == found


def test_home_leads_to_the_least_c_that_is_known() -> None:
    exact, updates = LOSSES, np.where(np.arange(36) % 2, 4, 0)
    seen = LastSeen(0, 0, 4, np.where(updates, exact.losses, np.nan), updates, updates < 0, exact.labels)
    wall = Wall(seen, WALL.cells, "number", ("a",))
    assert stepped(wall, 13, pressed(Key.Key_Home)) == 35 and stepped(wall, 13, pressed(Key.Key_End)) == 1
    nobody = Wall(LastSeen.none(exact), WALL.cells, "number", ("a",))
    assert stepped(nobody, 13, pressed(Key.Key_Home)) == 0


def test_a_wall_of_none_leads_nowhere() -> None:
    nothing = Wall(LOSSES, np.zeros((3, 0), np.int64), "loss", ())
    assert stepped(nothing, NOBODY, pressed(Key.Key_End)) == NOBODY


def test_its_own_are_those_that_choose_and_that_zoom() -> None:
    assert is_own(pressed(Key.Key_End)) and is_own(pressed(Key.Key_Up, Held.ControlModifier))
    assert is_own(pressed(Key.Key_Plus))
    # With Ctrl the size of type is changed, here too.
    assert not is_own(pressed(Key.Key_Plus, Held.ControlModifier)) and not is_own(pressed(Key.Key_L))
