"""Pages that are chosen by tabs, and a column that scrolls where it is too long for its room, to what has opened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.widgets.fitting_tabs import FittingTabs


def tabs_of(name: str, *pages: QWidget) -> FittingTabs:
    """Pages behind tabs without words yet; when one is taken out, the one before comes back to the front."""
    return FittingTabs(name, *pages)


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


def width_with_bar(area: QScrollArea, content: float) -> float:
    """How wide an area is to be, in px, that shows what is so wide whole beside its bar."""
    return content + area.verticalScrollBar().sizeHint().width()


def reveal(opener: QWidget, opened: QWidget) -> None:
    """Scroll the column around both so far, once all has its place, that `opened` is seen to its lower end.

    `opener`, which stands above it, stays in sight too, also where both are too high for that. Nothing happens
    where nothing scrolls.
    """
    QTimer.singleShot(0, opened, lambda: _scroll_to(opener, opened))


def _scroll_to(opener: QWidget, opened: QWidget) -> None:
    area = opened.parent()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parent()
    content = area.widget() if area is not None else None
    if area is None or content is None or not opened.isVisible():
        return
    content = area.widget()
    assert content is not None
    bar, height = area.verticalScrollBar(), area.viewport().height()
    top = opener.mapTo(content, QPoint(0, 0)).y()
    bottom = opened.mapTo(content, QPoint(0, opened.height())).y()
    gap = area.fontMetrics().height() // 2
    bar.setValue(min(max(bar.value(), bottom + gap - height), top))
