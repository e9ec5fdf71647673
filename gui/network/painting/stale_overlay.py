"""What was on screen, moved and enlarged, until the same is drawn anew where it belongs now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter, QTransform

from gui.network.painting.painter import to_rect
from gui.network.painting.primitives import new_image, painting
from gui.network.painting.render_context import RenderContext

# Where the whole image would fit so many times as large it is shown as it is: nothing is gained by another one.
LEAST_TIMES, MOST_TIMES = 0.97, 1.25


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
        """The image with the network moved; the words around it stay.

        In a view that has become much smaller or larger it is so, too: it would be cut off, or fill a corner.
        """
        if self.transform.isIdentity():
            times = self._times(context)
            if LEAST_TIMES <= times <= MOST_TIMES:
                return self.old
            if self._drawn is None:
                self._drawn = self._resized(context, times)
            return self._drawn
        if self._drawn is None:
            self._drawn, content = self.old.copy(), to_rect(context.layout.content)
            with painting(self._drawn) as painter:
                painter.setClipRect(content)
                painter.fillRect(content, context.theme.colour("canvas"))
                painter.setTransform(self.transform)
                painter.drawImage(0, 0, self.old)
        return self._drawn

    def _times(self, context: RenderContext) -> float:
        """How many times as large the whole image would fit into the view."""
        old, layout = self.old.deviceIndependentSize(), context.layout
        if old.isEmpty():
            return 1.0
        return min(layout.width / old.width(), layout.height / old.height())

    def _resized(self, context: RenderContext, times: float) -> QImage:
        layout = context.layout
        image = new_image(layout.width, layout.height, context.ratio)
        image.fill(context.theme.colour("canvas"))
        with painting(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(times, times)
            painter.drawImage(0, 0, self.old)
        return image


def overlay_on(
    image: QImage | None, overlay: StaleOverlay | None, transform: QTransform | None
) -> StaleOverlay | None:
    """What stays on screen as a new ground is entered: the `image`, or the `overlay` where there is none, moved by
    `transform`; nothing without one.
    """
    if transform is None:
        return None
    return overlay and overlay.moved(transform) if image is None else StaleOverlay(image, transform)
