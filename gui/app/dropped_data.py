"""A file or folder that is dragged onto the window: one, on this computer."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_path(data: QMimeData) -> str:
    """The one local file or folder that is dragged; "" where it is anything else."""
    urls = data.urls() if data.hasUrls() else []
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
