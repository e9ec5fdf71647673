"""All ribbons and kernels of a network: a picture of each group, painted again only when it shows other numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.marks import kernel_marks, ribbon_marks
from gui.network.marks.edge_marks import FADED
from gui.network.marks.kernel_marks import KernelMarks, kernels_of
from gui.network.marks.ribbon_marks import RibbonMarks, kind_beside, ribbon_kinds, ribbons_of
from gui.network.marks.shown_numbers import ShownNumbers, own_numbers
from gui.network.painting.kernel_painter import paint_kernels
from gui.network.painting.painter import to_rect
from gui.network.painting.primitives import TRANSPARENT, new_image, painting_anew
from gui.network.painting.render_context import RenderContext
from gui.network.painting.ribbon_painter import paint_ribbons

# Where a group's picture may begin: at a whole pixel of screens with 1.05, 1.25 or 1.5 pixels a px, too.
LEFT_EVERY_PX = 20
# What smoothing adds at either side.
MARGIN_PX = 2
RIBBON, KERNEL = "ribbon", "kernel"
# Which of these, of which group, and what its ribbons show.
_Key = tuple[str, int, str]
_Made = TypeVar("_Made")


class GroupPicture:
    """Marks of one group of connections, and their picture.

    A signal animation gives one group after the other another number, and all others stay as they are; newer weights
    give kernels other numbers, and leave ribbons as they are.

    Parameters
    ----------
    context : RenderContext
    marks : RibbonMarks or KernelMarks
    """

    def __init__(self, context: RenderContext, marks: RibbonMarks | KernelMarks) -> None:
        self.marks = marks
        self._context = context
        self._image: QImage | None = None
        self._left = 0
        self._is_fresh = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be painted."""
        return not self.marks.source.size

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
        """The x from which to which there is something of it."""
        marks = self.marks
        if isinstance(marks, KernelMarks):
            wide = marks.value.shape[-1] * marks.cell
            return float(marks.x.min()) - MARGIN_PX, float(marks.x.max()) + wide + MARGIN_PX
        beside = MARGIN_PX + float(marks.width.max(initial=0)) / 2
        return float((marks.x1 - beside).min()), float((marks.x2 + beside).max())

    def draw(self, painter: QPainter, faded: bool = False) -> None:
        """The same, drawn straight away: for a picture that is made once."""
        clip = self._context.layout.clip
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FADED if faded else 1.0)
        if clip is not None:
            painter.setClipRect(to_rect(clip), Qt.ClipOperation.IntersectClip)
        if isinstance(self.marks, KernelMarks):
            paint_kernels(painter, (self.marks,), self._context.theme)
        else:
            paint_ribbons(painter, (self.marks,))
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
        # Those that are shown; all of their snapshot, by what they are, the number of their connections and what they
        # show of them.
        self._groups: tuple[GroupPicture, ...] = ()
        self._known: dict[_Key, GroupPicture | None] = {}
        # As they are by their own numbers, before they have the colours of the scales that hold.
        self._own: dict[_Key, RibbonMarks | KernelMarks | None] = {}
        self._shows: tuple[Snapshot, ShownNumbers, tuple[str, ...]] | None = None
        self._scaled: tuple[bool, bool] = False, False

    def prepare(
        self,
        snapshot: Snapshot,
        animation: AnimationState,
        picture: str,
        numbers: ShownNumbers | None = None,
    ) -> bool:
        """Know the ribbons of this moment; True where they are others than before.

        `numbers` are what the edges show beside them, of both signs or of one; None: the snapshot's own.
        """
        numbers = numbers or own_numbers(snapshot, picture)
        kinds = ribbon_kinds(snapshot, self._context.layout, animation, picture, numbers.picture)
        old, before = self._shows, self._scaled
        scales = self._context.scales
        self._scaled = scales.locked, scales.same_for_all
        shown = None if old is None else old[1]
        is_same = old is not None and old[0] is snapshot
        is_same &= shown is not None and shown.of_update is numbers.of_update
        is_same &= shown is not None and _hidden_of(shown) == _hidden_of(numbers)
        has_same_weights = is_same and shown is not None and shown.weights is numbers.weights
        if has_same_weights and old is not None and old[2] == kinds and before == self._scaled:
            return False
        if not is_same:
            self._own = {}
        elif not has_same_weights:
            self._own = _without_weights(self._own)
        if not is_same or before != self._scaled:
            self._known = {}
        elif not has_same_weights:
            self._known = _without_weights(self._known)
        had_some, self._shows = bool(self._groups), (snapshot, numbers, kinds)
        groups = (self._group(key) for number, kind in enumerate(kinds) for key in _keys(number, kind))
        self._groups = tuple(group for group in groups if group is not None)
        self.marks = tuple(group.marks for group in self._groups if isinstance(group.marks, RibbonMarks))
        self.kernels = tuple(group.marks for group in self._groups if isinstance(group.marks, KernelMarks))
        return had_some or bool(self._groups)

    def _group(self, key: _Key) -> GroupPicture | None:
        """One of the snapshot that is shown, made once."""
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def _made(self, key: _Key) -> GroupPicture | None:
        what, number, kind = key
        marks = self._of_own_scale(key)
        if marks is None:
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
        own = {i: self._of_own_scale((what, i, kind)) for i in all_of_kind}
        newest = {i: one.scale for i, one in own.items() if one is not None}
        full = scales.of_maps(what, marks.kind, newest)[number]
        if isinstance(marks, KernelMarks):
            return GroupPicture(self._context, kernel_marks.coloured(marks, full, theme))
        return GroupPicture(self._context, ribbon_marks.coloured(marks, full, theme))

    def _of_own_scale(self, key: _Key) -> RibbonMarks | KernelMarks | None:
        """A group's ribbons or kernels with full colour at the largest of their own numbers."""
        if key not in self._own:
            assert self._shows is not None
            (snapshot, numbers, _), layout = self._shows, self._context.layout
            what, of = key[0], (snapshot, *key[1:], layout, self._context.theme)
            kind, only = _hidden_of(numbers)
            sign = only if key[2] == kind else 0
            self._own[key] = (
                kernels_of(*of, numbers) if what == KERNEL else ribbons_of(*of, sign, numbers.of_update)
            )
        return self._own[key]

    def drawing(self, picture: str) -> Iterator[None]:
        """Draw what was prepared, and what it comes to once the signal is everywhere, before any frame needs it.

        In steps of a few ms; `picture` is what the edges show, as in `prepare`.
        """
        if self._shows is None:
            return
        snapshot, _, kinds = shows = self._shows
        arrived = ribbon_kinds(snapshot, self._context.layout, AnimationState(), picture)
        for number in range(len(kinds)):
            for kind in dict.fromkeys((kinds[number], arrived[number])):
                is_drawn = False
                for key in _keys(number, kind):
                    group = self._group(key)
                    if group is not None and not group.is_empty:
                        group.make_image()
                        is_drawn = True
                if is_drawn:
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


def _keys(number: int, kind: str) -> tuple[_Key, ...]:
    """A group's ribbons and its kernels."""
    return (RIBBON, number, kind), (KERNEL, number, kind)


def _hidden_of(numbers: ShownNumbers) -> tuple[str, int]:
    """Of which kind ribbons have only one sign, and which; "" and 0 of none."""
    return (kind_beside(numbers.picture), numbers.sign) if numbers.sign else ("", 0)


def _without_weights(made: dict[_Key, _Made]) -> dict[_Key, _Made]:
    """All but the kernels that show w: their numbers are others with newer weights."""
    return {key: own for key, own in made.items() if key[0] != KERNEL or key[2] != "signal"}
