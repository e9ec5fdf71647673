"""A line of text that has no room for all of it, shown so that one sees it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter, QToolTip, QWidget

ELLIPSIS = "…"
# What Qt leaves free at both sides of a line's text, and the cursor behind its end.
MARGIN_PX, CURSOR_PX = 2, 1
# Cut, it may go on into the padding at its end, up to so far before the frame's outer edge.
FRAME_PX = 4
# The cursor's rectangle begins so far before the cursor itself.
BEFORE_CURSOR_PX = 5


def text_room(line: QLineEdit) -> QRect:
    """Where Qt writes the text of this line."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    return inside.marginsRemoved(line.textMargins()).adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)


def is_cut(line: QLineEdit) -> bool:
    """Whether a part of its text is out of sight."""
    return line.fontMetrics().horizontalAdvance(line.text()) + CURSOR_PX > text_room(line).width()


def shown_text(line: QLineEdit) -> str:
    """What is shown of the text while nobody types: all of it, or its beginning and "…"."""
    if not is_cut(line):
        return line.text()
    return line.fontMetrics().elidedText(line.text(), Qt.TextElideMode.ElideRight, _room_of_cut(line).width())


def paint_cut(line: QLineEdit) -> None:
    """Paint a line whose text is cut, from its beginning: Qt would show any part of it, which reads as all."""
    painter, option = QStylePainter(line), QStyleOptionFrame()
    line.initStyleOption(option)
    painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
    painter.setFont(line.font())
    painter.setPen(line.palette().color(line.foregroundRole()))
    room, flags = _room_of_cut(line), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, shown_text(line))


def mark_cut_ends(line: QLineEdit) -> None:
    """Paint a small "…" in the padding at each end where the text that is being typed goes on out of sight."""
    room, metrics = text_room(line), line.fontMetrics()
    before_cursor = metrics.horizontalAdvance(line.text()[: line.cursorPosition()])
    begin = line.cursorRect().left() + BEFORE_CURSOR_PX - before_cursor
    end = begin + metrics.horizontalAdvance(line.text())
    painter = QPainter(line)
    painter.setPen(line.palette().color(line.foregroundRole()))
    painter.setFont(_small(line.font(), room.left() - 1))
    if begin < room.left() - 1:
        painter.drawText(QRect(1, 0, room.left() - 1, line.height()), Qt.AlignmentFlag.AlignCenter, ELLIPSIS)
    if end > room.right() + 2:
        rest = QRect(QPoint(room.right() + 1, 0), QPoint(line.width() - 2, line.height() - 1))
        painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, ELLIPSIS)


def tell_whole(event: QEvent, widget: QWidget, text: str) -> bool:
    """Have the tip begin with all of a text that is cut; False where no tip is asked for."""
    if not (isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip):
        return False
    QToolTip.showText(event.globalPos(), f"{text}\n{widget.toolTip()}".strip(), widget)
    return True


def _room_of_cut(line: QLineEdit) -> QRect:
    room = text_room(line)
    room.setRight(max(room.right(), line.width() - FRAME_PX))
    return room


def _small(font: QFont, px: int) -> QFont:
    """The font in which "…" has room in so many px."""
    small = QFont(font)
    small.setPixelSize(max(4, min(px, small.pixelSize() if small.pixelSize() > 0 else px)))
    return small
