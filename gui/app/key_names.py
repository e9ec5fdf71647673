"""What keys are called on screen: the one place that asks Qt for it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def key_name(key: QKeySequence | str) -> str:
    """A key as this system and the language in force write it, "Ctrl+←"; "" for none.

    Menus write their keys by themselves, with Qt's words. Those that Qt has wrong in Chinese are ours, for them and for
    here: `gui.app.translation.texts_of_qt`.
    """
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
