"""What was on screen, moved and enlarged, until the same is drawn anew where it belongs now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage, QTransform

from gui.network.painting.painter import to_rect
from gui.network.painting.primitives import painting
from gui.network.painting.render_context import RenderContext


@dataclass
class StaleOverlay:
    """An older image of the whole view, and the way from there to what is to be seen now."""

    old: QImage
    transform: QTransform
    _drawn: QImage | None = None

    def moved(self, transform: QTransform) -> StaleOverlay:
        """The same image, moved on."""
        return StaleOverlay(self.old, self.transform * transform)

    def image(self, context: RenderContext) -> QImage:
        """The image with the network moved; the words around it stay."""
        if self.transform.isIdentity():
            return self.old
        if self._drawn is None:
            self._drawn, content = self.old.copy(), to_rect(context.layout.content)
            with painting(self._drawn) as painter:
                painter.setClipRect(content)
                painter.fillRect(content, context.theme.colour("canvas"))
                painter.setTransform(self.transform)
                painter.drawImage(0, 0, self.old)
        return self._drawn


def overlay_on(
    image: QImage | None, overlay: StaleOverlay | None, transform: QTransform | None
) -> StaleOverlay | None:
    """What stays on screen as a new ground is entered: the `image`, or the `overlay` where there is none, moved by
    `transform`; nothing without one.
    """
    if transform is None:
        return None
    return overlay and overlay.moved(transform) if image is None else StaleOverlay(image, transform)
