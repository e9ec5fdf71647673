"""The kinds of files that hold a moving picture, as dialogs offer them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox


def offer_kinds(box: QComboBox) -> None:
    """GIF, WebP and MP4."""
    for kind in ("gif", "webp", "mp4"):
        box.addItem("", (kind,))


def name_kinds(box: QComboBox) -> None:
    """Say what each kind in the box is, in the language in force."""
    names = {
        "gif": QCoreApplication.translate("Export", "GIF: opens everywhere, 256 colours"),
        "webp": QCoreApplication.translate("Export", "WebP: every colour, opens in browsers"),
        "mp4": QCoreApplication.translate("Export", "MP4: a video, by the encoder of this computer"),
    }
    for i in range(box.count()):
        box.setItemText(i, names[box.itemData(i)[0]])
