"""Rows and columns of widgets, written down as they are seen."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part = QWidget | QLayout | tuple[QWidget, int] | None


def column(owner: QWidget, *parts: Part) -> QVBoxLayout:
    """Fill `owner` to its edges with these parts, one below the other."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    fill(layout, *parts)
    return layout


def beside(owner: QWidget, *parts: Part) -> QHBoxLayout:
    """Fill `owner` to its edges with these parts, side by side."""
    layout = QHBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    fill(layout, *parts)
    return layout


def row(*parts: Part) -> QHBoxLayout:
    """These parts side by side."""
    layout = QHBoxLayout()
    fill(layout, *parts)
    return layout


def discard(*parts: QWidget) -> None:
    """Take widgets out of their window; they end from the event loop, for one may be in the middle of a click."""
    for part in parts:
        part.hide()
        part.setParent(None)
        part.deleteLater()


def fill(layout: QBoxLayout, *parts: Part) -> None:
    """Add widgets, layouts, or a widget with its stretch factor; None takes the room that is left."""
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addWidget(*part)
