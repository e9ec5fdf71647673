"""Which keys are the plot's while it has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.loss.plot_keys import is_own

ASKED, PRESSED = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
PLAIN, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize(
    ("kind", "key", "held", "own"),
    [
        (ASKED, Qt.Key.Key_L, PLAIN, True),
        (ASKED, Qt.Key.Key_Plus, SHIFT, True),
        (ASKED, Qt.Key.Key_0, CTRL, False),
        (ASKED, Qt.Key.Key_C, CTRL, False),
        (ASKED, Qt.Key.Key_Space, PLAIN, False),
        (PRESSED, Qt.Key.Key_L, PLAIN, False),
    ],
)
def test_a_key_is_the_plots_only_without_the_windows_modifiers(
    kind: QEvent.Type, key: Qt.Key, held: Qt.KeyboardModifier, own: bool
) -> None:
    assert is_own(QKeyEvent(kind, key, held)) is own


def test_what_is_no_key_is_not() -> None:
    assert not is_own(QEvent(ASKED))
