"""Buttons that leave the keyboard where it is when they are clicked, so that Space stays Run; and their words."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox

from gui.widgets.mnemonic_text import without_letter
from gui.widgets.sentence_text import bracketed

Button = TypeVar("Button", bound=QAbstractButton)


def tab_button(button: Button, name: str, on_click: Any = None) -> Button:
    """`button`, reached by Tab, with its object name and the slot or signal that a click calls."""
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if on_click is not None:
        button.clicked.connect(on_click)
    return button


def close_box() -> QDialogButtonBox:
    """A dialog's Close, without the style's icon: it is of no theme's colour, and no other button has one."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    return box


def set_words(button: QAbstractButton, text: str, tip: str, name: str = "") -> None:
    """Write `text` on it, and give it its tip and its accessible name: the text, unless a `name` says more.

    A letter underlined in the text is no part of the name.
    """
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(name or without_letter(text))


def with_key(tip: str, key: str) -> str:
    """A tip that names the key that does the same; "" for none."""
    return bracketed(tip, key) if key else tip
