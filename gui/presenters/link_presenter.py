"""Joins the example that the ledger speaks of by one line: its tile, its place on the curve, its right answer's bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from gui.ledger.link_overlay import LinkOverlay
from gui.ledger.wall_order import NOBODY

if TYPE_CHECKING:
    from gui.ledger.example_side import ExampleSide
    from gui.ledger.ledger_page import LedgerPage

# From the page's right edge, in px: where the line goes up or down to the bar.
GUTTER_PX = 4


class LinkPresenter(QObject):
    """One concern: where that line runs. What it passes is marked by the parts themselves."""

    shown = Signal()
    """The line has been drawn over the window anew, or taken away."""

    def __init__(self, page: LedgerPage, side: ExampleSide, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._side, self._window = page, side, window
        self._overlay: LinkOverlay | None = None
        self._row = NOBODY
        for moved in (
            page.wall.moved,
            page.curve.moved,
            page.classes.gallery.sight_changed,
            page.map.picture.moved,
        ):
            moved.connect(self.renew)
        side.bars.moved.connect(self.renew)

    def show(self, row: int) -> None:
        """Join this example's; `NOBODY` for none."""
        self._row = row
        self.renew()

    def renew(self) -> None:
        """What it joins may stand elsewhere."""
        lines = self._lines() if self._row != NOBODY and self._page.isVisible() else []
        if lines and self._overlay is None:
            self._overlay = LinkOverlay(self._window)
        if self._overlay is not None:
            self._overlay.show_lines(lines, self._page.theme, self._spared())
        self.shown.emit()

    def _lines(self) -> list[list[QPointF]]:
        page = self._page
        if page.wall.isVisible():
            start = self._at(page.curve, page.curve.link_point)
            tile = self._at(page.wall, page.wall.tile_of(self._row))
            top = self._at(page.curve, QPointF(0, 0))
            joined = (
                [] if tile is None or start is None or top is None else [tile, QPointF(tile.x(), top.y())]
            )
        elif page.map.isVisible():
            picture, at = page.map.picture, page.map.picture.point_of(self._row)
            is_seen = at is not None and picture.visibleRegion().contains(at.toPoint())
            start, joined = self._at(picture, at if is_seen else None), []
        else:
            gallery, joined = page.classes.gallery, []
            # Where the page only says why there is nothing, what stood in it is nowhere.
            tile = gallery.tile_of(self._row) if gallery.isVisible() else None
            start = self._at(gallery.viewport(), tile)
        if start is None:
            return []
        way = [*joined, start]
        bars = self._side.bars
        bar = self._at(bars, bars.anchor)
        if (
            bar is not None
            and bars.anchor is not None
            and bars.visibleRegion().contains(bars.anchor.toPoint())
        ):
            edge = page.mapTo(self._window, page.rect().topRight()).x() - GUTTER_PX
            way += [QPointF(edge, start.y()), QPointF(edge, bar.y()), bar]
        return [way] if len(way) > 1 else []

    def _spared(self) -> list[QRectF]:
        """What is written on the curve or the map, in the window's px."""
        parts = (part for part in (self._page.curve, self._page.map.picture) if part.isVisible())
        corners = ((part, self._at(part, QPointF(0, 0))) for part in parts)
        return [
            place.translated(corner)
            for part, corner in corners
            if corner is not None
            for place in part.spared
        ]

    def _at(self, part: QWidget, point: QPointF | None) -> QPointF | None:
        """A part's point in the window's px; None in another window, where a panel floats."""
        if point is None or part.window() is not self._window:
            return None
        return QPointF(part.mapTo(self._window, QPointF(0, 0))) + point
