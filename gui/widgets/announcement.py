"""A sentence for those who listen to a screen reader, said at once and without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have the sentence read out, as said by `widget`; nothing happens where no assistive technology listens."""
    if QAccessible.isActive() and sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def switched(name: str, is_on: bool) -> str:
    """What a switch of this name is now."""
    on = QCoreApplication.translate("AnnouncementPresenter", "{switch}: on")
    off = QCoreApplication.translate("AnnouncementPresenter", "{switch}: off")
    return (on if is_on else off).format(switch=name)
