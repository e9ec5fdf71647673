"""All ribbons and kernels of a network as one picture, painted again only when they show other numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.marks.edge_marks import FADED
from gui.network.marks.kernel_marks import KernelMarks, kernel_marks
from gui.network.marks.ribbon_marks import RibbonMarks, ribbon_kinds, ribbon_marks
from gui.network.painting.kernel_painter import paint_kernels
from gui.network.painting.painter import to_rect
from gui.network.painting.primitives import TRANSPARENT, new_image, painting_anew
from gui.network.painting.render_context import RenderContext
from gui.network.painting.ribbon_painter import paint_ribbons


class RibbonLayer:
    """Ribbons and kernels, below neurons and highlighted connections.

    Attributes
    ----------
    marks : tuple of RibbonMarks
    kernels : tuple of KernelMarks
    """

    def __init__(self, context: RenderContext) -> None:
        self.marks: tuple[RibbonMarks, ...] = ()
        self.kernels: tuple[KernelMarks, ...] = ()
        self._context = context
        self._image: QImage | None = None
        self._is_fresh = True
        self._shows: tuple[Snapshot, Array | None, tuple[str, ...], int] | None = None

    def prepare(
        self,
        snapshot: Snapshot,
        animation: AnimationState,
        picture: str,
        sign: int = 0,
        of_update: Array | None = None,
    ) -> bool:
        """Know the ribbons of this moment, those of one `sign` if not 0; True where they are others than before.

        `of_update` is the gradient or change of an update that the edges show (`gui.network.marks.ribbon_marks`).
        """
        layout, theme = self._context.layout, self._context.theme
        kinds = ribbon_kinds(snapshot, layout, animation, picture)
        old = self._shows
        if old is not None and old[0] is snapshot and old[1] is of_update and old[2:] == (kinds, sign):
            return False
        had_some, self._shows, self._image = bool(self.marks), (snapshot, of_update, kinds, sign), None
        self._is_fresh = True
        self.marks = ribbon_marks(snapshot, layout, animation, theme, picture, sign, of_update)
        self.kernels = kernel_marks(snapshot, layout, theme, kinds, of_update)
        return had_some or bool(self.marks)

    def beside(self, kind: str) -> tuple[RibbonMarks, ...]:
        """Those that are explained with edges of this kind: a gradient's with its edges, all others with others."""
        return tuple(own for own in self.marks if (own.kind == "gradient") == (kind == "gradient"))

    def paint(self, painter: QPainter, faded: bool) -> None:
        """Paint them as they were prepared; beside highlighted connections `faded`."""
        if not self.marks:
            return
        if self._image is None and not faded and self._is_fresh:
            # While the network is trained they are others in every frame: a picture of them would be used once.
            self._is_fresh = False
            self.draw(painter)
            return
        if self._image is None:
            layout = self._context.layout
            self._image = new_image(layout.width, layout.height, self._context.ratio, TRANSPARENT)
            with painting_anew(self._image) as of_image:
                self.draw(of_image)
        painter.save()
        painter.setOpacity(FADED if faded else 1.0)
        painter.drawImage(QPointF(0, 0), self._image)
        painter.restore()

    def draw(self, painter: QPainter, faded: bool = False) -> None:
        """The same, drawn straight away: for a picture that is made once."""
        if not self.marks:
            return
        clip = self._context.layout.clip
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FADED if faded else 1.0)
        if clip is not None:
            painter.setClipRect(to_rect(clip), Qt.ClipOperation.IntersectClip)
        paint_ribbons(painter, self.marks)
        paint_kernels(painter, self.kernels, self._context.theme)
        painter.restore()
