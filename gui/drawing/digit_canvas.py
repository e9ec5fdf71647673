"""The canvas on which a digit is drawn, with a mouse, a pen, a finger or the keyboard."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy

from gui.drawing.canvas_painting import (
    paint_cursor,
    paint_frame,
    paint_ink,
    paint_invitation,
    paint_stroke,
    painted_strokes,
)
from gui.drawing.canvas_words import invitation, key_words, pen_words
from gui.drawing.drawing_state import ERASER_RADIUS, PEN_SHARE, Drawing, ShowStrokes
from gui.drawing.keyboard_pen import ARROWS, KeyboardPen
from gui.drawing.strokes import Stroke, end_smooth_path, extend_smooth_path
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.keyboard_focus import KEYBOARD_REASONS
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted
from gui.widgets.translated import Words
from gui.widgets.undoable import Undoable


class DigitCanvas(Painted):
    """A square to draw a digit in. What is drawn keeps its shape when the square changes its size.

    Parameters
    ----------
    undo_stack : QUndoStack
        Every stroke, erasure and clearing goes there; undoing it changes the drawing here.
    """

    strokes_changed = Signal()
    """The drawing is now another."""

    eraser_wanted = Signal(bool)
    """The keyboard took the eraser (True) or the pen."""

    def __init__(self, undo_stack: QUndoStack) -> None:
        super().__init__("digit_canvas", 184)
        self._undo_stack = undo_stack
        self._drawing = Drawing()
        self._pen = KeyboardPen()
        self._eraser = False
        self._watched = True
        self._classes: tuple[str, ...] = ()
        self._ink: NDArray[np.uint8] | None = None
        self._picture: QPixmap | None = None  # the finished strokes as painted; None: to be painted anew
        self._live_path = QPainterPath()  # the settled curve of the stroke under way, in shares of the side
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._retranslate()

    # --- verbs and what one can ask

    def set_theme(self, theme: Theme) -> None:
        self._picture = None
        super().set_theme(theme)

    def set_eraser(self, on: bool) -> None:
        """Erase instead of drawing, or draw again."""
        self.lift()
        self._eraser = on
        self.update()

    def set_classes(self, names: tuple[str, ...]) -> None:
        """What may be drawn, for the invitation: these classes, or a digit where there are none."""
        if names != self._classes:
            self._classes = names
            self._retranslate()
            self.update()

    def set_watched(self, watched: bool) -> None:
        """Whether the network is reading this drawing; if not, it is dimmed."""
        if watched != self._watched:
            self._watched = watched
            self._picture = None
            self.update()

    def clear(self) -> None:
        """Remove the whole drawing; one undo brings it back."""
        self.lift()
        if not self.is_blank:
            self._push(self.shown, ShowStrokes(()), lambda: self.tr("Clear the drawing"))

    def paste(self, ink: NDArray[np.uint8], words: Words | None = None) -> None:
        """Show this (16, 16) ink in place of the drawing, until something is drawn; `words` name the step of undo."""
        self.lift()
        self._push(self.shown, ShowStrokes((), ink), words or (lambda: self.tr("Paste an image")))

    def take_keyboard(self) -> None:
        """Move the keyboard here, and draw with it; also where it is here already, and the pen is put away."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._set_keyboard(self.hasFocus())

    @property
    def shown(self) -> ShowStrokes:
        """The drawing without a stroke under way."""
        return ShowStrokes(self._drawing.strokes, self._ink)

    def show_drawing(self, drawing: ShowStrokes) -> None:
        """Show this drawing: no step of undo, and no signal."""
        self._drawing.strokes, self._ink, self._picture = drawing.strokes, drawing.ink, None
        self.update()

    @property
    def ink(self) -> NDArray[np.uint8] | None:
        """(16, 16) pixels, 1 for ink, of an image that was pasted; None where the drawing is strokes."""
        return None if self._drawing.live else self._ink

    def strokes(self) -> list[Stroke]:
        """The drawing: (n, 2) arrays of canvas pixels, y downwards."""
        return [stroke * self.canvas_size for stroke in self._drawing.all_strokes()]

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn."""
        return self._drawing.is_blank and self._ink is None

    @property
    def is_drawing(self) -> bool:
        """Whether the pen or the eraser is down."""
        return self._drawing.is_under_way

    @property
    def canvas_size(self) -> float:
        """Side of the square, in pixels."""
        return float(max(1, min(self.width(), self.height())))

    @property
    def pen_width(self) -> float:
        """In pixels of the canvas."""
        return self.canvas_size * PEN_SHARE

    # --- Qt: size

    def sizeHint(self) -> QSize:
        side = round(self._theme.px(self._height_px))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = round(self._theme.px(96))
        return QSize(side, side)

    # --- Qt: mouse, pen, touch

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._set_keyboard(False)
            self._press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        erasing = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self._set_keyboard(False)
            self._press(event.position(), erasing)
        elif event.type() == QEvent.Type.TabletMove and self.is_drawing:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self.lift()
        event.accept()  # else Qt sends it again as a mouse's

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent) and kind != QEvent.Type.TouchCancel:
            point = event.points()[0].position()
            if kind == QEvent.Type.TouchBegin:
                self._set_keyboard(False)
                self._press(point)
            elif self.is_drawing:
                self._move(point)
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self.lift()
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd):
            event.accept()
            return True
        # While the keyboard draws, Space lowers the pen and does not run the training.
        return takes_key(event, self._pen.takes) or super().event(event)

    # --- Qt: keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._set_keyboard(self._pen.is_active or event.reason() in KEYBOARD_REASONS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_keyboard(False)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pen.takes(event):
            super().keyPressEvent(event)
            return
        key = event.key()
        self._set_keyboard(key != Qt.Key.Key_Escape)
        if key in ARROWS:
            self._pen.step(event)
            self._move(self._to_pixels(self._pen.at))
            self.update()
        elif event.isAutoRepeat():
            return
        elif key == Qt.Key.Key_Space and self.is_drawing:
            self.lift()
        elif key == Qt.Key.Key_Space:
            self._pen.lower()
            self._press(self._to_pixels(self._pen.at))
        elif key == Qt.Key.Key_E:
            self.set_eraser(not self._eraser)
            self.eraser_wanted.emit(self._eraser)
        elif key == Qt.Key.Key_Delete:
            self.clear()
        if key == Qt.Key.Key_Escape:
            announce(self, self.accessibleDescription())
        elif key != Qt.Key.Key_Delete:
            announce(self, pen_words(self._pen.at, self.is_drawing, self._eraser))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and self._pen.release(event):
            self.lift()
        super().keyReleaseEvent(event)

    # --- Qt: the rest

    def hideEvent(self, event: QHideEvent) -> None:
        self.lift()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None
        self.update()

    def _paint(self, painter: QPainter) -> None:
        square = self._square()
        paint_frame(painter, square, self._theme, self.hasFocus())
        if self.is_blank:
            paint_invitation(painter, square, self._theme, invitation(self._classes))
        painter.translate(square.topLeft())
        self._paint_strokes(painter)
        if self._pen.is_active or self._drawing.eraser is not None:
            self._paint_cursor(painter)

    def _paint_strokes(self, painter: QPainter) -> None:
        colour = self._theme.colour("lit" if self._watched else "dim")
        if self.ink is not None:
            paint_ink(painter, self.ink, colour, self.canvas_size)
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = painted_strokes(self._drawing.strokes, colour, self.canvas_size, ratio)
        painter.drawPixmap(0, 0, self._picture)
        if self._drawing.live:
            path = QPainterPath(self._live_path)
            end_smooth_path(path, self._drawing.live[-1])
            paint_stroke(painter, path, colour, self.canvas_size)

    def _paint_cursor(self, painter: QPainter) -> None:
        erasing = self._eraser or self._drawing.eraser is not None
        at = self._pen.at if self._drawing.eraser is None else self._drawing.eraser
        centre = QPointF(*at.tolist()) * self.canvas_size
        radius = self.canvas_size * (ERASER_RADIUS if erasing else PEN_SHARE / 2)
        hairs = self._pen.is_active and not erasing
        paint_cursor(painter, centre, radius, self._theme, filled=bool(self._drawing.live), hairs=hairs)

    # --- drawing

    def _press(self, position: QPointF, erasing: bool | None = None) -> None:
        self.lift()
        if self._drawing.press(self._to_unit(position), self._eraser if erasing is None else erasing):
            if self._drawing.live:
                self._live_path = QPainterPath(QPointF(*self._drawing.live[0]))
            self._picture = None
            self._emit_changed()
        self.update()

    def _move(self, position: QPointF) -> None:
        changed = self._drawing.move(self._to_unit(position))
        live = self._drawing.live
        if changed and live:
            if len(live) > 2:
                extend_smooth_path(self._live_path, live[-2], live[-1])
            self._emit_changed(around=live[-4:])
        elif changed:
            self._picture = None
            self._emit_changed()
        elif self.is_drawing and not live:
            self.update()  # the eraser's ring has moved

    def lift(self) -> None:
        """Pen and eraser are up: what they did since they were pressed becomes one step of undo."""
        drew = bool(self._drawing.live)
        change = self._drawing.lift()
        if change:
            before, after = ShowStrokes(change[0], self._ink), ShowStrokes(change[1])
            self._push(before, after, lambda: self.tr("Pen stroke") if drew else self.tr("Erase"))
        self.update()

    def _push(self, before: ShowStrokes, after: ShowStrokes, words: Words) -> None:
        self._undo_stack.push(Undoable(words, self._issue, after, before))

    def _issue(self, command: ShowStrokes) -> None:
        self.show_drawing(command)
        self._emit_changed()

    def _emit_changed(self, around: list[tuple[float, float]] | None = None) -> None:
        """The drawing changed: repaint it, or only around these points, and emit the signal."""
        if around is None:
            self.update()
        else:
            points = np.array(around) * self.canvas_size
            margin = self.pen_width + 2
            (left, top), (right, bottom) = points.min(axis=0) - margin, points.max(axis=0) + margin
            dirty = QRectF(left, top, right - left, bottom - top).translated(self._square().topLeft())
            self.update(dirty.toAlignedRect())
        self.strokes_changed.emit()

    def _set_keyboard(self, active: bool) -> None:
        if active != self._pen.is_active:
            self.lift()
            self._pen.set_active(active)
            self.update()
        self.setAccessibleDescription(key_words(is_put_away=self.hasFocus() and not active))

    # --- geometry

    def _square(self) -> QRectF:
        side = self.canvas_size
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _to_unit(self, position: QPointF) -> NDArray[np.float64]:
        """A place in shares of the square. Beyond its border the pen stays there: what is read is seen."""
        corner = self._square().topLeft()
        at = np.array([position.x() - corner.x(), position.y() - corner.y()]) / self.canvas_size
        return np.clip(at, 0.0, 1.0)

    def _to_pixels(self, at: NDArray[np.float64]) -> QPointF:
        return QPointF(float(at[0]), float(at[1])) * self.canvas_size + self._square().topLeft()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Canvas for a digit"))
        keys = key_words()
        self.setAccessibleDescription(key_words(is_put_away=self.hasFocus() and not self._pen.is_active))
        self.setToolTip(invitation(self._classes) + "\n" + keys)
        self.setWhatsThis(
            self.tr(
                "Draw a digit with mouse, pen or finger. Its size, place and slant are made like those of "
                "the training digits before the network reads it."
            )
            + " "
            + keys
            + " "
            + self.tr(
                "Two arrows move diagonally; with Shift in smaller steps. Escape leaves the keyboard's pen."
            )
        )
        self.update()
