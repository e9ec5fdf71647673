"""A lens over the wall: the pictures of the cells around one that is pointed at, each with its C."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.analysis.last_seen import LastSeen
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.lens_tiles import COLUMNS, ROWS, Tiles, lens_words, tile_text
from gui.ledger.unseen_hatch import paint_hatch
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_painter import Wall, sheet_image
from gui.theme.tokens import Theme
from gui.widgets.qt_overrides import ReportsExceptions

# A picture's side and what is around it, at 100 %.
PICTURE_PX, MARGIN_PX = 34.0, 5.0
# As wide as C is written at most.
WIDEST = "8.8·10⁻⁸"


class WallLens(ReportsExceptions, QWidget):
    """Passive, and in nobody's way; hidden where there is nothing to be seen more closely.

    Attributes
    ----------
    tiles : Tiles or None
        What it shows.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_lens")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = Theme()
        self.tiles: Tiles | None = None
        self._wall: Wall | None = None
        self._pictures: ExamplePictures | None = None
        self._row = NOBODY
        self.hide()

    def needed(self, theme: Theme) -> QSizeF:
        """The room that it takes in this theme, in px."""
        tick = QFontMetricsF(theme.font("tick"))
        wide, high = self._tile(theme)
        margin = theme.px(MARGIN_PX)
        return QSizeF(COLUMNS * wide + 2 * margin, ROWS * high + 2 * tick.height() + 2.5 * margin)

    def show_tiles(
        self,
        wall: Wall,
        tiles: Tiles,
        row: int,
        pictures: ExamplePictures,
        place: QRectF,
        theme: Theme,
    ) -> None:
        """Show these tiles of a wall, that of one example framed, at this place of the parent."""
        self._wall, self.tiles, self._row = wall, tiles, row
        self._pictures, self._theme = pictures, theme
        self.setGeometry(place.toAlignedRect())
        self.show()
        self.raise_()
        self.update()

    def clear(self) -> None:
        """There is nothing to be shown."""
        self.tiles = self._wall = self._pictures = None
        self.hide()

    def _tile(self, theme: Theme) -> tuple[float, float]:
        tick = QFontMetricsF(theme.font("tick"))
        picture = theme.px(PICTURE_PX)
        return max(picture, tick.horizontalAdvance(WIDEST)) + theme.px(4), picture + tick.height() + theme.px(
            2
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        wall, tiles, pictures, theme = self._wall, self.tiles, self._pictures, self._theme
        if wall is None or tiles is None or pictures is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        painter.setPen(QPen(theme.colour("text"), 1.0))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        cells = wall.cells[tiles.top : tiles.top + tiles.rows, tiles.left : tiles.left + tiles.columns]
        high, wide = pictures.picture
        image = sheet_image(pictures.sheet(cells, wall.losses.wrong), theme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setFont(theme.font("tick"))
        (tile_wide, tile_high), side, margin = self._tile(theme), theme.px(PICTURE_PX), theme.px(MARGIN_PX)
        # Whole px for each of a picture's, where there is room for that.
        scale = side / max(high, wide)
        scale = float(int(scale)) if scale >= 1 else scale
        seen = wall.losses.seen if isinstance(wall.losses, LastSeen) else None
        for i, j in np.argwhere(cells != NOBODY).tolist():
            row = int(cells[i, j])
            whole = QRectF(margin + j * tile_wide, margin + i * tile_high, tile_wide, side)
            place = QRectF(0, 0, scale * wide, scale * high)
            place.moveCenter(whole.center())
            place.moveTopLeft(place.topLeft().toPoint())
            painter.drawImage(place, image, QRectF(j * wide, i * high, wide, high))
            if seen is not None and not seen[row]:
                paint_hatch(painter, [place], theme)
            if row == self._row:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("text"), 2.0))
                painter.drawRect(place)
            painter.setPen(theme.colour("text" if row == self._row else "dim"))
            below = QRectF(whole.left(), whole.bottom(), tile_wide, tile_high - side)
            below.adjust(-tile_wide, 0, tile_wide, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tile_text(wall.losses, row))
        self._paint_words(painter, wall)
        painter.end()

    def _paint_words(self, painter: QPainter, wall: Wall) -> None:
        theme, margin = self._theme, self._theme.px(MARGIN_PX)
        line = QFontMetricsF(theme.font("tick"))
        painter.setPen(theme.colour("dim"))
        for i, words in enumerate(reversed(lens_words(wall.losses, wall.is_before_edit))):
            room = self.width() - 2 * margin
            place = QRectF(margin, self.height() - margin - (i + 1) * line.height(), room, line.height())
            said = line.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
