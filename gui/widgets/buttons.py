"""Buttons that leave the keyboard where it is when they are clicked, so that Space stays Run."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

Button = TypeVar("Button", bound=QAbstractButton)


def tab_button(button: Button, name: str, on_click: Any = None) -> Button:
    """`button`, reached by Tab, with its object name and the slot or signal that a click calls."""
    button.setObjectName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if on_click is not None:
        button.clicked.connect(on_click)
    return button
