"""How selected examples are told from the others, by shape: a bracket, an outline, bars of how many are selected."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from core.analysis.selected_examples import Mask
from gui.network.painting.primitives import TRANSPARENT, draw_lines
from gui.theme.tokens import Theme

# How much of the canvas's colour covers what is not selected, and how large a part of a picture a bracket is.
VEIL, BRACKET_SHARE = 0.62, 0.36


def veil(grid: NDArray[np.bool_], theme: Theme) -> QImage:
    """(rows, columns) selected cells to an image of one pixel each that covers all the others by a part."""
    rows, columns = grid.shape
    colour, alpha = theme.colour("canvas"), round(255 * VEIL)
    red, green, blue = (round(part * VEIL) for part in (colour.red(), colour.green(), colour.blue()))
    table = np.array([alpha << 24 | red << 16 | green << 8 | blue, 0], np.uint32)
    data = table[grid.astype(np.intp)].tobytes()
    return QImage(data, columns, rows, 4 * columns, TRANSPARENT).copy()


def outline(
    grid: NDArray[np.bool_], corner: tuple[float, float], cell: tuple[float, float]
) -> NDArray[np.float64]:
    """(n, 4) lines x1, y1, x2, y2 in px between each selected cell and each that is not.

    Parameters
    ----------
    grid : (rows, columns)
    corner, cell : (float, float)
        Where the first cell stands, and how wide and high each is.
    """
    (x, y), (wide, high) = corner, cell
    padded = np.pad(grid, 1)
    # Between one row and the next, and between one column and the next.
    row, column = np.nonzero(padded[1:, 1:-1] != padded[:-1, 1:-1])
    level = np.stack([x + column * wide, y + row * high, x + (column + 1) * wide, y + row * high], axis=1)
    row, column = np.nonzero(padded[1:-1, 1:] != padded[1:-1, :-1])
    upright = np.stack([x + column * wide, y + row * high, x + column * wide, y + (row + 1) * high], axis=1)
    return np.ascontiguousarray(np.concatenate([level, upright]), np.float64)


def bracket(place: QRectF, length: float) -> NDArray[np.float64]:
    """(2, 4): the lower left corner of a place, as two lines that are so long."""
    return brackets(np.array([place.left()]), np.array([place.bottom()]), length)


def brackets(left: NDArray[np.float64], bottom: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """(2 n, 4): the lines of n brackets whose places' left and lower edges these are, (n,)."""
    x, y = left + 2, bottom - 2
    level, upright = np.stack([x, y, x + length, y], axis=1), np.stack([x, y - length, x, y], axis=1)
    return np.concatenate([level, upright])


def paint_brackets(
    painter: QPainter,
    grid: NDArray[np.bool_],
    corner: tuple[float, float],
    cell: tuple[float, float],
    theme: Theme,
) -> None:
    """Mark each selected picture of a grid at its lower left corner; arguments as of `outline`."""
    (x, y), (wide, high) = corner, cell
    row, column = np.nonzero(grid)
    left, bottom = np.float64(x) + column * wide, np.float64(y) + (row + 1) * high
    lines = brackets(left, bottom, BRACKET_SHARE * min(wide, high))
    paint_bracket_lines(painter, lines, theme)


def paint_bracket_lines(painter: QPainter, lines: NDArray[np.float64], theme: Theme) -> None:
    """Brackets that are seen on ink and on no ink."""
    lines = np.ascontiguousarray(lines, np.float64)
    for pen in (QPen(theme.colour("canvas"), 4.0), QPen(theme.colour("text"), 2.0)):
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        draw_lines(painter, lines)


def shares_along(selected: Mask, rising: NDArray[np.integer], columns: int) -> NDArray[np.float64]:
    """(columns,): of the examples by rising C, cut into so many parts, the share of each part that is selected."""
    count = len(rising)
    edges = np.linspace(0, count, max(1, min(columns, count)) + 1).round().astype(np.int64)
    sums = np.concatenate([[0], np.cumsum(selected[rising])])
    return np.asarray(np.diff(sums[edges]) / np.maximum(1, np.diff(edges)), np.float64)


def cell_shares(
    selected: Mask, labels: NDArray[np.integer], said: NDArray[np.integer], shape: tuple[int, int]
) -> NDArray[np.float64]:
    """(K, C): which share of each cell of a confusion matrix is selected; NaN in an empty one.

    Parameters
    ----------
    said : (N,)
        The class that is said; what none alone is said to counts in the last column, where C is more than K.
    """
    column = np.minimum(said.astype(np.int64), shape[1] - 1)
    cells = labels.astype(np.int64) * shape[1] + column
    size = shape[0] * shape[1]
    all_of = np.bincount(cells, minlength=size).astype(np.float64)
    own = np.bincount(cells[selected], minlength=size)
    shares: NDArray[np.float64] = np.divide(own, all_of, out=np.full(size, np.nan), where=all_of > 0)
    return shares.reshape(shape)
