"""A key that is a widget's own is taken when Qt asks for it, and only then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.widgets.own_keys import takes_key


def key(kind: QEvent.Type, which: Qt.Key = Qt.Key.Key_End) -> QKeyEvent:
    event = QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    return event


@pytest.mark.parametrize("which", [Qt.Key.Key_End, Qt.Key.Key_A])
def test_only_its_own_keys_are_taken(which: Qt.Key) -> None:
    event = key(QEvent.Type.ShortcutOverride, which)
    is_own = which == Qt.Key.Key_End
    assert takes_key(event, lambda asked: asked.key() == Qt.Key.Key_End) == is_own == event.isAccepted()


@pytest.mark.parametrize("event", [key(QEvent.Type.KeyPress), QEvent(QEvent.Type.ShortcutOverride)])
def test_what_is_no_question_is_left_as_it_is(event: QEvent) -> None:
    event.ignore()
    assert not takes_key(event, lambda _: True) and not event.isAccepted()
