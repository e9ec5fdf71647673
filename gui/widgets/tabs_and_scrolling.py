"""Pages that are chosen by tabs, and a column that scrolls where it is too long for its room, to what has opened."""

from __future__ import annotations

from collections.abc import Iterator

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


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every column around it just so far that it is seen whole; of one that is too high its upper end."""
    for area in _areas_around(widget):
        _scroll(area, widget, widget, area.fontMetrics().height() // 2)


def _scroll_to(opener: QWidget, opened: QWidget) -> None:
    area = next(_areas_around(opened), None)
    if area is not None:
        _scroll(area, opener, opened)


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    """Those in which it scrolls, the innermost first; none while it is hidden."""
    around = widget.parentWidget() if widget.isVisible() else None
    while around is not None:
        if isinstance(around, QScrollArea) and around.viewport().isAncestorOf(widget):
            yield around
        around = around.parentWidget()


def _scroll(area: QScrollArea, upper: QWidget, lower: QWidget, over: int = 0) -> None:
    """So that the lower one is seen to its end, and so many px `over` the upper one, which goes before."""
    content = area.widget()
    assert content is not None
    bar, height = area.verticalScrollBar(), area.viewport().height()
    top = upper.mapTo(content, QPoint(0, 0)).y() - over
    bottom = lower.mapTo(content, QPoint(0, lower.height())).y()
    gap = area.fontMetrics().height() // 2
    bar.setValue(min(max(bar.value(), bottom + gap - height), top))
