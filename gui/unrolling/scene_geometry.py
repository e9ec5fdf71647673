"""Where the parts of the scene stand: the matrix at the left, the digit and a map with lines between at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from core.analysis.unrolling import KERNEL, MAPS, PICTURE, PIXELS
from gui.theme.tokens import Theme

SIDE = PICTURE[0]
# Dots along one side of the matrix: a pixel's row and the eight units of a cell, or two and two of them, ...
DOTS = (PIXELS, PIXELS // 2, PIXELS // 4)
STRIP_PX = 8.0
# The least room between digit and map, as a part of what both have, and what the matrix has of all at most.
GAP_PART, MATRIX_PART = 0.3, 0.5
LEAST_CELL = 2
KERNEL_CELL_PX, LEAST_KERNEL_PX = 14.0, 5.0
# Beside digit and map they stand in so many rows.
ROWS, BESIDE_CELL_PX = 2, 10.0
EDGE_PX = 10.0


@dataclass(frozen=True)
class SceneGeometry:
    """In px of the widget.

    Attributes
    ----------
    dots : int
        Along each side of the matrix; each is a block of `256 / dots` pixels by `2048 / dots` cells.
    matrix, strip : QRectF
        The picture of the matrix, and the strip of colours below it.
    digit, map : QRectF
        16 x 16 cells each.
    kernels : tuple of QRectF
        The eight kernels below them, or beside them where digit and map are larger then; empty where there is no room.
    caption, tick : float
        The heights of lines of both sizes.
    """

    dots: int
    matrix: QRectF
    strip: QRectF
    digit: QRectF
    map: QRectF
    kernels: tuple[QRectF, ...]
    caption: float
    tick: float

    @property
    def cell(self) -> float:
        """The side of a cell of digit and map."""
        return self.digit.width() / SIDE

    def pixel_middle(self, pixel: int) -> QPointF:
        """The middle of a pixel of the digit."""
        return _middle(self.digit, pixel)

    def cell_middle(self, cell: int) -> QPointF:
        """The middle of a cell of the map."""
        return _middle(self.map, cell)

    def cell_at(self, point: QPointF) -> int | None:
        """The cell of the map that lies there."""
        if not self.map.contains(point) or not self.cell:
            return None
        column, row = (
            min(SIDE - 1, int(distance / self.cell))
            for distance in (point.x() - self.map.x(), point.y() - self.map.y())
        )
        return row * SIDE + column

    def kernel_at(self, point: QPointF) -> int | None:
        """The kernel that lies there."""
        return next((m for m, rect in enumerate(self.kernels) if rect.contains(point)), None)


def scene_geometry(
    width: float, height: float, theme: Theme, caption: float, tick: float, words: float = 0.0
) -> SceneGeometry:
    """Fill so much room.

    `caption` and `tick` are the heights of lines of text, `words` is the width of the longest one at the matrix.
    """
    px = theme.px
    edge = round(px(EDGE_PX))
    right, bottom = width - edge, height - edge
    top = edge + round(caption + px(4))
    below = px(6) + px(STRIP_PX) + 2 * tick
    dots, scale = _dots(min(bottom - top - below, MATRIX_PART * width))
    matrix = QRectF(edge, top, dots * scale, dots * scale)
    strip = QRectF(edge + 0.5, round(matrix.bottom() + px(6)) + 0.5, matrix.width(), px(STRIP_PX))
    left = round(max(matrix.right(), edge + min(words, MATRIX_PART * width)) + px(24))
    # Two lines of words stand below digit and map, and the kernels under a line of their own: below these, or at the
    # right, where it is low and wide.
    lines = 2 * caption + px(6)
    kernels_high = caption + px(10) + KERNEL * px(LEAST_KERNEL_PX)
    kernel_cell = int(min(px(BESIDE_CELL_PX), (bottom - top - lines - px(10)) / (ROWS * KERNEL)))
    block = MAPS // ROWS * (KERNEL * kernel_cell + px(10))
    below_side = _side(right - left, bottom - top - lines - kernels_high)
    beside_side = _side(right - block - px(14) - left, bottom - top - lines)
    is_beside = kernel_cell >= px(LEAST_KERNEL_PX) and beside_side > below_side
    side = beside_side if is_beside else below_side
    edge_of_map = right - block - px(14) if is_beside else right
    digit = QRectF(left, top, side, side)
    map_ = QRectF(round(max(digit.right() + px(24), edge_of_map - side)), top, side, side)
    if is_beside:
        kernels = _kernels_beside(map_, kernel_cell, theme)
    else:
        kernels = _kernels(digit, map_, bottom, lines + caption, theme)
    return SceneGeometry(dots, matrix, strip, digit, map_, kernels, caption, tick)


def _side(width: float, height: float) -> int:
    """The side of digit and map where both, with the gap between them, have so much room."""
    return max(LEAST_CELL, int(min((1 - GAP_PART) / 2 * max(0.0, width), height) / SIDE)) * SIDE


def _dots(room: float) -> tuple[int, int]:
    """How many dots along a side, as many as there is room for, and how many px each has."""
    for dots in DOTS:
        if room >= dots:
            return dots, int(room // dots)
    return DOTS[-1], 1


def _kernels(digit: QRectF, map_: QRectF, bottom: float, lines: float, theme: Theme) -> tuple[QRectF, ...]:
    top = digit.bottom() + lines + theme.px(10)
    step = (map_.right() - digit.x()) / MAPS
    cell = int(min((step - theme.px(10)) / KERNEL, (bottom - top) / KERNEL, theme.px(KERNEL_CELL_PX)))
    if cell < 2:
        return ()
    side = cell * KERNEL
    return tuple(QRectF(round(digit.x() + m * step), round(top), side, side) for m in range(MAPS))


def _kernels_beside(map_: QRectF, cell: int, theme: Theme) -> tuple[QRectF, ...]:
    """In rows at the right of the map, the first of them as high as it."""
    side, columns = cell * KERNEL, MAPS // ROWS
    left, step = map_.right() + theme.px(24), side + theme.px(10)
    places = (divmod(number, columns) for number in range(MAPS))
    return tuple(
        QRectF(round(left + column * step), round(map_.y() + row * step), side, side)
        for row, column in places
    )


def _middle(rect: QRectF, number: int) -> QPointF:
    row, column = divmod(number, SIDE)
    side = rect.width() / SIDE
    return QPointF(rect.x() + (column + 0.5) * side, rect.y() + (row + 0.5) * side)
