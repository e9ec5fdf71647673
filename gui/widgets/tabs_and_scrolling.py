"""Pages that are chosen by tabs, and a column that scrolls where it is too long for its room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTabBar, QTabWidget, QWidget


def tabs_of(name: str, *pages: QWidget) -> QTabWidget:
    """Pages behind tabs without words yet; when one is taken out, the one before comes back to the front."""
    tabs = QTabWidget()
    tabs.setObjectName(name)
    tabs.setDocumentMode(True)
    tabs.tabBar().setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
    for page in pages:
        tabs.addTab(page, "")
    return tabs


def scrolling(name: str, content: QWidget) -> QScrollArea:
    """A frameless area around this widget, which is as wide as the area and may be higher.

    It does not take the keyboard itself: its widgets take it one by one, and the area follows them.
    """
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
