"""Who moves the keyboard by keys sees where it is; who clicks is not shown a frame around what they click."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import Theme

FOCUS_PX = 2
"""How wide the frame of what has the keyboard is."""
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def is_seen(reason: Qt.FocusReason, before: bool) -> bool:
    """Whether a widget that gets the keyboard shows that: a key brought it there, and no click.

    Of what is given back by a page that is left, a menu or a dialog it is as it was `before`.
    """
    return reason in KEYBOARD_REASONS or (before and reason != Qt.FocusReason.MouseFocusReason)


def stops_in(part: QWidget) -> tuple[QWidget, ...]:
    """What Tab comes to in this part, in the order in which it was made; a box's list is a window of its own."""
    return tuple(
        stop
        for stop in part.findChildren(QWidget)
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.window() is part.window()
    )


def order_keys(*stops: QWidget) -> None:
    """Have Tab lead from each of these to the following; what followed the first comes after them.

    Where the first is the last as well, it comes behind the others, and what was before it leads to them.
    """
    for stop, following in pairwise(stops):
        if stop is not following:
            QWidget.setTabOrder(stop, following)


def paint_focus(painter: QPainter, widget: QWidget, theme: Theme, covered: float = 0.0) -> None:
    """Paint the frame of what has the keyboard, along the edge of `widget`.

    So many px of its top are `covered` by something else: the frame begins below.
    """
    painter.setPen(QPen(theme.colour("text"), float(FOCUS_PX)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(widget.rect()).adjusted(1, 1 + covered, -1, -1))
