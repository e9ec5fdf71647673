"""The pictures of chosen examples, in their order, as many as there are: one scrolls through them and chooses one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip
from shiboken6 import delete

from core.analysis.example_losses import ExampleLosses
from core.analysis.selected_examples import Mask
from gui.ledger.class_words import certainty_text
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.ledger_numbers import term_numbers
from gui.ledger.picture_place import picture_place
from gui.ledger.selection_marks import BRACKET_SHARE, bracket, paint_bracket_lines
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_painter import SHADES, ink_colours
from gui.network.painting.primitives import draw_pixels, image_of
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers
from gui.widgets.key_reading import KeyReading
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.translated import Translated

TILE_PX, GAP_PX = 48.0, 6.0
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
KEYS = (*STEPS, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class GalleryView(Translated, QAbstractScrollArea):
    """Passive; who is pointed at and chosen is told. Only the tiles in sight are painted.

    Below each picture stands how certain its answer is; a subclass may write something else there.

    Parameters
    ----------
    name : str
        Its object name.
    tile_px : float
        A picture's side at 100 %.

    Attributes
    ----------
    rows : (n,)
        The examples, by their rows in the set, in the order in which they stand.
    """

    pointed = Signal(int)
    """An example is pointed at, by its row; `NOBODY` when none is any more."""
    chosen = Signal(int)
    """An example was chosen, by its row."""
    opened = Signal(int)
    """An example is to be seen in the network."""
    pictures_wanted = Signal(object)
    """The pictures of these rows are in sight, and have not come yet."""
    sight_changed = Signal()
    """Others are in sight."""

    def __init__(self, name: str = "ledger_gallery", tile_px: float = TILE_PX) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tile_px = tile_px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._theme = Theme()
        self._ink = ink_colours(self._theme)
        self._tick = self._bold = self._theme.font("tick")
        self._line = 0
        self.rows: NDArray[np.int64] = np.zeros(0, np.int64)
        self._losses: ExampleLosses | None = None
        self._pictures: ExamplePictures | None = None
        self._names: tuple[str, ...] = ()
        self._words_of: Callable[[int], str] = str
        self._row = self._pointed = NOBODY
        self._selected: Mask | None = None
        self._reading = KeyReading(self)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.sight_changed.emit())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme, self._ink = theme, ink_colours(theme)
        self._tick, self._bold = theme.font("tick"), theme.font("tick", bold=True)
        self._line = self._foot_height()
        self.updateGeometry()
        self._fit()

    def show_examples(
        self,
        losses: ExampleLosses | None,
        rows: NDArray[np.int64],
        pictures: ExamplePictures | None,
        names: tuple[str, ...] = (),
    ) -> None:
        """Show these of a set; `pictures` are None where the examples are none, `names` are the classes'."""
        self._losses, self.rows, self._pictures, self._names = losses, rows, pictures, names
        self._fit()

    def show_first(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def show_chosen(self, row: int, words_of: Callable[[int], str]) -> None:
        """Frame this example where it is among them; `words_of` says what is to be said of one."""
        self._row, self._words_of = row, words_of
        self.setAccessibleDescription("" if row == NOBODY else words_of(row))
        self.viewport().update()

    def show_selected(self, mask: Mask | None) -> None:
        """These of the set are selected, (N,); None for none."""
        self._selected = mask
        self.viewport().update()

    def tile_of(self, row: int) -> QPointF | None:
        """In the gap over the middle of an example's picture, in the viewport's px; None where it is not in sight."""
        found = np.flatnonzero(self.rows == row)
        if not len(found):
            return None
        place = self._place(int(found[0]))
        head = QPointF(place.center().x(), place.top() - self._gap / 2)
        return head if self.viewport().rect().contains(head.toPoint()) else None

    def renew(self) -> None:
        """Pictures have come."""
        self.viewport().update()

    def figure(self) -> Figure | None:
        """What is in sight, with the numbers of all of its examples in their order."""
        losses, rows = self._losses, self.rows
        if losses is None or not len(rows):
            return None
        return self._figure_of(term_numbers(losses, self._names, rows), losses.run, losses.update)

    def _figure_of(self, numbers: Numbers, run: int | None, update: int | None) -> Figure:
        """These numbers, and the picture: painted by a copy of this widget that has what it has now."""
        kind, (size, seen, top) = (
            type(self),
            (self.size(), self.viewport().geometry(), self.verticalScrollBar().value()),
        )
        own = {name: value for name, value in vars(self).items() if not isinstance(value, SignalInstance)}

        def paint(painter: QPainter, theme: Theme) -> None:
            twin = kind.__new__(kind)
            QAbstractScrollArea.__init__(twin)
            try:
                vars(twin).update(own)
                # One that is never shown lays nothing out by itself.
                twin.resize(size)
                twin.viewport().setGeometry(seen)
                twin.set_theme(theme)
                twin.verticalScrollBar().setValue(top)
                painter.fillRect(QRectF(0, 0, seen.width(), seen.height()), theme.colour("canvas"))
                twin._paint_tiles(painter)
            finally:
                delete(twin)

        stem, area = self.objectName().replace("_", "-"), (seen.width(), seen.height())
        return Figure(self.accessibleName(), stem, area, self._theme, paint, (numbers,), run, update)

    @property
    def in_sight(self) -> tuple[int, int]:
        """First and last + 1 of the examples that are seen whole, by their place in `rows`."""
        # The gap around them need not be seen.
        top, (_, high), gap = self.verticalScrollBar().value(), self.pitch, self._gap
        line, last_line = max(0, -(-(top - gap) // high)), (top + self.viewport().height()) // high
        first = min(line * self._columns, len(self.rows))
        return first, max(first, min(last_line * self._columns, len(self.rows)))

    @property
    def pitch(self) -> tuple[int, int]:
        """From one picture to the next, to the right and down, in px."""
        return self._tile + self._gap, self._tile + self._line + self._gap

    def width_of(self, columns: int) -> int:
        """What so many pictures side by side take, in px."""
        return columns * self.pitch[0] + self._gap + self.verticalScrollBar().sizeHint().width()

    def height_of(self, lines: int) -> int:
        """What so many rows of them take, in px."""
        return lines * self.pitch[1] + self._gap

    # --- Qt

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_of(1), self.height_of(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        return takes_key(event, lambda asked: asked.key() in KEYS) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(event.pos())
            if row == NOBODY:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._words_of(row), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._point(NOBODY)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row != NOBODY:
            self.opened.emit(self._row)
        elif key in KEYS:
            self._step(key)
            self._reading.start()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row != NOBODY:
            self.chosen.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # It was for the gallery, as the press before was.
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row != NOBODY:
            self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._row_at(event.position().toPoint()))

    def focusInEvent(self, event: QEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("canvas"))
        self._paint_tiles(painter)
        if self.hasFocus():
            paint_focus(painter, self.viewport(), self._theme)
        painter.end()

    # --- parts

    @property
    def _gap(self) -> int:
        return round(self._theme.px(GAP_PX))

    @property
    def _tile(self) -> int:
        return round(self._theme.px(self._tile_px))

    @property
    def _columns(self) -> int:
        return max(1, (self.viewport().width() - self._gap) // self.pitch[0])

    def _fit(self) -> None:
        bar, high = self.verticalScrollBar(), self.pitch[1]
        whole = -(-len(self.rows) // self._columns) * high + self._gap
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(high)
        bar.setRange(0, max(0, whole - self.viewport().height()))
        self.viewport().update()
        self.sight_changed.emit()

    def _paint_tiles(self, painter: QPainter) -> None:
        pictures, high = self._pictures, self.pitch[1]
        top = self.verticalScrollBar().value()
        first = top // high * self._columns
        last = -(-(top + self.viewport().height()) // high) * self._columns
        seen = self.rows[first:last]
        if pictures is not None:
            wanted = pictures.wanted(seen)
            if len(wanted):
                self.pictures_wanted.emit(wanted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ground = self._theme.blend("text", "canvas", SHADES[0])
        for number, row in enumerate(seen.tolist(), first):
            place = self._place(number)
            painter.fillRect(place, ground)
            self._paint_tile(painter, place, row)

    def _paint_tile(self, painter: QPainter, place: QRectF, row: int) -> None:
        theme = self._theme
        pixels = None if self._pictures is None else self._pictures.of(row)
        if pixels is not None:
            draw_pixels(painter, picture_place(place, pixels.shape), image_of(self._ink[pixels]))
        elif self._pictures is None:  # Points in the plane: their rows name them.
            painter.setPen(theme.colour("dim"))
            painter.setFont(self._tick)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{row:,}")
        self._paint_mark(painter, place, row)
        if self._selected is not None and row < len(self._selected) and self._selected[row]:
            paint_bracket_lines(painter, bracket(place, BRACKET_SHARE * self._tile), theme)
        is_chosen = row == self._row
        if is_chosen or row == self._pointed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text" if is_chosen else "dim"), 2.0))
            painter.drawRect(place.adjusted(-2, -2, 1, 1))
        painter.setPen(theme.colour("text" if is_chosen else "dim"))
        painter.setFont(self._bold if is_chosen else self._tick)
        below = QRectF(place.left(), place.bottom(), place.width(), self.pitch[1] - place.height())
        self._paint_foot(painter, below, row)

    def _foot_height(self) -> int:
        """What stands below a picture takes so many px."""
        return round(QFontMetricsF(self._tick).height())

    def _paint_foot(self, painter: QPainter, below: QRectF, row: int) -> None:
        """Write it, with the painter's pen and font."""
        if self._losses is not None and not self._losses.lacks_confidences:
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, flags, certainty_text(float(self._losses.confidences[row])))

    def _paint_mark(self, painter: QPainter, place: QRectF, row: int) -> None:
        """What stands on it: nothing, where all are of the same kind."""

    def _place(self, number: int) -> QRectF:
        """Where the picture of this one of `rows` stands in the viewport."""
        line, column = divmod(number, self._columns)
        wide, high = self.pitch
        top = self._gap + line * high - self.verticalScrollBar().value()
        return QRectF(self._gap + column * wide, top, self._tile, self._tile)

    def _row_at(self, at: QPoint) -> int:
        wide, high = self.pitch
        column = (at.x() - self._gap // 2) // wide
        line = (at.y() + self.verticalScrollBar().value() - self._gap // 2) // high
        number = line * self._columns + column
        fits = 0 <= column < self._columns and 0 <= number < len(self.rows)
        return int(self.rows[number]) if fits else NOBODY

    def _point(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()
            self.pointed.emit(row)

    def _step(self, key: Qt.Key) -> None:
        """To the example beside the chosen one, or to an end; where none is chosen, to the first in sight."""
        last = len(self.rows) - 1
        found = np.flatnonzero(self.rows == self._row)
        if last < 0:
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            number = 0 if key == Qt.Key.Key_Home else last
        elif not len(found):
            number = min(self.in_sight[0], last)
        else:
            by = STEPS.get(key) or (self._columns if key == Qt.Key.Key_Down else -self._columns)
            number = int(found[0]) + by
            if not 0 <= number <= last:
                return
        place, bar = self._place(number), self.verticalScrollBar()
        over = place.top() + self.pitch[1] - self._gap - self.viewport().height()
        if place.top() < 0:
            bar.setValue(bar.value() + round(place.top()) - self._gap)
        elif over > 0:
            bar.setValue(bar.value() + round(over))
        self.chosen.emit(int(self.rows[number]))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The examples of what is chosen in the matrix"))
        self.setWhatsThis(
            self.tr(
                "The examples of the chosen cell, or the mistakes of a row, a column or the whole set: the one of whose"
                " answer the network is most certain comes first, and below each stands y of what it says. Scroll, or"
                " use the arrow and page keys, to see all of them. A click chooses one; Enter shows it in the network."
            )
        )
