"""Shows the lens beside the cell of the wall that is pointed at, or to which the keys lead, while cells are small."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QWidget

from gui.ledger.ledger_page import LedgerPage
from gui.ledger.lens_tiles import lens_place, tiles_around
from gui.ledger.wall_lens import WallLens
from gui.ledger.wall_order import NOBODY
from gui.widgets.announcement import announce, switched

# From the cell to the lens, and around the cell what is not covered, in px at 100 %.
GAP_PX, FREE_PX = 10.0, 12.0


class LensPresenter(QObject):
    """One concern: which cells are seen through the lens, and where it stands.

    Parameters
    ----------
    page : LedgerPage
    window : QWidget
        The lens lies over it, but only where the page is.
    ask : callable
        Sends for the pictures of rows.
    parent : QObject
    """

    def __init__(
        self, page: LedgerPage, window: QWidget, ask: Callable[[NDArray[np.int64]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._window, self._ask = page, window, ask
        self._lens: WallLens | None = None
        self._is_on, self._row = True, NOBODY
        page.lens_wanted.connect(self._set_on)
        page.show_lens(self._is_on)
        page.wall.pointed.connect(self._look_at)
        page.wall.stepped.connect(self._look_at)
        page.wall.renewed.connect(self.renew)
        page.wall.moved.connect(self.renew)

    @property
    def lens(self) -> WallLens | None:
        """None before it was needed."""
        return self._lens

    def renew(self) -> None:
        """The wall may stand otherwise, or be out of sight; and other parts may have come to lie over the lens."""
        if not self._show() and self._lens is not None:
            self._lens.clear()

    def _set_on(self, is_on: bool) -> None:
        self._is_on = is_on
        self._page.show_lens(is_on)
        announce(self._page.wall, switched(self._page.lens_name, is_on))
        self.renew()

    def _look_at(self, row: int) -> None:
        self._row = row
        self.renew()

    def _show(self) -> bool:
        """Whether there is anything to be shown."""
        view, page, theme = self._page.wall, self._page, self._page.worn
        wall, pictures = view.wall, view.pictures
        is_wanted = self._is_on and self._row != NOBODY and view.isVisible() and not view.has_pictures
        place = None if wall is None else wall.place_of(self._row)
        if not is_wanted or wall is None or pictures is None or place is None:
            return False
        if page.window() is not self._window:
            return False
        if self._lens is None:
            self._lens = WallLens(self._window)
        tiles = tiles_around(place, *wall.cells.shape)
        free = theme.px(FREE_PX)
        corner = QPointF(*view.places.place_of(tiles.top, tiles.left))
        wide, high = view.places.cell
        around = QRectF(corner.x(), corner.y(), tiles.columns * wide, tiles.rows * high)
        around = around.adjusted(-free, -free, free, free)
        around.translate(view.mapTo(self._window, QPointF(0, 0)))
        area = QRectF(page.rect()).translated(page.mapTo(self._window, QPointF(0, 0)))
        found = lens_place(self._lens.needed(theme), around, area, theme.px(GAP_PX))
        if found is None:
            return False
        cells = wall.cells[tiles.top : tiles.top + tiles.rows, tiles.left : tiles.left + tiles.columns]
        wanted = pictures.wanted(cells.ravel())
        if len(wanted):
            self._ask(wanted)
        self._lens.show_tiles(wall, tiles, self._row, pictures, found, theme)
        return True
