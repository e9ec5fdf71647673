"""Where a picture stands in a square tile: in the middle, in its own proportions."""

from __future__ import annotations

from PySide6.QtCore import QRectF


def picture_place(tile: QRectF, shape: tuple[int, ...]) -> QRectF:
    """The largest rectangle for a picture of (rows, columns) in this tile."""
    rows, columns = shape
    wide = tile.width() * min(1.0, columns / rows)
    tall = tile.height() * min(1.0, rows / columns)
    middle = tile.center()
    return QRectF(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall)
