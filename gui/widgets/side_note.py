"""A sentence beside a field, over whatever is there: nothing in the panel moves, and all of it stays in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from gui.theme.worn_sheet import put_on
from gui.widgets.qt_overrides import ReportsExceptions

# In letters of its type.
WIDEST = 34
GAP_PX = 8
# It stands elsewhere, or its panel has put on another look.
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange)
FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


def place_beside(field: QRect, panel: QRect | None, room: QRect, width: int, height: int) -> QPoint:
    """The corner of a note of this size: at the right of the panel, at its left, of the field, or else below that.

    `panel` is what scrolls around the field, None where nothing does; all of them as rectangles of the window, whose
    own is `room`.
    """
    top = field.center().y() - height // 2
    corner = QPoint(field.left(), field.bottom() + 3)
    if panel is not None and panel.right() + GAP_PX + width <= room.right():
        corner = QPoint(panel.right() + GAP_PX, top)
    elif panel is not None and panel.left() - GAP_PX - width >= room.left():
        corner = QPoint(panel.left() - GAP_PX - width, top)
    elif panel is not None and field.right() + GAP_PX + width <= min(panel.right(), room.right()):
        # A dialog is all panel: what answers the field stands below it.
        corner = QPoint(field.right() + GAP_PX, top)
    elif corner.y() + height > room.bottom():
        corner.setY(field.top() - 3 - height)
    return QPoint(
        max(room.left(), min(corner.x(), room.right() - width)),
        max(room.top(), min(corner.y(), room.bottom() - height)),
    )


class SideNote(ReportsExceptions, QLabel):
    """A note that belongs to a field: it is seen while the field is and has the keyboard, and follows it.

    It may lie over anything, so it does not stay there while one is at work elsewhere.

    Parameters
    ----------
    field : QWidget
        Beside which it stands.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._watched: list[QWidget] = []
        self.setProperty("role", "refusal")
        self.setWordWrap(True)
        # It quotes what was typed: never read that as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._place)
        self.hide()

    def say(self, text: str) -> None:
        """Say this until `clear` is called."""
        self.setText(text)
        self._follow(True)
        self._place()

    def clear(self) -> None:
        """Say nothing."""
        super().clear()
        self._follow(False)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.hide()
        elif event.type() in MOVES or (watched is self._field and event.type() in FOCUS):
            # When all that moves has moved.
            self._timer.start()
        return super().eventFilter(watched, event)

    def _follow(self, on: bool) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        # Not the window itself: that would be Python around all of its painting.
        parent: QWidget | None = self._field
        while on and parent is not None and not parent.isWindow():
            parent.installEventFilter(self)
            self._watched.append(parent)
            parent = parent.parentWidget()

    def _place(self) -> None:
        field, window = self._field, self._field.window()
        # Of a window that is not the active one the field has the keyboard as soon as that is.
        has_keyboard = window.focusWidget() is field
        if not (self.text() and has_keyboard and field.isVisible()) or field.visibleRegion().isEmpty():
            self.hide()
            return
        if self.parent() is not window and window is not field:
            self.setParent(window)
        # Out of the panel it has nothing of the sheet that the panel wears.
        put_on(self, _sheet_around(field))
        self.ensurePolished()
        letters = WIDEST * self.fontMetrics().averageCharWidth()
        line = self.fontMetrics().horizontalAdvance(self.text()) + 2 * GAP_PX + 8
        self.setFixedWidth(min(letters, line))
        self.setFixedHeight(self.heightForWidth(self.width()))
        area = _scroll_area_of(field)
        panel = None if area is None else QRect(area.mapTo(window, QPoint(0, 0)), area.size())
        corner = place_beside(
            QRect(field.mapTo(window, QPoint(0, 0)), field.size()),
            panel,
            window.rect(),
            self.width(),
            self.height(),
        )
        self.move(corner)
        self.show()
        self.raise_()


def _scroll_area_of(field: QWidget) -> QScrollArea | None:
    """The outermost area around it that scrolls."""
    found, widget = None, field.parentWidget()
    while widget is not None and not widget.isWindow():
        if isinstance(widget, QScrollArea):
            found = widget
        widget = widget.parentWidget()
    return found


def _sheet_around(field: QWidget) -> str:
    """What the field wears of the parts of the window that it is in; the window's own sheet a note in it has anyway."""
    widget: QWidget | None = field
    while widget is not None and not widget.isWindow():
        if widget.styleSheet():
            return widget.styleSheet()
        widget = widget.parentWidget()
    return ""
