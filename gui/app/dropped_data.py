"""Files or folders that are dragged onto the window: of this computer, all of them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> list[str]:
    """The local files and folders that are dragged; none where anything else is among them."""
    urls = data.urls() if data.hasUrls() else []
    return [url.toLocalFile() for url in urls] if all(url.isLocalFile() for url in urls) else []
