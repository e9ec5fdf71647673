"""Feature maps in a walkthrough: painted over their activations, kept up to date with the moment."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.marks.map_moments import NO_MOMENT, MapLook, MapMoment, map_moment, moment_key
from gui.network.painting.map_painter import paint_frames
from gui.network.painting.primitives import draw_pixels, draw_rects, image_of, packed
from gui.network.painting.render_context import RenderContext

# From this size on, in px, a cell that is not passed on has an outline; smaller ones are empty.
OUTLINED_PX = 4.0


class MapWalk:
    """What the maps show of a walkthrough's phase.

    Attributes
    ----------
    marks : MapMoment
    """

    def __init__(self, context: RenderContext) -> None:
        self.marks: MapMoment = NO_MOMENT
        self._context = context
        self._shows: tuple[Snapshot, tuple[object, ...]] | None = None
        self._images: list[list[QImage]] = []

    def prepare(self, snapshot: Snapshot, animation: AnimationState) -> bool:
        """Know what maps show at this moment; True where that is something else than before."""
        key = moment_key(snapshot, animation)
        old = self._shows
        if old is not None and old[1] == key and (not key or old[0] is snapshot):
            return False
        context, self._shows = self._context, (snapshot, key)
        had_some = self.marks is not NO_MOMENT
        self.marks = map_moment(snapshot, context.layout, animation, context.scales, context.theme)
        self._images = [_images_of(look) for look in self.marks.looks]
        return had_some or self.marks is not NO_MOMENT

    def forget(self) -> None:
        """Colours are others: make them anew next time."""
        self._shows = None

    def paint(self, painter: QPainter) -> None:
        """Over the maps as they are without it, within their outlines."""
        theme = self._context.theme
        for look, images in zip(self.marks.looks, self._images, strict=True):
            for tile, image in zip(look.maps.tiles, images, strict=True):
                draw_pixels(painter, QRectF(tile.x, tile.y, tile.width, tile.height), image)
            if look.hollow.any() and look.maps.cell >= OUTLINED_PX:
                painter.setPen(QPen(theme.colour("line"), 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                draw_rects(painter, _outlines(look))
        paint_frames(painter, self.marks.frames, theme)


def _images_of(look: MapLook) -> list[QImage]:
    """Each map as a small image, one pixel a cell."""
    maps = look.maps
    pixels = packed(look.fill).reshape(maps.rows, maps.columns, len(maps.tiles))
    return [image_of(pixels[:, :, number]) for number in range(len(maps.tiles))]


def _outlines(look: MapLook) -> np.typing.NDArray[np.float64]:
    """(hollow cells, 4): left, top, width, height of a line just within each."""
    maps = look.maps
    cell, number = np.divmod(np.flatnonzero(look.hollow), len(maps.tiles))
    row, column = np.divmod(cell, maps.columns)
    corner_x, corner_y = (np.array([getattr(tile, side) for tile in maps.tiles]) for side in "xy")
    x, y = corner_x[number] + column * maps.cell, corner_y[number] + row * maps.cell
    side = np.full(x.size, maps.cell - 2.0)
    return np.ascontiguousarray(np.stack([x + 1.0, y + 1.0, side, side], axis=1))
