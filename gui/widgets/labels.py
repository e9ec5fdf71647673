"""A line of text that says something and asks for nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel


def new_label(name: str = "", role: str = "", wraps: bool = False, is_plain: bool = False) -> QLabel:
    """A label without words yet, with its object name and its role in the style sheet (``caption``, ``error``, ...).

    With `is_plain` nothing in it is read as markup, for it quotes a path, a class or what was typed.
    """
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    if is_plain:
        label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def show_words(label: QLabel, text: str) -> None:
    """Write it; an empty one is hidden, and keeps its room: a screen reader finds no text that says nothing."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)
    label.setText(text)
    label.setVisible(bool(text))


def line_height(font: QFont) -> float:
    """How high a line is in this font, in px, whichever script it is in: Chinese stands higher than Latin type."""
    return QFontMetricsF(font).size(0, "Reads 读").height()
