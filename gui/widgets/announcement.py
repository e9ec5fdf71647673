"""A sentence for those who listen to a screen reader, said at once and without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

RESTS_MS = 400
"""After so long without another key or change it is said how things stand: keys that are held down are told of once."""
WARNING = "\u26a0 "
"""The sign before a refusal, for who sees it."""


def spoken(text: str) -> str:
    """What is read out of a text on screen: a refusal without its sign, which a reader would name."""
    return text.removeprefix(WARNING)


def announce(widget: QWidget, sentence: str) -> None:
    """Have the sentence read out, as said by `widget`; nothing happens where no assistive technology listens."""
    if QAccessible.isActive() and sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, spoken(sentence)))


def switched(name: str, is_on: bool) -> str:
    """What a switch of this name is now."""
    on = QCoreApplication.translate("AnnouncementPresenter", "{switch}: on")
    off = QCoreApplication.translate("AnnouncementPresenter", "{switch}: off")
    return (on if is_on else off).format(switch=name)
