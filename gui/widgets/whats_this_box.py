"""Qt's box of What's This has no name: it is given one, with what it says as its description."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QWidget


def plain_words(text: str) -> str:
    """An explanation as it is read out, without its markup."""
    return QTextDocumentFragment.fromHtml(text).toPlainText()


def name_box(text: str) -> bool:
    """Name the box that shows this explanation now; False where there is none, or it has its name."""
    box = QApplication.activePopupWidget()
    # Of a class that Qt keeps to itself, unlike menus and lists that are chosen from.
    if box is None or type(box) is not QWidget or box.accessibleName():
        return False
    box.setAccessibleName(QCoreApplication.translate("WhatsThisBox", "What's this?"))
    box.setAccessibleDescription(plain_words(text))
    return True
