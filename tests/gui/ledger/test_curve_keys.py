"""A key leads along the curve, no further than its ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.ledger.curve_keys import is_own, stepped

KEY, CTRL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, keys)


@pytest.mark.parametrize(
    ("place", "key", "keys", "expected"),
    [
        (7, KEY.Key_Right, NONE, 8),
        (7, KEY.Key_Left, NONE, 6),
        (7, KEY.Key_Right, CTRL, 17),
        (999, KEY.Key_Right, NONE, 999),
        (3, KEY.Key_Left, CTRL, 2),
        (7, KEY.Key_Home, NONE, 2),
        (7, KEY.Key_End, NONE, 999),
        (None, KEY.Key_Left, NONE, 999),
        (None, KEY.Key_Home, NONE, 2),
    ],
)
def test_a_key_leads_to_the_next_to_a_hundredth_further_or_to_an_end(
    place: int | None, key: Qt.Key, keys: Qt.KeyboardModifier, expected: int
) -> None:
    # Of two none is known.
    assert stepped(place, 2, 1000, press(key, keys)) == expected


def test_a_long_step_over_few_is_still_one() -> None:
    assert stepped(1, 0, 5, press(KEY.Key_Right, CTRL)) == 2


def test_up_and_down_are_not_its_own() -> None:
    assert is_own(press(KEY.Key_End)) and not is_own(press(KEY.Key_Up))
