"""Where the two pictures of pixels stand, and which pixel is under a point."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

STEPS_OF_GAP = 0.9
"""Between the pictures there are so many of a picture's 16ths."""


@dataclass(frozen=True)
class FlipPlaces:
    """Both pictures have whole px for a pixel wherever there is room for one.

    Attributes
    ----------
    cell : float
        The side of a pixel, in px.
    pictures : (QRectF, QRectF)
        Of the example, and of what its pixels decide.
    """

    rows: int
    columns: int
    cell: float
    pictures: tuple[QRectF, QRectF]

    @classmethod
    def fitted(cls, rows: int, columns: int, room: QRectF, gap: float) -> FlipPlaces:
        """As large as both have room beside each other, `gap` px apart, at the left and at the top of the room."""
        cell = max(1e-3, min(room.height() / rows, (room.width() - gap) / 2 / columns))
        cell = float(int(cell)) if cell >= 1 else cell
        width, height = columns * cell, rows * cell
        one = QRectF(room.left(), room.top(), width, height)
        return cls(rows, columns, cell, (one, one.translated(width + gap, 0)))

    def pixel_at(self, x: float, y: float) -> int | None:
        """The pixel under a point of either picture; None where there is none."""
        for picture in self.pictures:
            if picture.left() <= x < picture.right() and picture.top() <= y < picture.bottom():
                column = min(self.columns - 1, int((x - picture.left()) / self.cell))
                row = min(self.rows - 1, int((y - picture.top()) / self.cell))
                return row * self.columns + column
        return None

    def rect_of(self, pixel: int, picture: int) -> QRectF:
        """Where a pixel stands in one of the pictures, 0 or 1."""
        row, column = divmod(pixel, self.columns)
        corner = self.pictures[picture].topLeft() + QPointF(column * self.cell, row * self.cell)
        return QRectF(corner.x(), corner.y(), self.cell, self.cell)

    def moved(self, pixel: int, down: int, right: int) -> int:
        """The pixel so many below and to the right, as far as the picture goes."""
        row, column = divmod(pixel, self.columns)
        row, column = min(self.rows - 1, max(0, row + down)), min(self.columns - 1, max(0, column + right))
        return row * self.columns + column
