"""A dialog's size: as large as its type asks for, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# What the desktop's own bars and the window's frame need.
PART_OF_SCREEN = 0.92


def resize_within_screen(dialog: QWidget, width: float, height: float) -> None:
    """Make the dialog so large, in px, as far as its screen has room."""
    room = dialog.screen().availableGeometry().size() * PART_OF_SCREEN
    dialog.resize(QSize(round(width), round(height)).boundedTo(room))
