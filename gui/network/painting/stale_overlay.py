"""What was on screen, moved and enlarged, until the same is drawn anew where it belongs now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QImage, QPainter, QTransform

from gui.network.painting.edge_layers import RenderContext
from gui.network.painting.painter import to_rect


@dataclass(frozen=True)
class ViewTransform:
    """Where a point of the screen goes: to ``(wide · x + dx, tall · y + dy)``."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def then(self, other: ViewTransform) -> ViewTransform:
        """Go this way, then another one."""
        return ViewTransform(
            self.scale_x * other.scale_x,
            self.scale_y * other.scale_y,
            other.scale_x * self.dx + other.dx,
            other.scale_y * self.dy + other.dy,
        )


@dataclass
class StaleOverlay:
    """An older image of the whole view, and the way from there to what is to be seen now."""

    old: QImage
    transform: ViewTransform
    _drawn: QImage | None = None

    def moved(self, transform: ViewTransform) -> StaleOverlay:
        """The same image, moved on."""
        return replace(self, transform=self.transform.then(transform), _drawn=None)

    def image(self, context: RenderContext) -> QImage:
        """The image with the network moved; the words around it stay."""
        content = context.layout.content
        if self.transform == ViewTransform() or content is None:
            return self.old
        if self._drawn is None:
            self._drawn = self.old.copy()
            painter = QPainter(self._drawn)
            try:
                painter.setClipRect(to_rect(content))
                painter.fillRect(to_rect(content), context.theme.colour("canvas"))
                transform = self.transform
                painter.setTransform(
                    QTransform(transform.scale_x, 0, 0, transform.scale_y, transform.dx, transform.dy)
                )
                painter.drawImage(0, 0, self.old)
            finally:
                painter.end()
        return self._drawn
