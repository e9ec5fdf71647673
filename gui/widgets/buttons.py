"""Buttons that leave the keyboard where it is when they are clicked, so that Space stays Run; and their words."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox

from gui.widgets.mnemonic_text import without_letter
from gui.widgets.said_once import show_tip
from gui.widgets.sentence_text import bracketed, labelled

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
    """Write `text` on it, and give it its tip and its accessible name: the text, unless a `name` says more."""
    button.setText(text)
    button.setAccessibleName(name_with_text(text, name))
    show_tip(button, tip)


def name_with_text(text: str, name: str = "") -> str:
    """The accessible name of what has this text on it: it has the text in it, for who speaks says what is seen.

    A letter underlined in the text is no part of it, and neither are the dots at its end where there is more.
    """
    seen = without_letter(text)
    stem = seen.rstrip("…")
    if not name or not any(map(str.isalpha, stem)) or stem.casefold() in name.casefold():
        return name or seen
    return labelled(stem, name)


def with_key(tip: str, key: str) -> str:
    """A tip that names the key that does the same; "" for none."""
    return bracketed(tip, key) if key else tip
