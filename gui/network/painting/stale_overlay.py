"""What was on screen, moved and enlarged, until the same is drawn anew where it belongs now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QImage, QPainter, QTransform

from gui.network.painting.edge_layers import Ground
from gui.network.painting.painter import to_rect


@dataclass(frozen=True)
class Way:
    """Where a point of the screen goes: to ``(wide · x + dx, tall · y + dy)``."""

    wide: float = 1.0
    tall: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def then(self, other: Way) -> Way:
        """Go this way, then another one."""
        return Way(
            self.wide * other.wide,
            self.tall * other.tall,
            other.wide * self.dx + other.dx,
            other.tall * self.dy + other.dy,
        )


@dataclass
class Veil:
    """An older image of the whole view, and the way from there to what is to be seen now."""

    old: QImage
    way: Way
    _drawn: QImage | None = None

    def moved(self, way: Way) -> Veil:
        """The same image, moved on."""
        return replace(self, way=self.way.then(way), _drawn=None)

    def image(self, ground: Ground) -> QImage:
        """The image with the network moved; the words around it stay."""
        content = ground.layout.content
        if self.way == Way() or content is None:
            return self.old
        if self._drawn is None:
            self._drawn = self.old.copy()
            painter = QPainter(self._drawn)
            try:
                painter.setClipRect(to_rect(content))
                painter.fillRect(to_rect(content), ground.theme.colour("canvas"))
                way = self.way
                painter.setTransform(QTransform(way.wide, 0, 0, way.tall, way.dx, way.dy))
                painter.drawImage(0, 0, self.old)
            finally:
                painter.end()
        return self._drawn
