"""What a lens over the wall shows of the cells around one of them, and where it has room to stand."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF

from core.analysis.last_seen import ExampleTerms, LastSeen
from gui.ledger.wall_order import NOBODY
from gui.widgets.number_text import compact

ROWS, COLUMNS = 5, 6
"""Of tiles."""
# Smaller ones are written with one digit, to be no wider.
LEAST_OF_TWO_DIGITS = 1e-9


class Tiles(NamedTuple):
    """Part of a wall.

    Attributes
    ----------
    top, left : int
        Its first row and column.
    rows, columns : int
    """

    top: int
    left: int
    rows: int
    columns: int


def tiles_around(place: tuple[int, int], rows: int, columns: int) -> Tiles:
    """Those around a cell of a wall of so many rows and columns; at its edges that cell is not in the middle."""
    high, wide = min(ROWS, rows), min(COLUMNS, columns)
    top = min(max(0, place[0] - ROWS // 2), rows - high)
    left = min(max(0, place[1] - COLUMNS // 2), columns - wide)
    return Tiles(top, left, high, wide)


def lens_place(size: QSizeF, around: QRectF, area: QRectF, gap: float) -> QRectF | None:
    """Where a lens of this size stands in an area, beside what it must not cover; None where there is no room.

    At its left where there is room for it there, as C rises to the right; else at its right, above or below.
    """
    middle = around.center()
    corners = (
        QPointF(around.left() - gap - size.width(), middle.y() - size.height() / 2),
        QPointF(around.right() + gap, middle.y() - size.height() / 2),
        QPointF(middle.x() - size.width() / 2, around.top() - gap - size.height()),
        QPointF(middle.x() - size.width() / 2, around.bottom() + gap),
    )
    for corner in corners:
        x = min(max(corner.x(), area.left()), area.right() - size.width())
        y = min(max(corner.y(), area.top()), area.bottom() - size.height())
        found = QRectF(QPointF(x, y), size)
        if area.contains(found) and not found.intersects(around):
            return found
    return None


def tile_text(terms: ExampleTerms, row: int) -> str:
    """The C of one tile; "–" where it is not known, and "" where nobody stands."""
    if row == NOBODY:
        return ""
    if isinstance(terms, LastSeen) and not terms.seen[row]:
        return "–"
    loss = float(terms.losses[row])
    return compact(loss, 2 if loss == 0 or loss >= LEAST_OF_TWO_DIGITS else 1)


def lens_words(terms: ExampleTerms, is_before_edit: bool = False) -> tuple[str, str]:
    """What the numbers below the tiles are, and what a filled corner says; "" where nothing can be wrong.

    `is_before_edit` is whether a parameter was set by hand since these were measured.
    """
    if isinstance(terms, LastSeen):
        return (
            QCoreApplication.translate("WallLens", "below: C, each as last seen"),
            QCoreApplication.translate("WallLens", "filled corner: wrong then"),
        )
    number = QCoreApplication.translate("WallLens", "below: C, exact at update {update}")
    wrong = QCoreApplication.translate("WallLens", "filled corner: wrong at update {update}")
    if is_before_edit:
        number = QCoreApplication.translate("WallLens", "below: C, exact at update {update}, θ edited since")
        wrong = QCoreApplication.translate("WallLens", "filled corner: wrong before θ was edited")
    update = f"{terms.update:,}"
    return number.format(update=update), wrong.format(update=update) if len(terms.labels) else ""
