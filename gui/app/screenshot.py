"""A picture of the window, for a slide or the README: made by the app itself, saved whole or not at all."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QFileInfo, QIODevice
from PySide6.QtWidgets import QWidget

from gui.export.file_writer import save_bytes
from gui.widgets.size_follower import follow_sizes


def save_picture(window: QWidget, path: str) -> str:
    """Save the window as PNG; a sentence about what is wrong, or ""."""
    there = QFileInfo(path)
    if there.exists() and not there.isFile():
        # Saving puts a new file in the old one's place; a device or a folder may not be lost that way.
        return f"{path} is no file. Choose a name that ends in .png."
    follow_sizes(window)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not window.grab().save(buffer, "PNG"):
        return "The picture could not be made."
    return save_bytes(bytes(buffer.data().data()), path)
