"""The wall: every example of a set as a dot, or, seen more closely, as a picture; pointing and clicking choose one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from core.analysis.last_seen import ExampleTerms, LastSeen
from core.analysis.rising_order import AT_ONCE
from core.analysis.selected_examples import Mask
from core.engine.example_messages import ExampleLives
from gui.ledger import seen_words
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.ledger_numbers import term_numbers
from gui.ledger.ledger_words import point_words
from gui.ledger.life_marks import forgotten_key, wrong_levels
from gui.ledger.life_words import counted_words
from gui.ledger.wall_keys import WAYS, ZOOMS, is_own, stepped
from gui.ledger.wall_order import NOBODY, Cells, wall_cells
from gui.ledger.wall_painter import Wall, paint_dots, paint_frame, paint_pictures, shaded
from gui.ledger.wall_places import SQUARE_FROM_PX, WallPlaces
from gui.ledger.wall_selection import WallSelection
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import listed, sentences

LEAST_HEIGHT_PX, LEAST_WIDTH_PX = 90.0, 200.0
DRAG_PX = 4.0


class WallView(Painted):
    """Passive; what is pointed at and chosen is told.

    Attributes
    ----------
    wall : Wall or None
        What stands on it; None before there are any losses.
    places : WallPlaces
    selection : WallSelection
        What is selected, and the frame under way.
    """

    pointed = Signal(int)
    """An example is pointed at, by its row; `NOBODY` when none is any more."""
    chosen = Signal(int)
    """An example was chosen, by its row."""
    opened = Signal(int)
    """An example is to be seen in the network."""
    selected = Signal(object, bool)
    """These examples were framed, by their rows, and whether they are to be added to what is selected."""
    moved = Signal()
    """Another part of the wall is in sight, or it stands elsewhere."""
    stepped = Signal(int)
    """Keys have led to the example of this row; `NOBODY` when the keyboard is elsewhere."""
    renewed = Signal()
    """Other examples stand on it, or some of their pictures have come."""
    closeness_changed = Signal()
    """Dots have become pictures, or pictures dots."""
    cells_wanted = Signal()
    """Many stand in a view of another size: they are to be arranged for `rows_of` rows."""
    pictures_wanted = Signal(object)
    """The pictures of these rows are in sight, and have not come yet."""

    def __init__(self) -> None:
        super().__init__("wall", LEAST_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.wall: Wall | None = None
        self.places = WallPlaces.fitted(1, 1, 1)
        self._losses: ExampleTerms | None = None
        self._order, self._names, self._said = "loss", tuple[str, ...](), ""
        self._pictures: ExamplePictures | None = None
        self._words_of: Callable[[int], str] = str
        self._shades: QImage | None = None
        # How often each was forgotten and wrong, where one looks at that.
        self._key: NDArray[np.int64] | None = None
        self._levels: NDArray[np.intp] | None = None
        self.is_before_edit = False
        self._lives: ExampleLives | None = None
        self._row = self._pointed = NOBODY
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.selection = WallSelection()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self.selection.arrange(None if self.wall is None else self.wall.cells, theme)
        self._shade()

    def show_losses(
        self,
        losses: ExampleTerms | None,
        order: str,
        names: tuple[str, ...],
        pictures: ExamplePictures | None,
        cells: Cells | None = None,
    ) -> None:
        """Show these in this order; `names` are the classes', `pictures` are None where the examples are none.
        `cells` are where they stand, for `rows_of` rows, where that was worked out already.
        """
        self.places = self._places_of(0 if losses is None else len(losses.losses), order)
        self._losses, self._order, self._names, self._pictures = losses, order, names, pictures
        self._arrange(cells)

    def rows_of(self, count: int, order: str) -> int:
        """Of how many rows the wall is, were so many shown in this order."""
        return self._places_of(count, order).rows

    def show_lives(self, lives: ExampleLives | None, orders: bool = False, shades: bool = False) -> None:
        """From the next arrangement on, by these lives it is ordered, shaded, or neither; their numbers are kept."""
        self._lives = lives
        self._key = forgotten_key(lives) if orders and lives is not None else None
        self._levels = wrong_levels(lives) if shades and lives is not None else None

    def show_chosen(self, row: int, words_of: Callable[[int], str]) -> None:
        """Frame this example; `words_of` says what is to be said of one."""
        before, self._row, self._words_of = self._class_of(self._row), row, words_of
        if self._class_of(row) != before:
            self._shade()
        self.update()
        self._said = point_words() if row == NOBODY else words_of(row)
        self.setAccessibleDescription(sentences((self._said, self.selection.words)))

    def show_selected(self, mask: Mask | None, words: str = "") -> None:
        """These are selected, (N,); None for none; `words` say what they hold."""
        self.selection.show(mask, words)
        self.show_chosen(self._row, self._words_of)
        self.selection.arrange(None if self.wall is None else self.wall.cells, self._theme)

    def tile_of(self, row: int) -> QPointF | None:
        """The middle of an example's tile, in px; None where it is not in sight."""
        place = None if self.wall is None else self.wall.place_of(row)
        if place is None:
            return None
        (x, y), (wide, high) = self.places.place_of(*place), self.places.cell
        middle = QPointF(x + wide / 2, y + high / 2)
        return middle if self.rect().contains(middle.toPoint()) else None

    def renew(self) -> None:
        """Pictures have come."""
        self.update()
        self.renewed.emit()

    @property
    def pictures(self) -> ExamplePictures | None:
        """Those of all examples on it; None where they are none."""
        return self._pictures

    @property
    def has_pictures(self) -> bool:
        """Whether one looks so closely that dots are pictures."""
        return self._pictures is not None and self.places.cell[1] >= SQUARE_FROM_PX

    def figure(self) -> Figure | None:
        """The wall with every term in its order: down each column of it, and the columns from left to right."""
        wall = self.wall
        if wall is None or not len(wall.losses.losses):
            return None
        order = np.ravel(wall.cells, order="F")
        numbers = term_numbers(wall.losses, self._names, order[order != NOBODY], lives=self._lives)
        figure, lives = self._figure_of(numbers, run=wall.losses.run, update=wall.losses.update), self._lives
        orders, shades = self._key is not None, self._levels is not None
        words = [figure.what]
        if isinstance(wall.losses, LastSeen):
            words.append(seen_words.figure_words(wall.losses))
        if lives is not None and (orders or shades):
            words.append(counted_words(lives, orders, shades))
        return replace(figure, what=listed(words)) if len(words) > 1 else figure

    @property
    def has_levels(self) -> bool:
        """Whether the shade says how often an answer was wrong."""
        return self.wall is not None and self.wall.levels is not None

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, places = self.places, self.places.resized(self.width(), self.height())
        if self.wall is not None and places.rows != before.rows and before.count > AT_ONCE:
            # Many stand as they are, until they are arranged anew.
            self.places = before.cut(self.width(), self.height())
            self.cells_wanted.emit()
        else:
            self.places = places
            if self.wall is None or places.rows != before.rows:
                self._arrange()
        self.moved.emit()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(LEAST_WIDTH_PX)), round(self._theme.px(LEAST_HEIGHT_PX)))

    def event(self, event: QEvent) -> bool:
        return takes_key(event, is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape and self.selection.is_drawn:
            self.selection.drop()
            self.update()
        elif key in ZOOMS:
            self._zoom(ZOOMS[key], self._looked_at())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row != NOBODY:
            self.opened.emit(self._row)
        elif key in WAYS:
            self._step(event, bool(shift))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self._zoom(1 if turned > 0 else -1, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragged = event.position(), False
            if self.selection.is_mode or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.selection.begin(event.position())
                self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self.selection.is_drawn:
            self.selection.move(at)
            self.update()
            return
        if self._pressed is not None:
            moved = at - self._pressed
            if self._is_dragged or moved.manhattanLength() >= DRAG_PX:
                self._is_dragged, self._pressed = True, at
                self._look(self.places.panned(moved.x(), moved.y()))
            return
        self._point(self._row_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        framed = self.selection.is_drawn and self._end_frame(event)
        if self._pressed is not None and not self._is_dragged and not framed:
            row = self._row_at(event.position())
            if row != NOBODY:
                self.selection.forget_anchor()
                self.chosen.emit(row)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row != NOBODY:
            self.opened.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(NOBODY)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()
        self.stepped.emit(NOBODY)

    # --- painting

    def _paint(self, painter: QPainter) -> None:
        wall, pictures = self.wall, self._pictures
        if wall is None or self._shades is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if pictures is not None and self.has_pictures:
            wanted = pictures.wanted(wall.cells[self.places.in_sight])
            if len(wanted):
                self.pictures_wanted.emit(wanted)
            paint_pictures(painter, wall, self.places, pictures, self._theme)
        else:
            paint_dots(painter, wall, self.places, self._shades, self._theme)
        self.selection.paint(painter, self.places, self.has_pictures, self._theme)
        for row, token in ((self._pointed, "dim"), (self._row, "text")):
            place = wall.place_of(row)
            if place is not None:
                paint_frame(painter, place, self.places, self._theme.colour(token), self._theme)
        if self.hasFocus():
            paint_focus(painter, self, self._theme)

    # --- parts

    def _places_of(self, count: int, order: str) -> WallPlaces:
        if count == self.places.count and order == self._order:
            return self.places.resized(self.width(), self.height())
        return WallPlaces.fitted(max(1, count), self.width(), self.height())

    def _arrange(self, cells: Cells | None = None) -> None:
        losses, self.wall = self._losses, None
        if losses is not None:
            count = len(losses.losses)
            key, levels = (
                known if known is not None and len(known) == count else None
                for known in (self._key, self._levels)
            )
            if cells is None or len(cells) != self.places.rows:
                cells = wall_cells(losses, self._order, self.places.rows, key)
            self.wall = Wall(losses, cells, self._order, self._names, levels, self.is_before_edit)
        self.selection.arrange(None if self.wall is None else self.wall.cells, self._theme)
        self._shade()
        self.renewed.emit()

    def _shade(self) -> None:
        self._shades = None if self.wall is None else shaded(self.wall, self._row, self._theme)
        self.update()

    def _class_of(self, row: int) -> int:
        """The class whose band is lit for this example; `NOBODY` for none."""
        labels = () if self._losses is None else self._losses.labels
        return int(labels[row]) if 0 <= row < len(labels) else NOBODY

    def _row_at(self, at: QPointF) -> int:
        cell = self.places.cell_at(at.x(), at.y())
        return NOBODY if cell is None or self.wall is None else int(self.wall.cells[cell])

    def _point(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.update()
            self.pointed.emit(row)

    def _looked_at(self) -> QPointF:
        """The chosen example where it is in sight, else the middle."""
        return self.tile_of(self._row) or QPointF(self.width() / 2, self.height() / 2)

    def _zoom(self, by: int, at: QPointF) -> None:
        self._look(self.places.zoomed(by, at.x(), at.y()))

    def _look(self, places: WallPlaces) -> None:
        before, self.places = self.has_pictures, places
        self.update()
        self.moved.emit()
        if self.has_pictures != before:
            self.closeness_changed.emit()

    def _end_frame(self, event: QMouseEvent) -> bool:
        """The frame is done: tell what is in it. Whether it was one, and not a click."""
        wall, band, keys = self.wall, self.selection.band_rect, event.modifiers()
        is_click = max(band.width(), band.height()) < DRAG_PX
        if wall is None or (is_click and not keys & Qt.KeyboardModifier.ShiftModifier):
            self.selection.drop()
            self.update()
            return False
        rows = self.selection.end(wall.cells, self.places)
        self.update()
        self.selected.emit(rows, bool(keys & Qt.KeyboardModifier.ControlModifier))
        return True

    def _step(self, event: QKeyEvent, selects: bool) -> None:
        """To another example; where it `selects`, the frame from where that began to its cell is selected."""
        wall = self.wall
        found = NOBODY if wall is None else stepped(wall, self._row, event)
        if wall is None or found == NOBODY:
            return
        place, there = wall.place_of(self._row), wall.place_of(found)
        if there is not None:
            self._look(self.places.showing(*there))
        # Until the pointer moves again, all is said of the one that keys have led to.
        self._point(NOBODY)
        self.chosen.emit(found)
        self.stepped.emit(found)
        if not selects:
            self.selection.forget_anchor()
            self._read_at_rest(lambda: self._said)
        elif there is not None:
            self.selected.emit(self.selection.extend(place or there, there, wall.cells), False)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("All examples of the set"))
        self.setWhatsThis(
            self.tr(
                "Every example of the set is one dot, and L is the sum of what all of them add to it. Those in full"
                " shade are answered wrongly now; as last seen, they were in their last batch, and C need not add up"
                " to L. By C: what adds most stands at the right, and each class has its"
                " band. The lens shows the pictures around the pointer. Turn the wheel, or press + and −, to look"
                " closer, until the dots are pictures; drag to move."
                " A click, or the arrow keys, choose one; Enter shows it in the network. Drag with Shift to select all"
                " in a frame, with Ctrl too to add them; Shift and the arrow keys do the same, and Esc selects none."
            )
        )
        self.show_chosen(self._row, self._words_of)
