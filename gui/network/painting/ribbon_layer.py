"""All ribbons and kernels of a network: a picture of each group, painted again only when it shows other numbers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.marks import kernel_marks, ribbon_marks
from gui.network.marks.edge_marks import FADED
from gui.network.marks.kernel_marks import KernelMarks, kernels_of
from gui.network.marks.ribbon_marks import RibbonMarks, ribbon_kinds, ribbons_of
from gui.network.painting.kernel_painter import paint_kernels
from gui.network.painting.painter import to_rect
from gui.network.painting.primitives import TRANSPARENT, new_image, painting_anew
from gui.network.painting.render_context import RenderContext
from gui.network.painting.ribbon_painter import paint_ribbons

# Where a group's picture may begin: at a whole pixel of screens with 1.05, 1.25 or 1.5 pixels a px, too.
LEFT_EVERY_PX = 20
# What smoothing adds at either side.
MARGIN_PX = 2


class RibbonGroup:
    """The ribbons and kernels of one group of connections, and their picture.

    A signal animation gives one group after the other another number, and all others stay as they are.

    Parameters
    ----------
    context : RenderContext
    ribbons : RibbonMarks
    kernels : KernelMarks or None
        None where there is no room for them, or there are none.
    """

    def __init__(self, context: RenderContext, ribbons: RibbonMarks, kernels: KernelMarks | None) -> None:
        self.ribbons, self.kernels = ribbons, kernels
        self._context = context
        self._image: QImage | None = None
        self._left = 0
        self._is_fresh = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be painted."""
        return not self.ribbons.source.size and self.kernels is None

    def paint(self, painter: QPainter, faded: bool) -> None:
        """Paint it, `faded` or not."""
        if self.is_empty:
            return
        if self._image is None and not faded and self._is_fresh:
            # While the network is trained they are others in every frame: a picture of them would be used once.
            self._is_fresh = False
            self.draw(painter)
            return
        image = self.make_image()
        painter.save()
        painter.setOpacity(FADED if faded else 1.0)
        painter.drawImage(QPointF(self._left, 0), image)
        painter.restore()

    def make_image(self) -> QImage:
        """Its picture, drawn if it is not yet; it must not be empty."""
        if self._image is None:
            self._image = self._drawn()
        return self._image

    def _drawn(self) -> QImage:
        layout, (left, right) = self._context.layout, self._reach()
        self._left = int(max(0.0, left)) // LEFT_EVERY_PX * LEFT_EVERY_PX
        width = min(right, layout.width) - self._left
        image = new_image(width, layout.height, self._context.ratio, TRANSPARENT)
        with painting_anew(image) as painter:
            painter.translate(-self._left, 0)
            self.draw(painter)
        return image

    def _reach(self) -> tuple[float, float]:
        """The x from which to which there is something of it; that of its kernels, too."""
        marks = self.ribbons
        beside = MARGIN_PX + float(marks.width.max(initial=0)) / 2
        lefts, rights = [*(marks.x1 - beside).tolist()], [*(marks.x2 + beside).tolist()]
        if self.kernels is not None:
            wide = self.kernels.value.shape[-1] * self.kernels.cell
            lefts.append(float(self.kernels.x.min()) - MARGIN_PX)
            rights.append(float(self.kernels.x.max()) + wide + MARGIN_PX)
        return min(lefts), max(rights)

    def draw(self, painter: QPainter, faded: bool = False) -> None:
        """The same, drawn straight away: for a picture that is made once."""
        clip = self._context.layout.clip
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FADED if faded else 1.0)
        if clip is not None:
            painter.setClipRect(to_rect(clip), Qt.ClipOperation.IntersectClip)
        paint_ribbons(painter, (self.ribbons,))
        if self.kernels is not None:
            paint_kernels(painter, (self.kernels,), self._context.theme)
        painter.restore()


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
        # Those that are shown; all of their snapshot, by the number of their connections and what they show of them.
        self._groups: tuple[RibbonGroup, ...] = ()
        self._known: dict[tuple[int, str], RibbonGroup | None] = {}
        # As they are by their own numbers, before they have the colours of the scales that hold.
        self._own: dict[tuple[int, str], tuple[RibbonMarks | None, KernelMarks | None]] = {}
        self._shows: tuple[Snapshot, Array | None, tuple[str, ...], int] | None = None
        self._scaled: tuple[bool, bool] = False, False

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
        kinds = ribbon_kinds(snapshot, self._context.layout, animation, picture)
        old = self._shows
        is_same = old is not None and old[0] is snapshot and old[1] is of_update and old[3] == sign
        scales = self._context.scales
        before, self._scaled = self._scaled, (scales.locked, scales.same_for_all)
        if is_same and old is not None and old[2] == kinds and before == self._scaled:
            return False
        if not is_same:
            self._own = {}
        if not is_same or before != self._scaled:
            self._known = {}
        had_some, self._shows = bool(self.marks), (snapshot, of_update, kinds, sign)
        groups = (self._group(number, kind) for number, kind in enumerate(kinds))
        self._groups = tuple(group for group in groups if group is not None)
        self.marks = tuple(group.ribbons for group in self._groups)
        kernels = (group.kernels for group in self._groups)
        self.kernels = tuple(own for own in kernels if own is not None)
        return had_some or bool(self.marks)

    def _group(self, number: int, kind: str) -> RibbonGroup | None:
        """One of the snapshot that is shown, made once."""
        if (number, kind) not in self._known:
            self._known[number, kind] = self._made(number, kind)
        return self._known[number, kind]

    def _made(self, number: int, kind: str) -> RibbonGroup | None:
        ribbons, kernels = self._of_own_scale(number, kind)
        if ribbons is None:
            return None
        assert self._shows is not None
        scales, theme = self._context.scales, self._context.theme
        # One scale for all gaps is also of those that no signal has come to yet.
        all_of_kind = [number]
        if scales.same_for_all:
            layout = self._context.layout
            all_of_kind = [
                i
                for i, group in enumerate(self._shows[0].connections)
                if layout.has_ribbons(group.source_layer, group.target_layer)
            ]
        own = {i: self._of_own_scale(i, kind) for i in all_of_kind}
        full = scales.of_maps(
            "ribbon", kind, {i: one.scale for i, (one, _) in own.items() if one is not None}
        )
        ribbons = ribbon_marks.coloured(ribbons, full[number], theme)
        if kernels is not None:
            newest = {i: one.scale for i, (_, one) in own.items() if one is not None}
            full = scales.of_maps("kernel", kernels.kind, newest)
            kernels = kernel_marks.coloured(kernels, full[number], theme)
        return RibbonGroup(self._context, ribbons, kernels)

    def _of_own_scale(self, number: int, kind: str) -> tuple[RibbonMarks | None, KernelMarks | None]:
        """A group's ribbons and kernels with full colour at the largest of their own numbers."""
        if (number, kind) not in self._own:
            assert self._shows is not None
            (snapshot, of_update, _, sign), layout = self._shows, self._context.layout
            theme = self._context.theme
            ribbons = ribbons_of(snapshot, number, kind, layout, theme, sign, of_update)
            kernels = None
            if ribbons is not None:
                kernels = kernels_of(snapshot, number, kind, layout, theme, of_update)
            self._own[number, kind] = ribbons, kernels
        return self._own[number, kind]

    def drawing(self, picture: str) -> Iterator[None]:
        """Draw what was prepared, and what it comes to once the signal is everywhere, before any frame needs it.

        In steps of a few ms; `picture` is what the edges show, as in `prepare`.
        """
        if self._shows is None:
            return
        snapshot, _, kinds, _ = shows = self._shows
        arrived = ribbon_kinds(snapshot, self._context.layout, AnimationState(), picture)
        for number in range(len(kinds)):
            for kind in dict.fromkeys((kinds[number], arrived[number])):
                group = self._group(number, kind)
                if group is not None and not group.is_empty:
                    group.make_image()
                    yield
                if self._shows is not shows:
                    return

    def beside(self, kind: str) -> tuple[RibbonMarks, ...]:
        """Those that are explained with edges of this kind: a gradient's with its edges, all others with others."""
        return tuple(own for own in self.marks if (own.kind == "gradient") == (kind == "gradient"))

    def paint(self, painter: QPainter, faded: bool) -> None:
        """Paint them as they were prepared; beside highlighted connections `faded`."""
        for group in self._groups:
            group.paint(painter, faded)

    def draw(self, painter: QPainter, faded: bool = False) -> None:
        """The same, drawn straight away: for a picture that is made once."""
        for group in self._groups:
            group.draw(painter, faded)
