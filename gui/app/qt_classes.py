"""Has PySide make Qt's classes for Python at a time when nobody waits for it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def make_object_classes() -> None:
    """Have all classes made that derive from QObject.

    PySide makes a class when it is first asked for. But when it is handed an object of a class that only Qt knows, it
    makes all of them at once, to find the one that comes nearest: 15 to 60 ms, once. Such objects are handed to whoever
    sees the events of all, so a window that takes on another look, or closes a dialog, would stand still for as long.
    A field has such a part.
    """
    QLineEdit().children()
