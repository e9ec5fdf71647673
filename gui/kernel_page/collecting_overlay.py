"""The collecting of a kernel's weights as part of a picture that is kept: in the network's place, below its caption."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from core.analysis.weight_places import KernelWeight, weights_of_kernel
from core.engine.snapshot import Snapshot
from gui.kernel_page.collecting import collected_at
from gui.kernel_page.scene_painter import ScenePainter
from gui.kernel_page.weight_scene import WeightScene, make_scene
from gui.kernel_page.weight_words import page_title
from gui.network.geometry.layout import fitting_theme
from gui.network.geometry.text_width import line_height
from gui.network.marks.mark_types import TextMark
from gui.network.painting.painter import TextPainter
from gui.network.painting.primitives import new_image, painting
from gui.network.painting.render_context import RenderContext

# Left and right of it, in px.
MARGIN_PX = 14.0


class CollectingOverlay:
    """Paints how far a kernel is collected over pictures of one size; what does not move is painted once a weight.

    Parameters
    ----------
    snapshot : Snapshot
    weight : KernelWeight
        Any of the kernel.
    context : RenderContext
        What the pictures are drawn by.
    """

    def __init__(self, snapshot: Snapshot, weight: KernelWeight, context: RenderContext) -> None:
        self._snapshot, self._context = snapshot, context
        self._weights = weights_of_kernel(snapshot.connections, weight)
        layout, theme = context.layout, context.theme
        self._theme = fitting_theme(layout.width, layout.height, theme)
        self._head = line_height("head", self._theme)
        self._top = ceil(layout.walkthrough.y + layout.walkthrough.height)
        self._painter, self._texts = ScenePainter(self._theme), TextPainter(self._theme)
        self._ground: tuple[WeightScene, QImage] | None = None

    def paint(self, picture: QImage, progress: float) -> QImage:
        """The picture with the collecting at `progress`, from 0 to 1, in the network's place."""
        collected = collected_at(progress, len(self._weights))
        scene, ground = self._scene(self._weights[collected.weight])
        image = QImage(picture)
        # The picture is shared: the painter takes a copy of its own.
        with painting(image) as painter:
            painter.drawImage(QPointF(0, self._top), ground)
            painter.translate(self._context.theme.px(MARGIN_PX), self._top + self._head)
            self._painter.paint_moving(painter, scene, collected)
        return image

    def _scene(self, weight: KernelWeight) -> tuple[WeightScene, QImage]:
        if self._ground is None or self._ground[0].weight != weight:
            layout, margin = self._context.layout, self._context.theme.px(MARGIN_PX)
            width, height = layout.width, layout.height - self._top
            scene = make_scene(
                self._snapshot,
                weight,
                "gradient",
                width - 2 * margin,
                height - self._head - 4,
                self._theme,
            )
            image = new_image(width, height, self._context.ratio)
            with painting(image) as painter:
                painter.fillRect(QRectF(0, 0, width, height), self._theme.colour("canvas"))
                head = TextMark(margin, 0.7 * self._head, page_title(scene), "body", "text", bold=True)
                self._texts.draw(painter, [head])
                painter.translate(margin, self._head)
                self._painter.paint_ground(painter, scene, is_collecting=True)
            self._ground = scene, image
        return self._ground
