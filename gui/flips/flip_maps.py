"""The shown example beside what each of its pixels decides; a pixel is pointed at, or chosen by a click or a key."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from core.exchange.table import Column
from gui.flips.flip_marks import FlipMarks
from gui.flips.flip_painter import SIGN_PX, FlipPainter, paint_scale
from gui.flips.flip_places import FlipPlaces
from gui.flips.flip_words import legend_words, pixel_words, point_words
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import sentences

# A line that goes on in another one does not begin with the sign between two statements.
SEPARATOR = "\u00a0\u00a0·  "
LEAST_PX, GAP_PX, SCALE_PX, MARGIN_PX = 110.0, 18.0, 92.0, 3.0
# Of the height, for what the marks mean, at most.
WORDS_SHARE = 0.25
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*STEPS, *ENTER, Qt.Key.Key_Home, Qt.Key.Key_End)


class FlipMaps(Painted):
    """Passive; what is pointed at, chosen and to be flipped is told.

    Attributes
    ----------
    marks : FlipMarks or None
        What is drawn; None before there is anything.
    places : FlipPlaces or None
    """

    pointed = Signal(object)
    """The pointer is over this pixel, an int; or over none."""
    chosen = Signal(int)
    """This pixel was chosen, by a click or by a key."""
    flip_wanted = Signal()
    """The chosen pixel is to be flipped: Enter, or a double click."""

    def __init__(self) -> None:
        super().__init__("flip_maps", LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.marks: FlipMarks | None = None
        self.places: FlipPlaces | None = None
        self._names: tuple[str, ...] = ()
        # Below the pictures, for what the marks mean, in px.
        self._kept_height = 0.0
        self._pixel: int | None = None
        self._pointed: int | None = None
        # All but the frames, as it was painted last at so many pixels a px.
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self._arrange()

    def show_flips(self, marks: FlipMarks | None, names: tuple[str, ...]) -> None:
        """Draw these, of classes with these names."""
        is_other_shape = (
            marks is None
            or self.marks is None
            or (marks.rows, marks.columns) != (self.marks.rows, self.marks.columns)
        )
        self.marks, self._names, self._image = marks, names, None
        if is_other_shape or self._words_height() != self._kept_height:
            self._arrange()
        self.update()
        self._describe()

    def show_chosen(self, pixel: int | None) -> None:
        """Frame this pixel."""
        if pixel != self._pixel:
            self._pixel = pixel
            self.update()
        self._describe()

    def figure(self) -> Figure | None:
        """The maps, and what flipping each pixel does: exact, of one picture and one θ."""
        marks = self.marks
        if marks is None:
            return None
        flips, (rows, columns) = marks.flips, np.divmod(np.arange(marks.count), marks.columns)
        numbers = (
            # Counted from 1, as on screen.
            Column("row", rows + 1),
            Column("column", columns + 1),
            Column("ink", marks.x),
            Column("C with it flipped", flips.losses, "nats"),
            Column("change of C", marks.change, "nats"),
            Column("answer with it flipped", flips.answers, names=self._names),
            Column("y of the answer", flips.confidences),
        )
        return self._figure_of(numbers, run=flips.run, update=flips.update)

    # --- Qt

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        side = round(self._theme.px(LEAST_PX))
        return QSize(2 * side, side)

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        # Keys of the window's, too: here they choose.
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        is_taken = takes_key(event, lambda asked: asked.key() in KEYS and asked.modifiers() in plain)
        return is_taken or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, marks, places = Qt.Key(event.key()), self.marks, self.places
        if marks is None or places is None or key not in KEYS:
            super().keyPressEvent(event)
        elif key in ENTER:
            self.flip_wanted.emit()
        elif key in STEPS:
            first = marks.count // 2 + marks.columns // 2
            pixel = first if self._pixel is None else places.moved(self._pixel, *STEPS[key])
            self.chosen.emit(pixel)
            self._read_at_rest()
        else:
            strongest = marks.raised if key == Qt.Key.Key_Home else marks.lowered
            if len(strongest):
                self.chosen.emit(int(strongest[0]))
            self._read_at_rest()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pixel = self._pixel_at(event)
        if event.button() == Qt.MouseButton.LeftButton and pixel is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(pixel)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pixel_at(event) is not None:
            self.flip_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._pixel_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    # --- parts

    def _paint(self, painter: QPainter) -> None:
        marks, places = self.marks, self.places
        if marks is None or places is None:
            return

        def paint(on: QPainter) -> None:
            FlipPainter(on, self._theme, marks, places, self._names).paint()
            self._paint_words(on, marks, places)

        self._paint_kept(painter, paint)
        frames = FlipPainter(painter, self._theme, marks, places, self._names)
        if self._pointed is not None and self._pointed != self._pixel:
            frames.paint_frame(self._pointed, "dim")
        if self._pixel is not None and self._pixel < marks.count:
            frames.paint_frame(self._pixel, "text")
        if self.hasFocus():
            paint_focus(painter, self, self._theme)

    def _paint_words(self, painter: QPainter, marks: FlipMarks, places: FlipPlaces) -> None:
        """A caption over each picture, the scale under the second one, and at its left the legend of the marks."""
        theme, words = self._theme, legend_words(marks)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("dim"))
        metrics = QFontMetricsF(theme.font("caption"))
        captions = words["example"], words["change" if marks.has_loss else "answers"]
        for picture, caption, right in zip(
            places.pictures,
            captions,
            (places.pictures[1].left() - theme.px(4), self.width() - 3.0),
            strict=True,
        ):
            room = QRectF(picture.left(), 2, right - picture.left(), metrics.height())
            painter.drawText(
                room,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(caption, Qt.TextElideMode.ElideRight, room.width()),
            )
        line, tick = QFontMetricsF(theme.font("tick")), theme.font("tick")
        painter.setFont(tick)
        top = places.pictures[0].bottom() + theme.px(5)
        x, below = places.pictures[0].left(), self._statements(marks, places.cell >= theme.px(SIGN_PX))
        if marks.has_loss:
            x = self._write(painter, x, top, words["lower"], line)
            strip = QRectF(
                x + theme.px(5), top + 0.15 * line.height(), theme.px(SCALE_PX), 0.7 * line.height()
            )
            paint_scale(painter, strip, theme)
            painter.setPen(theme.colour("dim"))
            x = self._write(painter, strip.right() + theme.px(5), top, words["raise"], line)
            if self._has_full_beside(words, line):
                self._write(painter, x + theme.px(12), top, words["full"], line)
            top += 1.2 * line.height()
        left = places.pictures[0].left()
        room = QRectF(
            left, top, max(1.0, self.width() - 4 - left), max(line.height(), self.height() - 4 - top)
        )
        # What has no room is left out, and no line is cut in two.
        while len(below) > 1 and _wrapped_height(line, below, room.width()) > room.height() + 1:
            below.pop()
        painter.drawText(room, Qt.TextFlag.TextWordWrap, SEPARATOR.join(below))

    def _statements(self, marks: FlipMarks, has_signs: bool) -> list[str]:
        """What the marks mean, the least important last."""
        words = legend_words(marks)
        said = [words["frame"], words["contour"], words["rule"]]
        if marks.has_loss:
            if not self._has_full_beside(words, QFontMetricsF(self._theme.font("tick"))):
                # Here, where it may go on in another line.
                said.insert(0, words["full"])
            if words["signs"] and has_signs:
                said.insert(0, words["signs"])
        return said

    def _has_full_beside(self, words: dict[str, str], line: QFontMetricsF) -> bool:
        """Whether it has room beside the scale, in its line, what full colour stands for."""
        wide = sum(line.horizontalAdvance(words[word]) for word in ("lower", "raise", "full"))
        return self._margin() + wide + self._theme.px(SCALE_PX + 5 + 5 + 12) <= self.width() - 4

    def _margin(self) -> float:
        return self._theme.px(MARGIN_PX) + 3

    def _words_height(self) -> float:
        """How high the lines are that say what the marks mean, all of them."""
        if self.marks is None:
            return 0.0
        line = QFontMetricsF(self._theme.font("tick"))
        return _wrapped_height(line, self._statements(self.marks, True), self.width() - 4 - self._margin())

    def _write(self, painter: QPainter, x: float, top: float, text: str, metrics: QFontMetricsF) -> float:
        """Write one line as far as there is room; where it ends."""
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, self.width() - 4 - x))
        wide = metrics.horizontalAdvance(shown)
        painter.drawText(QRectF(x, top, wide + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        return x + wide

    def _arrange(self) -> None:
        self.places = self._image = None
        marks, theme = self.marks, self._theme
        if marks is not None:
            caption, tick = (QFontMetricsF(theme.font(role)).height() for role in ("caption", "tick"))
            margin = self._margin()
            self._kept_height = self._words_height()
            # Beside long words the pictures keep the larger part.
            words = max(1.1 * tick, min(self._kept_height, WORDS_SHARE * self.height()))
            top, bottom = caption + theme.px(5), theme.px(5) + 5 + 1.2 * tick + words
            room = QRectF(
                margin,
                round(top),
                max(2.0, self.width() - 2 * margin),
                max(1.0, self.height() - top - bottom),
            )
            gap = float(round(theme.px(GAP_PX)))
            self.places = FlipPlaces.fitted(marks.rows, marks.columns, room, gap)
        self.update()

    def _pixel_at(self, event: QMouseEvent) -> int | None:
        return (
            None if self.places is None else self.places.pixel_at(event.position().x(), event.position().y())
        )

    def _point(self, pixel: int | None) -> None:
        if pixel != self._pointed:
            self._pointed = pixel
            self.update()
            self.pointed.emit(pixel)

    def _describe(self) -> None:
        marks, pixel = self.marks, self._pixel
        if marks is None or pixel is None or pixel >= marks.count:
            self.setAccessibleDescription(point_words())
        else:
            self.setAccessibleDescription(sentences(pixel_words(marks, pixel, self._names)))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What each pixel decides"))
        self.setWhatsThis(
            self.tr(
                "At the left the example that is shown; at the right what each of its pixels decides: the change of C"
                " where that pixel alone is flipped, by a forward pass of its own. Lime and + raise C, violet and −"
                " lower it. A frame stands around the pixels that change the answer, with the new answer in it where"
                " there is room. Point at a pixel for its numbers; a click or the arrow keys choose one, Home the one"
                " that raises C most, End the one that lowers it most, and Enter flips it in a drawing."
            )
        )
        self._arrange()
        self._describe()


def _wrapped_height(line: QFontMetricsF, statements: list[str], width: float) -> float:
    """How high they are in lines of this width, in px."""
    room = QRectF(0, 0, max(1.0, width), 10_000)
    return line.boundingRect(room, Qt.TextFlag.TextWordWrap, SEPARATOR.join(statements)).height()
