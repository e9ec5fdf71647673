"""Paints the wall: dots, or pictures of which one sees the ink, with the classes' names and the chosen example."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from core.analysis.last_seen import ExampleTerms, LastSeen
from gui.ledger.band_names import bands_in_sight, names_of, paint_names
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.unseen_hatch import paint_hatch
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_places import WallPlaces
from gui.network.painting.primitives import TRANSPARENT, draw_pixels, image_of, packed
from gui.theme.tokens import Theme

# Shades of a right answer, of even and odd classes; and of the chosen example's class.
SHADES = 0.10, 0.17
# In the dark and in the light: against both of the others and against what is wrong each has a contrast of 3 to 1.
CHOSEN_SHADES = 0.51, 0.61
NOBODYS, CHOSEN, WRONG = 0, 3, 4
# Shades of how often an answer was wrong: nothing is recorded, never, once, twice, more often, most often.
# Between never and once there is a contrast of 3 to 1 in either theme.
LEVEL_SHADES = 0.05, 0.12, 0.57, 0.70, 0.84, 1.0
# A picture so high has the name of its class in a corner, in px at 100 %.
NAMED_FROM_PX = 48.0
# More classes than this have no names on the wall.
MOST_NAMES = 12
LEAST_FRAME_PX = 12.0


@dataclass(frozen=True)
class Wall:
    """What stands on the wall.

    Attributes
    ----------
    losses : ExampleLosses or LastSeen
    cells : (rows, columns)
        Which example stands where, by its row in the set.
    order : str
        One of `gui.ledger.wall_order.ORDERS`.
    names : tuple of str
        The classes'.
    levels : (N,) or None
        How often each answer was wrong (`gui.ledger.life_marks.wrong_levels`), where that is what the shade says.
    is_before_edit : bool
        Whether a parameter was set by hand after the update of `losses`, and nothing measured since.
    """

    losses: ExampleTerms
    cells: NDArray[np.int64]
    order: str
    names: tuple[str, ...]
    levels: NDArray[np.intp] | None = None
    is_before_edit: bool = False

    @cached_property
    def _places(self) -> NDArray[np.int64]:
        """(N,): in which cell each example stands, counted row by row."""
        cells = self.cells.ravel()
        places = np.full(len(self.losses.losses), NOBODY, np.int64)
        standing = np.flatnonzero(cells != NOBODY)
        places[cells[standing]] = standing
        return places

    def place_of(self, row: int) -> tuple[int, int] | None:
        """(row, column) of the cell in which an example stands; None where it stands nowhere."""
        if not 0 <= row < len(self._places) or self._places[row] == NOBODY:
            return None
        columns: int = self.cells.shape[1]
        return divmod(int(self._places[row]), columns)

    @cached_property
    def unseen(self) -> NDArray[np.bool_] | None:
        """(rows, columns): the cells of examples of which nothing is known; None where there are none."""
        losses = self.losses
        if not isinstance(losses, LastSeen) or losses.seen_count == len(losses.losses):
            return None
        standing = self.cells != NOBODY
        unseen: NDArray[np.bool_] = standing & ~losses.seen[np.where(standing, self.cells, 0)]
        return unseen

    @cached_property
    def class_ends(self) -> NDArray[np.int64]:
        """Where each class begins and ends among cells that are filled class by class, one column after the other."""
        counts = np.bincount(self.losses.labels, minlength=len(self.names))
        return self.cells.size - len(self.losses.labels) + np.concatenate([[0], np.cumsum(counts)])

    def shade_numbers(self, chosen: int) -> NDArray[np.intp]:
        """(rows, columns): 0 nobody, 1 and 2 right of an even or odd class, 3 of the chosen one's, 4 wrong."""
        losses, standing = self.losses, self.cells != NOBODY
        cells = np.where(standing, self.cells, 0)
        shades = np.ones(cells.shape, np.intp)
        if len(losses.labels):
            labels = losses.labels[cells]
            shades += labels % 2
            if 0 <= chosen < len(losses.labels):
                shades[labels == losses.labels[chosen]] = CHOSEN
            shades[losses.wrong[cells]] = WRONG
        shades[~standing] = NOBODYS
        return shades


def shaded(wall: Wall, chosen: int, theme: Theme) -> QImage:
    """One pixel for each cell: which class it is of, and whether its answer is wrong; or how often it was.

    Cells of which nothing is known are transparent.
    """
    if wall.levels is not None:
        own = [theme.blend("lit", "canvas", share) for share in LEVEL_SHADES]
        colours = [theme.colour("canvas"), *own]
        numbers = np.where(wall.cells == NOBODY, 0, wall.levels[wall.cells] + 2)
        return _with_holes(packed(np.array([[c.red(), c.green(), c.blue()] for c in colours]))[numbers], wall)
    shades = [theme.blend("text", "canvas", share) for share in (*SHADES, CHOSEN_SHADES[not theme.is_dark])]
    colours = [theme.colour("canvas"), *shades, theme.colour("lit")]
    table = packed(np.array([[c.red(), c.green(), c.blue()] for c in colours]))
    return _with_holes(table[wall.shade_numbers(chosen)], wall)


def _with_holes(pixels: NDArray[np.uint32], wall: Wall) -> QImage:
    if wall.unseen is None:
        return image_of(pixels)
    pixels[wall.unseen] = 0
    return image_of(pixels, TRANSPARENT)


def paint_dots(painter: QPainter, wall: Wall, places: WallPlaces, shades: QImage, theme: Theme) -> None:
    """All of the wall that is in sight, and each class's name on its band where there is room."""
    whole = QRectF(-places.left, -places.top, *places.size)
    if wall.unseen is not None:
        paint_hatch(painter, [whole.intersected(QRectF(0, 0, places.width, places.height))], theme)
    draw_pixels(painter, whole, shades)
    _paint_band_names(painter, wall, places, theme)


def _paint_band_names(
    painter: QPainter, wall: Wall, places: WallPlaces, theme: Theme, are_pictures: bool = False
) -> None:
    """Each class's name on its band or beside it, where classes stand in bands."""
    if not len(wall.losses.labels) or wall.order == "number" or len(wall.names) > MOST_NAMES:
        return
    is_by_class = wall.order == "class"
    ends = wall.class_ends if is_by_class else None
    bands = bands_in_sight(wall.cells, wall.losses.labels, len(wall.names), places, ends)
    view = float(places.width), float(places.height)
    paint_names(painter, names_of(bands, wall.names, is_by_class, view, theme), theme, are_pictures)


def paint_pictures(
    painter: QPainter, wall: Wall, places: WallPlaces, pictures: ExamplePictures, theme: Theme
) -> None:
    """Those in sight; a filled corner says that the answer is wrong. Large ones have their classes' names, among
    smaller ones these stand on the bands.
    """
    rows, columns = places.in_sight
    seen = wall.cells[rows, columns]
    if not seen.size:
        return
    x, y = places.place_of(rows.start, columns.start)
    wide, high = places.cell
    place = QRectF(x, y, seen.shape[1] * wide, seen.shape[0] * high)
    draw_pixels(painter, place, sheet_image(pictures.sheet(seen, wall.losses.wrong), theme))
    if wall.unseen is not None:
        unseen = np.argwhere(wall.unseen[rows, columns]).tolist()
        paint_hatch(painter, [QRectF(x + j * wide, y + i * high, wide, high) for i, j in unseen], theme)
    painter.setPen(QPen(theme.colour("canvas"), 1.0))
    for j in range(seen.shape[1] + 1):
        painter.drawLine(QPointF(x + j * wide, y), QPointF(x + j * wide, place.bottom()))
    for i in range(seen.shape[0] + 1):
        painter.drawLine(QPointF(x, y + i * high), QPointF(place.right(), y + i * high))
    if high < theme.px(NAMED_FROM_PX):
        _paint_band_names(painter, wall, places, theme, are_pictures=True)
    elif len(wall.losses.labels):
        _paint_class_names(painter, wall, seen, QPointF(x, y), places.cell, theme)


def _paint_class_names(
    painter: QPainter,
    wall: Wall,
    seen: NDArray[np.int64],
    at: QPointF,
    cell: tuple[float, float],
    theme: Theme,
) -> None:
    """Each picture's class in its upper left corner: on pictures no band has room for a name of its own."""
    metrics, (wide, high) = QFontMetricsF(theme.font("tick")), cell
    painter.setFont(theme.font("tick"))
    painter.setPen(theme.colour("text"))
    for (i, j), row in np.ndenumerate(seen):
        if row != NOBODY:
            name = wall.names[wall.losses.labels[row]]
            name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide / 2)
            plate = QRectF(0, 0, metrics.horizontalAdvance(name) + theme.px(6), metrics.height())
            plate.moveTopLeft(at + QPointF(j * wide + 1, i * high + 1))
            painter.fillRect(plate, theme.colour("canvas"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)


def sheet_image(sheet: NDArray[np.uint8], theme: Theme) -> QImage:
    """Ink from 0 to 255 in the theme's colours."""
    return image_of(ink_colours(theme)[sheet])


def ink_colours(theme: Theme) -> NDArray[np.uint32]:
    """(256,): the theme's colour of each amount of ink, as Qt packs it."""
    ground, ink = theme.blend("text", "canvas", SHADES[0]), theme.colour("lit")
    ends = np.array([[c.red(), c.green(), c.blue()] for c in (ground, ink)])
    share = np.linspace(0, 1, 256)[:, None]
    return packed((ends[0] * (1 - share) + ends[1] * share).round())


def paint_frame(
    painter: QPainter, place: tuple[int, int], places: WallPlaces, colour: QColor, theme: Theme
) -> None:
    """Frame the example in this cell; a dot is too small for a frame of its own size."""
    x, y = places.place_of(*place)
    wide, high = places.cell
    grow = max(1.0, (theme.px(LEAST_FRAME_PX) - high) / 2)
    frame = QRectF(x, y, wide, high).adjusted(-grow, -grow, grow, grow)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(theme.colour("canvas"), 4.0), QPen(colour, 2.0)):
        painter.setPen(pen)
        painter.drawRect(frame)
