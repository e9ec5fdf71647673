"""Which keys are the plot's while it has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.loss.plot_keys import is_own

PLAIN, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize(
    ("key", "held", "own"),
    [
        (Qt.Key.Key_L, PLAIN, True),
        (Qt.Key.Key_L, SHIFT, False),
        (Qt.Key.Key_J, SHIFT, False),
        (Qt.Key.Key_Plus, SHIFT, True),
        (Qt.Key.Key_Left, SHIFT, True),
        (Qt.Key.Key_0, CTRL, False),
        (Qt.Key.Key_C, CTRL, False),
        (Qt.Key.Key_Space, PLAIN, False),
    ],
)
def test_a_key_is_the_plots_only_without_the_windows_modifiers(
    key: Qt.Key, held: Qt.KeyboardModifier, own: bool
) -> None:
    assert is_own(QKeyEvent(QEvent.Type.ShortcutOverride, key, held)) is own
